import { expect, test } from 'vitest';
import { readMarker } from '../../src/report/marker.js';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import type { RunResult } from '../support/runner.js';
import { NO_WAITING } from './no-waiting.js';
import { SEVERAL_RUNS, stage } from './scene.js';
import { statusComment } from './told.js';

const [LINE = ''] = /^.*New round.*$/m.exec(ticTacToe.files['README.md'] ?? '') ?? [];
const EDIT = `<<<<<<< SEARCH\n${LINE}\n=======\n${LINE} Again.\n>>>>>>> REPLACE\n`;

/** The plan of a change: of the README, or of nothing. */
function change(isAsked: boolean): string {
  const list = isAsked ? '- `README.md` – change – the words.' : 'None';
  return `## Change\n\n## Files\n\n${list}\n\n## Replies\n\n1. ${isAsked ? 'Done.' : 'It is so already.'}\n`;
}

test('the comment and the pull request count every run: with a commit, without one, failed, taken back', {
  ...SEVERAL_RUNS,
}, async () => {
  const known = appAnswers(ticTacToe, {
    change: ({ messages }) => change(/MORE|FAIL/.test(messages.at(-1)?.content ?? '')),
    edits: { 'README.md': EDIT },
  });
  let isFailing = false;
  const scene = await stage({
    env: NO_WAITING,
    answer: (request) => {
      const isFile = request.messages.at(-1)?.content.includes('Change `README.md`');
      return isFile && isFailing ? { status: 400, body: { error: { message: 'no' } } } : known(request);
    },
  });
  const runs: RunResult[] = [];
  const expectAll = async (run: RunResult, status: string) => {
    expect(run.outputs.status, run.log).toBe(status);
    runs.push(run);
    const sum = (name: string) => runs.reduce((all, { outputs }) => all + Number(outputs[name]), 0);
    const comment = await statusComment(scene.github, 1);
    expect(readMarker(comment)?.usage).toMatchObject({
      inputTokens: sum('input-tokens'),
      outputTokens: sum('output-tokens'),
    });
    // A number that grows is told.
    expect(Number(run.outputs['input-tokens']) > 0).toBe(runs.length < 6);
  };
  await expectAll(await scene.label(1), 'created');
  await expectAll(await scene.review(2, { body: 'Is it nice?' }), 'updated');
  await expectAll(await scene.review(2, { body: 'MORE of it.' }), 'updated');
  isFailing = true;
  await expectAll(await scene.review(2, { body: 'FAIL at this.' }), 'partial');
  isFailing = false;
  await expectAll(await scene.command(2, '/smol retry'), 'updated');
  await expectAll(await scene.command(2, '/smol undo'), 'updated');
  const { body } = await scene.github.pullRequest(2);
  const told = /([\d.]+k) tokens in/.exec(await statusComment(scene.github, 1))?.[1];
  expect(told).toBeDefined();
  expect(body).toContain(`${told} tokens in`);
});
