import { type Node } from '../script/walk.js';
/** What stands for anything that only running tells. */
export declare const ANYTHING = "*";
/**
 * A text as far as the code says it: what only running tells becomes `*`, a constant its name in `${}`.
 *
 * @example
 * `/api/${id}` → '/api/*'; `${API}/polls` → '${API}/polls'
 */
export declare function textOf(node: Node, depth?: number): string;
/** Puts the texts of constants where their names stand; what has none stays for others, or becomes `*`. */
export declare function withConstants(text: string, constants: ReadonlyMap<string, string | null>, isLast: boolean): string;
/** Whether a name is written as people write constants: they may come from another file. */
export declare function isConstant(name: string): boolean;
