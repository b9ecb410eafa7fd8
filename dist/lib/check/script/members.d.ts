import type { Node } from './walk.js';
/** How a member of something is used. */
export type Use = {
    readonly name: string;
    readonly line: number;
    readonly count: number | null;
    readonly how: How;
};
/** What is done with it. */
export type How = 'call' | 'read' | 'write' | 'ask';
/** How many arguments a call gives; null where that is not sure. */
export declare function countOf(given: readonly Node[]): number | null;
/** What is done with a member, by the node around it. */
export declare function howUsed(node: Node, parent: Node | undefined): {
    how: How;
    count: number | null;
};
