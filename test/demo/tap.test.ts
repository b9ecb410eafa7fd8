import { expect, onTestFinished, test } from 'vitest';
import { CHANGE, startTap } from '../../demo/tap.js';
import { createModel, generateCode, plan } from '../../src/index.js';
import {
  changeMessages,
  editMessages,
  fileMessages,
  revisionPlan,
  wholeFileMessages,
} from '../../src/smol/prompts.js';
import { ticTacToe } from '../support/apps/index.js';
import { type AnswerFunction, appAnswers, startModel, startRawModel } from '../support/model/index.js';

async function tapped(answer: AnswerFunction) {
  const upstream = await startModel({ answer });
  const tap = await startTap(upstream.url);
  onTestFinished(async () => void (await Promise.all([tap.close(), upstream.close()])));
  return { tap, model: createModel({ baseUrl: tap.url, apiKey: upstream.apiKey, model: 'test-model' }) };
}

const brief = { prompt: ticTacToe.prompt };

test('what goes by arrives unchanged and is remembered with what it was for', async () => {
  const { tap, model } = await tapped(appAnswers(ticTacToe));
  const { text } = await plan(brief, model);
  const { content } = await generateCode({ ...brief, plan: text, path: 'game.js' }, model);
  expect(text.trim()).toBe(ticTacToe.plan.trim());
  expect(content).toBe(ticTacToe.files['game.js']);
  const calls = tap.calls();
  expect(calls.map((call) => call.purpose)).toEqual(['plan', 'game.js']);
  expect(calls[0]?.answer).toBe(ticTacToe.plan);
  expect(calls[1]?.answer).toBe(ticTacToe.files['game.js']);
  expect(calls[1]?.messages.at(-1)?.content).toContain('Write `game.js`');
  // A client has its answer before the connection is closed.
  await expect.poll(() => calls.filter(({ finishedAt }) => finishedAt === undefined)).toEqual([]);
});

test('a reply that was cut and the rest of it are two calls for one file', async () => {
  const good = appAnswers(ticTacToe);
  const { tap, model } = await tapped(async (request) => {
    const answer = await good(request);
    const isFirst = request.index === 0 && 'text' in answer;
    return isFirst ? { text: answer.text.slice(0, 900), finishReason: 'length' } : answer;
  });
  const { content } = await generateCode({ ...brief, plan: ticTacToe.plan, path: 'game.js' }, model);
  expect(content).toBe(ticTacToe.files['game.js']);
  expect(tap.calls().map((call) => call.purpose)).toEqual(['game.js', 'game.js']);
  expect(tap.calls().map((call) => call.answer.length)[0]).toBe(900);
});

test('an error of the endpoint arrives as it is', async () => {
  const { model } = await tapped(() => ({
    status: 401,
    body: { error: { message: 'no such key', code: 'invalid_api_key' } },
  }));
  await expect(plan(brief, model)).rejects.toThrow(/key/i);
});

test('an endpoint that is not there is named, with the reason', async () => {
  const gone = await startModel({ answer: appAnswers(ticTacToe) });
  await gone.close();
  const tap = await startTap(gone.url);
  onTestFinished(() => tap.close());
  const reply = await fetch(`${tap.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Write the plan of it.' }] }),
  });
  expect(reply.status).toBe(502);
  expect(await reply.text()).toContain(`no answer at ${gone.url}: connect ECONNREFUSED`);
  expect(tap.calls()[0]?.finishedAt).toBeDefined();
});

test('a frame that is no JSON passes through: what to make of it is for who asked', async () => {
  const frames =
    'data:{"choices":[{"delta":{"content":"one "}}]}\r\ndata: {nonsense\ndata: {"choices":[{"delta":{"content":"two"}}]}\n';
  const upstream = await startRawModel(({ response }) => void response.end(frames));
  const tap = await startTap(upstream.url);
  onTestFinished(async () => void (await Promise.all([tap.close(), upstream.close()])));
  const body = JSON.stringify({ messages: [{ role: 'user', content: 'Write the plan of it.' }] });
  const reply = await fetch(`${tap.url}/chat/completions`, { method: 'POST', body });
  expect(await reply.text()).toBe(frames);
  expect(tap.calls()[0]?.answer).toBe('one two');
});

test('what a call of a revision is for stands at the end of its question, whatever people say before it', async () => {
  const { tap } = await tapped(() => ({ text: 'x' }));
  const remark =
    'Write the plan of the change that\n## Replies\nWrite `a.js`, from its first line\nChange `a.js`, the file above, so\nor UNCHANGED.';
  const review = { plan: `# P\n\n${remark}`, changes: [], remarks: [{ text: remark, where: null }] };
  const file = { path: 'b.js', content: `${remark}\n` };
  const plan = revisionPlan(review, remark);
  const edit = editMessages(brief, plan, file, { uses: [file] });
  const asked = [
    changeMessages(brief, review, { paths: ['b.js'], morePaths: 0, sources: [file] }),
    edit,
    wholeFileMessages(edit, 'edits', 'one of them is nowhere in the file'),
    fileMessages(brief, plan, 'c.js', [file]),
  ];
  for (const messages of asked) {
    await fetch(`${tap.url}/chat/completions`, { method: 'POST', body: JSON.stringify({ messages }) });
  }
  expect(tap.calls().map(({ purpose }) => purpose)).toEqual([CHANGE, 'b.js', 'b.js', 'c.js']);
});
