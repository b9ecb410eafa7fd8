import type { FileAction } from './events.js';
import { type Heading, type ListedFile, type Section } from './file-list.js';
/** What an item of a plan of a change asks for, in the model's own words: nothing of it is checked yet. */
export type Wish = ListedFile & {
    /** `keep`: the item says that the file stays as it is. Null where it does not say. */
    readonly action: FileAction | 'keep' | null;
    /** For a rename: the path before. */
    readonly from: string | null;
};
/**
 * The items under "Files" in a plan of a change: a path, a word for what becomes of it, a description. The word
 * may also stand before the path, or in a heading over several items.
 *
 * @param existing paths of the repository.
 */
export declare function wishesOf(lines: readonly string[], headings: readonly Heading[], section: Section, existing: ReadonlySet<string>): Wish[];
