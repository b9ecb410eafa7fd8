import { describe, expect, test, vi } from 'vitest';
import { RefusedError } from '../../src/model/errors.js';
import { answersOn, pathOf, people, type Ran, reactionsTo, wordsOf } from '../github/people.js';
import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers } from '../support/model/index.js';
import { stage } from './scene.js';

const EDITS = {
  'README.md': `<<<<<<< SEARCH
A game for two people at one screen.
=======
A game for two.
>>>>>>> REPLACE`,
};
const CHANGE = `## Change

## Files

- \`README.md\` – change – fewer words.

## Replies

1. It says less.
`;
const AGAIN = ticTacToe.plan.replace(
  'what it is and how to play.',
  'what it is, how to play, and who made it.',
);

/** Issue 1, where nothing was built yet. */
function asked(changes: AppChanges = { change: CHANGE, edits: EDITS, again: AGAIN }, options: object = {}) {
  return people({ answer: appAnswers(ticTacToe, changes), ...options });
}
type Scene = Awaited<ReturnType<typeof asked>>;

/** Issue 1 is built, and pull request 2 is open. */
async function built(...options: Parameters<typeof asked>): Promise<Scene> {
  const scene = await asked(...options);
  expect((await scene.label(1)).outcome.status).toBe('created');
  return scene;
}

/** Somebody else puts 👎 on a comment. */
async function thumbsDown(github: Scene['github'], commentId: number, by: string): Promise<void> {
  const answer = await fetch(
    `${github.url}/repos/${github.repository}/issues/comments/${commentId}/reactions`,
    {
      method: 'POST',
      headers: { authorization: `token ${github.tokenOf(by)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: '-1' }),
    },
  );
  expect(answer.status).toBe(201);
}

const isTrace = ({ calls, writes }: Ran) => calls.length + writes.length;

/** The newest comment of a person on an issue or pull request. */
async function newest({ github }: Scene, number: number): Promise<number> {
  const said = (await github.comments(number)).filter(({ authorType }) => authorType === 'User');
  return said.at(-1)?.id ?? 0;
}

/** What was answered to the newest comment, and how it was marked. */
async function answered(scene: Scene, number: number) {
  const id = await newest(scene, number);
  const answers = await answersOn(scene.github, number);
  return {
    reactions: await reactionsTo(scene.github, id),
    answers: answers.filter((body) => body.startsWith(`<!-- smol:v1 answer=${id} -->`)),
  };
}

const statusOf = async ({ github }: Scene) =>
  (await github.comments(1)).find(({ body }) => /^<!-- smol:v1 issue/.test(body));

describe('a comment that asks for nothing of ours', () => {
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
    const { command } = await built();
    for (const number of [1, 2]) {
      const ran = await command(number, body);
      expect(ran.outcome).toMatchObject({ status: 'skipped', problem: null });
      expect(isTrace(ran)).toBe(0);
    }
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
    const { command } = await built(
      { change: CHANGE, edits: EDITS },
      { collaborators: { ann: 'write', tri: 'triage' } },
    );
    for (const by of ['stranger', 'tri']) {
      for (const number of [1, 2]) {
        const ran = await command(number, body, { by });
        expect(ran.outcome).toMatchObject({ status: 'skipped', problem: null });
        expect(isTrace(ran)).toBe(0);
      }
    }
  });

  test('S4 leaves no trace when a bot says it, unless it is named', async () => {
    const { github, command } = await built();
    const { id } = await github.comment(1, '/smol help', 'ann');
    const payload = {
      ...(await github.commentEvent({ issueNumber: 1, commentId: id })),
      sender: { login: 'helper[bot]', type: 'Bot', id: 5 },
    };
    const scene = await asked();
    expect(isTrace(await scene.run('issue_comment', payload))).toBe(0);
    expect((await command(1, '/smol help')).outcome.problem).toBe(null);
  });

  test('S3 is refused where the permission cannot be looked up', async () => {
    const { github, command } = await asked();
    github.fault({
      path: /\/collaborators\/ann\/permission$/,
      times: Number.POSITIVE_INFINITY,
      effect: { answer: { status: 500 } },
    });
    const ran = await command(1, '/smol build');
    expect(ran.outcome.status).toBe('failed');
    expect(ran.outcome.problem?.what).toContain('`ann`');
    expect(isTrace(ran)).toBe(0);
  });

  test('is told which setting is wrong, and a stranger is not: their run stays green', async () => {
    const scene = await built();
    const inputs = { 'max-files': 'many' };
    for (const number of [1, 2]) {
      const ran = await scene.command(number, '/smol build', { inputs });
      expect(ran.outcome).toMatchObject({
        status: 'failed',
        problem: { what: expect.stringContaining('`max-files`') },
      });
      const { reactions, answers } = await answered(scene, number);
      expect(reactions).toEqual(['eyes', 'confused']);
      expect(answers[0]).toContain('`max-files`');
      const theirs = await scene.command(number, '/smol build', { by: 'stranger', inputs });
      expect(theirs.outcome).toMatchObject({ status: 'skipped', problem: null });
      expect(isTrace(theirs)).toBe(0);
    }
  });

  test('S25 is told where there is no base branch to build upon', async () => {
    const scene = await asked();
    const { outcome, calls } = await scene.command(1, '/smol build', { inputs: { base: 'nope' } });
    expect(outcome.problem?.what).toContain('nope');
    expect(calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(answers[0]).toContain('nope');
    // What needs no branch is there all the same.
    await scene.command(1, '/smol help', { inputs: { base: 'nope' } });
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
  });
});

describe('help', () => {
  test.each([
    ['/smol help', '🚀', 'rocket'],
    ['/smol', '🚀', 'rocket'],
    ['/smol dance', '😕', 'confused'],
    ['/SMOL Help', '🚀', 'rocket'],
  ])('%s is answered by what can be asked for, and %s', async (body, _, reaction) => {
    const scene = await asked();
    for (const number of [1]) {
      const ran = await scene.command(number, body);
      expect(ran.outcome).toMatchObject({ status: 'skipped', problem: null });
      expect(ran.calls).toEqual([]);
      const { reactions, answers } = await answered(scene, number);
      expect(reactions).toEqual(['eyes', reaction]);
      expect(answers).toHaveLength(1);
      for (const verb of ['plan', 'build', 'fix', 'retry', 'undo', 'stop']) {
        expect(answers[0]).toContain(`/smol ${verb}`);
      }
    }
  });

  test('is given once for one comment, however often its event is run, and on the pull request too', async () => {
    const scene = await built();
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
    expect(isTrace(await scene.run('issue_comment', payload))).toBe(0);
  });

  test('two commands in one comment are none', async () => {
    const scene = await built();
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

describe('`/smol plan`', () => {
  test('plans, shows it, and waits', async () => {
    const scene = await asked();
    const { outcome, calls } = await scene.command(1, '/smol plan');
    expect(outcome).toMatchObject({ status: 'planned', problem: null });
    expect(calls.map(pathOf)).toEqual([null]);
    expect(await scene.github.branches()).toEqual(['main']);
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
    const body = (await statusOf(scene))?.body ?? '';
    expect(body).toContain('- [x] `game.js`');
    expect(body).toContain('/smol build');
  });

  test('with words plans again, as they say; without them, again too', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan');
    const { outcome, calls } = await scene.command(1, '/smol plan Say in the README\nwho made it.');
    expect(outcome.status).toBe('planned');
    const words = wordsOf(calls[0] ?? []);
    expect(words).toContain('Say in the README\nwho made it.');
    expect(words).toContain('The plan so far:');
    const body = (await statusOf(scene))?.body ?? '';
    expect(body).toContain('who made it');
    const again = await scene.command(1, '/smol plan');
    expect(again.outcome.status).toBe('planned');
    expect(again.calls).toHaveLength(1);
    expect((await scene.github.comments(1)).filter(({ authorType }) => authorType === 'Bot')).toHaveLength(1);
  });

  test('answers a re-run of its event without a model', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan Who made it?');
    const payload = await scene.github.commentEvent({ issueNumber: 1, commentId: await newest(scene, 1) });
    const again = await scene.run('issue_comment', payload);
    expect(again.outcome.status).toBe('planned');
    expect(again.calls).toEqual([]);
  });

  test.each([1, 2])(
    'on #%i, with a pull request open, plans again and leaves it as it is until `/smol build`',
    async (number) => {
      const scene = await built();
      const { github, command } = scene;
      const before = await github.head('smol/issue-1');
      const planned = await command(number, '/smol plan Say who made it.');
      expect(planned.outcome).toMatchObject({ status: 'planned', problem: null });
      expect(planned.calls).toHaveLength(1);
      expect((await github.head('smol/issue-1'))?.sha).toBe(before?.sha);
      const build = await command(number, '/smol build');
      expect(build.outcome).toMatchObject({ status: 'updated', problem: null });
      // Only the file whose line in the plan became different is made again.
      expect(build.calls.map(pathOf)).toEqual(['README.md']);
      expect(await github.pullRequests()).toHaveLength(1);
    },
  );
});

describe('`/smol build`', () => {
  test('builds a plan that waits, without asking for it again', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan');
    const { outcome, calls } = await scene.command(1, '/smol build', { by: 'bea' });
    expect(outcome).toMatchObject({ status: 'created', problem: null });
    expect(calls.map(pathOf).sort()).toEqual(['README.md', 'game.js', 'index.html', 'style.css']);
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
  });

  test('where nothing is planned plans and builds', async () => {
    const scene = await asked();
    const { outcome } = await scene.command(1, '/smol build');
    expect(outcome).toMatchObject({ status: 'created', problem: null });
    expect((await scene.github.pullRequests()).map(({ body }) => body)[0]).toContain('Closes #1');
  });

  test.each([1, 2])('on #%i, where all is built, asks no model and makes no commit', async (number) => {
    const scene = await built();
    const { outcome, calls } = await scene.command(number, '/smol build');
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(calls).toEqual([]);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(2);
  });

  test.each(['/smol build', '/smol retry game.js'])(
    'after a review %s keeps the app, and what the review changed',
    async (command) => {
      const scene = await built();
      await scene.review(2, { body: 'Say less.' });
      const before = await scene.github.tree('smol/issue-1');
      for (const number of [1, 2]) {
        const { outcome, calls } = await scene.command(number, command);
        expect(outcome.problem).toBe(null);
        expect(calls.map(pathOf)).toEqual(command === '/smol build' ? [] : ['game.js']);
        expect(await scene.github.tree('smol/issue-1')).toEqual(before);
      }
      expect(before['README.md']).toContain('A game for two.');
      expect((await scene.label(1)).outcome.problem).toBe(null);
      expect(await scene.github.tree('smol/issue-1')).toEqual(before);
    },
  );

  test('after a review that failed keeps the app as well', async () => {
    const refuse = () => {
      throw new RefusedError('The model does not want to.');
    };
    const scene = await built({ change: CHANGE, edits: { 'README.md': refuse } });
    const before = await scene.github.tree('smol/issue-1');
    expect((await scene.review(2, { body: 'Say less.' })).outcome.status).toBe('partial');
    const { outcome, calls } = await scene.command(1, '/smol build');
    expect(outcome.problem).toBe(null);
    expect(calls).toEqual([]);
    expect(await scene.github.tree('smol/issue-1')).toEqual(before);
  });
});

describe('`/smol fix`', () => {
  test.each([1, 2])('on #%i becomes a commit and an answer on the pull request', async (number) => {
    const scene = await built();
    const { github, command } = scene;
    const { outcome, calls } = await command(number, '/smol fix\n\nSay less.\n\n- please');
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(wordsOf(calls[0] ?? [])).toContain('1. Say less.\n\n- please');
    expect((await github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
    const id = await newest(scene, number);
    const [commit] = await github.commits('smol/issue-1');
    expect(commit?.message).toContain(`Smol-Handled: i${id}`);
    const [reply = '', ...others] = await answersOn(github, 2);
    expect(others).toEqual([]);
    expect(reply).toContain(`reply=i${id}`);
    expect(reply).toContain('It says less.');
    expect(reply).toContain(commit?.sha.slice(0, 7));
    expect(await reactionsTo(github, id)).toEqual(['eyes', 'rocket']);
  });

  test('without words, and without a pull request, says what is missing', async () => {
    const scene = await asked();
    const without = await scene.command(1, '/smol fix Say less.');
    expect(without.outcome.problem).toBe(null);
    expect(without.calls).toEqual([]);
    expect((await answered(scene, 1)).answers[0]).toContain('no open pull request');
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'confused']);
    await scene.label(1);
    const wordless = await scene.command(2, '/smol fix');
    expect(wordless.calls).toEqual([]);
    expect((await answered(scene, 2)).answers[0]).toContain('/smol fix The score is lost');
  });

  test('twice by one event is done once', async () => {
    const scene = await built();
    await scene.command(2, '/smol fix Say less.');
    const payload = await scene.github.commentEvent({ issueNumber: 2, commentId: await newest(scene, 2) });
    const again = await scene.run('issue_comment', payload);
    expect(again.calls).toEqual([]);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(3);
    expect(await answersOn(scene.github, 2)).toHaveLength(1);
  });
});

describe('`/smol retry`', () => {
  test('where nothing is missing says so', async () => {
    const scene = await built();
    const { calls } = await scene.command(1, '/smol retry');
    expect(calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(answers[0]).toContain('nothing is missing');
    expect(reactions).toEqual(['eyes', 'confused']);
  });

  test.each([
    [1, '/smol retry game.js'],
    [2, '/smol retry `game.js`'],
  ])('on #%i with a path makes that file again: %s', async (number, words) => {
    let round = 0;
    const good = appAnswers(ticTacToe);
    const scene = await people({
      answer: async (request) => {
        const answer = await good(request);
        const isGame = /Write `game\.js`/.test(request.messages.at(-1)?.content ?? '');
        if (!isGame || !('text' in answer)) return answer;
        round += 1;
        return { text: `${answer.text}// ${round}\n` };
      },
    });
    await scene.label(1);
    const { outcome, calls } = await scene.command(number, words);
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(calls.map(pathOf)).toEqual(['game.js']);
    expect((await scene.github.tree('smol/issue-1'))['game.js']).toMatch(/\/\/ 2\n$/);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(3);
  });

  test('with a path that the plan does not have says so', async () => {
    const scene = await built();
    const { calls } = await scene.command(2, '/smol retry src/nope.js');
    expect(calls).toEqual([]);
    expect((await answered(scene, 2)).answers[0]).toContain('`src/nope.js`');
  });

  test.each([1, 2])('on #%i after a part failed makes that alone', async (number) => {
    let isFailing = true;
    const good = appAnswers(ticTacToe);
    const scene = await people({
      answer: (request) =>
        isFailing && /Write `style\.css`/.test(request.messages.at(-1)?.content ?? '')
          ? { text: '' }
          : good(request),
    });
    expect((await scene.label(1)).outcome.status).toBe('partial');
    isFailing = false;
    const { outcome, calls } = await scene.command(number, '/smol retry');
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(calls.map(pathOf)).toEqual(['style.css']);
    expect((await scene.github.pullRequest(2)).draft).toBe(false);
  });
});

describe('`/smol undo`', () => {
  test.each([1, 2])('on #%i takes back a revision; once more brings it back', async (number) => {
    const scene = await built();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    const { outcome, calls } = await command(number, '/smol undo');
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(calls).toEqual([]);
    expect(await github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect((await answered(scene, number)).reactions).toEqual(['eyes', 'rocket']);
    const [commit, revision] = await github.commits('smol/issue-1');
    expect(commit?.message).toContain(`Smol-Undone: ${revision?.sha}`);
    expect(commit?.parents).toEqual([revision?.sha]);
    await command(number, '/smol undo');
    expect((await github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
    // What was answered stays answered.
    const next = await review(2, { body: 'Thanks.' });
    expect(wordsOf(next.calls[0] ?? [])).not.toContain('Say less.');
  });

  test('by one comment takes one commit back, however often its event is run', async () => {
    const scene = await built();
    await scene.review(2, { body: 'Say less.' });
    await scene.command(2, '/smol undo');
    const payload = await scene.github.commentEvent({ issueNumber: 2, commentId: await newest(scene, 2) });
    await scene.run('issue_comment', payload);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(4);
  });

  test('keeps what a person did in other files, and leaves alone what they did in the same one', async () => {
    const scene = await built();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    await github.commit({ branch: 'smol/issue-1', files: { 'notes.txt': 'mine\n' }, by: 'bea' });
    await command(2, '/smol undo');
    expect(await github.tree('smol/issue-1')).toEqual({ ...ticTacToe.files, 'notes.txt': 'mine\n' });
    await github.commit({ branch: 'smol/issue-1', files: { 'README.md': 'Theirs.\n' }, by: 'bea' });
    const head = await github.head('smol/issue-1');
    const refused = await command(2, '/smol undo');
    expect(refused.outcome.problem).toBe(null);
    expect((await answered(scene, 2)).answers[0]).toContain('`README.md`');
    expect((await answered(scene, 2)).reactions).toEqual(['eyes', 'confused']);
    expect((await github.head('smol/issue-1'))?.sha).toBe(head?.sha);
  });

  test('of the commit that made the app, and where there is none, says why not', async () => {
    const scene = await asked();
    await scene.command(1, '/smol undo');
    expect((await answered(scene, 1)).answers[0]).toContain('no open pull request');
    await scene.label(1);
    await scene.command(2, '/smol undo');
    expect((await answered(scene, 2)).answers[0]).toContain('Close the pull request');
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });

  test('that was overtaken by a person goes on top of what they did', async () => {
    const scene = await built();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      effect: {
        before: async () => {
          await github.commit({ branch: 'smol/issue-1', files: { 'notes.txt': 'mine\n' }, by: 'bea' });
        },
      },
    });
    const { outcome } = await command(2, '/smol undo');
    expect(outcome).toMatchObject({ status: 'updated', problem: null });
    expect(await github.tree('smol/issue-1')).toEqual({ ...ticTacToe.files, 'notes.txt': 'mine\n' });
  });

  test('makes the pull request and the comment tell of the app as it is again', async () => {
    const scene = await built({
      change: '## Change\n\n## Files\n\n- `rules.md` – add – the rules.\n\n## Replies\n\n1. Done.\n',
      files: { 'rules.md': '# Rules\n' },
    });
    await scene.review(2, { body: 'Write down the rules.' });
    expect((await scene.github.pullRequest(2)).body).toContain('rules.md');
    await scene.command(2, '/smol undo');
    const table = /\| File[\s\S]*?\n\n/.exec((await scene.github.pullRequest(2)).body ?? '')?.[0] ?? '';
    expect(table).toContain('game.js');
    expect(table).not.toContain('rules.md');
    // And the label does not bring it back.
    await scene.label(1);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });

  test('is what `/smol build` goes on from, whatever was said on the issue meanwhile', async () => {
    const scene = await built();
    await scene.command(2, '/smol fix Say less.');
    await scene.github.comment(1, 'Nice work.', 'bea');
    await scene.command(2, '/smol undo');
    const { outcome, calls } = await scene.command(1, '/smol build');
    expect(outcome.problem).toBe(null);
    expect(calls).toEqual([]);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });
});

describe('`/smol stop`', () => {
  test('ends a run that goes on: nothing is committed, what is finished is kept, and `/smol build` goes on', {
    timeout: 60_000,
  }, async () => {
    const good = appAnswers(ticTacToe);
    const state = { isSlow: true };
    const scene = await stage({
      collaborators: { ann: 'write', bea: 'write' },
      answer: async (request) => {
        const isGame = /Write `game\.js`/.test(request.messages.at(-1)?.content ?? '');
        const answer = await good(request);
        return state.isSlow && isGame && 'text' in answer ? { ...answer, tokensPerSecond: 10 } : answer;
      },
    });
    const { github } = scene;
    const going = scene.label(1);
    await vi.waitFor(async () => expect(scene.modelCalls()).toBeGreaterThan(4), {
      timeout: 20_000,
      interval: 50,
    });
    const [status] = await github.comments(1);
    // What anybody else thinks of it stops nothing.
    await thumbsDown(github, status?.id ?? 0, 'stranger');
    const stop = await scene.command(1, '/smol stop', { by: 'bea' });
    expect(stop.succeeded, stop.log).toBe(true);
    const run = await going;
    expect(run.outputs.status).toBe('failed');
    expect(run.log).toContain('A person stopped the run.');
    expect(await github.branches()).toEqual(['main']);
    const comments = await github.comments(1);
    const ask = comments.find(({ body }) => body === '/smol stop');
    expect(await reactionsTo(github, ask?.id ?? 0)).toEqual(['eyes', 'rocket']);
    expect(comments.filter(({ authorType }) => authorType === 'Bot')).toHaveLength(1);
    expect(comments[0]?.body).toContain('A person stopped the run.');
    expect(comments[0]?.body).toContain('/smol build');
    state.isSlow = false;
    const before = scene.modelCalls();
    const build = await scene.command(1, '/smol build');
    expect(build.outputs.status, build.log).toBe('created');
    expect(scene.modelCalls() - before).toBe(1);
  });

  test('ends a revision as well, and says how that is gone on with', { timeout: 30_000 }, async () => {
    const good = appAnswers(ticTacToe, { change: CHANGE, edits: EDITS });
    const asks: (() => Promise<unknown>)[] = [];
    const scene = await people({
      answer: async (request) => {
        const isReadme = /Change `README\.md`/.test(request.messages.at(-1)?.content ?? '');
        if (isReadme) await asks.pop()?.();
        return good(request);
      },
    });
    expect((await scene.label(1)).outcome.status).toBe('created');
    const before = await scene.github.tree('smol/issue-1');
    asks.push(async () => {
      await scene.command(2, '/smol stop');
      // The comment is edited every five seconds.
      await new Promise((resolve) => setTimeout(resolve, 5_500));
    });
    const { outcome } = await scene.command(2, '/smol fix Say less.');
    expect(outcome.problem?.what).toContain('A person stopped the run.');
    expect(await scene.github.tree('smol/issue-1')).toEqual(before);
    expect((await statusOf(scene))?.body).toContain('Comment `/smol retry` to go on');
    expect((await scene.command(2, '/smol retry')).outcome).toMatchObject({
      status: 'updated',
      problem: null,
    });
    expect((await scene.github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
  });

  test('where nothing goes on says so', async () => {
    const scene = await built();
    await scene.command(1, '/smol stop');
    expect((await answered(scene, 1)).answers[0]).toContain('No run of smol is going on');
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'confused']);
  });
});
