import type { Reference } from './facts.js';
/** A start tag, by its attributes. */
export type Tag = {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    /** The line of an attribute. */
    readonly lineOf: (attribute: string) => number;
};
/** The addresses in a start tag. */
export declare function referencesOf(tag: Tag): Reference[];
/** Attributes that name ids of the same page, one or several. */
export declare const NAMING: ReadonlySet<string>;
/** Elements whose end must be written. */
export declare const CLOSED: ReadonlySet<string>;
