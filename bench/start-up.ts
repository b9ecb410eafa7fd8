import { execFileSync } from 'node:child_process';
import { runOnIssue } from './action-run.js';
import { epoch } from './endpoint.js';
import { ORIGINAL_SAYS } from './original.js';
import { runCommandLine } from './run.js';
import type { Check, Section } from './table.js';
import { createWorkload } from './workload.js';

/** The run itself is over in no time. */
const SCALE = 1_000;

/** Real milliseconds from the start of a process to its first request, so many times, one after another. */
export async function measureStartUp(times: number): Promise<Section> {
  const workload = createWorkload({ count: 1, seed: 1 });
  const rows: Record<'node' | 'commandLine' | 'action' | 'toModel', number[]> = {
    node: [],
    commandLine: [],
    action: [],
    toModel: [],
  };
  // The first run of each warms up the disk's cache, and this process.
  for (let time = 0; time <= times; time += 1) {
    const node = emptyProgram();
    const { startUpMs } = await runCommandLine({ workload, scale: SCALE });
    const action = await runOnIssue(workload, SCALE);
    if (time === 0) continue;
    rows.node.push(node);
    rows.commandLine.push(startUpMs);
    rows.action.push(action.startUpMs);
    rows.toModel.push(action.toModelMs);
  }
  const row = (what: string, values: readonly number[]) => [
    what,
    median(values).toFixed(0),
    Math.min(...values).toFixed(0),
    Math.max(...values).toFixed(0),
  ];
  return {
    title: `Process start to first request, ${times} runs each (real time)`,
    columns: ['process', 'median ms', 'fastest', 'slowest'],
    rows: [
      row('command line, to the model', rows.commandLine),
      row('action, to GitHub', rows.action),
      row('action, to the model (after what it asks of GitHub)', rows.toModel),
      row('an empty node program, start to end', rows.node),
    ],
    checks: [
      check('command line', rows.commandLine, median(rows.node)),
      check('action', rows.action, median(rows.node)),
    ],
  };
}

function check(what: string, values: readonly number[], emptyProgramMs: number): Check {
  return {
    what: `process start to first request, ${what}`,
    value: median(values),
    decimals: 0,
    unit: ' ms',
    bound: 'most',
    target: 250,
    // A machine where even an empty program takes long is busy, or slow.
    tolerated: Math.max(800, 5 * emptyProgramMs),
    original: what === 'action' ? '' : ORIGINAL_SAYS.startUp,
  };
}

function emptyProgram(): number {
  const startedAt = epoch();
  execFileSync('node', ['-e', '0'], { stdio: 'ignore' });
  return epoch() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
