/** Files that are not shown to a model, where they are there already. */
export declare const MAY_HOLD_SECRETS: readonly string[];
/**
 * Files that are made and shown to a person, but not written to the branch (S37). Each of them acts on its
 * own: a machine runs it when the branch is pushed, an editor when the folder is opened, Git when it is
 * checked out, or another model takes it as an instruction. Matched in any letter case, at any depth.
 */
export declare const SET_ASIDE: readonly {
    readonly globs: readonly string[];
    readonly reason: string;
}[];
