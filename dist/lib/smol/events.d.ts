import type { Finding, RuleName } from '../check/finding.js';
import type { Mention } from '../check/mentions.js';
import type { Retry, Usage } from '../model/port.js';
import type { ListedFile } from './file-list.js';
import type { Repository, Review } from './prompts.js';
/** What becomes of a file. A file that is renamed may change, too. */
export type FileAction = 'add' | 'change' | 'rename' | 'delete';
/** One file of a plan. Its path is relative to the app's folder and checked by `checkPath`. */
export type PlannedFile = ListedFile & {
    readonly action: FileAction;
    /** The path that a file has before it is renamed; null for every other action. */
    readonly from: string | null;
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
    /** In the plan's order. Empty only where remarks ask for no change. */
    readonly files: readonly PlannedFile[];
    readonly refused: readonly RefusedFile[];
    /**
     * Of a plan of a change: for each remark what is said to it; null to one that asks for nothing, the empty string
     * where the model said nothing of it. Else empty.
     */
    readonly replies: readonly (string | null)[];
};
/** Bounds of a run. A bound that is null does not apply. */
export type Limits = {
    readonly maxFiles: number;
    /** US dollars for all calls together. */
    readonly maxCostUsd: number | null;
    /** Prompt and completion tokens of all calls together. */
    readonly maxTotalTokens: number | null;
    /** Whether the bounds are a price that a person was told and agreed to. */
    readonly isAgreed: boolean;
};
/** What is there before a run. Paths are relative to the app's folder. */
export type ExistingRepository = {
    readonly paths: ReadonlySet<string>;
    /** What a planner is shown of it. */
    readonly shown: Repository;
    /** A file's content; null when it is no text that can be changed (an image, a submodule, too large). */
    readonly read: (path: string) => Promise<string | null>;
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
        /** What its checks found, be it mended or not: people see what became of it. */
        readonly found?: readonly Finding[] | undefined;
    } | undefined;
    /** Paths of icons that an earlier run drew and that stand there: they are drawn again. */
    readonly drawn?: ReadonlySet<string> | undefined;
    /** What is there already; without it all files are new. A file that is there is changed, not written anew. */
    readonly existing?: ExistingRepository | undefined;
    /**
     * What an older version of the request came to, and remarks on its plan. Files whose line in the plan stays the
     * same, and the lines of what they use, are taken over.
     */
    readonly previous?: {
        readonly plan: string;
        /** The plan that the files were made by, where it has been edited since. */
        readonly madeBy?: string | undefined;
        readonly files: ReadonlyMap<string, string>;
        readonly remarks: string | null;
    } | undefined;
    /** Plans of the changes that were made since to what the plan came to: whoever makes a file of it knows them. */
    readonly changes?: readonly string[] | undefined;
    /** Pictures of the request, as `data:` addresses; only a planner sees them. */
    readonly images?: readonly string[] | undefined;
    readonly signal?: AbortSignal | undefined;
};
/** A change of what a run came to, as people asked for it. */
export type ReviseRequest = Pick<DevelopRequest, 'prompt' | 'instructions' | 'limits' | 'protectedPaths' | 'refusePath' | 'refuseContent' | 'resume' | 'signal'> & Review & {
    readonly existing: ExistingRepository;
    /** What the checks left of what was made so far. */
    readonly left?: readonly Finding[] | undefined;
};
/** What the checks of a set of files came to. */
export type Checks = {
    /** All that was ever found, what is mended by now included. */
    readonly found: readonly Finding[];
    /** What is still there. */
    readonly left: readonly Finding[];
    /** How many files each rule looked at. */
    readonly looked: ReadonlyMap<RuleName, number>;
    /** Why errors that are left were not mended, in a sentence; null where none is left, or the model did not know how. */
    readonly unmended: string | null;
    /** Files that were not looked into. */
    readonly skipped: readonly {
        readonly path: string;
        readonly reason: string;
    }[];
};
export type FileFailure = {
    readonly path: string;
    readonly error: Error;
};
/** A file of the plan that a person has to add, since it is neither text nor an icon. */
export type Unmade = {
    readonly path: string;
    /** The files that name it, and where. */
    readonly usedBy: readonly Mention[];
};
/** What a run came to. */
export type DevelopResult = {
    readonly plan: Plan;
    /** Path → content of every file that was made, in the plan's order, set-aside files included. */
    readonly files: ReadonlyMap<string, string>;
    /** Path → bytes of the icons of the plan, which are drawn. */
    readonly drawn: ReadonlyMap<string, Uint8Array>;
    readonly unmade: readonly Unmade[];
    readonly failed: readonly FileFailure[];
    readonly checks: Checks;
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
}
/** The model takes no pictures: it plans without those of the request. */
 | {
    readonly type: 'images.unseen';
    readonly count: number;
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
}
/** The file was looked at, and nothing in it has to change. */
 | {
    readonly type: 'file.unchanged';
    readonly path: string;
} | {
    readonly type: 'file.failed';
    readonly path: string;
    readonly error: Error;
}
/** The files were checked as a set: before the first repair in round 0, then after each round of them. */
 | {
    readonly type: 'check';
    readonly round: number;
    readonly findings: readonly Finding[];
}
/** A file with errors is mended: it is `file.done` again afterwards, whatever came of it. */
 | {
    readonly type: 'repair';
    readonly path: string;
    /** As the plan has it; what it would have of a file that it does not name. */
    readonly file: PlannedFile;
    readonly findings: readonly Finding[];
}
/** An icon of the plan, as `.png` or `.ico`, made without a model once all other files are there. */
 | {
    readonly type: 'file.drawn';
    readonly path: string;
    readonly content: Uint8Array;
}
/** Total of the run so far, after each call. */
 | {
    readonly type: 'usage';
    readonly usage: Usage;
} | {
    readonly type: 'done';
    readonly result: DevelopResult;
};
