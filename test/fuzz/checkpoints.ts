import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { RequestError } from '@octokit/request-error';
import fc from 'fast-check';
import type { GitHub } from '../../src/github/api/client.js';
import {
  loadCheckpoint,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from '../../src/github/saved/checkpoint.js';
import { type Target, target } from './hunt.js';
import { damaged, hostileText } from './texts.js';

type Entry = { readonly path: string; readonly sha: string; readonly size: number };

const named = (text: string) => createHash('sha1').update(text).digest('hex');

/** As much of git as checkpoints use, in memory. */
function createStore() {
  const blobs = new Map<string, string>();
  const trees = new Map<string, readonly Entry[]>();
  const missing = () =>
    new RequestError('Not Found', 404, { request: { method: 'GET', url: '/', headers: {} } });
  const put = (path: string, content: string): Entry => {
    const sha = named(content);
    blobs.set(sha, content);
    return { path, sha, size: Buffer.byteLength(content) };
  };
  const git = {
    async createTree({
      base_tree: base,
      tree,
    }: {
      base_tree?: string;
      tree: { path: string; content: string }[];
    }) {
      const entries = new Map((trees.get(base ?? '') ?? []).map((entry) => [entry.path, entry]));
      for (const { path, content } of tree) entries.set(path, put(path, content));
      const sha = named(JSON.stringify([...entries]));
      trees.set(sha, [...entries.values()]);
      return { data: { sha } };
    },
    async getTree({ tree_sha: sha }: { tree_sha: string }) {
      const tree = trees.get(sha);
      if (tree === undefined) throw missing();
      return { data: { tree } };
    },
    async getBlob({ file_sha: sha }: { file_sha: string }) {
      const content = blobs.get(sha);
      if (content === undefined) throw missing();
      return { data: { content: Buffer.from(content).toString('base64') } };
    },
  };
  const github = { rest: { git }, repo: { owner: 'o', repo: 'r' } } as unknown as GitHub;
  /** A tree that somebody else made. */
  const forge = (files: Readonly<Record<string, string>>): string => {
    const sha = named(JSON.stringify(files));
    trees.set(
      sha,
      Object.entries(files).map(([path, content]) => put(path, content)),
    );
    return sha;
  };
  return { github, forge };
}

const usage = fc.record({
  inputTokens: fc.nat(),
  cachedTokens: fc.nat(),
  outputTokens: fc.nat(),
  costUsd: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs)),
  estimated: fc.boolean(),
});
const wellFormed = hostileText.map((text) => text.toWellFormed());
const path = fc.oneof(
  fc.constantFrom('a.js', 'src/b.ts', '__proto__', 'constructor', 'toString', '.github/x.yml'),
  wellFormed,
);
const costUsd = fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs));
const renamed = fc.array(fc.tuple(path, path), { maxLength: 2 });
const action = fc.constantFrom('add', 'change', 'rename', 'delete');
const record: fc.Arbitrary<RunRecord> = fc.record({
  prompt: wellFormed,
  plan: wellFormed,
  isChange: fc.boolean(),
  shown: fc.option(wellFormed),
  planEdits: fc.array(wellFormed, { maxLength: 3 }),
  renamed,
  pending: fc.option(
    fc.record({
      base: wellFormed,
      plan: wellFormed,
      renamed,
      sentences: fc.array(wellFormed, { maxLength: 3 }),
      request: fc.option(
        fc.record({ prompt: wellFormed, quote: fc.option(fc.record({ tokens: fc.nat(), costUsd })) }),
      ),
    }),
  ),
  quote: fc.option(fc.record({ tokens: fc.nat(), costUsd })),
  checks: fc.constant(null),
  drawn: fc.array(fc.record({ path, sha: fc.constant('b'.repeat(40)) }), { maxLength: 2 }),
  revisions: fc.array(
    fc.record({
      sha: fc.option(fc.constant('a'.repeat(40))),
      change: wellFormed,
      remarks: fc.array(fc.record({ key: fc.constant('r1'), reply: fc.option(wellFormed) }), {
        maxLength: 2,
      }),
      files: fc.array(
        fc.record({ path, action, description: wellFormed, uses: fc.array(path, { maxLength: 2 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 2 },
  ),
  files: fc.array(fc.tuple(path, wellFormed), { maxLength: 5 }).map((files) => Object.fromEntries(files)),
  committed: fc.array(path, { maxLength: 3 }),
  usage,
});

const saved = target(
  'checkpoint saved and read back',
  fc.tuple(record, record),
  async ([first, second]) => {
    const { github } = createStore();
    const begun = await openCheckpoint(github, 'a counter');
    const once = await saveCheckpoint(github, begun, first);
    const whole = { ...second, files: { ...first.files, ...second.files, ...first.files } };
    const twice = await saveCheckpoint(github, once, whole);
    const [nothing, ...loaded] = await Promise.all(
      [begun, once, twice].map(({ tree }) => loadCheckpoint(github, tree)),
    );
    return { nothing, loaded, whole };
  },
  ({ nothing, loaded: [once, twice], whole }, [first]) => {
    assert.equal(nothing, null);
    assert.deepEqual(JSON.parse(JSON.stringify(once?.record)), JSON.parse(JSON.stringify(first)));
    assert.deepEqual(JSON.parse(JSON.stringify(twice?.record)), JSON.parse(JSON.stringify(whole)));
  },
);

const good = record.map(({ files, ...rest }) => ({
  'run.json': JSON.stringify({ version: 1, ...rest }),
  'files-0.json': JSON.stringify(files),
}));
const text = fc.oneof(hostileText, fc.json());
const forged = fc
  .tuple(
    good,
    fc.dictionary(fc.constantFrom('run.json', 'files-0.json', 'files-1.json', 'x'), damaged(text), {
      maxKeys: 2,
    }),
    damaged(good.map((files) => files['run.json'])),
    fc.boolean(),
  )
  .map(([files, other, run, isDamaged]) => ({
    ...files,
    ...other,
    ...(isDamaged ? { 'run.json': run } : {}),
  }));

const read = target(
  'checkpoint of somebody else',
  forged,
  (files) => {
    const { github, forge } = createStore();
    return loadCheckpoint(github, forge(files));
  },
  (loaded) => {
    if (loaded === null) return;
    assert.equal(typeof loaded.record.plan, 'string');
    assert.ok(loaded.record.committed.every((each) => typeof each === 'string'));
    for (const content of Object.values(loaded.record.files)) assert.equal(typeof content, 'string');
    assert.equal(loaded.record.files.hasOwnProperty, undefined);
  },
);

/** What a run knew, saved and read back. */
export const CHECKPOINTS: readonly Target[] = [saved, read];
