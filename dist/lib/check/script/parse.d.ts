import { parse } from '@babel/parser';
import type { Broken } from '../facts.js';
export type Tree = ReturnType<typeof parse>;
/** A tree, or where there is none. */
export type Parsed = {
    readonly tree: Tree;
    readonly broken: readonly [];
} | {
    readonly tree: null;
    readonly broken: readonly Broken[];
};
/**
 * Parses code. What the parser does not take, but the runtime does, is no finding: the syntax may be newer than the
 * parser.
 */
export declare function parseScript(path: string, text: string): Parsed;
