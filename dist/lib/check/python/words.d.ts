import type { Broken } from '../facts.js';
import type { Token } from './tokens.js';
/** Words that are no names. */
export declare const KEYWORDS: Set<string>;
/** What is certainly wrong with the words of one logical line. */
export declare function wordsBroken(tokens: readonly Token[]): Broken | null;
