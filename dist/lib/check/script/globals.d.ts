import type { Globals } from './facts.js';
import type { Names } from './names.js';
import { type Visitors } from './walk.js';
/** Collects the objects that a script puts where others see them, and the members of such objects that it calls. */
export declare class GlobalCollector {
    #private;
    /** What it looks at on a walk over the tree. */
    readonly visitors: Visitors;
    /** @returns what is shared, once the whole tree is known. */
    finish(names: Names): Globals;
}
