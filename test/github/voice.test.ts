import { expect, onTestFinished, test, vi } from 'vitest';
import { readSettings } from '../../src/github/asked/settings.js';
import { CheckpointWriter, loadCheckpoint, openCheckpoint } from '../../src/github/saved/checkpoint.js';
import { Voice } from '../../src/github/told/voice.js';
import { readMarker } from '../../src/report/marker.js';
import type { Plan } from '../../src/smol/events.js';
import { startGitHub } from '../support/github/index.js';
import { scriptModel } from '../support/scripted-model.js';
import { worldOf } from '../support/world.js';

const KEY = '0123456789abcdef';
const plan: Plan = {
  text: '# A\n',
  title: 'A',
  files: ['a.js', 'b.js'].map((path) => ({
    path,
    lines: 2,
    description: 'a',
    uses: [],
    setAside: null,
    action: 'add',
    from: null,
  })),
  refused: [],
  replies: [],
};
const done = (path: string) => ({ type: 'file.done', path, content: 'x\n', reused: false }) as const;

/** A run whose comment stands on issue 1. */
async function begun(now: () => number, sleep: (ms: number) => Promise<void> = async () => {}) {
  const github = await startGitHub();
  onTestFinished(() => github.close());
  await github.createIssue({ title: 'A counter' });
  const world = {
    ...worldOf(github, { model: scriptModel(async () => ''), apiKey: 'key', log: () => {} }),
    now,
    sleep,
  };
  const read = readSettings({ token: github.token, 'api-key': 'key' });
  if (read.kind !== 'settings') throw new Error('The settings cannot be read.');
  const voice = new Voice(world, 1);
  const ask = { issueNumber: 1, title: 'A', prompt: 'A', hiddenTextRemoved: false, secretsRemoved: false };
  await voice.begin(ask, read.settings, KEY);
  return { github, world, voice };
}

const LAST_WORD = '<!-- smol:v1 issue=1 -->\n\n## Pull request #2 has a new commit\n';

test('S21 a run that leaves the last word to a faster one says it where that one has been silent since', async () => {
  const { github, voice } = await begun(Date.now);
  expect(await voice.waitForOther()).toBe(false);
  await voice.end('updated', null);
  expect((await github.comments(1))[0]?.body).not.toContain('keeps itself up to date');
});

test('S21 a run that leaves the last word to a faster one takes nothing of it away', async () => {
  const { github, world, voice } = await begun(Date.now);
  await world.github.rest.issues.updateComment({ ...world.github.repo, comment_id: 1, body: LAST_WORD });
  expect(await voice.waitForOther()).toBe(true);
  voice.leave('updated');
  expect((await github.comments(1))[0]?.body).toBe(LAST_WORD);
});

test('S21 a run that leaves the last word to a faster one waits for it', async () => {
  const waits: number[] = [];
  const { world, voice } = await begun(Date.now, async (ms) => {
    waits.push(ms);
    if (waits.length < 2) return;
    await world.github.rest.issues.updateComment({ ...world.github.repo, comment_id: 1, body: LAST_WORD });
  });
  expect(await voice.waitForOther()).toBe(true);
  expect(waits).toEqual([1_000, 2_000]);
});

test('a file that is finished while others are saved is not shown as done before it is saved, too', async () => {
  let now = 0;
  const { github, world, voice } = await begun(() => now);
  voice.saveWith(new CheckpointWriter(world.github, await openCheckpoint(world.github, 'A')), KEY);

  const comment = async () => (await github.comments(1))[0]?.body ?? '';
  const shown = async () =>
    [...(await comment()).matchAll(/^- \[x\] `([^`]+)`/gm)].map(([, path]) => path ?? '');
  const saved = async () => {
    const tree = readMarker(await comment())?.checkpoint?.tree;
    return Object.keys((await loadCheckpoint(world.github, tree ?? ''))?.record.files ?? {});
  };
  const effect = { before: () => voice.follow(done('b.js')) };
  github.fault({ method: 'POST', path: /\/git\/trees$/, effect });
  now += 60_000;
  voice.follow({ type: 'plan.done', plan, reused: false });
  voice.follow(done('a.js'));
  await vi.waitFor(async () => expect(await shown()).toContain('a.js'), 20_000);
  expect(await shown()).toEqual(await saved());
  await voice.end('failed', null);
  expect(await shown()).toEqual(['a.js', 'b.js']);
  expect(await saved()).toEqual(['a.js', 'b.js']);
});
