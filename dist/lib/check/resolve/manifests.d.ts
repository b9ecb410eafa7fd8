import type { App } from '../app.js';
/** What a check needs of a `package.json`. */
export type Manifest = {
    readonly path: string;
    readonly folder: string;
    readonly name: string | null;
    readonly type: string | null;
    /** Packages that are declared, of whatever kind, with the kind. */
    readonly declared: ReadonlyMap<string, string>;
    readonly scripts: ReadonlyMap<string, string>;
    readonly parts: ReadonlyMap<string, unknown>;
};
/** All manifests of an app, by folder. */
export declare function manifestsOf({ facts }: App): ReadonlyMap<string, Manifest>;
/** The manifests that hold for a file, the nearest first. */
export declare function manifestsAbove(manifests: ReadonlyMap<string, Manifest>, path: string): Manifest[];
/** The entries of a value, if it is an object; foreign names never become names of ours. */
export declare function entriesOf(value: unknown): ReadonlyMap<string, unknown>;
/** The value, if it is a text. */
export declare function textOf(value: unknown): string | null;
