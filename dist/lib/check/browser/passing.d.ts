import { type Node } from '../script/walk.js';
import { type Called, type Draft, type UseKind } from './draft.js';
/** A function that hands on what it is given: `load(key)` reads `key`. */
export type Passing = {
    readonly kind: UseKind;
    readonly of: string | null;
    /** Which of its arguments it hands on. */
    readonly index: number;
    /** Which of them is the method of a request; null where that is not given. */
    readonly methodAt: number | null;
    /** What stands before and behind it: `/api` of `/api${path}`. */
    readonly before: string;
    readonly after: string;
    readonly line: number;
};
/** A function that gives another one what it is given: `post(path)` calls `request(path)`. */
export type Forward = {
    readonly to: string;
    /** Which of its arguments becomes which of the other's. */
    readonly index: number;
    readonly toIndex: number;
    readonly before: string;
    readonly after: string;
};
/** A call with texts, by its function: `load`, or `store.load` of `app.store.load`. */
export type TextCall = {
    readonly callee: string;
    /** Of its first arguments those that are texts. */
    readonly texts: readonly (string | null)[];
    readonly line: number;
};
/** Notes a call whose function may hand its texts on. */
export declare function collectTextCall(draft: Draft, called: Called, args: readonly Node[], ancestors: readonly Node[]): void;
/**
 * Notes that a function around hands on what it is given.
 *
 * @param node what is handed on, perhaps with more text around it
 * @returns whether a function is known that does
 */
export declare function passesOn(draft: Draft, node: Node, ancestors: readonly Node[], use: Pick<Passing, 'kind' | 'of'>, method?: Node | null): boolean;
/** The text of a node, without the names of what functions around are given. */
export declare function textIn(node: Node, ancestors: readonly Node[]): string;
/** The text of a property of an object that stands as such; null where there is none, or it is made by code. */
export declare function propertyOf(node: Node | undefined, ...names: readonly string[]): Node | null;
/** Whether an object has parts that its code does not say by name. */
export declare function isOpenObject(node: Node): boolean;
