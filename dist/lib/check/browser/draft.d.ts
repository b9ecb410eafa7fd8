import type { Reference } from '../page/facts.js';
import type { Node } from '../script/walk.js';
import { type Forward, type Passing, type TextCall } from './passing.js';
import type { Sought } from './selectors.js';
/** A name that code looks up in the page it runs in. */
export type Lookup = Sought & {
    readonly line: number;
    /** What looks it up, as people call it: `getElementById`. */
    readonly how: string;
    /** Whether the code lives without it, as far as is known. */
    readonly isOptional: boolean;
};
/** What a script says to another, or reads from it. */
export type UseKind = 'event-sent' | 'event-heard' | 'message-sent' | 'message-heard' | 'channel-asked' | 'channel-answered' | 'key-written' | 'key-read' | 'key-dropped' | 'path-fetched' | 'path-served' | 'path-said' | 'path-mounted' | 'variable-read' | 'extension-api' | 'extension-asked';
/** A name that two sides must agree on. */
export type Use = {
    readonly kind: UseKind;
    /** What only running tells in it is `*`; what another file's constant says, that constant's name in `${}`. */
    readonly name: string;
    readonly line: number;
    /** The store of a key, the method of a request, what an event is sent by; null where that is not known. */
    readonly of: string | null;
};
/** A call of a function that may look up what it is given. */
export type HelperCall = {
    readonly helper: string;
    readonly text: string;
    readonly line: number;
};
/** How a function looks up what it is given; `isSure` when it does nothing else. */
export type Helper = {
    readonly by: 'id' | 'selector';
    readonly isSure: boolean;
};
/** What collectors have so far. */
export type Draft = {
    /** Strings that are accounted for: they are no mention of anything. */
    readonly taken: Set<Node>;
    readonly lookups: (Lookup & {
        readonly holder: string | null;
    })[];
    readonly helpers: Map<string, Helper>;
    readonly helperCalls: HelperCall[];
    /** What the code tests for being there. */
    readonly guarded: Set<string>;
    readonly uses: Use[];
    /** By the function's name. */
    readonly passing: Map<string, Passing[]>;
    readonly forwards: Map<string, Forward[]>;
    readonly textCalls: TextCall[];
    /** Functions that are given what is no text, by which of their arguments: a bit for each. */
    readonly openCalls: Map<string, number>;
    /** Texts as far as the code says them, by name; null where a name has several. */
    readonly constants: Map<string, string | null>;
    /** Constant lists of texts. */
    readonly lists: Map<string, readonly Node[]>;
    /** Lists that are loaded whole. */
    readonly listed: string[];
    readonly references: Reference[];
    /** Modules of the own files that are loaded. */
    readonly loads: string[];
    readonly mentions: Set<string>;
    /** Keys of objects and of `dataset`. */
    readonly keys: Set<string>;
    /** Texts beside something that only running tells: `panel-` of `panel-${name}`. */
    readonly ends: Set<string>;
    makesAnyId: boolean;
    makesAnyData: boolean;
    isServer: boolean;
    /** Something is given requests that nobody sees into. */
    servesMore: boolean;
    looksAtPath: boolean;
    readsHash: boolean;
};
export declare function lineOf(node: Node): number;
/** The last name of what is called: `getElementById` of `document.getElementById`. */
export declare function calledName(callee: Node): string | null;
/** What a method is called on: `['document']` of `document.getElementById`; null where that is not plain. */
export declare function calledOn(callee: Node): readonly string[] | null;
/** What a call calls, looked at once for all that want to know. */
export type Called = {
    /** The last name of it; null where code makes it. */
    readonly name: string | null;
    /** The names before that; null where they are not plain. */
    readonly on: readonly string[] | null;
    /** The nearest of these; '' where there is none. */
    readonly last: string;
};
export declare function calledBy(callee: Node): Called;
/** Notes a name that two sides must agree on, or that a function hands it on. */
export declare function use(draft: Draft, kind: UseKind, node: Node | null | undefined, ancestors: readonly Node[], of?: string | null): void;
