import type { Language } from './language.js';
import type { PageFacts, SheetFacts } from './page/facts.js';
import type { PythonFacts } from './python/facts.js';
import type { ScriptFacts } from './script/facts.js';
import type { Instruction, MarkdownFacts } from './text/facts.js';
/** A place in a file where it cannot be read. */
export type Broken = {
    readonly line: number;
    readonly message: string;
};
/** What the rules know of a file: they never see its text twice, and no tree of it is kept. */
export type Facts = {
    readonly path: string;
    readonly language: Language;
    readonly lines: number;
    readonly broken: readonly Broken[];
    /** Code in it: of a script the file itself, of a page the scripts that stand in it. */
    readonly scripts: readonly ScriptFacts[];
    /** Of HTML. */
    readonly page: PageFacts | null;
    /** Styles in it: of a sheet the file itself, of a page the styles that stand in it. */
    readonly sheets: readonly SheetFacts[];
    /** Of JSON, YAML and TOML: what it says. */
    readonly data: unknown;
    readonly python: PythonFacts | null;
    readonly markdown: MarkdownFacts | null;
    /** Instructions of a Dockerfile. */
    readonly docker: readonly Instruction[];
};
/** What one language's reader gives: the rest is as in a file of which nothing is known. */
export type Read = Partial<Omit<Facts, 'path' | 'language' | 'lines'>>;
/** Reads a file of one language. Does not throw for a text that is broken. */
export type Reader = (path: string, text: string) => Read;
