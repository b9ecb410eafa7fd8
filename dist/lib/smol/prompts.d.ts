import type { Message } from '../model/port.js';
export type Brief = {
    /** What to build, in a person's words. */
    readonly prompt: string;
    /** Standing instructions of the people who ask; trusted, unlike the prompt. */
    readonly instructions?: string | undefined;
    /** Whether there are files already: what is made fits into them. */
    readonly isExisting?: boolean | undefined;
};
/** A file as it is, or a part of it. */
export type Source = {
    readonly path: string;
    readonly content: string;
};
/** Messages that ask for the plan. */
export declare function planMessages(brief: Brief, repository?: Repository | null): Message[];
/** What a planner is shown of a repository. */
export type Repository = {
    /** Paths of its files, or the more telling part of them. */
    readonly paths: readonly string[];
    /** How many there are besides. */
    readonly morePaths: number;
    readonly sources: readonly Source[];
};
/** Messages that ask for a plan again, since remarks were made on it or the request has changed. */
export declare function planAgainMessages(brief: Brief, { plan, remarks, repository }: {
    plan: string;
    remarks: string | null;
    repository: Repository | null;
}): Message[];
/** Messages that ask for the list of files in a plan which could not be read. */
export declare function listMessages(brief: Brief, plan: string): Message[];
/**
 * Messages that ask for one new file. They differ from those of another file only after the plan.
 *
 * @param uses files that are there already and that this one uses.
 */
export declare function fileMessages(brief: Brief, plan: string, path: string, uses?: readonly Source[]): Message[];
/** Why a file that is there is looked at. */
export type EditReason = {
    readonly kind: 'plan';
} | {
    readonly kind: 'change';
}
/** The plan of a change names not this file, but one that it uses. */
 | {
    readonly kind: 'use';
    readonly path: string;
}
/** The files were checked as a set: what is wrong with this one, and what the other side offers. */
 | {
    readonly kind: 'check';
    readonly findings: readonly string[];
};
/** Messages that ask for one file that is there already. @param file as it stands. */
export declare function editMessages(brief: Brief, plan: string, file: Source, { uses, reason, }?: {
    uses?: readonly Source[] | undefined;
    reason?: EditReason | undefined;
}): Message[];
/** Messages that ask for a file as a whole, since edits of it could not be made. @param reason a whole clause. */
export declare function wholeFileMessages(asked: readonly Message[], edits: string, reason: string): Message[];
/** What a person said about the result. */
export type Remark = {
    readonly text: string;
    /** The place in a file that it is about; null for a remark on all of it. */
    readonly where: {
        readonly path: string;
        readonly line: number | null;
        readonly hunk: string;
    } | null;
};
/** What a revision is about: it stands after the request in each of its calls. */
export type Review = {
    readonly plan: string;
    /** Plans of earlier changes, the oldest first. */
    readonly changes: readonly string[];
    readonly remarks: readonly Remark[];
};
/** Messages that ask for the plan of a change. @param repository with the files that are concerned. */
export declare function changeMessages(brief: Brief, review: Review, repository: Repository): Message[];
/** Messages that ask for the list in a plan of a change which could not be read. */
export declare function changeListMessages(brief: Brief, review: Review, change: string): Message[];
/** The plan that the files of a revision are changed by: for `fileMessages` and `editMessages`. */
export declare function revisionPlan(review: Review, change: string): string;
/** A plan with the changes that were made of its app since. */
export declare function planSince(plan: string, changes: readonly string[]): string;
/** Messages that ask to go on with a reply which was cut at the token limit. */
export declare function continuationMessages(asked: readonly Message[], soFar: string): Message[];
