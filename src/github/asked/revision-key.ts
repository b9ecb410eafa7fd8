import { createHash } from 'node:crypto';
import type { PersonsRemark } from './remarks.js';
import type { Settings } from './settings.js';

/**
 * The key of a revision: the same remarks on the same commit with the same settings are the same piece of work.
 * 16 hexadecimal digits.
 *
 * @param head SHA of the commit that they are about.
 */
export function revisionKey(remarks: readonly PersonsRemark[], head: string, settings: Settings): string {
  const { model, planModel, effort, temperature, instructions, protectedPaths } = settings;
  const said = remarks.map(({ key, text }) => [key, text]);
  const parts = ['revision', head, said, model, planModel, effort, temperature, instructions, protectedPaths];
  return createHash('sha256').update(JSON.stringify(parts).toWellFormed()).digest('hex').slice(0, 16);
}
