import { describe, expect, test } from 'vitest';
import { NO_USAGE } from '../../src/model/port.js';
import type { HowToRun } from '../../src/report/how-to-run.js';
import { type Ending, startLines, summaryLines } from '../../src/terminal/summary.js';

const NOTHING: HowToRun = { commands: [], test: null, note: null };

function endingOf(change: Partial<Ending>): Ending {
  const files = [
    { path: 'a.js', lines: 1, description: '', uses: [], setAside: null, action: 'add' as const, from: null },
  ];
  return {
    plan: { text: '', title: '', files, refused: [], replies: [] },
    planAt: 'shared_deps.md',
    out: 'generated',
    placements: [{ kind: 'written', path: 'a.js', at: 'a.js' }],
    lines: 1,
    drawn: [],
    unmade: [],
    reused: 0,
    failed: [],
    usage: NO_USAGE,
    milliseconds: 1000,
    howToRun: NOTHING,
    ...change,
  };
}

describe('how to start the app', () => {
  const START: HowToRun = { commands: ['npm install', 'npm start'], test: 'npm test', note: null };
  const OPEN: HowToRun = { commands: [], test: null, note: 'Open index.html in a browser.' };

  test.each<[string, HowToRun, string, string[]]>([
    [
      'commands',
      START,
      'app',
      ['To start it:', '  cd app', '  npm install', '  npm start', 'Tests: npm test'],
    ],
    ['commands here', START, '.', ['To start it:', '  npm install', '  npm start', 'Tests: npm test']],
    [
      'a command and a note',
      { commands: ['python3 -m http.server'], test: null, note: 'Open http://localhost:8000.' },
      'app',
      ['To start it:', '  cd app', '  python3 -m http.server', '  Open http://localhost:8000.'],
    ],
    ['a note', OPEN, 'app', ['To start it, in app/:', '  Open index.html in a browser.']],
    ['a note here', OPEN, '.', ['To start it:', '  Open index.html in a browser.']],
    ['tests alone', { ...NOTHING, test: 'npm test' }, 'app', ['To test it:', '  cd app', '  npm test']],
    ['nothing', NOTHING, 'app', []],
  ])('is said in lines that can be typed: %s', (_, howToRun, out, lines) => {
    expect(startLines(endingOf({ howToRun, out }))).toEqual(lines);
  });

  test.each([
    ['my app', "'my app'"],
    ["it's", "'it'\\''s'"],
    ['../a-b/c.d', '../a-b/c.d'],
    ['$HOME', "'$HOME'"],
  ])('names the folder %j as a shell reads it', (out, word) => {
    expect(startLines(endingOf({ howToRun: START, out }))).toContain(`  cd ${word}`);
  });

  test('is not said when something is missing', () => {
    expect(startLines(endingOf({ howToRun: START, placements: [] }))).toEqual([]);
    expect(
      startLines(endingOf({ howToRun: START, failed: [{ path: 'b.js', error: new Error('no') }] })),
    ).toEqual([]);
  });
});

describe('where the plan is', () => {
  const said = (change: Partial<Ending>) =>
    summaryLines(endingOf(change)).filter((line) => line.includes('plan'));

  test('is said once the app is whole', () => {
    expect(said({})).toEqual(['The plan is in generated/shared_deps.md; edit it and run again to rebuild.']);
    expect(said({ out: '.' })).toEqual(['The plan is in shared_deps.md; edit it and run again to rebuild.']);
  });

  test('is not said where it is not, nor beside what else is to be done', () => {
    expect(said({ planAt: null })).toEqual([]);
    expect(said({ placements: [] })).toEqual([]);
  });
});

test('the folder of the app is named as a folder', () => {
  expect(summaryLines(endingOf({}))[0]).toBe('1 file, 1 line, in generated/');
  expect(summaryLines(endingOf({ out: '.', lines: 1234 }))[0]).toBe('1 file, 1,234 lines, in this folder');
});
