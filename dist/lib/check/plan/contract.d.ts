import type { Promised } from '../app.js';
import { type PromisedName } from './promised-name.js';
/**
 * Reads the names that a plan gives its files: those in backticks that stand first in an item or a clause of a line
 * which begins with a file, or which names one before its colon.
 *
 * Names that are mentioned (what a function calls, what a page is filled with) are none, nor is prose in backticks.
 */
export declare function promisedNames(plan: Promised): readonly PromisedName[];
