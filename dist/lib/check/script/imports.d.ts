import type { Import } from './facts.js';
import { type Names } from './names.js';
import { type Visitors } from './walk.js';
/** Collects what a file takes from others, and how it uses that. */
export declare class ImportCollector {
    #private;
    /** What it looks at on a walk over the tree. */
    readonly visitors: Visitors;
    /** @returns what is imported, once the whole tree is known. */
    finish(names: Names): Import[];
}
