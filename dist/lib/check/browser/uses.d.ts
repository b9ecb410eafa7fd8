import type { Node } from '../script/walk.js';
import { type Draft } from './draft.js';
/** Notes what a node says to other code, or waits for: events, messages, storage keys, routes, variables. */
export declare function collectUses(draft: Draft, node: Node, ancestors: readonly Node[]): void;
