import type { Reference, Target } from '../page/facts.js';
import { type Node, type Visitors } from '../script/walk.js';
import { type Draft } from './draft.js';
/** What an address leads to, by its extension; null where it has none that says so. */
export declare function targetBy(address: string): Target | null;
/** Notes the addresses that code loads from. */
export declare function addresses(draft: Draft): Visitors;
/** Notes an address; without a target that is known, what its extension says, if it says anything. */
export declare function refer(draft: Draft, node: Node | undefined, how: string, from: Reference['from'], known: Target | null): void;
