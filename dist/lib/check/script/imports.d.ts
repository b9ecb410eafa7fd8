import type { Import } from './facts.js';
import { type Names } from './names.js';
import { type Node } from './walk.js';
type How = 'call' | 'read' | 'write' | 'ask';
/** Collects what a file takes from others, and how it uses that. */
export declare class ImportCollector {
    #private;
    /** To be called with every node of the tree. */
    visit(node: Node, ancestors: readonly Node[]): void;
    /** @returns what is imported, once the whole tree is known. */
    finish(names: Names): Import[];
}
/** The line a node begins in. */
export declare function lineOf(node: Node): number;
/** How many arguments a call gives; null where that is not sure. */
export declare function countOf(given: readonly Node[]): number | null;
/** What is done with a member, by the node around it. */
export declare function howUsed(node: Node, parent: Node | undefined): {
    how: How;
    count: number | null;
};
export {};
