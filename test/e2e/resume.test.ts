import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readMarker } from '../../src/report/marker.js';
import { ticTacToe } from '../support/apps/index.js';
import type { GitHub } from '../support/github/index.js';
import { type AnswerFunction, appAnswers, type ChatRequest, hostile } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { FIRST_RUN_ID, type Scene, stage } from './scene.js';
import { statusComment } from './told.js';

const good = appAnswers(ticTacToe);
const POST = fileURLToPath(new URL('../../dist/post.js', import.meta.url));

/** Runs the step after the first run: a part of the same run, which knows what that one saved. */
function stepAfter({ label }: Scene, state: Readonly<Record<string, string>>) {
  const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return label(1, { env: { ...saved, GITHUB_RUN_ID: FIRST_RUN_ID }, script: POST });
}

/** Answers the plan and two files; says nothing more until it is told to. */
function stuckAfterTwoFiles(): { answer: AnswerFunction; goOn: () => void; asked: () => string[] } {
  const asked: string[] = [];
  let answered = 0;
  let isStuck = true;
  return {
    answer: (request) => {
      asked.push(whatFor(request));
      answered += 1;
      return isStuck && answered > 3 ? { raw: hostile.headersThenSilence } : good(request);
    },
    goOn: () => {
      isStuck = false;
      asked.length = 0;
    },
    asked: () => [...asked],
  };
}

function whatFor({ messages }: ChatRequest): string {
  return /Write `([^`]+)`/.exec(messages.at(-1)?.content ?? '')?.[1] ?? 'the plan';
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(100);
}

/** Files that the comment shows as done. */
async function ticked(github: GitHub): Promise<string[]> {
  const [comment] = await github.comments(1);
  return [...(comment?.body ?? '').matchAll(/^- \[x\] `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

/** Runs until the comment ticks two files, and no longer. Nothing more comes from the model: it does not wait for it. */
async function killAfterTwoFiles({ github, label }: Scene) {
  const kill = new AbortController();
  const run = label(1, { signal: kill.signal });
  await until(async () => (await ticked(github)).length === 2);
  kill.abort();
  return run;
}

async function checkpoint(github: GitHub): Promise<string | undefined> {
  return readMarker(await statusComment(github, 1))?.checkpoint?.tree;
}

describe('a run that was killed', () => {
  test('loses nothing that its comment showed as done: the next one asks for the rest and says so', async () => {
    const model = stuckAfterTwoFiles();
    const scene = await stage({ answer: model.answer });
    const { github, label } = scene;
    expect((await killAfterTwoFiles(scene)).signal).toBe('SIGKILL');
    const done = await ticked(github);
    expect(await github.branches()).toEqual(['main']);
    expect(await checkpoint(github)).toMatch(/^[0-9a-f]{40}$/);

    model.goOn();
    const again = await label(1);
    expect(again.outputs, again.log).toMatchObject({ status: 'created', 'files-count': '4' });
    expect(model.asked().sort()).toEqual(
      Object.keys(ticTacToe.files)
        .filter((path) => !done.includes(path))
        .sort(),
    );
    expect(await github.tree('smol/issue-1')).toMatchObject(ticTacToe.files);
    const comment = await statusComment(github, 1);
    expect(comment).toContain('2 of 4 files reused');
    expect(comment).toContain('ready for review');
  });

  test('S58 says so in its comment by the step after it, once', async () => {
    const model = stuckAfterTwoFiles();
    const scene = await stage({ answer: model.answer });
    const { github, label } = scene;
    const { state } = await killAfterTwoFiles(scene);
    for (let time = 1; time <= 2; time += 1) {
      const after = await stepAfter(scene, state);
      expect(after.succeeded, after.log).toBe(true);
      const comment = await statusComment(github, 1);
      expect(comment.match(/The run ended before it could say how/g)).toHaveLength(1);
      expect(comment).toContain('To continue, re-run the failed job');
      expect(comment).not.toContain('keeps itself up to date');
      expect(await checkpoint(github)).toMatch(/^[0-9a-f]{40}$/);
    }
    model.goOn();
    const again = await label(1);
    expect(again.outputs, again.log).toMatchObject({ status: 'created' });
    expect(await statusComment(github, 1)).not.toContain('The run ended before');
  });

  test('S58 leaves the step after it nothing to say when it said how it ended', async () => {
    const scene = await stage({ answer: () => ({ raw: hostile.wrongKey }) });
    const { github, label } = scene;
    const { state } = await label(1);
    const comment = await statusComment(github, 1);
    github.clearRequests();
    expect((await stepAfter(scene, state)).succeeded).toBe(true);
    expect(github.requests()).toEqual([]);
    expect(await statusComment(github, 1)).toBe(comment);
  });

  test('S58 is not begun by the step after it when it was cancelled before it could begin', async () => {
    const scene = await stage();
    const { state } = await scene.label(1, { signalAfter: 1 });
    expect(state).toEqual({});
    expect((await stepAfter(scene, state)).succeeded).toBe(true);
    expect(scene.github.requests()).toEqual([]);
    expect(scene.modelCalls()).toBe(0);
  });

  test('begins again when the request is another one by now', async () => {
    const model = stuckAfterTwoFiles();
    const scene = await stage({ answer: model.answer });
    const { github, label } = scene;
    await killAfterTwoFiles(scene);
    model.goOn();
    const again = await label(1, { inputs: { instructions: 'No frameworks.' } });
    expect(again.succeeded, again.log).toBe(true);
    expect(model.asked()).toContain('the plan');
    expect(model.asked()).toHaveLength(5);
    expect(await statusComment(github, 1)).not.toContain('reused');
  });

  test('S70 is not gone on from where a stranger says it stands', async () => {
    const { github, label, modelCalls } = await stage();
    // A run that looks for its comment, since there was one before, and the right key.
    await label(1, { inputs: { 'dry-run': 'true' } });
    const [ours] = await github.comments(1);
    const key = readMarker(ours?.body ?? '')?.checkpoint?.key;
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    await github.deleteComment(ours?.id ?? 0);
    const tree = await forgedCheckpoint(github);
    const marker = `<!-- smol:v1 issue=1 key=${key} checkpoint=${tree} -->`;
    await github.comment(1, `${marker}\n\n## Building`, 'stranger');
    const run = await label(1, { env: NO_WAITING });
    expect(run.succeeded, run.log).toBe(true);
    expect(modelCalls()).toBe(1 + 5);
    expect(await github.tree('smol/issue-1')).toMatchObject(ticTacToe.files);
  });
});

/** A tree such as ours, by somebody else. */
async function forgedCheckpoint(github: GitHub): Promise<string> {
  const file = (path: string, content: string) => ({ path, mode: '100644', type: 'blob', content });
  const usage = { inputTokens: 1, cachedTokens: 0, outputTokens: 1, costUsd: null, estimated: false };
  const run = JSON.stringify({ version: 1, plan: ticTacToe.plan, committed: [], usage });
  const body = { tree: [file('run.json', run), file('files-0.json', '{"index.html":"evil"}')] };
  const response = await fetch(`${github.url}/repos/${github.repository}/git/trees`, {
    method: 'POST',
    headers: { authorization: `token ${github.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return String(((await response.json()) as { sha: unknown }).sha);
}

describe('a run that is cancelled', () => {
  test('S58 saves what is done within five seconds, says so, and can be gone on with', async () => {
    const model = stuckAfterTwoFiles();
    const { github, label } = await stage({ answer: model.answer });
    let signalledAt = 0;
    const run = await label(1, {
      signalAfter: (log) => {
        if (log.includes('2 of 4')) signalledAt ||= Date.now();
        return signalledAt > 0;
      },
    });
    expect(Date.now() - signalledAt).toBeLessThan(5_000);
    expect(run).toMatchObject({ exitCode: 130, signal: null });
    expect(await github.branches()).toEqual(['main']);
    const comment = await statusComment(github, 1);
    expect(comment).toContain('Cancelled: 2 of 4 files written');
    expect(await checkpoint(github)).toMatch(/^[0-9a-f]{40}$/);

    model.goOn();
    const again = await label(1);
    expect(again.outputs, again.log).toMatchObject({ status: 'created', 'files-count': '4' });
    expect(model.asked()).toHaveLength(2);
    expect(await statusComment(github, 1)).toContain('2 of 4 files reused');
  });

  test('S58 ends within five seconds although GitHub does not answer any more', async () => {
    const model = stuckAfterTwoFiles();
    const { github, label } = await stage({ answer: model.answer });
    let signalledAt = 0;
    const run = await label(1, {
      signalAfter: (log) => {
        if (signalledAt === 0 && log.includes('2 of 4')) {
          github.fault({ path: /./, times: Number.POSITIVE_INFINITY, effect: { delay: 60_000 } });
          signalledAt = Date.now();
        }
        return signalledAt > 0;
      },
    });
    // It did wait for an answer.
    expect(Date.now() - signalledAt).toBeGreaterThan(4_000);
    expect(Date.now() - signalledAt).toBeLessThan(5_500);
    expect(run).toMatchObject({ exitCode: 130, signal: null });
  });
});

test('S42 S58 a run beyond its own time ends with what it has, and the next one asks for the rest', async () => {
  const model = stuckAfterTwoFiles();
  const { github, label } = await stage({ answer: model.answer });
  const startedAt = Date.now();
  const run = await label(1, { inputs: { 'timeout-minutes': '0.05' } });
  expect(Date.now() - startedAt).toBeLessThan(3_000 + 5_000);
  expect(run, run.log).toMatchObject({ exitCode: 1, signal: null, outputs: { status: 'partial' } });
  const comment = await statusComment(github, 1);
  expect(comment).toContain('is a draft: 2 of 4 files missing');
  expect(comment).toContain('The run took longer than 0.05 minutes.');
  expect(await github.pullRequests()).toMatchObject([{ draft: true }]);

  model.goOn();
  const again = await label(1);
  expect(again.outputs, again.log).toMatchObject({ status: 'updated', 'files-count': '4' });
  expect(model.asked()).toHaveLength(2);
  expect(await statusComment(github, 1)).toContain('2 of 4 files reused');
  expect(await github.tree('smol/issue-1')).toMatchObject(ticTacToe.files);
});

describe('a request that is withdrawn during the run', () => {
  const last = /\/issues\/1$/;

  test('S34 by taking the label off: nothing is committed; putting it back on asks no model', async () => {
    const { github, label, modelCalls } = await stage();
    github.fault({ method: 'GET', path: last, effect: { before: () => github.removeLabel(1, 'smol') } });
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'skipped' });
    expect(run.succeeded, run.log).toBe(true);
    expect(await github.branches()).toEqual(['main']);
    const comment = await statusComment(github, 1);
    expect(comment).toContain('The label `smol` was taken off during the run, so nothing was committed.');
    expect(comment).toContain('Stopped: 4 of 4 files written');

    const calls = modelCalls();
    const again = await label(1);
    expect(again.outputs, again.log).toMatchObject({ status: 'created', 'files-count': '4' });
    expect(modelCalls()).toBe(calls);
    expect(await statusComment(github, 1)).toContain('nothing was asked of the model this time');
  });

  test('S34 by closing the issue', async () => {
    const { github, label } = await stage();
    github.fault({
      method: 'GET',
      path: last,
      effect: { before: async () => void (await github.editIssue(1, { state: 'closed' })) },
    });
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'skipped' });
    expect(await github.branches()).toEqual(['main']);
    expect(await statusComment(github, 1)).toContain('Issue 1 was closed during the run');
  });
});

test('S11 an issue that is edited during the run is built as it was, and the edit is pointed out', async () => {
  const { github, label } = await stage();
  github.fault({
    method: 'GET',
    path: /\/issues\/1$/,
    effect: { before: async () => void (await github.editIssue(1, { body: 'Something else.' })) },
  });
  const run = await label(1);
  expect(run.outputs).toMatchObject({ status: 'created' });
  expect(await statusComment(github, 1)).toContain('The issue was edited after it was labelled');
  expect((await github.pullRequests())[0]?.body).toContain('The issue was edited after it was labelled');
});

test('S21 two runs at once leave one comment, one branch with one commit, and one pull request', async () => {
  const { github, label } = await stage();
  const runs = await Promise.all([label(1), label(1)]);
  for (const run of runs) expect(run.succeeded, run.log).toBe(true);
  expect(await statusComment(github, 1)).toContain('Pull request #2');
  expect(await github.branches()).toEqual(['main', 'smol/issue-1']);
  expect(await github.commits('smol/issue-1')).toHaveLength(2);
  expect(await github.pullRequests()).toHaveLength(1);
});

test('a dry run leaves its plan to the run that builds it, which says so', async () => {
  const { github, label, modelCalls } = await stage();
  await label(1, { inputs: { 'dry-run': 'true' } });
  expect(modelCalls()).toBe(1);
  const run = await label(1);
  expect(run.outputs, run.log).toMatchObject({ status: 'created' });
  expect(modelCalls()).toBe(5);
  expect(await statusComment(github, 1)).toContain('the plan is that of the run before');
});
