import type { App } from '../app.js';
/** What Python packages an app says it needs. */
export type Requirements = {
    /** As the index compares them: small letters, dashes. */
    readonly names: ReadonlySet<string>;
    /** Files that say so. */
    readonly sources: readonly string[];
    /** Every package is named in them; not so where one of them is computed. */
    readonly isWhole: boolean;
    /** What is installed besides, since others need it: the names in files that lock versions. */
    readonly locked: ReadonlySet<string>;
};
/** What is declared for a file: by the manifests of its folder and of those around it; null where there is none. */
export declare function requirementsOf(app: App, path: string): Requirements | null;
/** The packages that a file lists, as they stand there; none where they are not a plain list. */
export declare function listedIn(app: App, path: string): readonly string[];
/** A name as the index compares it. */
export declare function normal(name: string): string;
/** Whether a module comes with a package that is declared, or with what such a package needs itself. */
export declare function isDeclared(module: string, names: ReadonlySet<string>): boolean;
/** Whether a module comes with a package of these very names: there may be tens of thousands of them. */
export declare function isAmong(module: string, names: ReadonlySet<string>): boolean;
/** Whether a name is that of a package which many install. */
export declare function isWidelyUsed(module: string): boolean;
