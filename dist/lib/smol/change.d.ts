import type { Plan, PlannedFile } from './events.js';
import { type PlanRules } from './plan.js';
export type ChangeRules = PlanRules & {
    /** Paths of the repository. */
    readonly existing: ReadonlySet<string>;
};
/** What a plan of a change comes to, apart from its contract. */
export type Change = {
    readonly files: readonly Omit<PlannedFile, 'setAside'>[];
    readonly replies: readonly (string | null)[];
};
/**
 * Reads a plan of a change: which files are changed, added, renamed and deleted, and what is replied. What the
 * plan calls a change of a file that is not there adds it, and the other way round.
 *
 * @param remarkCount how many remarks the plan replies to.
 * @returns the plan, in which a reply is the empty string where the model gave none; or the reason why it cannot
 *   be read, so that its list must be asked for.
 * @throws TooManyFilesError
 */
export declare function readChange(text: string, remarkCount: number, rules: ChangeRules): Plan | {
    unreadable: string;
};
/**
 * The plan of a change whose list was asked for separately. The list is added to the text, so that everyone who
 * changes a file knows it, and whoever reads the plan again finds it.
 *
 * @throws ChangeUnreadableError when it names no file and gives no reply; TooManyFilesError
 */
export declare function changeFromList(text: string, change: Change, rules: ChangeRules): Plan;
/** The sections "Files" and "Replies" of a plan of a change, as `readChange` reads them. */
export declare function writeChange({ files, replies }: Change): string;
