import type { Node } from '@babel/types';
export type { Node } from '@babel/types';
/** Looks at one node; `ancestors` are those it stands in, the nearest last, and are only valid during the call. */
export type Visit = (node: Node, ancestors: readonly Node[]) => void;
/**
 * Goes through a tree, each node before what is in it, in the order of the code. Without recursion: code nests deep,
 * if only in a long sum of texts.
 */
export declare function walk(root: Node, enter: Visit, leave?: Visit): void;
/** The text of a string, or of a template without holes; null for anything else. */
export declare function literalOf(node: Node | null | undefined): string | null;
/** The name of a member (`.name`, `['name']`), or of a key in an object or a class; null where it is made by code. */
export declare function keyOf(key: Node, computed: boolean | null | undefined): string | null;
/** The name that `name` or `a.b.name` ends in, and what it is read from: `a.b.c` → `['a', 'b', 'c']`; null if unclear. */
export declare function pathOf(node: Node | null | undefined): string[] | null;
/** The line a node begins in. */
export declare function lineOf(node: Node): number;
