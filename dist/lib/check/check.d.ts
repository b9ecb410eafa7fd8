import type { Promised } from './app.js';
import { type Finding, type RuleName } from './finding.js';
import { type Skipped } from './readers.js';
export type CheckRequest = {
    /** Path → text. Paths are relative to one folder. */
    readonly files: ReadonlyMap<string, string>;
    /** Paths that are there besides: they may be referred to, and are not looked into. */
    readonly others?: ReadonlySet<string> | undefined;
    /** What the files were written by. */
    readonly plan?: Promised | null | undefined;
    /** Paths whose findings count; all unless given. What the others say is known all the same. */
    readonly only?: ReadonlySet<string> | undefined;
};
export type CheckResult = {
    /** By file and line. */
    readonly findings: readonly Finding[];
    /** How many files each rule looked at; a rule that had nothing to look at is missing. */
    readonly looked: ReadonlyMap<RuleName, number>;
    readonly skipped: readonly Skipped[];
};
/**
 * Looks whether files hold together: by parsers and rules, never by a model, and without running anything.
 *
 * @example
 * const { findings } = await check({ files: new Map([['app.js', "import { a } from './b.js';"]]) });
 */
export declare function check(request: CheckRequest): Promise<CheckResult>;
