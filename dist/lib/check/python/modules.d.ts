import type { App } from '../app.js';
import type { PythonFacts, Signature } from './facts.js';
/** What a module's name leads to. */
export type Module = {
    /** Its file; null for a folder without `__init__.py`, or a file that is no Python. */
    readonly path: string | null;
    /** Its folder, where it is one. */
    readonly folder: string | null;
};
/** Modules by place: what a name leads to from somewhere. */
export declare class Modules {
    #private;
    /** Names of modules and folders of modules, wherever they are. */
    readonly names: Set<string>;
    constructor(app: App);
    facts(path: string | null): PythonFacts | null;
    isPackage(folder: string): boolean;
    /** Names of the modules in a folder. */
    in(folder: string): readonly string[];
    /** The module `a.b` that is looked for in a folder, or how far the way to it goes. */
    find(folder: string, name: string): Module | null;
    /** Folders in which a file's imports may be looked for: none that is itself within a package. */
    rootsOf(path: string): readonly string[];
    /**
     * What a module of the set may be found as from a file, wherever it may be looked for. `import yaml` in `yaml.py`
     * is not for that file: it means another one, of which nothing is known here.
     */
    candidates(from: string, name: string): readonly Module[];
    /** Whether more modules may be in a package than there are files: it makes them when it is loaded. */
    mayMakeModules(from: string, name: string): boolean;
    /** Whether a file may make modules that have no files, or nothing is known of it. */
    makesModules(path: string | null): boolean;
    /** The module that a relative import leads to; undefined where that is outside of the set. */
    relative(from: string, level: number, name: string): Module | null | undefined;
    /** Whether a module may have a name: false only where it surely has not. */
    mayHave({ path, folder }: Module, name: string, seen?: Set<string>): boolean;
    /** The modules of the set that an import may reach. */
    reached(from: string, level: number, name: string): readonly Module[];
    /** What a function or a class of a module takes, also where it is only handed on from another; null if unknown. */
    signature(path: string | null, name: string, steps?: number): {
        path: string;
        signature: Signature;
    } | null;
    /** Names that a module has, for whoever looks for another. */
    offered({ path, folder }: Module): readonly string[];
}
/** The folder of a path; empty at the top. */
export declare function folderOf(path: string): string;
