import { type Node, type Visitors } from '../script/walk.js';
import { type Draft } from './draft.js';
/** Notes what code looks up in the page. */
export declare function lookups(draft: Draft): Visitors;
/** The variable or property that gets what is found. */
export declare function holderOf(ancestors: readonly Node[], node: Node): string | null;
