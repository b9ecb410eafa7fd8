/** Folders whose files run somewhere else than where they lie. */
export declare function laidElsewhere(paths: ReadonlySet<string>, folders: ReadonlySet<string>): ReadonlySet<string>;
