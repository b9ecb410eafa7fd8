import { type ActionMeasured, runOnIssue } from './action-run.js';
import { runCommandLine } from './run.js';
import type { Check, Section } from './table.js';
import { createWorkload } from './workload.js';

/** 20 KB at four characters a token. */
const FILE_TOKENS = 5_000;
const SCALE = 50;
/** The one kind of request that may grow with the app: a tree is written in pieces of some megabytes. */
const TREES = 'POST /git/trees';

/** Memory and requests to GitHub with few files and with many, of 20 KB each. */
export async function measureManyFiles(few: number, many: number): Promise<Section> {
  const workloadOf = (count: number) =>
    createWorkload({ count, seed: 1, fileTokens: [FILE_TOKENS, FILE_TOKENS] });
  const terminal = await runCommandLine({ workload: workloadOf(many), scale: SCALE });
  const small = await runOnIssue(workloadOf(few), SCALE);
  const large = await runOnIssue(workloadOf(many), SCALE);
  const exact = {
    bound: 'least',
    target: many,
    tolerated: many,
    decimals: 0,
    unit: ' whole',
    original: '',
  } as const;
  return {
    title: `${few} files and ${many} files of 20 KB (the action's run on an emulated GitHub)`,
    columns: ['requests to GitHub besides edits of the comment', `${few} files`, `${many} files`],
    rows: [
      ...[...new Set([...small.requests.keys(), ...large.requests.keys()])].map((kind) => [
        kind,
        String(small.requests.get(kind) ?? 0),
        String(large.requests.get(kind) ?? 0),
      ]),
      ['edits of the comment (they go with the time)', String(small.edits), String(large.edits)],
      ['peak memory of the action, MB', small.peakMegabytes.toFixed(0), large.peakMegabytes.toFixed(0)],
      ['peak memory of the command line, MB', '', terminal.peakMegabytes.toFixed(0)],
    ],
    checks: [
      { what: `command line, ${many} files of 20 KB`, value: terminal.whole, ...exact },
      { what: `action, ${many} files of 20 KB`, value: large.succeeded ? large.whole : 0, ...exact },
      memoryCheck('command line', many, terminal.peakMegabytes),
      memoryCheck('action', many, large.peakMegabytes),
      differenceCheck(small, large, `${few} and ${many} files`),
    ],
  };
}

function memoryCheck(what: string, files: number, value: number): Check {
  const bound = {
    bound: 'most',
    target: 200,
    tolerated: 240,
    decimals: 0,
    unit: ' MB',
    original: '',
  } as const;
  return { what: `peak memory, ${what}, ${files} files of 20 KB`, value, ...bound };
}

function differenceCheck(small: ActionMeasured, large: ActionMeasured, what: string): Check {
  const kinds = new Set([...small.requests.keys(), ...large.requests.keys()]);
  const differing = [...kinds].filter(
    (kind) => kind !== TREES && small.requests.get(kind) !== large.requests.get(kind),
  );
  const none = { bound: 'most', target: 0, tolerated: 0, decimals: 0, unit: '', original: '' } as const;
  return { what: `requests to GitHub that differ besides trees, ${what}`, value: differing.length, ...none };
}
