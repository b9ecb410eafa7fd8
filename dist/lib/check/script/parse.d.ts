import { parse } from '@babel/parser';
import type { Broken } from '../facts.js';
export type Tree = ReturnType<typeof parse>;
/** A tree; none where there is no reading of the code, or none that is worth anything. */
export type Parsed = {
    readonly tree: Tree | null;
    readonly broken: readonly Broken[];
};
/**
 * Parses code. What one reading does not take, but another does that somebody's tools may be set to, is no finding:
 * the first is tried first, since it is right for nearly all files.
 *
 * @param firstLine of a script that stands in a page, the line it begins in.
 */
export declare function parseScript(path: string, text: string, firstLine?: number): Parsed;
