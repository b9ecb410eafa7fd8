import picomatch from 'picomatch';
import type { ExistingRepository } from '../../smol/events.js';
import type { Source } from '../../smol/prompts.js';
import { MAY_HOLD_SECRETS } from '../../smol/protected-paths.js';
import { readText } from '../api/blob.js';
import type { GitHub } from '../api/client.js';
import { folderOf, inFolder } from '../api/folder.js';
import { eachAtOnce } from '../api/requests.js';
import type { Secrets } from '../api/secrets.js';
import type { Entry } from '../branch/place.js';
import { cutAtLine } from '../markup/cut.js';
import { blobSha } from '../saved/checkpoint.js';
import { isByHand } from './by-hand.js';
import { chooseSources } from './choose-sources.js';
import { readHouseRules } from './house-rules.js';
import { outline } from './outline.js';

/** Bytes of a file that can be changed: it is sent whole, and what changes in it is found by its words. */
const LARGEST = 300_000;
/** A README that GitHub makes: the name of the repository, and its description. */
const LARGEST_FIRST_README = 500;

/** What GitHub puts into a new repository, and what smol itself needs there. */
const AT_FIRST =
  /^(?:readme(?:\.\w+)?|licen[cs]e(?:\.\w+)?|copying|\.gitignore|\.gitattributes|\.github\/.*|agents\.md|claude\.md)$/i;

const holdsSecrets = picomatch([...MAY_HOLD_SECRETS], { dot: true, nocase: true });

/** Which repository is read, and for what. */
export type ExistingRequest = {
  /** All files that are there, by their paths in the repository. */
  readonly files: ReadonlyMap<string, Entry>;
  /** All files of the base branch, whose house rules count; another branch may be of anybody's making. */
  readonly base: ReadonlyMap<string, Entry>;
  /** Of the app; `.` for all of the repository. */
  readonly folder: string;
  /** Files that it names are shown first. */
  readonly prompt: string;
  readonly redact: Secrets['redact'];
};

/**
 * What is there before a run: what a planner is shown of it, and a way to read the rest. Costs 45 requests at most.
 *
 * @returns `existing`: null where nothing is there but what a new repository begins with; all files are new then.
 *   `houseRules`: what the people of the repository ask of whoever works in it, from the base branch.
 * @throws Stop
 */
export async function readExisting(
  github: GitHub,
  { files, base, folder, prompt, redact }: ExistingRequest,
): Promise<{ readonly existing: ExistingRepository | null; readonly houseRules: readonly Source[] }> {
  const own = inFolder(files, folderOf(folder));
  const read = reader(github, redact);
  const houseRules = await readHouseRules({ files: base, folder, read });
  return { existing: isNew(own) ? null : await describe(own, prompt, redact, read), houseRules };
}

/**
 * What is there of an app that we made, however little it is.
 *
 * @param files of the app, by their paths in it.
 * @param known contents that need not be asked for.
 * @throws Stop
 */
export function readApp(
  github: GitHub,
  { files, prompt, redact }: Omit<ExistingRequest, 'folder' | 'base'>,
  known: Iterable<string>,
): Promise<ExistingRepository> {
  return describe(files, prompt, redact, reader(github, redact, known));
}

async function describe(
  own: ReadonlyMap<string, Entry>,
  prompt: string,
  redact: Secrets['redact'],
  read: Reader,
): Promise<ExistingRepository> {
  const choices = chooseSources(own, prompt);
  const texts = await eachAtOnce(choices, async ({ path }) => read(own.get(path)));
  const sources = choices.flatMap(({ path, most }, index) => {
    const text = texts[index]?.shown ?? null;
    return text === null ? [] : [{ path, content: cutAtLine(text, most) }];
  });
  const byHand = [...own.keys()].filter((path) => isByHand(path)).sort();
  const { lines, more } = outline(byHand.map(redact));
  const morePaths = more + own.size - byHand.length;
  return {
    paths: new Set(own.keys()),
    shown: { paths: lines, morePaths, sources },
    read: async (path) => (holdsSecrets(path) ? null : (await read(own.get(path))).exact),
  };
}

/** Whether a repository, or a folder of it, has nothing yet that an app would have to fit into. */
export function isNew(files: ReadonlyMap<string, Entry>): boolean {
  return [...files].every(
    ([path, { size }]) =>
      AT_FIRST.test(path) && !(/^readme/i.test(path) && (size ?? 0) > LARGEST_FIRST_README),
  );
}

/** A file's text as it stands, where a person's changes can be made to it, and as a model may be shown it. */
export type ReadFile = {
  /** Null too for a text with a secret in it: an edit of the redacted one would not fit. */
  readonly exact: string | null;
  readonly shown: string | null;
};

const NOT_READ: ReadFile = { exact: null, shown: null };

type Reader = (file: Entry | undefined) => Promise<ReadFile>;

/** Reads files; each content is asked for once, and one that is known not at all. */
export function reader(github: GitHub, redact: Secrets['redact'], known: Iterable<string> = []): Reader {
  const texts = new Map([...known].map((content) => [blobSha(content), content]));
  const asked = new Map<string, Promise<ReadFile>>();
  const ask = async (sha: string): Promise<ReadFile> => {
    const text = texts.get(sha) ?? (await readText(github, sha));
    if (text === null) return NOT_READ;
    const shown = redact(text);
    return { exact: shown === text ? text : null, shown };
  };
  return async (file) => {
    if (file === undefined || !file.mode.startsWith('100') || (file.size ?? 0) > LARGEST) return NOT_READ;
    const answer = asked.get(file.sha) ?? ask(file.sha);
    asked.set(file.sha, answer);
    return answer;
  };
}
