import { describe, expect, test } from 'vitest';
import { answered, asked, developed, newest } from './commanded.js';
import { SEVERAL_RUNS } from './scene.js';
import { answersOn, expectGreen, expectNoTrace, pathOf } from './told.js';

describe('a command of somebody who may write', SEVERAL_RUNS, () => {
  const APP = ['README.md'];
  /** What is said of an app that is built, how the run ends and marks it, and what the model is asked for. */
  const COMMANDS: [body: string, status: string, mark: string, asked: (string | null)[]][] = [
    ['/smol', 'skipped', 'rocket', []],
    ['/smol help', 'skipped', 'rocket', []],
    ['/smol dance', 'skipped', 'confused', []],
    ['/smol plan', 'planned', 'rocket', [null]],
    ['/smol plan Say who made it.', 'planned', 'rocket', [null]],
    ['/smol build', 'updated', 'rocket', []],
    ['/smol fix Say less.', 'updated', 'rocket', [null, ...APP]],
    ['/smol fix', 'skipped', 'confused', []],
    ['/smol retry', 'skipped', 'confused', []],
    ['/smol retry README.md', 'updated', 'rocket', APP],
    ['/smol undo', 'skipped', 'confused', []],
    ['/smol stop', 'skipped', 'confused', []],
  ];

  test.each(COMMANDS.flatMap((row) => [1, 2].map((number) => [number, ...row] as const)))(
    'on #%i: %s ends as %s, marked %s',
    async (number, body, status, mark, paths) => {
      const scene = await developed();
      const before = await scene.github.head('smol/issue-1');
      const ran = await scene.command(number, body, { by: 'bea' });
      expectGreen(ran, status);
      expect(ran.calls.map(pathOf)).toEqual(paths);
      expect((await answered(scene, number)).reactions).toEqual(['eyes', mark]);
      // What is none of the six is answered where it was said, and nowhere else.
      const answers = await Promise.all([1, 2].map((each) => answersOn(scene.github, each)));
      if (status === 'skipped') expect(answers[number - 1]).toHaveLength(1);
      if (status === 'skipped') expect(answers[2 - number]).toEqual([]);
      const isChanged = (await scene.github.head('smol/issue-1'))?.sha !== before?.sha;
      expect(isChanged).toBe(body.startsWith('/smol fix '));
    },
  );
});

describe('help', SEVERAL_RUNS, () => {
  test.each([
    ['/smol help', '🚀', 'rocket'],
    ['/smol', '🚀', 'rocket'],
    ['/smol dance', '😕', 'confused'],
    ['/SMOL Help', '🚀', 'rocket'],
  ])('%s is answered by what can be asked for, and %s', async (body, _, reaction) => {
    const scene = await asked();
    const ran = await scene.command(1, body);
    expectGreen(ran, 'skipped');
    expect(ran.calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(reactions).toEqual(['eyes', reaction]);
    expect(answers).toHaveLength(1);
    for (const verb of ['plan', 'build', 'fix', 'retry', 'undo', 'stop']) {
      expect(answers[0]).toContain(`/smol ${verb}`);
    }
  });

  test('is given once for one comment, however often its event is run, and on the pull request too', async () => {
    const scene = await developed();
    await scene.command(2, '/smol help');
    const payload = await scene.github.commentEvent({ issueNumber: 2, commentId: await newest(scene, 2) });
    await scene.run('issue_comment', payload);
    expect((await answered(scene, 2)).answers).toHaveLength(1);
    expect(await answersOn(scene.github, 1)).toEqual([]);
  });

  test('is not a command to the next run: what we say of commands asks for none', async () => {
    const scene = await asked();
    await scene.command(1, '/smol help');
    const own = (await scene.github.comments(1)).find(({ authorType }) => authorType === 'Bot');
    const payload = await scene.github.commentEvent({ issueNumber: 1, commentId: own?.id ?? 0 });
    expectNoTrace(await scene.run('issue_comment', payload));
  });

  test('two commands in one comment are none', async () => {
    const scene = await developed();
    const ran = await scene.command(1, '/smol plan\n/smol build');
    expect(ran.calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(answers[0]).toContain('more than one');
  });

  test('a closed issue is built by no command', async () => {
    const scene = await asked();
    await scene.github.editIssue(1, { state: 'closed' });
    const ran = await scene.command(1, '/smol build');
    expect(ran.calls).toEqual([]);
    expect((await answered(scene, 1)).answers[0]).toContain('closed');
  });
});
