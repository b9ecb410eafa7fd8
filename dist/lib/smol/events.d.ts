import type { Retry, Usage } from '../model/port.js';
import type { ListedFile } from './file-list.js';
/** One file of a plan. Its path is relative to the app's folder and checked by `checkPath`. */
export type PlannedFile = ListedFile & {
    /**
     * Null for a file that is written. Otherwise why it is not: it is made all the same and shown to a
     * person, who may add it (`.github/**` and other protected paths).
     */
    readonly setAside: string | null;
};
/** A path of the plan that is not made at all, and why. */
export type RefusedFile = {
    readonly path: string;
    readonly reason: string;
};
export type Plan = {
    /** The plan as the model wrote it: the contract every file call is sent. */
    readonly text: string;
    /** The first heading; the empty string when the plan has none. */
    readonly title: string;
    /** In the plan's order. Never empty. */
    readonly files: readonly PlannedFile[];
    readonly refused: readonly RefusedFile[];
};
/** Bounds of a run. A bound that is null does not apply. */
export type Limits = {
    readonly maxFiles: number;
    /** US dollars for all calls together. */
    readonly maxCostUsd: number | null;
    /** Prompt and completion tokens of all calls together. */
    readonly maxTotalTokens: number | null;
};
export type DevelopRequest = {
    /** What to build, in a person's words. */
    readonly prompt: string;
    /** Standing instructions of the people who ask (house rules); trusted. */
    readonly instructions?: string | undefined;
    /** Default: 100 files, no other bound. */
    readonly limits?: {
        readonly [Bound in keyof Limits]?: Limits[Bound] | null | undefined;
    } | undefined;
    /** Globs of paths that are set aside besides the built-in ones. */
    readonly protectedPaths?: readonly string[] | undefined;
    /** Why a path cannot be written where the files go; null when it can. Such a path is refused. */
    readonly refusePath?: ((path: string) => string | null) | undefined;
    /** Why a file's text cannot be written, as a clause; null when it can. It is asked for once more, then failed. */
    readonly refuseContent?: ((content: string) => string | null) | undefined;
    /** An earlier run of the same request: its plan is not asked for again, its files are not made again. */
    readonly resume?: {
        readonly plan: string;
        readonly files: ReadonlyMap<string, string>;
    } | undefined;
    readonly signal?: AbortSignal | undefined;
};
export type FileFailure = {
    readonly path: string;
    readonly error: Error;
};
/** What a run came to. */
export type DevelopResult = {
    readonly plan: Plan;
    /** Path → content of every file that was made, in the plan's order, set-aside files included. */
    readonly files: ReadonlyMap<string, string>;
    readonly failed: readonly FileFailure[];
    readonly usage: Usage;
};
/** What happens during a run, in order. A reader needs no other source. */
export type DevelopEvent = {
    readonly type: 'plan.start';
} | {
    readonly type: 'plan.delta';
    readonly text: string;
}
/** The attempt failed and is made again: plan text streamed so far is void. */
 | {
    readonly type: 'plan.retry';
    readonly retry: Retry;
}
/** The list of files in the plan could not be read; it is asked for with a schema. */
 | {
    readonly type: 'plan.list';
    readonly reason: string;
} | {
    readonly type: 'plan.done';
    readonly plan: Plan;
    readonly reused: boolean;
} | {
    readonly type: 'file.start';
    readonly path: string;
} | {
    readonly type: 'file.delta';
    readonly path: string;
    readonly text: string;
}
/** Text of this file streamed so far is void. */
 | {
    readonly type: 'file.retry';
    readonly path: string;
    readonly retry: Retry;
}
/** The reply was cut at the token limit; it is continued from where it stopped. */
 | {
    readonly type: 'file.continue';
    readonly path: string;
    readonly attempt: number;
} | {
    readonly type: 'file.done';
    readonly path: string;
    readonly content: string;
    readonly reused: boolean;
} | {
    readonly type: 'file.failed';
    readonly path: string;
    readonly error: Error;
}
/** Total of the run so far, after each call. */
 | {
    readonly type: 'usage';
    readonly usage: Usage;
} | {
    readonly type: 'done';
    readonly result: DevelopResult;
};
