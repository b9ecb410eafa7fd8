import { describe, expect, test } from 'vitest';
import { brokenIn, INVARIANTS, type Phase, repeatedQuestions, type Story } from './invariants.js';
import type { Snapshot } from './snapshot.js';
import { type Ended, FIRST, goldenOf } from './stage.js';

const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const KEY = 'd'.repeat(16);

const EMPTY: Snapshot = {
  ...{ comments: [], branches: [], base: BASE, pulls: [], key: KEY, saved: {}, savedChange: [] },
  talk: { said: [], reactions: [] },
};

const ticks = Object.keys(FIRST.files).map((path) => `- [x] \`${path}\` – a part`);
const DONE = ['## [Pull request #2](http://x/pull/2) is ready for review', ...ticks].join('\n');

const NOBODY = { name: 'n', email: 'n@example.com' };
const commit = (sha: string, ...parents: string[]) => {
  return {
    sha,
    message: 'm',
    tree: sha,
    parents,
    author: NOBODY,
    committer: NOBODY,
    verified: true,
    committedAt: '',
  };
};

const comment = (body: string) => {
  return { id: 1, body, author: 'bot', authorType: 'Bot', createdAt: '', updatedAt: '', url: '' };
};

const BRANCH = {
  name: 'smol/issue-1',
  files: goldenOf(FIRST),
  commits: [commit(HEAD, BASE), commit(BASE)],
};

const PULL = {
  ...{ number: 2, title: 't', body: null, state: 'open', draft: false, merged: false },
  ...{
    head: { ref: BRANCH.name, sha: HEAD },
    base: { ref: 'main' },
    author: 'bot',
    labels: [],
    assignees: [],
  },
  ...{ requestedReviewers: [], changedFiles: 4, files: [], url: '' },
};

const WHOLE: Snapshot = { ...EMPTY, comments: [comment(DONE)], branches: [BRANCH], pulls: [PULL] };

function ended(changes: Partial<Ended> = {}): Ended {
  return {
    ...{
      exitCode: 0,
      signal: null,
      timedOut: false,
      stdout: '',
      stderr: '',
      wallMs: 1,
      peakRssBytes: undefined,
    },
    ...{
      succeeded: true,
      log: '',
      outputs: {},
      summary: '',
      state: {},
      env: {},
      annotations: [],
      commands: [],
    },
    ...{ masks: [], errors: [], secretsInLog: () => [], requests: [], asked: [], stoppedMs: null },
    ...changes,
  };
}

const phase = (after: Snapshot, run: Partial<Ended> = {}): Phase => ({ runs: [ended(run)], after });

/** A run was killed while it built, and the next one went on. */
const SAVED = { ...EMPTY, comments: [comment('## Building: 1 of 4')], saved: { [KEY]: ['plan', 'game.js'] } };
const GOOD: Story = {
  before: EMPTY,
  phases: [
    phase(SAVED, {
      succeeded: false,
      exitCode: null,
      signal: 'SIGKILL',
      asked: ['plan', 'game.js', 'style.css'],
    }),
    phase(WHOLE, { asked: ['style.css', 'index.html', 'README.md'] }),
  ],
  strayRequests: [],
};

const endingIn = (changes: Partial<Snapshot>, run: Partial<Ended> = {}): Story => ({
  ...GOOD,
  phases: [...GOOD.phases.slice(0, 1), phase({ ...WHOLE, ...changes }, run)],
});

const beginningWith = (after: Snapshot, run: Partial<Ended>): Story => ({
  ...GOOD,
  phases: [phase(after, run), ...GOOD.phases.slice(1)],
});

describe('what holds after any fault', () => {
  test('holds for a run that was killed and gone on with', () => {
    expect(brokenIn(GOOD, INVARIANTS)).toEqual([]);
    expect(repeatedQuestions(GOOD)).toBe(1);
  });

  test('what was saved for another request counts for nothing', () => {
    expect(brokenIn(endingIn({ key: 'e'.repeat(16) }, { asked: ['plan'] }), INVARIANTS)).toEqual([]);
  });

  const breaks: Record<string, readonly Story[]> = {
    'the last run is green': [endingIn({}, { succeeded: false, exitCode: 1 })],
    'one comment of ours, in its final state': [
      endingIn({ comments: [] }),
      endingIn({ comments: [comment(DONE), comment(DONE)] }),
      endingIn({ comments: [comment(DONE.replace('[x]', '[ ]'))] }),
      endingIn({ comments: [comment(DONE.replace('#2', '#3'))] }),
      endingIn({ comments: [comment('## Stopped: 3 of 4 written')] }),
    ],
    'one branch of ours, with the golden tree': [
      endingIn({ branches: [] }),
      endingIn({ branches: [BRANCH, { ...BRANCH, name: 'smol/issue-1-2' }] }),
      endingIn({ branches: [{ ...BRANCH, files: { ...BRANCH.files, 'game.js': '' } }] }),
      endingIn({ branches: [{ ...BRANCH, files: { ...BRANCH.files, more: '' } }] }),
    ],
    'its one commit stands on the base': [
      endingIn({ branches: [{ ...BRANCH, commits: [commit(HEAD, HEAD), commit(BASE)] }] }),
      endingIn({ branches: [{ ...BRANCH, commits: [commit('d', BASE), commit(HEAD, BASE), commit(BASE)] }] }),
    ],
    'one pull request, which is open and no draft': [
      endingIn({ pulls: [PULL, { ...PULL, number: 3 }] }),
      endingIn({ pulls: [{ ...PULL, draft: true }] }),
      endingIn({ pulls: [{ ...PULL, head: { ref: 'another', sha: HEAD } }] }),
    ],
    'between the runs there is no branch, or a whole one': [
      beginningWith({ ...SAVED, branches: [{ ...BRANCH, files: {} }] }, { signal: 'SIGKILL' }),
    ],
    'the default branch is as it was': [endingIn({ base: HEAD })],
    'no request is for another place, or malformed': [{ ...GOOD, strayRequests: ['GET /repos/octo/other'] }],
    'nothing that was saved is asked of the model again': [
      endingIn({}, { asked: ['plan'] }),
      endingIn({}, { asked: ['game.js'] }),
    ],
    'an interrupted run ends by itself within five seconds': [
      beginningWith(EMPTY, { stoppedMs: 5_100 }),
      beginningWith(EMPTY, { stoppedMs: 100, signal: 'SIGKILL' }),
    ],
    'a run that ends by itself leaves no comment which says that it goes on': [beginningWith(SAVED, {})],
  };

  test('is all tried here', () => {
    expect(Object.keys(breaks).sort()).toEqual(Object.keys(INVARIANTS).sort());
  });

  test.each(Object.entries(breaks))('is seen to break: %s', (name, stories) => {
    for (const story of stories) {
      const broken = brokenIn(story, INVARIANTS).map((sentence) => sentence.split(': ')[0]);
      expect(broken).toContain(name);
    }
  });
});
