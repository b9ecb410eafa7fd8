/** Modules that come with Node; `node:` before them is no part of their names. */
export declare const BUILTIN: ReadonlySet<string>;
/** Modules that the place where code runs brings along: editors, browsers' hosts, other runtimes. */
export declare const HOSTED: ReadonlySet<string>;
/** Packages that others need in all their versions: package → those it brings. */
export declare const BROUGHT: Readonly<Record<string, RegExp>>;
