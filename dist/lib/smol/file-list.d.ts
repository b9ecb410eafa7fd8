/** One item of a plan's list of files, as the model wrote it: the path is not checked yet. */
export type ListedFile = {
    /** NFC, without a leading `./`. */
    readonly path: string;
    /** The planner's guess of its length in lines; null when it gave none. */
    readonly lines: number | null;
    readonly description: string;
    /** Paths of other items that it is said to use, in the order they are mentioned. */
    readonly uses: readonly string[];
};
/** The list of files in a plan, or why there is none. */
export type FileList = {
    readonly kind: 'list';
    readonly title: string;
    readonly entries: readonly ListedFile[];
} | {
    readonly kind: 'none';
    readonly reason: string;
};
/**
 * Reads the list of files out of a plan: the items of its last section named "Files". Each begins with the
 * path in backticks, then may follow a number of lines in parentheses, a separator, a description, and the
 * word `Uses` with other paths of the list, which may be globs (`src/*.css`), folders (`css/`) or bare names.
 * A plan that is wrapped in a fence as a whole is taken out of it first.
 *
 * @returns `list` with at least one entry, in the plan's order, a path that is listed twice included; or
 *   `none` with a reason, a whole clause without a final full stop.
 * @example readFileList('# App\n## Files\n- `a.js` (~20) – starts it. Uses `b.js`.\n- `b.js`')
 */
export declare function readFileList(plan: string): FileList;
/** A plan cut into what is shown in different places. All of it as the model wrote it. */
export type PlanParts = {
    /** The first heading's words; empty when the plan does not begin with one. */
    readonly title: string;
    /** What stands between the title and the next heading: what the app is. */
    readonly introduction: string;
    /** Everything else but the section that `readFileList` reads, which is shown as a checklist. */
    readonly rest: string;
};
/** Cuts a plan, by the same reading as `readFileList`. */
export declare function splitPlan(plan: string): PlanParts;
