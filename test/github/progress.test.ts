import { describe, expect, test } from 'vitest';
import { RunProgress } from '../../src/github/told/progress.js';
import { BrokenReplyError } from '../../src/model/errors.js';
import type { Plan } from '../../src/smol/events.js';
import { ONE_CALL } from '../support/scripted-model.js';

const FACTS = {
  issueNumber: 1,
  repository: 'o/r',
  serverUrl: 'https://x',
  runUrl: 'https://x/1',
  checksMayWait: false,
  startedAt: 0,
};
const retry = { attempt: 1, waitMs: 0, error: new BrokenReplyError('The reply broke off.') };
const file = {
  path: 'a.js',
  lines: 2,
  description: 'a',
  uses: [],
  setAside: null,
  action: 'add' as const,
  from: null,
};
const plan: Plan = { text: '# A\n', title: 'A', files: [file], refused: [], replies: [] };

function followed(...events: Parameters<RunProgress['follow']>[0][]) {
  const progress = new RunProgress(FACTS);
  for (const [index, event] of events.entries()) progress.follow(event, index);
  return progress;
}

describe('what is seen of a run', () => {
  test('is the plan as far as it is streamed, and anew after a failed attempt', () => {
    const delta = (text: string) => ({ type: 'plan.delta', text }) as const;
    expect(followed(delta('# A'), delta('\nb')).view(9).planText).toBe('# A\nb');
    expect(followed(delta('# A'), { type: 'plan.retry', retry }, delta('# B')).view(9).planText).toBe('# B');
  });

  test('keeps the plan while only its list is asked for again', () => {
    const delta = { type: 'plan.delta', text: '# A' } as const;
    const list = { type: 'plan.list', reason: 'no list' } as const;
    expect(followed(delta, list, { type: 'plan.retry', retry }).view(9).planText).toBe('# A');
  });

  test('is each file: waiting, writing, done with its lines and times', () => {
    const begun = [
      { type: 'plan.done', plan, reused: false },
      { type: 'file.start', path: 'a.js' },
      { type: 'file.delta', path: 'a.js', text: 'abc' },
    ] as const;
    expect(followed(begun[0]).view(9).files).toMatchObject([{ state: 'waiting' }]);
    expect(followed(...begun).view(9).files).toMatchObject([
      { state: 'writing', characters: 3, startedAt: 1 },
    ]);
    const again = { type: 'file.retry', path: 'a.js', retry } as const;
    expect(followed(...begun, again).view(9).files).toMatchObject([{ characters: 0 }]);
    const done = { type: 'file.done', path: 'a.js', content: 'x\ny\n', reused: true } as const;
    const view = followed(...begun, done).view(9);
    expect(view.files).toMatchObject([{ state: 'done', lines: 2, endedAt: 3 }]);
    expect(view.reusedFiles).toBe(1);
    const failed = { type: 'file.failed', path: 'a.js', error: retry.error } as const;
    expect(followed(...begun, failed).view(9).files).toMatchObject([
      { state: 'failed', failure: 'The reply broke off.' },
    ]);
  });

  test('begins anew with another plan, as after a branch on which a person was faster', () => {
    const begun = { type: 'plan.done', plan, reused: false } as const;
    const done = { type: 'file.done', path: 'a.js', content: 'x\n', reused: false } as const;
    const other = { ...begun, plan: { ...plan, files: [{ ...file, path: 'b.js' }] } };
    expect(followed(begun, done, begun).counts).toEqual({ done: 0, planned: 1 });
    expect(followed(begun, done, { ...begun, reused: true }, { ...done, reused: true }).counts).toEqual({
      done: 1,
      planned: 1,
    });
    expect(followed(begun, done, other).view(9).files).toMatchObject([{ path: 'b.js', state: 'waiting' }]);
  });

  test('is what all runs for a request used, while the outputs are of this one', () => {
    const progress = followed({ type: 'usage', usage: ONE_CALL });
    progress.setEarlierUsage(ONE_CALL);
    expect(progress.view(9).usage).toMatchObject({ inputTokens: 200, costUsd: 0.02 });
    expect(progress.usage).toEqual(ONE_CALL);
  });

  test('tells what replaces a file of the base, and where a person’s stays', () => {
    const progress = followed({ type: 'plan.done', plan, reused: false });
    progress.setReplaced(new Set(['a.js']));
    progress.setKept(['a.js']);
    expect(progress.view(9).files).toMatchObject([{ replaces: true, kept: true }]);
  });
});
