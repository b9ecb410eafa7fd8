import type { Import } from './facts.js';
import { type Names } from './names.js';
import { type Node } from './walk.js';
/** Collects what a file takes from others, and how it uses that. */
export declare class ImportCollector {
    #private;
    /** To be called with every node of the tree. */
    visit(node: Node, ancestors: readonly Node[]): void;
    /** @returns what is imported, once the whole tree is known. */
    finish(names: Names): Import[];
}
