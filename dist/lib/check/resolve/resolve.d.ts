import type { App } from '../app.js';
import { type Manifest } from './manifests.js';
/** Where an import leads. */
export type Target = 
/** `isExact` unless an end or an index file was put in by the reading. */
{
    readonly kind: 'file';
    readonly path: string;
    readonly isExact: boolean;
} | {
    readonly kind: 'case';
    readonly path: string;
} | {
    readonly kind: 'missing';
    readonly path: string;
} | {
    readonly kind: 'package';
    readonly name: string;
} | {
    readonly kind: 'unknown';
};
/** Finds files as Node, bundlers and browsers do. Where they differ, what any of them finds is found. */
export declare class Resolver {
    #private;
    readonly manifests: ReadonlyMap<string, Manifest>;
    constructor(app: App);
    /** Where a specifier in a file leads. */
    resolve(from: string, specifier: string): Target;
    /** Files beside a path that is missing, for whoever mends it. */
    neighbours(path: string): string[];
    /** Whether a file runs somewhere else than where it lies: a host or a generator puts it together with others. */
    isLaidElsewhere(path: string): boolean;
    /** The manifests that hold for a file, the nearest first. */
    manifestsAbove(path: string): Manifest[];
    /** Whether a name is that of a package in this app. */
    isWorkspace(name: string): boolean;
    /** Whether there is a folder. */
    hasFolder(path: string): boolean;
}
/** The package that a specifier names; null for what can be none, such as an alias. */
export declare function packageOf(specifier: string): string | null;
/** The resolver of an app, made once. */
export declare function resolverOf(app: App): Resolver;
