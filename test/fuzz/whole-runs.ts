import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redactingModel } from '../../src/github/api/redacting-model.js';
import { createSecrets } from '../../src/github/api/secrets.js';
import { OUTPUT_NAMES } from '../../src/github/asked/settings.js';
import { runBot } from '../../src/github/bot.js';
import { logLine } from '../../src/github/told/log.js';
import type { Outcome } from '../../src/github/told/outcome.js';
import { readMarker } from '../../src/report/marker.js';
import { type GitHub, startGitHub } from '../support/github/index.js';
import { worldOf } from '../support/world.js';
import { answers, modelOf } from './developments.js';
import { type Target, target } from './hunt.js';
import { assertInert, assertNoCommand, assertSafePath } from './oracles.js';
import { changes, tampered } from './payloads.js';
import { hostileText } from './texts.js';

const KEY = 'sk-canary-0123456789abcdef';

const scene = fc.record({
  title: hostileText.filter((text) => text.trim() !== ''),
  body: hostileText,
  answers,
  changes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: changes }),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

type Seen = {
  readonly number: number;
  readonly isTampered: boolean;
  readonly outcome: Outcome;
  readonly log: readonly string[];
  readonly comments: readonly string[];
  readonly pull: { readonly title: string; readonly body: string } | null;
  readonly message: string | null;
  readonly paths: readonly string[];
  readonly violations: readonly string[];
};

/** The emulator lets nobody make more than 5,000 requests an hour, and to examine a run is to read all before it. */
const CASES_OF_ONE_GITHUB = 15;

/** Whole runs on an emulated GitHub; each case is an issue of its own. */
export async function openWholeRuns(): Promise<{ targets: readonly Target[]; close: () => Promise<void> }> {
  let github = await openGitHub();
  let cases = 0;
  const runs = target(
    'whole run',
    scene,
    async (given) => {
      if (cases === CASES_OF_ONE_GITHUB) {
        await closeUntouched(github);
        github = await openGitHub();
        cases = 0;
      }
      cases += 1;
      return play(github, given);
    },
    check,
    // What it takes is the emulator's, most of it.
    { batch: 4, slowMs: 5_000 },
  );
  return { targets: [runs], close: () => closeUntouched(github) };
}

function openGitHub(): Promise<GitHub> {
  return startGitHub({ collaborators: { ann: 'write' }, files: { LICENSE: 'x\n' } });
}

/** No run has written to the default branch: it has the one commit that it began with. */
async function closeUntouched(github: GitHub): Promise<void> {
  const commits = await github.commits('main');
  await github.close();
  assert.equal(commits.length, 1);
}

async function play(github: GitHub, given: Scene): Promise<Seen> {
  const issue = await github.createIssue({
    title: given.title.slice(0, 200),
    body: given.body.slice(0, 60_000),
  });
  const { number } = issue;
  const event = await github.labeledEvent({ issueNumber: number, label: 'smol', sender: 'ann' });
  const log: string[] = [];
  const { redact } = createSecrets([github.token, KEY]);
  const outcome = await runBot(
    { name: 'issues', payload: tampered(event, given.changes), actor: 'ann', triggeringActor: 'ann' },
    { token: github.token, 'api-key': KEY },
    worldOf(github, {
      model: redactingModel(modelOf(given.answers), redact),
      apiKey: KEY,
      runId: number,
      log: (text) => void log.push(logLine(redact(text))),
    }),
  );
  const branch = `smol/issue-${number}`;
  const [commit] = (await github.head(branch)) === undefined ? [] : await github.commits(branch);
  const pull = (await github.pullRequests()).find(({ head }) => head.ref === branch);
  const violations = github.violations();
  github.clearRequests();
  return {
    number,
    isTampered: given.changes.length > 0,
    outcome,
    log,
    comments: (await github.comments(number))
      .filter(({ authorType }) => authorType === 'Bot')
      .map(({ body }) => body),
    pull: pull === undefined ? null : { title: pull.title, body: pull.body ?? '' },
    message: commit?.message ?? null,
    paths: commit === undefined ? [] : Object.keys(await github.tree(branch)),
    violations,
  };
}

function check({ number, isTampered, outcome, log, comments, pull, message, paths, violations }: Seen): void {
  assert.deepEqual(violations, []);
  for (const line of log) assertNoCommand(line);
  for (const [name, output] of Object.entries(outcome.outputs)) {
    assert.ok(OUTPUT_NAMES.some((known) => known === name));
    assert.doesNotMatch(output, /[\n\r]/);
  }
  assert.ok(comments.length <= 1, `${comments.length} comments`);
  for (const path of paths) assertSafePath(path);
  if (isTampered) return;
  assert.equal(comments.length, 1);
  const [comment = ''] = comments;
  assert.equal(readMarker(comment)?.issueNumber, number);
  assert.ok(comment.length <= 60_000);
  // Of ours: its own pull request, and the words that close its issue.
  const ours = [`#${number}`, `Closes #${number}`];
  assertInert(comment.replaceAll(/https?:\/\/[\w.:]+\/octo\/app\/pull\/\d+/g, 'https://github.example'), []);
  assert.equal(outcome.outputs['pull-request-number'] === undefined, pull === null);
  if (pull === null || message === null) return;
  assert.ok([...pull.title].length <= 240 && !/[\n\r]/.test(pull.title));
  assertInert(pull.body, ours);
  assert.match(message, new RegExp(`^Smol-Issue: ${number}$`, 'm'));
}
