import type { Exports } from './facts.js';
import { type Names } from './names.js';
import { type Node } from './walk.js';
/** Collects what a file gives to others, as a module or as CommonJS. */
export declare class ExportCollector {
    #private;
    constructor(path: string);
    /** To be called with every node of the tree. */
    visit(node: Node, ancestors: readonly Node[]): void;
    /** @returns what is exported, once the whole tree is known. */
    finish(names: Names): Exports;
}
