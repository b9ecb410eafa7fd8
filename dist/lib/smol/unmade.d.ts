import type { Plan, Unmade } from './events.js';
/**
 * The files of a plan that a person has to add, with who names them.
 *
 * @param files path → text of the app.
 * @param paths of files that are there: of these nothing is missing.
 */
export declare function unmadeOf({ refused }: Pick<Plan, 'refused'>, files: ReadonlyMap<string, string>, paths: ReadonlySet<string>): Unmade[];
