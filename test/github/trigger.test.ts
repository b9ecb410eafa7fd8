import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { readTrigger, type Trigger } from '../../src/github/asked/trigger.js';

type Json = Record<string, unknown>;
const examples: { name: string; examples: Json[] }[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
);

function example(name: string, action?: string): Json {
  const found = examples
    .find((one) => one.name === name)
    ?.examples.find((one) => action === undefined || one.action === action);
  if (found === undefined) throw new Error(`no example of ${name} ${action}`);
  return structuredClone(found);
}

const SETTINGS: Parameters<typeof readTrigger>[1] = {
  label: 'smol',
  prompt: null,
  issueNumber: null,
  allowBots: [],
};
const ACTORS = { actor: 'mona', triggeringActor: 'mona' };

/** The `labeled` event of GitHub's own example, with changes to it. */
function labeled(change: { event?: Json; issue?: Json; label?: string; sender?: Json } = {}): Json {
  const event = example('issues', 'labeled');
  return {
    ...event,
    label: { ...(event.label as Json), name: change.label ?? 'smol' },
    issue: { ...(event.issue as Json), title: 'A counter', body: 'Two buttons', ...change.issue },
    sender: { ...(event.sender as Json), ...change.sender },
    ...change.event,
  };
}

function read(payload: unknown, settings: Partial<typeof SETTINGS> & Json = {}, name = 'issues'): Trigger {
  return readTrigger({ name, payload, ...ACTORS }, { ...SETTINGS, ...settings });
}

describe('an issue that gets the label', () => {
  test('S11 is asked for by who set the label, in the words of the event', () => {
    expect(
      readTrigger({ name: 'issues', payload: labeled(), actor: 'x', triggeringActor: 'again' }, SETTINGS),
    ).toEqual({
      kind: 'issue',
      issueNumber: 1,
      title: 'A counter',
      body: 'Two buttons',
      at: '2019-05-15T15:20:18Z',
      hasComments: false,
      requester: { login: 'Codertocat', isBot: false },
      triggeringActor: 'again',
    });
  });

  test.each<[string, Parameters<typeof labeled>[0], Json]>([
    ['in another letter case', { label: 'SMOL' }, {}],
    ['whose name was set with capitals', { label: 'build it' }, { label: 'Build It' }],
    ['without a body', { issue: { body: null } }, {}],
    ['while a prompt for other events is set', {}, { prompt: 'something else', issueNumber: 99 }],
    [
      'from a bot that is listed',
      { sender: { login: 'planner[bot]', type: 'Bot' } },
      { allowBots: ['planner[bot]'] },
    ],
  ])('S1 %s', (_, change, settings) => {
    const trigger = read(labeled(change), settings);
    expect(trigger).toMatchObject({ kind: 'issue', issueNumber: 1, title: 'A counter' });
    expect(trigger.kind === 'issue' && trigger.body).toBe(change?.issue?.body === null ? '' : 'Two buttons');
  });

  test.each<[string, Json, Json, RegExp]>([
    ['another label', labeled({ label: 'bug' }), {}, /`bug`.*`smol`/],
    ['a label that only begins alike', labeled({ label: 'smol-later' }), {}, /smol-later/],
    [
      'a label with runner commands in its name',
      labeled({ label: 'x\n::set-env ##[y]`' }),
      {},
      /^The label is `x {2}set-env {2}y`; smol starts with `smol`\.$/,
    ],
    ['no label at all', labeled({ event: { label: undefined } }), {}, /label/],
    ['a pull request', labeled({ issue: { pull_request: { url: 'x' } } }), {}, /pull request/],
    ['a closed issue', labeled({ issue: { state: 'closed' } }), {}, /closed\. Reopen/],
    ['a bot', labeled({ sender: { login: 'evil[bot]', type: 'Bot' } }), {}, /bot.*allow-bots/],
    ['a bot by its login', labeled({ sender: { login: 'evil[bot]', type: 'User' } }), {}, /bot/],
    ['a bot by its type', labeled({ sender: { login: 'Copilot', type: 'Bot' } }), {}, /bot/],
    [
      'a bot that is listed in another case',
      labeled({ sender: { login: 'Evil[bot]', type: 'Bot' } }),
      { allowBots: ['evil[bot]'] },
      /bot/,
    ],
    [
      'a bot that a pattern would match',
      labeled({ sender: { login: 'evil[bot]', type: 'Bot' } }),
      { allowBots: ['*'] },
      /bot/,
    ],
  ])('S1 S4 S6 S7 is left alone: %s', (_, payload, settings, reason) => {
    const trigger = read(payload, settings);
    expect(trigger).toEqual({ kind: 'none', reason: expect.stringMatching(reason) });
  });

  test.each(['opened', 'edited', 'unlabeled', 'assigned', 'closed', 'deleted', 'reopened', 'transferred'])(
    'S17 is left alone when it was %s',
    (action) => {
      expect(read({ ...labeled(), action })).toEqual({
        kind: 'none',
        reason: expect.stringContaining(action),
      });
    },
  );

  test.each<[string, unknown]>([
    ['null', null],
    ['text', 'x'],
    ['no action', {}],
    ['no issue', { ...labeled(), issue: undefined }],
    ['a number that is none', labeled({ issue: { number: '1' } })],
    ['no sender', { ...labeled(), sender: null }],
  ])('S17 is refused when the event cannot be read: %s', (_, payload) => {
    expect(read(payload)).toMatchObject({
      kind: 'refused',
      problem: { what: expect.stringContaining('issues') },
    });
  });
});

describe('a workflow that is started by hand', () => {
  const payload = example('workflow_dispatch');

  test.each<[Json, Json]>([
    [{ prompt: ' a timer ' }, { prompt: 'a timer', issueNumber: null }],
    [{ issueNumber: 7 }, { prompt: null, issueNumber: 7 }],
    [
      { prompt: 'a timer', issueNumber: 7 },
      { prompt: 'a timer', issueNumber: 7 },
    ],
  ])('S16 %j', (settings, expected) => {
    expect(read(payload, settings, 'workflow_dispatch')).toEqual({
      kind: 'dispatch',
      ...expected,
      requester: { login: (payload.sender as Json).login, isBot: false },
      triggeringActor: 'mona',
    });
  });

  test.each([null, '', ' \n'])('S16 is refused when nothing says what to build: prompt %j', (prompt) => {
    expect(read(payload, { prompt }, 'workflow_dispatch')).toMatchObject({
      kind: 'refused',
      problem: { what: expect.stringContaining('`prompt`'), snippet: { language: 'yaml' } },
    });
  });

  test('S16 without a sender is asked for by the actor', () => {
    expect(read({}, { prompt: 'x' }, 'workflow_dispatch')).toMatchObject({
      requester: { login: 'mona', isBot: false },
    });
  });

  test('S4 by a bot is left alone', () => {
    expect(read({ sender: { login: 'x[bot]' } }, { prompt: 'x' }, 'workflow_dispatch')).toMatchObject({
      kind: 'none',
    });
  });
});

describe('other events', () => {
  test.each(['push', 'schedule', 'pull_request', 'repository_dispatch', '', 'constructor'])(
    'S17 %j ends with a reason',
    (name) => {
      expect(read(labeled(), { prompt: 'x' }, name)).toEqual({
        kind: 'none',
        reason: expect.stringContaining('`issues`'),
      });
    },
  );

  const examplesOf = (name: string) => examples.find((one) => one.name === name)?.examples ?? [];

  test('a comment without a line for us is people’s own talk', () => {
    for (const payload of examplesOf('issue_comment')) {
      expect(read(payload, {}, 'issue_comment')).toMatchObject({ kind: 'none' });
    }
  });

  test.each([
    ['pull_request_review', 'review'],
    ['pull_request_review_comment', 'comment'],
  ])('a new one of %s asks for a look, a changed one for nothing', (name, part) => {
    for (const payload of examplesOf(name)) {
      const isNew = ['submitted', 'created'].includes(String(payload.action));
      expect(read(payload, {}, name).kind).toBe(isNew ? 'feedback' : 'none');
      const own = {
        ...payload,
        [part]: { ...(payload[part] as Json), body: '<!-- smol:v1 reply=c1 -->\n\nDone.' },
      };
      expect(read(own, {}, name)).toMatchObject({ kind: 'none' });
      const bot = { ...payload, sender: { login: 'github-actions[bot]', type: 'Bot' } };
      expect(read(bot, {}, name)).toMatchObject({ kind: 'none' });
    }
  });

  describe('S5 a comment with a line for us', () => {
    const said = (body: string, change: Json = {}): Json => {
      const [payload = {}] = examplesOf('issue_comment');
      return { ...payload, action: 'created', comment: { ...(payload.comment as Json), body }, ...change };
    };

    test('is a command, with the words behind it', () => {
      expect(read(said('/smol fix The score is lost.'), {}, 'issue_comment')).toMatchObject({
        kind: 'command',
        reading: { kind: 'command', command: { verb: 'fix', text: 'The score is lost.' } },
        isPullRequest: false,
        requester: { login: 'Codertocat', isBot: false },
      });
    });

    test.each<[string, Json]>([
      ['ours', said('<!-- smol:v1 issue=1 -->\n\n/smol build')],
      ['a bot’s', said('/smol build', { sender: { login: 'x[bot]', type: 'Bot' } })],
      ['changed', said('/smol build', { action: 'edited' })],
      ['deleted', said('/smol build', { action: 'deleted' })],
    ])('starts nothing when it is %s', (_, payload) => {
      expect(read(payload, {}, 'issue_comment')).toMatchObject({ kind: 'none' });
    });
  });

  test('S17 pull_request_target is refused by name', () => {
    expect(read(example('pull_request', 'labeled'), {}, 'pull_request_target')).toMatchObject({
      kind: 'refused',
      problem: { what: expect.stringContaining('pull_request_target') },
    });
  });
});
