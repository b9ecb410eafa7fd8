import type { Plan } from './events.js';
/** What became of a file from one plan to the next. */
export type FileDifference = {
    readonly path: string;
    readonly kind: 'same' | 'changed' | 'added' | 'removed';
};
/** What became different from one plan to the next. */
export type PlanDifference = {
    /** In the order of the new plan; removed ones at the end. */
    readonly files: readonly FileDifference[];
    /** Lines outside of the list of files that only one of the plans has. */
    readonly contract: {
        readonly removed: readonly string[];
        readonly added: readonly string[];
        /** Whether one of them names nothing: then it may be about any file. What introduces the app is about none. */
        readonly isAboutAll: boolean;
    };
};
type Compared = Pick<Plan, 'text' | 'files'>;
/** Compares two plans: the files by what is said of them and what they use, the rest line by line. */
export declare function comparePlans(before: Compared, after: Compared): PlanDifference;
/**
 * The files of a new plan that an older one's cannot stand for: those that are new or of which something else is
 * said, those that use such a file or one that is gone, and those whose content holds a name of a line of the
 * contract that became different.
 *
 * @param contents path → content of the files as they were made by the older plan.
 */
export declare function filesToMake(difference: PlanDifference, before: Compared, after: Compared, contents: ReadonlyMap<string, string>): Set<string>;
export {};
