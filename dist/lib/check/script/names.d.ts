import { type Node, type Visitors } from './walk.js';
/** How often each name is declared in a file, and which are assigned to: a name with one meaning needs no scopes. */
export declare class Names {
    #private;
    /** What it looks at on a walk over the tree. */
    readonly visitors: Visitors;
    /** How many declarations there are of a name, wherever they stand. */
    count(name: string): number;
    /** Whether the name means one thing all over the file, and is never given another value. */
    isFixed(name: string): boolean;
    /** Whether the name is assigned to anywhere. */
    isAssigned(name: string): boolean;
}
/** The names that a pattern binds: `{ a, b: [c] = [], ...d }` → a, c, d. */
export declare function namesIn(pattern: Node | null | undefined): string[];
