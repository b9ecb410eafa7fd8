import type { Exports } from './facts.js';
import { type Names } from './names.js';
import { type Visitors } from './walk.js';
/** Collects what a file gives to others, as a module or as CommonJS. */
export declare class ExportCollector {
    #private;
    constructor(path: string);
    /** What it looks at on a walk over the tree. */
    readonly visitors: Visitors;
    /** @returns what is exported, once the whole tree is known. */
    finish(names: Names): Exports;
}
