import { createHash } from 'node:crypto';
import * as z from 'zod';
import { addUsage, NO_USAGE, type Usage } from '../../model/port.js';
import type { Checks, DevelopEvent } from '../../smol/events.js';
import type { GitHub } from '../api/client.js';
import { eachAtOnce } from '../api/requests.js';
import { asking, orNull } from '../api/stop.js';
import { ChecksRecord, checksRecord, checksSoFar } from './checks-record.js';

/** Room for all files at their limit of 30 MB, each character of which may become six in JSON. */
const MAX_BYTES = 200_000_000;
/** Files of one request: GitHub takes more, but a request of many megabytes is slow and fragile. Characters. */
const PACK_CHARACTERS = 4_000_000;

const Cost = z.number().nullable();
/** What making the files of a plan may take. */
const Quote = z.object({ tokens: z.number(), costUsd: Cost });

/** A change that was made after remarks. */
const Revision = z.object({
  /** Of its commit; null for the newest, whose record is a part of that commit. */
  sha: z.string().nullable(),
  /** The plan of the change, as the model wrote it. */
  change: z.string(),
  remarks: z.array(z.object({ key: z.string(), reply: z.string().nullable() })),
  files: z.array(
    z.object({
      path: z.string(),
      action: z.enum(['add', 'change', 'rename', 'delete']),
      description: z.string(),
      uses: z.array(z.string()),
    }),
  ),
});
export type Revision = z.infer<typeof Revision>;

/** What people made of a plan, when something else than the build of it came first. */
const PendingEdit = z.object({
  /** The plan that they made it of: that of the app as it stands. */
  base: z.string(),
  plan: z.string(),
  /** Old path → new one. */
  renamed: z.array(z.tuple([z.string(), z.string()])),
  /** What became different, for people. */
  sentences: z.array(z.string()),
  /** Of a new plan that waited: what it was made for, and its price; null where the plan is that of the app. */
  request: z.object({ prompt: z.string(), quote: Quote.nullable() }).nullable().default(null),
});
export type PendingEdit = z.infer<typeof PendingEdit>;

const Run = z.object({
  version: z.literal(1),
  /** What was asked for. */
  prompt: z.string().default(''),
  plan: z.string(),
  /** Whether that is the plan of a change after remarks: then it lists a part of the app, and its files no more. */
  isChange: z.boolean().default(false),
  /** Where no run goes on: our comment as the last one left it, without its first line. */
  shown: z.string().nullable().default(null),
  /** What a person changed in the plan before it was built, one sentence each. */
  planEdits: z.array(z.string()).default([]),
  /** Old path → new one of the files that they gave other names, until those are made. */
  renamed: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** An edit of the plan that no build has taken up; null where there is none. */
  pending: PendingEdit.nullable().default(null),
  /** Where the plan waits, or waited: what making its files may take. */
  quote: Quote.nullable().default(null),
  /** The oldest first. */
  revisions: z.array(Revision).default([]),
  /** Paths of the files that the last commit for the request had; empty before it. */
  committed: z.array(z.string()),
  /** Of them those that were drawn, each with git's name of what was: a person may have put another picture there. */
  drawn: z.array(z.object({ path: z.string(), sha: z.string() })).default([]),
  /** What the checks came to; null before there were any. */
  checks: ChecksRecord.nullable().default(null),
  /** Of all runs for this request. */
  usage: z.object({
    inputTokens: z.number(),
    cachedTokens: z.number(),
    outputTokens: z.number(),
    costUsd: Cost,
    estimated: z.boolean(),
  }),
});

/** An object of path → content, as pairs: zod's record loses a file named `__proto__`. */
const Pack = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .transform((pack): unknown => Object.entries(pack))
  .pipe(z.array(z.tuple([z.string(), z.string()])));

/** What a run knew, and a later one goes on from without asking the model again. */
export type RunRecord = Omit<z.infer<typeof Run>, 'version'> & {
  /** Path → content of every file that was made, set-aside ones included. */
  readonly files: Readonly<Record<string, string>>;
};

/**
 * A record as git keeps it for us: a tree that no ref points to, so that nobody sees it. It is named by the first
 * line of our comment while a run goes on, and by the trailers of its commit afterwards.
 *
 * `run.json` holds the plan, `files-0.json` and so on the files, as many as were finished since the save before. They
 * are texts about files: a protected file, such as a workflow, is never a file of its own there.
 */
export type Checkpoint = {
  readonly tree: string;
  readonly packs: number;
  readonly record: RunRecord;
};

/** Of a run that has done nothing yet. */
export const NO_RECORD: RunRecord = {
  prompt: '',
  plan: '',
  isChange: false,
  shown: null,
  planEdits: [],
  renamed: [],
  pending: null,
  quote: null,
  revisions: [],
  files: {},
  committed: [],
  drawn: [],
  checks: null,
  usage: NO_USAGE,
};

/**
 * The checkpoint of a run that knows nothing but what is asked. It is the first thing that a run writes, and shows
 * before anything is spent whether we may.
 *
 * @throws Stop
 */
export async function openCheckpoint(github: GitHub, prompt: string): Promise<Checkpoint> {
  const tree = await writeEntries(github, null, { 'prompt.md': prompt });
  return { tree, packs: 0, record: { ...NO_RECORD, prompt } };
}

/**
 * Saves a record on top of the last checkpoint: what that one has is not sent again.
 *
 * @param record its files are those of the last one, some of them changed, and more.
 * @throws Stop
 */
export async function saveCheckpoint(
  github: GitHub,
  last: Checkpoint,
  record: RunRecord,
): Promise<Checkpoint> {
  const { files, ...rest } = record;
  const known = last.record.files;
  const added = Object.entries(files).filter(
    ([path, content]) => !Object.hasOwn(known, path) || known[path] !== content,
  );
  let { tree, packs } = last;
  const run = { 'run.json': JSON.stringify({ version: 1, ...rest }) };
  const pending = groupsOf(added);
  do {
    const group = pending.shift();
    // Written down one after the other: all of a large app at once would be 100 MB of text (measured).
    const entry = group === undefined ? {} : { [`files-${packs}.json`]: jsonOf(group) };
    // The run comes with the last of its files: a save that breaks off has saved nothing.
    tree = await writeEntries(github, tree, pending.length === 0 ? { ...entry, ...run } : entry);
    if (group !== undefined) packs += 1;
  } while (pending.length > 0);
  return { tree, packs, record };
}

type File = readonly [path: string, content: string];

/** The files in groups of one request each. */
function groupsOf(files: readonly File[]): File[][] {
  const groups: File[][] = [];
  let characters = PACK_CHARACTERS;
  for (const file of files) {
    if (characters >= PACK_CHARACTERS) {
      groups.push([]);
      characters = 0;
    }
    groups.at(-1)?.push(file);
    characters += file[1].length;
  }
  return groups;
}

function jsonOf(files: readonly File[]): string {
  return `{${files.map(([path, content]) => `${JSON.stringify(path)}:${JSON.stringify(content)}`).join(',')}}`;
}

async function writeEntries(
  github: GitHub,
  base: string | null,
  entries: Readonly<Record<string, string>>,
): Promise<string> {
  const tree = Object.entries(entries).map(
    ([path, content]) => ({ path, mode: '100644', type: 'blob', content }) as const,
  );
  const { data } = await asking('contents', () =>
    github.rest.git.createTree({ ...github.repo, ...(base === null ? {} : { base_tree: base }), tree }),
  );
  return data.sha;
}

/**
 * Reads a checkpoint; null when it is gone or none of ours: git throws away what nothing points to, and whoever can
 * push can write such a tree.
 *
 * @throws Stop
 */
export async function loadCheckpoint(github: GitHub, tree: string): Promise<Checkpoint | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.git.getTree({ ...github.repo, tree_sha: tree })),
  );
  const entries = new Map(found?.data.tree.map((entry) => [entry.path, entry]));
  const bytes = [...entries.values()].reduce((sum, { size }) => sum + (size ?? 0), 0);
  const run = entries.get('run.json');
  if (run === undefined || bytes > MAX_BYTES) return null;
  const shas: string[] = [];
  for (let pack = entries.get('files-0.json'); pack !== undefined; ) {
    shas.push(pack.sha);
    pack = entries.get(`files-${shas.length}.json`);
  }
  const texts = await eachAtOnce([run.sha, ...shas], (sha) => readBlob(github, sha));
  try {
    const [first, ...packs] = texts.map((text) => JSON.parse(text ?? ''));
    const { version: _, ...rest } = Run.parse(first);
    // Without a prototype: no file is there because of a name that every object has.
    const files: Record<string, string> = Object.create(null);
    for (const pack of packs) Object.assign(files, Object.fromEntries(Pack.parse(pack)));
    return { tree, packs: packs.length, record: { ...rest, files } };
  } catch {
    return null;
  }
}

async function readBlob(github: GitHub, sha: string): Promise<string | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.git.getBlob({ ...github.repo, file_sha: sha })),
  );
  return found === null ? null : Buffer.from(found.data.content, 'base64').toString('utf8');
}

/** Git's name of a file's content: SHA-1 of its blob. */
export function blobSha(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Follows a run and saves what it knows, on top of the checkpoint that it began with. */
export class CheckpointWriter {
  readonly #github: GitHub;
  readonly #earlier: Usage;
  readonly #files: Map<string, string>;
  #last: Checkpoint;
  #plan: string;
  #waits: Pick<RunRecord, 'shown' | 'quote' | 'planEdits'>;
  #usage: Usage = NO_USAGE;
  #isBehind = false;
  #checks: RunRecord['checks'];
  #drawn: RunRecord['drawn'];

  constructor(github: GitHub, begun: Checkpoint) {
    this.#github = github;
    this.#last = begun;
    this.#earlier = begun.record.usage;
    this.#plan = begun.record.plan;
    this.#checks = begun.record.checks;
    this.#drawn = begun.record.drawn;
    const { quote, planEdits } = begun.record;
    this.#waits = { shown: null, quote, planEdits };
    this.#files = new Map(Object.entries(begun.record.files));
  }

  /** The tree that holds what was saved last; null before there is a plan to go on from, or an app that is shown. */
  get tree(): string | null {
    const { plan, shown } = this.#last.record;
    return plan === '' && shown === null ? null : this.#last.tree;
  }

  follow(event: DevelopEvent): void {
    if (event.type === 'usage') this.#usage = event.usage;
    if (event.type === 'check' && event.findings.length > 0) {
      this.#checks = checksSoFar(this.#checks, event.findings);
      this.#isBehind = true;
    }
    if (event.type !== 'plan.done' && event.type !== 'file.done') return;
    if (event.type === 'plan.done') this.#plan = event.plan.text;
    else this.#files.set(event.path, event.content);
    this.#isBehind ||= !event.reused;
  }

  /**
   * The run ends, and people may edit the plan as they see it. What a change after remarks shows is the whole app: its
   * plan is that of the last commit.
   *
   * @param quote where the plan waits for a person.
   */
  keepShown(shown: string, quote: RunRecord['quote']): void {
    this.#isBehind ||= shown !== this.#waits.shown;
    this.#waits = quote === null ? { ...this.#waits, shown } : { shown, quote, planEdits: [] };
  }

  /** Saves what is finished by now and not saved yet. Throws Stop. */
  async save(): Promise<void> {
    const { committed, renamed } = this.#last.record;
    if (this.#isBehind) await this.#write({ committed, renamed });
  }

  /** Saves all of it for the commit's trailers. Returns the tree. Throws Stop. */
  async finish(
    committed: readonly string[],
    { checks, drawn, renamed }: { readonly checks: Checks } & Pick<RunRecord, 'drawn' | 'renamed'>,
  ): Promise<string> {
    this.#checks = checksRecord(checks);
    this.#drawn = drawn;
    return (await this.#write({ committed: [...committed], renamed })).tree;
  }

  async #write(ended: Pick<RunRecord, 'committed' | 'renamed'>): Promise<Checkpoint> {
    // Before the wait: what is finished meanwhile is for the next save.
    this.#isBehind = false;
    const usage = addUsage(this.#earlier, this.#usage);
    const files = Object.fromEntries(this.#files);
    const known = { ...this.#last.record, plan: this.#plan, checks: this.#checks, drawn: this.#drawn };
    const record = { ...known, ...this.#waits, ...ended, files, usage };
    try {
      const saved = await saveCheckpoint(this.#github, this.#last, record);
      this.#last = saved;
      return saved;
    } catch (error) {
      this.#isBehind = true;
      throw error;
    }
  }
}
