import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers, hostile } from '../support/model/index.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

const Body = z.looseObject({ messages: z.array(z.object({ content: z.string() })) });

describe('inputs reach', () => {
  test('the model: instructions, effort, temperature, length and number of calls at a time', async () => {
    const { label, modelRequests } = await stage();
    const run = await label(1, {
      inputs: {
        instructions: 'Use tabs.',
        effort: 'low',
        temperature: '0.3',
        'max-output-tokens': '5000',
        concurrency: '1',
        'plan-model': 'gpt-6-sol',
      },
    });
    expect(run.succeeded, run.log).toBe(true);
    const bodies = modelRequests().map(({ body }) => Body.parse(body));
    for (const body of bodies) {
      expect(body).toMatchObject({ temperature: 0.3, reasoning_effort: 'low', max_tokens: 5000 });
      expect(body.messages[0]?.content).toContain('Use tabs.');
    }
    expect(bodies.map(({ model }) => model)).toEqual(['gpt-6-sol', ...Array(4).fill('test-model')]);
    for (const [index, { arrivedAt }] of modelRequests().entries()) {
      expect(arrivedAt).toBeGreaterThanOrEqual(modelRequests()[index - 1]?.finishedAt ?? 0);
    }
  });

  test('the pull request: branch, base, draft, protected paths, and people who are not there', async () => {
    const { github, label } = await stage();
    await github.createBranch('develop');
    const run = await label(1, {
      inputs: {
        branch: 'ai/{slug}-{number}',
        base: 'develop',
        draft: 'true',
        'protected-paths': 'style.css',
        reviewers: 'nobody-here',
      },
    });
    expect(run.succeeded, run.log).toBe(true);
    const [pull] = await github.pullRequests();
    expect(pull).toMatchObject({
      head: { ref: 'ai/a-tic-tac-toe-game-1' },
      base: { ref: 'develop' },
      draft: true,
      changedFiles: 3,
    });
    expect(pull?.body).toContain('style.css');
    expect(await statusComment(github, 1)).toContain('nobody-here');
  });
});

describe('bounds', () => {
  const rows: [what: string, inputs: Record<string, string>, calls: number, says: RegExp][] = [
    ['on files', { 'max-files': '2' }, 1, /4 files.*max-files|max-files.*4 files/s],
    ['on tokens, before the plan', { 'max-total-tokens': '10' }, 0, /max-total-tokens/],
    ['on money, where the price is not known', { 'max-cost-usd': '1' }, 0, /price of the model/],
  ];
  test.each(rows)('%s end the run with a sentence', async (_, inputs, calls, says) => {
    const { github, label, modelCalls } = await stage();
    const run = await label(1, { inputs });
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(calls);
    expect(await statusComment(github, 1)).toMatch(says);
    expect(await github.branches()).toEqual(['main']);
  });

  test('on silence give a call up', { timeout: 40_000 }, async () => {
    const { github, label } = await stage({ answer: () => ({ raw: hostile.silence }) });
    const run = await label(1, { inputs: { 'idle-timeout': '1' } });
    expect(run.succeeded).toBe(false);
    expect(await statusComment(github, 1)).toContain('idle-timeout');
  });

  test('on time end with what is there, as a draft', async () => {
    const good = appAnswers(ticTacToe);
    const { github, label } = await stage({
      answer: (request) => (request.index < 3 ? good(request) : { raw: hostile.headersThenSilence }),
    });
    const run = await label(1, { inputs: { 'timeout-minutes': '0.05' } });
    expect(run.outputs, run.log).toMatchObject({ status: 'partial', 'files-count': '2' });
    expect((await github.pullRequests())[0]).toMatchObject({ draft: true, changedFiles: 2 });
    expect(await statusComment(github, 1)).toContain('timeout-minutes');
  });
});
