import { describe, expect, test } from 'vitest';
import { answered, asked, CHANGE, developed, EDITS } from './commanded.js';
import { SEVERAL_RUNS } from './scene.js';
import { expectGreen, expectNoTrace, expectRed } from './told.js';

describe('a comment that asks for nothing of ours', SEVERAL_RUNS, () => {
  test.each([
    ['has no command', 'Nice! Should we /smol fix this?'],
    ['quotes one', '> /smol build\n\nNo.'],
    ['shows one in code', '```\n/smol build\n```'],
    ['shows one in an indented block', 'So:\n\n    /smol build'],
    ['lists one', '- /smol build'],
    ['has it inside of a word', '/smolder fix'],
    ['hides one', '<!--\n/smol build\n-->'],
    ['is one of ours by its marker', '<!-- smol:v1 issue=1 -->\n/smol build'],
  ])('S5 S20 leaves no trace when it %s', async (_, body) => {
    const { command } = await developed();
    const runs = [1, 2].map((number) => command(number, body));
    for (const ran of await Promise.all(runs)) expectNoTrace(ran);
  });

  test.each([
    '/smol',
    '/smol help',
    '/smol nonsense',
    '/smol plan',
    '/smol build',
    '/smol fix Make it blue.',
    '/smol retry game.js',
    '/smol undo',
    '/smol stop',
  ])('S2 S18 leaves no trace when somebody without write access says %s', async (body) => {
    const { command } = await developed(
      { change: CHANGE, edits: EDITS },
      { collaborators: { ann: 'write', tri: 'triage' } },
    );
    const runs = ['stranger', 'tri'].flatMap((by) => [1, 2].map((number) => command(number, body, { by })));
    for (const ran of await Promise.all(runs)) expectNoTrace(ran);
  });

  test('S4 leaves no trace when a bot says it, unless it is named', async () => {
    const scene = await asked();
    const { id } = await scene.github.comment(1, '/smol help', 'ann');
    const payload = {
      ...(await scene.github.commentEvent({ issueNumber: 1, commentId: id })),
      sender: { login: 'helper[bot]', type: 'Bot', id: 5 },
    };
    expectNoTrace(await scene.run('issue_comment', payload));
    expectGreen(await scene.run('issue_comment', payload, { inputs: { 'allow-bots': 'helper[bot]' } }));
    expect((await answered(scene, 1)).answers).toHaveLength(1);
  });

  test('S3 is refused where the permission cannot be looked up', async () => {
    const { github, command } = await asked();
    github.fault({
      path: /\/collaborators\/ann\/permission$/,
      times: Number.POSITIVE_INFINITY,
      effect: { answer: { status: 500 } },
    });
    const ran = await command(1, '/smol build');
    expectRed(ran, 'failed', '`ann`');
    expect(ran.calls).toEqual([]);
    expect(ran.writes).toEqual([]);
  });

  test('is told which setting is wrong, and a stranger is not: their run stays green', async () => {
    const scene = await developed();
    const inputs = { 'max-files': 'many' };
    for (const number of [1, 2]) {
      const ran = await scene.command(number, '/smol build', { inputs });
      expectRed(ran, 'failed', '`max-files`');
      const { reactions, answers } = await answered(scene, number);
      expect(reactions).toEqual(['eyes', 'confused']);
      expect(answers[0]).toContain('`max-files`');
      const theirs = await scene.command(number, '/smol build', { by: 'stranger', inputs });
      expectNoTrace(theirs);
    }
  });

  test('S25 is told where there is no base branch to build upon', async () => {
    const scene = await asked();
    const ran = await scene.command(1, '/smol build', { inputs: { base: 'nope' } });
    expectRed(ran, 'failed', 'nope');
    expect(ran.calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(answers[0]).toContain('nope');
    // What needs no branch is there all the same.
    await scene.command(1, '/smol help', { inputs: { base: 'nope' } });
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
  });
});
