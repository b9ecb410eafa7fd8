/**
 * The files that a sentence such as ``Uses `a.js`, all `src/pages/*Page.tsx` and the `css/` files`` names.
 *
 * A quotation in backticks counts if it is a path of the list, a glob (`*` within a folder, `**` across) or a
 * folder with a final `/` that holds some, or a file name that only one of them has. Everything else in
 * the sentence is prose.
 *
 * @param sentence The text from the word `Uses` on.
 * @param path The file that uses; it is never among the result.
 * @param paths All paths of the list.
 * @param existing Paths of files that are there already: these count only where they are given in full.
 * @returns Paths of the list and of `existing`, each once, in the order of their first mention.
 */
export declare function resolveUses(sentence: string, path: string, paths: readonly string[], existing?: ReadonlySet<string>): string[];
