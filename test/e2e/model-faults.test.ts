import { describe, expect, test } from 'vitest';
import { type AnswerFunction, hostile, requestedPath } from '../support/model/index.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

const PATHS = Array.from({ length: 20 }, (_, index) => `src/part-${index}.js`);
const PLAN = `# Parts\nTwenty of them.\n\n## Files\n${PATHS.map((path) => `- \`${path}\` (~9) – a part.`).join('\n')}\n`;

/** Plans twenty files, and answers each request for one as told. */
const twentyFiles =
  (file: AnswerFunction): AnswerFunction =>
  (request) =>
    requestedPath(request.messages, PATHS) === undefined ? { text: PLAN } : file(request);

const billing = [
  ['insufficient_quota', hostile.insufficientQuota],
  ['credit_balance_exhausted', hostile.creditBalanceExhausted],
  ['organization_spend_limit_exceeded', hostile.organizationSpendLimit],
  ['project_spend_limit_exceeded', hostile.projectSpendLimit],
  ['organization_usage_limit_exceeded', hostile.organizationUsageLimit],
] as const;

describe('no credit', () => {
  test.each(billing)('S41 F7 %s costs one request for the whole run', async (_, raw) => {
    const { github, label, modelCalls } = await stage({ answer: () => ({ raw }) });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(run.log).toContain('The account behind the key has no credit left');
    expect(modelCalls()).toBe(1);
    expect(await statusComment(github, 1)).toContain('The account behind the key has no credit left');
  });

  test('S41 F7 with twenty files waiting: one of them is asked for, all others are cancelled', async () => {
    const { github, label, modelCalls } = await stage({
      answer: twentyFiles(() => ({ raw: hostile.creditBalanceExhausted })),
    });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(2);
    const comment = await statusComment(github, 1);
    expect(comment).toContain('The account behind the key has no credit left');
    expect(comment).toContain('Add credit or raise the spending limit');
    expect(await github.head('smol/issue-1')).toBeUndefined();
  });
});

describe('the size of a request', () => {
  test('S9 a body of 65,536 characters is sent whole', async () => {
    const words = Array.from({ length: 9_000 }, (_, index) => `word${index}`).join(' ');
    const body = `${words.slice(0, 65_530)} end.`.padEnd(65_536, '.');
    expect(body).toHaveLength(65_536);
    const { label, modelRequests } = await stage({ issue: { title: 'A long one', body } });
    await label(1);
    const [first] = modelRequests();
    expect(JSON.stringify(first?.body)).toContain(body);
  });

  test('S9 S41 what is longer than the model can read is said in one comment, and asked for once', async () => {
    const { github, label, modelCalls } = await stage({ answer: () => ({ raw: hostile.contextLength }) });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(1);
    const comment = await statusComment(github, 1);
    expect(comment).toContain('The request is longer than the model can read');
    expect(comment).toContain('9001 tokens');
    expect(comment).toContain('Shorten the request');
  });

  test('S39 a plan of 500 files is refused with both numbers, and no file is asked for', async () => {
    const list = Array.from({ length: 500 }, (_, index) => `- \`f${index}.js\` (~9) – a part.`).join('\n');
    const { github, label, modelCalls } = await stage({
      answer: () => ({ text: `# Many\n\n## Files\n${list}\n` }),
    });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(1);
    expect(await statusComment(github, 1)).toContain('The plan has 500 files; this run may write 100.');
  });

  test('S39 a plan without files is asked for its list once, then it is an error', async () => {
    const { github, label, modelCalls } = await stage({
      answer: (request) => ({ text: request.responseFormat ? '{"files":[]}' : '# Nothing\nNo files.\n' }),
    });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(2);
    expect(await statusComment(github, 1)).toContain('The plan names no file that can be written.');
  });
});

test('S63 an endpoint that goes silent for all files at once leaves no rejection and no socket behind', async () => {
  const { github, label } = await stage({
    answer: twentyFiles(() => ({ raw: hostile.headersThenSilence })),
  });
  const run = await label(1, {
    inputs: { 'timeout-minutes': '0.1' },
    env: { NODE_OPTIONS: '--unhandled-rejections=strict' },
  });
  expect(run.timedOut).toBe(false);
  expect(run.exitCode).toBe(1);
  expect(run.wallMs).toBeLessThan(30_000);
  expect(run.log).not.toMatch(/unhandled|should not/i);
  expect(await statusComment(github, 1)).toContain('The run took longer than');
});
