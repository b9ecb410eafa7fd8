import { mentionsOf } from '../check/mentions.js';
import { isBinary } from './paths.js';
/** Of so many files it is looked up who names them. */
const MOST = 50;
/**
 * The files of a plan that a person has to add, with who names them.
 *
 * @param files path → text of the app.
 * @param paths of files that are there: of these nothing is missing.
 */
export function unmadeOf({ refused }, files, paths) {
    const missing = new Set(refused.map(({ path }) => path).filter((path) => isBinary(path) && !paths.has(path)));
    return [...missing].map((path, index) => ({ path, usedBy: index < MOST ? mentionsOf(files, path) : [] }));
}
