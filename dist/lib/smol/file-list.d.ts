/** One item of a plan's list of files, as the model wrote it: the path is not checked yet. */
export type ListedFile = {
    /** NFC, without a leading `./`. */
    readonly path: string;
    /** The planner's guess of its length in lines; null when it gave none. */
    readonly lines: number | null;
    readonly description: string;
    /** Paths of other items, or of files that are there already, that it is said to use, in the order of mention. */
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
 * path in backticks, then may follow in parentheses a number of lines and whether the file is new or changes, a
 * separator, a description, and the word `Uses` with other paths of the list, which may be globs (`src/*.css`), folders (`css/`) or bare names.
 * A plan that is wrapped in a fence as a whole is taken out of it first.
 *
 * @param existing Paths of the files that are there already, which `Uses` may name as well.
 * @returns `list` with at least one entry, in the plan's order, a path that is listed twice included; or
 *   `none` with a reason, a whole clause without a final full stop.
 * @example readFileList('# App\n## Files\n- `a.js` (~20) – starts it. Uses `b.js`.\n- `b.js`')
 */
export declare function readFileList(plan: string, existing?: ReadonlySet<string>): FileList;
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
/** One item of the list of files, where it stands in the plan. */
export type PlacedItem = Section & {
    readonly path: string;
    /** Its first line up to the end of the path, the closing backtick included. */
    readonly lead: string;
    /** What follows the path, lines below the first included. */
    readonly rest: string;
};
/** Where the parts of a plan stand, as numbers of its lines. */
export type PlanLayout = {
    /** The plan without a fence around it. */
    readonly lines: readonly string[];
    readonly title: {
        readonly index: number;
        readonly text: string;
    } | null;
    readonly introduction: Section;
    /** From the heading on that `readFileList` reads the items of. */
    readonly files: Section | null;
    readonly items: readonly PlacedItem[];
};
/** Finds the parts of a plan, by the same reading as `readFileList`. */
export declare function layoutOfPlan(plan: string): PlanLayout;
/** The lines of a plan, taken out of the fence around it. */
export declare function linesOf(plan: string): string[];
export type Heading = {
    readonly index: number;
    readonly level: number;
    readonly text: string;
};
/** The headings of a plan, those inside of code left out. */
export declare function headingsOf(lines: readonly string[]): Heading[];
/** The first heading, unless it is one of the sections; else the empty string. */
export declare function titleOf(headings: readonly Heading[]): string;
/** Lines from `start` up to, but without `end`. */
export type Section = {
    readonly start: number;
    readonly end: number;
};
/** The section that `readFileList` reads: from its heading's line to the line after its last. */
export declare function sectionOf(lines: readonly string[], headings: readonly Heading[]): Section | null;
/** A file's item: what stands after its path, lines below it included, is `rest`. */
export type Item = {
    readonly path: string;
    readonly isNested: boolean;
    readonly lead: string;
    rest: string;
    readonly start: number;
    end: number;
};
/** The items that are files, each with the lines below it that are none. */
export declare function itemsOf(lines: readonly string[]): Item[];
/** A path as it is compared: NFC, without a leading `./`. */
export declare function cleanPath(path: string): string;
/** An item read to its end. @param paths those that may be named after `Uses`. */
export declare function entryOf({ path, rest }: Pick<Item, 'path' | 'rest'>, paths: readonly string[], existing?: ReadonlySet<string>): ListedFile;
