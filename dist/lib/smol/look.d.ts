import { type Finding } from '../check/finding.js';
import type { Checks, Plan } from './events.js';
/** What is around the files that were made. */
export type Surroundings = {
    /** Path → text of other files that are known, and of those that were made as they stood before. */
    readonly before: ReadonlyMap<string, string>;
    /** Paths of all files that are there. */
    readonly paths: ReadonlySet<string>;
    /** Paths that are no more. */
    readonly gone: ReadonlySet<string>;
    /** What earlier checks of what was made left: it counts until it is mended. */
    readonly left: readonly Finding[];
    /**
     * Whether a file that the plan does not name may be changed, too, where the change has broken it; null where nobody
     * looks at others than those of the plan.
     */
    readonly mayMend: ((path: string) => boolean) | null;
};
/** Files that were made by a plan, and what is around them. */
export type Looked = {
    readonly plan: Plan;
    readonly around: Surroundings;
};
/** What is found in files. */
export type Look = Pick<Checks, 'looked' | 'skipped'> & {
    readonly findings: readonly Finding[];
};
/** A file as it was made, or as it stands where it was looked at and left alone. */
export declare function contentOf({ around }: Looked, files: ReadonlyMap<string, string>, path: string): string | undefined;
/** The files whose findings are this run's concern: those of the plan that there are. */
export declare function concerned(looked: Looked, files: ReadonlyMap<string, string>): ReadonlySet<string>;
/** What was found in the files before they were changed: none of it is what the change brought. */
export declare function lookBefore(looked: Looked, files: ReadonlyMap<string, string>): Promise<readonly Finding[]>;
/** What is wrong with files as they were made. @param known what was wrong before. */
export declare function look(looked: Looked, files: ReadonlyMap<string, string>, known: readonly Finding[]): Promise<Look>;
