import type { Signature } from './facts.js';
import type { Token } from './tokens.js';
/** Splits what stands in the brackets that open at `open`, by its commas; null where they do not close. */
export declare function splitArguments(tokens: readonly Token[], open: number): readonly (readonly Token[])[] | null;
/** What a call gives, from the bracket that opens it; null where something is unpacked into it. */
export declare function givenAt(tokens: readonly Token[], open: number): {
    places: number;
    names: readonly string[];
} | null;
/** What a function takes, from the head of its definition; null where it takes anything. */
export declare function signatureOf(head: readonly Token[], isMethod: boolean): Signature | null;
