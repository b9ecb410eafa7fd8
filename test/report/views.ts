import type { FileView, RunView } from '../../src/report/view.js';

const STARTED = 1_764_000_000_000;

/** A finished file; `changes` say what is different. */
export function file(path: string, changes: Partial<FileView> = {}): FileView {
  return {
    path,
    action: 'add',
    from: null,
    description: 'does its part.',
    uses: [],
    state: 'done',
    characters: 1240,
    lines: 40,
    startedAt: STARTED + 12_000,
    endedAt: STARTED + 30_000,
    failure: null,
    setAside: null,
    replaces: false,
    kept: false,
    isDrawn: false,
    ...changes,
  };
}

const PLAN = `# Notes

A page that keeps notes. Open \`index.html\`.

## Contract

- \`addNote(text)\` returns the note

## Files

- \`app.js\` (~40) – keeps the notes. Uses \`store.js\`.
- \`store.js\` (~40) – stores them.
- \`index.html\` (~20) – the page.
`;

/** A run of three files that went well; `changes` say what is different. */
export function view(changes: Partial<RunView> = {}): RunView {
  return {
    phase: 'done',
    issueNumber: 12,
    repository: 'octo/demo',
    serverUrl: 'https://github.com',
    runUrl: 'https://github.com/octo/demo/actions/runs/1',
    checksMayWait: false,
    title: 'A page for notes',
    prompt: 'Build a page for **notes**.',
    promptHash: '3f9a2c1b',
    hiddenTextRemoved: false,
    checks: null,
    planModel: 'gpt-6-sol',
    model: 'gpt-6-sol',
    planText: PLAN,
    files: [
      file('app.js', { description: 'keeps the notes with `addNote`.', uses: ['store.js'] }),
      file('store.js', { description: 'stores them.' }),
      file('index.html', { description: 'the page.', lines: 20, uses: ['app.js'] }),
    ],
    refused: [],
    unmade: [],
    usage: { inputTokens: 8200, cachedTokens: 6100, outputTokens: 2100, costUsd: 0.031, estimated: false },
    startedAt: STARTED,
    reusedFiles: 0,
    planReused: false,
    checkpoint: null,
    finishedAt: STARTED + 31_000,
    now: STARTED + 31_000,
    branch: 'smol/issue-12',
    base: 'main',
    commitSha: null,
    pullRequest: {
      number: 13,
      url: 'https://github.com/octo/demo/pull/13',
      draft: false,
      operation: 'created',
    },
    howToRun: { commands: [], test: null, note: 'Open index.html in a browser.' },
    manifests: [],
    quote: null,
    planEdits: [],
    planDifference: [],
    hasCode: false,
    houseRules: [],
    commenters: [],
    unseenImages: 0,
    revision: null,
    revisions: [],
    handled: [],
    notes: [],
    problem: null,
    ...changes,
  };
}

/** The same run in the middle of its files. */
export function building(changes: Partial<RunView> = {}): RunView {
  const [app, store, page] = view().files;
  if (app === undefined || store === undefined || page === undefined) throw new Error('three files');
  return view({
    phase: 'building',
    files: [
      app,
      { ...store, state: 'writing', lines: null, endedAt: null },
      { ...page, state: 'waiting', characters: 0, lines: null, startedAt: null, endedAt: null },
    ],
    pullRequest: null,
    finishedAt: null,
    now: STARTED + 20_000,
    ...changes,
  });
}

/** A pull request in a repository that had files, after two rounds of remarks. */
export function changed(changes: Partial<RunView> = {}): RunView {
  return view({
    files: [
      file('app.js', { action: 'change', replaces: true }),
      file('new.js'),
      file('to.js', { action: 'rename', from: 'from.js' }),
      file('same.js', { action: 'change', state: 'unchanged', lines: null }),
    ],
    pullRequest: {
      number: 13,
      url: 'https://github.com/octo/demo/pull/13',
      draft: false,
      operation: 'updated',
    },
    planEdits: ['Without `a.js`.'],
    planDifference: ['One.', 'Two.', 'Three, says @bob.', 'Four.'],
    houseRules: ['AGENTS.md', 'CLAUDE.md'],
    commenters: ['ann', 'bob', 'eve'],
    unseenImages: 2,
    revisions: [
      {
        commitSha: 'a'.repeat(40),
        remarks: 2,
        files: [
          { path: 'app.js', action: 'change' },
          { path: 'new.js', action: 'add' },
          { path: 'to.js', action: 'rename' },
          { path: 'old.js', action: 'delete' },
          { path: 'b.js', action: 'change' },
          { path: 'c.js', action: 'change' },
        ],
      },
      { commitSha: 'b'.repeat(40), remarks: 1, files: [] },
    ],
    handled: ['r1', 'c2'],
    ...changes,
  });
}
