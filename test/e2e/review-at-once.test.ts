import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ALL_ANSWERED, proposed, remarksIn } from './reviews.js';
import { type Ran, type Scene, SEVERAL_RUNS } from './scene.js';
import { answersOn, expectGreen, pathOf, reactionsTo, wordsOf } from './told.js';

test(
  'S19 of two at once none is lost and none is answered twice, whichever event comes first',
  SEVERAL_RUNS,
  async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { github, run } = await proposed(ALL_ANSWERED);
      const events = [];
      for (const n of [1, 2]) {
        const { id } = await github.comment(2, `/smol fix REMARK-${n}`, n === 1 ? 'ann' : 'bea');
        events.push(await github.commentEvent({ issueNumber: 2, commentId: id }));
      }
      const asked = [];
      for (const index of order) {
        const ran = await run('issue_comment', events[index] ?? {});
        expectGreen(ran);
        const plans = ran.calls.filter((call) => pathOf(call) === null);
        asked.push(...plans.map((call) => remarksIn(wordsOf(call))));
      }
      expect(asked.flat().sort()).toEqual(['REMARK-1', 'REMARK-2']);
      const replies = (await answersOn(github, 2)).join('\n');
      expect(replies.match(/Done: REMARK-\d/g)?.sort()).toEqual(['Done: REMARK-1', 'Done: REMARK-2']);
    }
  },
);

/**
 * Has another run go first, at the moment when this one moves the branch.
 *
 * @param until what is waited for when that one has ended.
 */
async function overtaken(
  first: readonly number[],
  second: readonly number[],
  until: (github: Scene['github']) => Promise<void> = async () => {},
) {
  const scene = await proposed(ALL_ANSWERED);
  const { github, run } = scene;
  const events: Record<string, unknown>[] = [];
  for (const n of [1, 2]) {
    const { id } = await github.comment(2, `/smol fix REMARK-${n}`, n === 1 ? 'ann' : 'bea');
    events.push(await github.commentEvent({ issueNumber: 2, commentId: id }));
  }
  const other = Promise.withResolvers<Ran>();
  github.fault({
    method: 'PATCH',
    path: /\/git\/refs\/heads\/smol\/issue-1$/,
    effect: {
      before: async () => {
        const going = run('issue_comment', events[first.length - 1] ?? {});
        going.then(other.resolve, other.reject);
        await going;
        await until(github);
      },
    },
  });
  const ran = await run('issue_comment', events[second.length - 1] ?? {});
  return { ...scene, ran, other: await other.promise };
}

/** The first line of our comment names each remark as answered. */
async function expectAllHandled(github: Scene['github']) {
  const [status = ''] = (await github.comments(1)).map(({ body }) => body);
  const said = (await github.comments(2)).filter(({ authorType }) => authorType === 'User');
  for (const { id } of said) expect(status.split('\n')[0]).toMatch(new RegExp(`handled=.*\\bi${id}\\b`));
}

test.each([
  ['the same remarks', [1, 2], [1, 2]],
  ['a part of the remarks', [1], [1, 2]],
  ['more remarks', [1, 2], [1]],
])('S19 a run that another one overtakes, which answers %s', SEVERAL_RUNS, async (_, first, second) => {
  const { github, ran, other, label } = await overtaken(first, second);
  for (const each of [ran, other]) expectGreen(each, 'updated');
  const replies = (await answersOn(github, 2)).join('\n');
  expect(replies.match(/Done: REMARK-\d/g)?.sort()).toEqual(['Done: REMARK-1', 'Done: REMARK-2']);
  await expectAllHandled(github);
  // What the other one wrote is ours, not a person's.
  expect((await label(1)).summary).not.toContain('changed by a person');
  // The other one ran within this one's time.
  const asked = ran.calls.filter((call) => pathOf(call) === null);
  expect(asked.length).toBe(first.length < second.length ? 3 : 2);
});

test(
  'S19 a run that shows how far it is after the other one’s last word takes nothing of that back',
  SEVERAL_RUNS,
  async () => {
    let one = 0;
    const { github, ran, other, run } = await overtaken([1, 2], [1, 2], async (github) => {
      const { length } = edits(github);
      one = await inputTokens(github);
      // Its next look at the clock is due five seconds after its first word.
      await expect.poll(() => edits(github).length, { timeout: 15_000 }).toBeGreaterThan(length);
    });
    for (const each of [ran, other]) expectGreen(each, 'updated');
    await expectAllHandled(github);
    expect(await inputTokens(github)).toBeGreaterThan(one);
    const before = await github.comments(2);
    const { id } = await github.comment(2, '/smol fix REMARK-3', 'ann');
    await run('issue_comment', await github.commentEvent({ issueNumber: 2, commentId: id }));
    const since = (await github.comments(2)).slice(before.length + 1);
    expect(since.map(({ body }) => [...new Set(body.match(/REMARK-\d/g))])).toEqual([['REMARK-3']]);
  },
);

test(
  'S21 a run that finds what another one has just committed lets that one say it',
  SEVERAL_RUNS,
  async () => {
    const { github, run } = await proposed(ALL_ANSWERED, { env: {} });
    const { id } = await github.comment(2, '/smol fix REMARK-1', 'ann');
    const event = await github.commentEvent({ issueNumber: 2, commentId: id });
    const other = Promise.withResolvers<Ran>();
    const readings = () =>
      github.requests().filter(({ path }) => path.startsWith('/repos/octo/app/pulls/2/reviews'));
    github.fault({
      method: 'POST',
      path: /\/issues\/2\/comments$/,
      effect: {
        before: async () => {
          const { length } = readings();
          run('issue_comment', event).then(other.resolve, other.reject);
          await expect.poll(() => readings().length, { timeout: 20_000 }).toBeGreaterThan(length);
          await sleep(500);
        },
      },
    });
    for (const ran of [await run('issue_comment', event), await other.promise]) expectGreen(ran, 'updated');
    const replies = (await answersOn(github, 2)).join('\n');
    expect(replies.match(/Done: REMARK-\d/g)).toEqual(['Done: REMARK-1']);
  },
);

/** Of all runs so far, as our comment counts them. */
async function inputTokens(github: Scene['github']): Promise<number> {
  const [status] = await github.comments(1);
  return Number(/ used=(\d+)/.exec(status?.body ?? '')?.[1]);
}

/** Of comments, so far. */
function edits(github: Scene['github']) {
  return github
    .requests()
    .filter(({ method, path }) => method === 'PATCH' && /\/issues\/comments\/\d+$/.test(path));
}

test(
  'S19 S21 two events at the same moment, as two processes: each remark is answered once',
  SEVERAL_RUNS,
  async () => {
    // With its waits: the one that was slower leaves the last word to the other.
    const { github, run } = await proposed(ALL_ANSWERED, { env: {} });
    const events = [];
    for (const n of [1, 2]) {
      const { id } = await github.comment(2, `/smol fix REMARK-${n}`, n === 1 ? 'ann' : 'bea');
      events.push(await github.commentEvent({ issueNumber: 2, commentId: id }));
    }
    const runs = await Promise.all(events.map((event) => run('issue_comment', event)));
    for (const each of runs) expectGreen(each, 'updated');
    const replies = (await answersOn(github, 2)).join('\n');
    expect(replies.match(/Done: REMARK-\d/g)?.sort()).toEqual(['Done: REMARK-1', 'Done: REMARK-2']);
    const [status = '', ...others] = (await github.comments(1)).map(({ body }) => body);
    expect(others).toEqual([]);
    const ids = (await github.comments(2))
      .filter(({ authorType }) => authorType === 'User')
      .map(({ id }) => id);
    for (const id of ids) {
      expect(status.split('\n')[0]).toContain(`i${id}`);
      expect(await reactionsTo(github, id)).toEqual(['eyes', 'rocket']);
    }
  },
);
