import type { Source } from '../../smol/prompts.js';
import { folderOf, ROOT_FOLDER } from '../api/folder.js';
import { eachAtOnce } from '../api/requests.js';
import type { Entry } from '../branch/place.js';
import { cutAtLine } from '../markup/cut.js';
import { removeHiddenText } from '../markup/hidden-text.js';
import type { ReadFile } from './existing.js';

/** Where the people of a repository write down what they ask of whoever works in it: ours, then the common ones. */
const OF_REPOSITORY = ['.github/smol.md', 'AGENTS.md', 'CLAUDE.md', '.github/copilot-instructions.md'];
const OF_FOLDER = ['AGENTS.md', 'CLAUDE.md'];
/** Characters of all of them together: they stand before every call. */
const ROOM = 20_000;

/** How house rules are found. */
export type HouseRulesRequest = {
  /** All files of the base branch. Another branch says nothing here: anybody may have proposed it. */
  readonly files: ReadonlyMap<string, Entry>;
  /** Of the app. */
  readonly folder: string;
  readonly read: (file: Entry | undefined) => Promise<ReadFile>;
};

/**
 * The house rules of a repository, by their paths in it: first those for all of it, then those of the app's folder.
 * What a reader of a rule does not see is taken out, and so are secrets. A link to a file elsewhere is not followed.
 *
 * @throws Stop
 */
export async function readHouseRules({ files, folder, read }: HouseRulesRequest): Promise<Source[]> {
  const { full } = folderOf(folder);
  const paths = folder === ROOT_FOLDER ? OF_REPOSITORY : [...OF_REPOSITORY, ...OF_FOLDER.map(full)];
  const texts = await eachAtOnce(paths, async (path) => (await read(files.get(path))).shown);
  const rules: Source[] = [];
  let left = ROOM;
  for (const [index, path] of paths.entries()) {
    const text = removeHiddenText(texts[index] ?? '').text.trim();
    // Many keep the same rules under two names.
    if (text === '' || left <= 0 || rules.some(({ content }) => content === text)) continue;
    rules.push({ path, content: cutAtLine(text, left) });
    left -= text.length;
  }
  return rules;
}

/**
 * The standing instructions of a run: those of the workflow, then the rules of the repository.
 *
 * @param instructions the input; null where it is not set.
 * @returns undefined when there are none at all.
 */
export function withHouseRules(
  instructions: string | null,
  houseRules: readonly Source[],
): string | undefined {
  const rules = houseRules.map(({ path, content }) => `From \`${path}\`:\n\n${content}`);
  const all = [instructions?.trim() ?? '', ...rules].filter((part) => part !== '');
  return all.length === 0 ? undefined : all.join('\n\n');
}
