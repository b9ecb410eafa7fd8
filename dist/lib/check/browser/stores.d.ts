import { type Node } from '../script/walk.js';
import { type Called, type Draft } from './draft.js';
/** Notes a call that reads what is stored, or stores. @returns whether it is one. */
export declare function collectStored(draft: Draft, callee: Node, { name, on, last: store }: Called, args: readonly Node[], ancestors: readonly Node[]): boolean;
/** `localStorage.theme`, and a store that is handed to others: they may read and write anything. */
export declare function collectStoreMember(draft: Draft, node: Extract<Node, {
    type: 'Identifier';
}>, ancestors: readonly Node[]): void;
