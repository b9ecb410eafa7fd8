import type { Node } from '@babel/types';
export type { Node } from '@babel/types';
/** Looks at one node; `ancestors` are those it stands in, the nearest last, and are only valid during the call. */
export type Visit<Kind extends Node['type'] = Node['type']> = (node: Extract<Node, {
    type: Kind;
}>, ancestors: readonly Node[]) => void;
/** What looks at nodes of which kind: most kinds mean nothing to most, and are not shown to them. */
export type Visitors = {
    readonly [Kind in Node['type']]?: Visit<Kind>;
};
/** One visit for nodes of several kinds. */
export declare function toEach<Kind extends Node['type']>(kinds: readonly Kind[], visit: Visit<Kind>): Visitors;
/** Goes through a tree as `walk` does, and shows each node to those that look at its kind, the first of them first. */
export declare function visitAll(root: Node, visitors: readonly Visitors[]): void;
/**
 * Goes through a tree, each node before what is in it, in the order of the code. Without recursion: code nests deep,
 * if only in a long sum of texts.
 */
export declare function walk(root: Node, enter: Visit): void;
/** The text of a string, or of a template without holes; null for anything else. */
export declare function literalOf(node: Node | null | undefined): string | null;
/** The name of a member (`.name`, `['name']`), or of a key in an object or a class; null where it is made by code. */
export declare function keyOf(key: Node, computed: boolean | null | undefined): string | null;
/** The name that `name` or `a.b.name` ends in, and what it is read from: `a.b.c` → `['a', 'b', 'c']`; null if unclear. */
export declare function pathOf(node: Node | null | undefined): string[] | null;
/** The line a node begins in. */
export declare function lineOf(node: Node): number;
