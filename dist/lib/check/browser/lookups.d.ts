import type { Node } from '../script/walk.js';
import { type Draft } from './draft.js';
/** Notes what a node looks up in the page. */
export declare function collectLookups(draft: Draft, node: Node, ancestors: readonly Node[]): void;
/** The variable or property that gets what is found. */
export declare function holderOf(ancestors: readonly Node[], node: Node): string | null;
