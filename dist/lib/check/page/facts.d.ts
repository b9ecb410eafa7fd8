/** What an address leads to, by the place it stands in. */
export type Target = 'code' | 'style' | 'page' | 'image' | 'media' | 'font' | 'data' | 'other';
/** An address in a file. */
export type Reference = {
    readonly target: Target;
    /** As it stands in the file. */
    readonly address: string;
    readonly line: number;
    /** What it stands in, as people call it: `src`, `href`, `url()`, `fetch`. */
    readonly how: string;
    /** What a relative one starts from: the file itself, or the page that the file is loaded by. */
    readonly from: 'file' | 'page';
};
/** An attribute that names the id of another element: `for`, `aria-controls`. */
export type Naming = {
    readonly attribute: string;
    readonly id: string;
    readonly line: number;
};
/** What the rules know of a page. */
export type PageFacts = {
    /** Written for another engine: it is not what a browser gets. */
    readonly isTemplate: boolean;
    /** A document of its own, no part of one. */
    readonly isWhole: boolean;
    /** Where relative addresses start, if the page says so. */
    readonly base: string | null;
    readonly references: readonly Reference[];
    /** Id → line. */
    readonly ids: ReadonlyMap<string, number>;
    /** Class → line of its first element. */
    readonly classes: ReadonlyMap<string, number>;
    /** Attributes that begin with `data-` → line. */
    readonly dataNames: ReadonlyMap<string, number>;
    readonly namings: readonly Naming[];
    /** Words in attributes that a script may make anything of. */
    readonly mentions: ReadonlySet<string>;
    /** What bare imports lead to. */
    readonly importMap: ReadonlyMap<string, string>;
    /**
     * An element that is never closed, in a page that begins as a document, with `<html>` and `<body>`, and does not end
     * as one; `isCut` where its text stops in the middle, too.
     */
    readonly open: {
        readonly tag: string;
        readonly line: number;
        readonly isCut: boolean;
    } | null;
};
/** What the rules know of a style sheet, or of the styles in a page. */
export type SheetFacts = {
    readonly references: readonly Reference[];
    /** Where browsers would read it otherwise than it is meant; null where they would not. */
    readonly doubt: {
        readonly line: number;
        readonly message: string;
    } | null;
};
/** Whether text is written for a template engine, so that braces in it are no text. */
export declare function isTemplated(text: string): boolean;
