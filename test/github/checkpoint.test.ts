import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGitHub, type GitHub } from '../../src/github/api/client.js';
import {
  type Checkpoint,
  CheckpointWriter,
  loadCheckpoint,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from '../../src/github/saved/checkpoint.js';
import type { Plan } from '../../src/smol/events.js';
import { type GitHub as Emulated, startGitHub } from '../support/github/index.js';
import { ONE_CALL } from '../support/scripted-model.js';

let emulated: Emulated;
let github: GitHub;
let begun: Checkpoint;

beforeAll(async () => {
  emulated = await startGitHub();
  github = createGitHub({
    token: emulated.token,
    repository: emulated.repository,
    apiUrl: emulated.url,
    sleep: async () => {},
    now: Date.now,
    redact: (text) => text,
  });
});

afterAll(() => emulated.close());

beforeEach(async () => {
  begun = await openCheckpoint(github, 'Build a counter.');
});

const USAGE = { inputTokens: 1, cachedTokens: 0, outputTokens: 2, costUsd: null, estimated: false };
const CHECKS = { found: [], left: [], looked: new Map(), skipped: [], unmended: null };
const RECORD: RunRecord = {
  prompt: 'Build a counter.',
  plan: '# Zürich 🚀\n\n## Files\n- `a.js`\n',
  isChange: false,
  shown: null,
  planEdits: [],
  renamed: [],
  pending: null,
  quote: null,
  revisions: [],
  files: {},
  checks: null,
  drawn: [],
  committed: ['a.js'],
  usage: USAGE,
};

async function writeTree(entries: Record<string, string>): Promise<string> {
  const tree = Object.entries(entries).map(
    ([path, content]) => ({ path, mode: '100644', type: 'blob', content }) as const,
  );
  return (await github.rest.git.createTree({ ...github.repo, tree })).data.sha;
}

describe('a checkpoint', () => {
  test.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['an empty file', { 'a.js': '' }],
    [
      'quotes, line ends and every kind of character',
      { 'ü "x".js': 'a\r\n"\\\u0000é漢🚀\ud83d', 'b.js': '\n' },
    ],
    [
      'files whose names mean something to JavaScript',
      { constructor: '1', toString: '2', ['__proto__']: '3' },
    ],
    ['a workflow, which is text about a file and no file', { '.github/workflows/ci.yml': 'on: push\n' }],
    [
      'many files',
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.js`, `${at}`.repeat(500)])),
    ],
    ['more than one request should carry', { 'a.js': 'e'.repeat(3_999_999), 'b.js': 'xy', 'c.js': 'z' }],
  ])('with %s is read as it was written', async (_, files) => {
    const { tree } = await saveCheckpoint(github, begun, { ...RECORD, files });
    const loaded = await loadCheckpoint(github, tree);
    expect(Object.entries(loaded?.record.files ?? {})).toEqual(Object.entries(files));
    expect({ ...loaded?.record, files: {} }).toEqual(RECORD);
  });

  test('is no ref, and not one file of the app', async () => {
    const before = await emulated.branches();
    const { tree } = await saveCheckpoint(github, begun, { ...RECORD, files: { 'a/b.js': 'x' } });
    expect(await emulated.branches()).toEqual(before);
    const { data } = await github.rest.git.getTree({ ...github.repo, tree_sha: tree, recursive: 'true' });
    expect(data.tree.map(({ path }) => path).sort()).toEqual(['files-0.json', 'prompt.md', 'run.json']);
  });

  test('on top of another sends what is new, and can be gone on from when it is read', async () => {
    const first = await saveCheckpoint(github, begun, { ...RECORD, files: { 'a.js': 'aaaa' } });
    const read = await loadCheckpoint(github, first.tree);
    expect(read).toEqual(first);
    const from = emulated.requests().length;
    const second = await saveCheckpoint(github, read ?? begun, {
      ...RECORD,
      files: { 'a.js': 'aaaa', 'b.js': 'bbbb' },
    });
    const sent = JSON.stringify(emulated.requests().slice(from));
    expect(sent).toContain('bbbb');
    expect(sent).not.toContain('aaaa');
    expect((await loadCheckpoint(github, second.tree))?.record.files).toEqual({
      'a.js': 'aaaa',
      'b.js': 'bbbb',
    });
  });

  const run = JSON.stringify({ version: 1, plan: '', committed: [], usage: USAGE });
  test.each<[string, Record<string, string>]>([
    ['no run', { 'prompt.md': 'x' }],
    ['what is no JSON', { 'run.json': run.slice(1) }],
    ['a run of another form', { 'run.json': '{"version":2}' }],
    ['files that are no JSON', { 'run.json': run, 'files-0.json': '{' }],
    ['files of another form', { 'run.json': run, 'files-0.json': '{"a.js":1}' }],
    ['a list of files', { 'run.json': run, 'files-0.json': '["a.js"]' }],
  ])('S70 is none where there is %s', async (_, entries) => {
    expect(await loadCheckpoint(github, await writeTree(entries))).toBeNull();
  });

  test('S70 is read by zod and no further than it is of use: strange entries beside it do nothing', async () => {
    const tree = await writeTree({
      'run.json': run,
      'files-0.json': '{"a.js":"1"}',
      'files-2.json': 'x',
      y: '',
    });
    expect((await loadCheckpoint(github, tree))?.record.files).toEqual({ 'a.js': '1' });
  });

  test('is none where it would fill the memory: it is not even read', async () => {
    const tree = await writeTree({ 'run.json': run, 'files-0.json': '{"a.js":"1"}' });
    const entry = { path: 'run.json', mode: '100644', type: 'blob', sha: tree, size: 200_000_001 };
    const effect = { answer: { status: 200, body: { sha: tree, tree: [entry], truncated: false } } };
    emulated.fault({ path: /\/git\/trees\//, effect });
    const from = emulated.requests().length;
    expect(await loadCheckpoint(github, tree)).toBeNull();
    expect(emulated.requests()).toHaveLength(from + 1);
    expect(await loadCheckpoint(github, tree)).not.toBeNull();
  });

  test('is none where GitHub has thrown the tree away, or a part of it', async () => {
    expect(await loadCheckpoint(github, '0'.repeat(40))).toBeNull();
    const { tree } = await saveCheckpoint(github, begun, { ...RECORD, files: { 'a.js': 'x' } });
    emulated.fault({ path: /\/git\/blobs\//, nth: 2, effect: { answer: { status: 404 } } });
    expect(await loadCheckpoint(github, tree)).toBeNull();
  });
});

describe('a run that saves as it goes', () => {
  const file = { lines: 2, description: 'a', uses: [], setAside: null, action: 'add' as const, from: null };
  const files = [
    { ...file, path: 'a.js' },
    { ...file, path: 'b.js' },
  ];
  const plan: Plan = { text: '# A\n', title: 'A', files, refused: [], replies: [] };
  const done = (path: string, reused = false) =>
    ({ type: 'file.done', path, content: `${path}!`, reused }) as const;

  test('has nothing to name before there is a plan, then whatever is finished, each time once', async () => {
    const writer = new CheckpointWriter(github, begun);
    const from = emulated.requests().length;
    await writer.save();
    expect(writer.tree).toBeNull();
    writer.follow({ type: 'plan.done', plan, reused: false });
    await writer.save();
    expect((await loadCheckpoint(github, writer.tree ?? ''))?.record).toMatchObject({
      plan: '# A\n',
      files: {},
    });
    writer.follow({ type: 'usage', usage: ONE_CALL });
    writer.follow(done('a.js'));
    await writer.save();
    await writer.save();
    const { record } = (await loadCheckpoint(github, writer.tree ?? '')) ?? {};
    expect(record).toMatchObject({ files: { 'a.js': 'a.js!' }, committed: [], usage: ONE_CALL });
    expect(
      emulated
        .requests()
        .slice(from)
        .filter(({ method }) => method === 'POST'),
    ).toHaveLength(2);
  });

  test('saves at the next time what it could not save at the last', async () => {
    const writer = new CheckpointWriter(github, begun);
    writer.follow({ type: 'plan.done', plan, reused: false });
    const denied = { answer: { status: 403, body: { message: 'Resource not accessible by integration' } } };
    emulated.fault({ method: 'POST', path: /\/git\/trees$/, effect: denied });
    await expect(writer.save()).rejects.toThrow();
    expect(writer.tree).toBeNull();
    await writer.save();
    expect(writer.tree).not.toBeNull();
    writer.follow(done('a.js'));
    emulated.fault({ method: 'POST', path: /\/git\/trees$/, effect: denied });
    await expect(writer.finish(['a.js'], { checks: CHECKS, drawn: [], renamed: [] })).rejects.toThrow();
    await writer.save();
    const { record } = (await loadCheckpoint(github, writer.tree ?? '')) ?? {};
    expect(record).toMatchObject({ files: { 'a.js': 'a.js!' }, committed: [] });
  });

  test('goes on from what an earlier one saved, and adds up what both used', async () => {
    const writer = new CheckpointWriter(github, begun);
    writer.follow({ type: 'plan.done', plan, reused: false });
    writer.follow(done('a.js'));
    writer.follow({ type: 'usage', usage: ONE_CALL });
    await writer.save();
    const loaded = await loadCheckpoint(github, writer.tree ?? '');
    const second = new CheckpointWriter(github, loaded ?? begun);
    const from = emulated.requests().length;
    second.follow({ type: 'plan.done', plan, reused: true });
    second.follow(done('a.js', true));
    await second.save();
    expect(second.tree).toBe(writer.tree);
    expect(emulated.requests()).toHaveLength(from);
    second.follow({ type: 'usage', usage: ONE_CALL });
    second.follow(done('b.js'));
    const { record } =
      (await loadCheckpoint(
        github,
        await second.finish(['a.js', 'b.js'], { checks: CHECKS, drawn: [], renamed: [] }),
      )) ?? {};
    expect(record?.files).toEqual({ 'a.js': 'a.js!', 'b.js': 'b.js!' });
    expect(record?.committed).toEqual(['a.js', 'b.js']);
    expect(record?.usage.inputTokens).toBe(2 * ONE_CALL.inputTokens);
  });
});
