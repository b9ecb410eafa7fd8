import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type GitHub, type GitHubOptions, startGitHub } from '../support/github/index.js';
import {
  type Answer,
  type AnswerFunction,
  appAnswers,
  type RawExchange,
  requestedPath,
  sse,
  startModel,
} from '../support/model/index.js';
import { type Recorded, startRecorder } from '../support/recorder.js';
import { stepEnvironment, stepPaths } from '../support/runner/environment.js';
import { type RunResult, runAction } from '../support/runner.js';

/** A key like that of nobody, so that only who knows it can tell it. Each encoding writes it otherwise. */
const KEY = 'k7Qm~2Vx"9Lr_4Tz*8Wp+1Nb/6Yc\\3Hd&5Jg';

/** What a text may hold of a secret. Not those of the code under test: written again, on purpose. */
function encodingsOf(secret: string): string[] {
  const base64 = ['', 'a', 'ab'].map((before) => {
    const packed = Buffer.from(before + secret)
      .toString('base64')
      .replace(/=+$/, '');
    return packed.slice(before === '' ? 0 : before.length + 1, -2);
  });
  const hex = Buffer.from(secret).toString('hex');
  const percent = encodeURIComponent(secret);
  return [
    secret,
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    hex,
    hex.toUpperCase(),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(/[\\`*_[\]~|$#&]/g, '\\$&'),
    secret.replaceAll('&', '&amp;'),
  ];
}

type Stage = {
  readonly github: GitHub;
  readonly sent: { readonly github: readonly Recorded[]; readonly model: readonly Recorded[] };
  readonly label: (overrides?: Partial<Parameters<typeof runAction>[0]>) => Promise<RunResult>;
};

/** As `stage`, but everything that leaves the process is recorded on its way, byte by byte. */
async function recorded(
  answer: AnswerFunction,
  issue: { title: string; body: string } = { title: 'A tic-tac-toe game', body: ticTacToe.prompt },
  options: GitHubOptions = {},
): Promise<Stage> {
  const github = await startGitHub({ collaborators: { ann: 'write' }, ...options });
  const model = await startModel({ answer, apiKey: KEY });
  const front = await startRecorder(github.url);
  const endpoint = await startRecorder(new URL(model.url).origin);
  onTestFinished(async () => {
    await Promise.all([front.close(), endpoint.close(), github.close(), model.close()]);
  });
  await github.createIssue(issue);
  return {
    github,
    sent: { github: front.requests, model: endpoint.requests },
    label: async ({ env, ...overrides } = {}) =>
      runAction({
        event: 'issues',
        payload: await github.labeledEvent({ issueNumber: 1, label: 'smol', sender: 'ann' }),
        github: { url: front.url, token: github.token },
        model: { url: `${endpoint.url}/v1`, apiKey: KEY },
        ...overrides,
        env: { GITHUB_SERVER_URL: github.serverUrl, ...env },
      }),
  };
}

/** Every text that somebody can read afterwards, by where it is. */
async function readable({ github, sent }: Stage, run: RunResult): Promise<Record<string, string>> {
  const pulls = await github.pullRequests();
  const branches = (await github.branches()).filter((branch) => branch !== 'main');
  const numbers = [1, ...pulls.map(({ number }) => number)];
  return {
    'a request to GitHub': sent.github.map(shown).join('\n'),
    'the log': `${run.stdout}\n${run.stderr}`
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n'),
    'the outputs': JSON.stringify(run.outputs) + JSON.stringify(run.state) + JSON.stringify(run.env),
    'the summary': run.summary,
    'a comment': JSON.stringify(await Promise.all(numbers.map((number) => github.comments(number)))),
    'a pull request': JSON.stringify(pulls),
    'a branch': JSON.stringify([branches, await Promise.all(branches.map((name) => github.tree(name)))]),
  };
}

/** A request as text: its strings as they are, packed ones unpacked as well. Only the key's own header is left out. */
function shown({ method, path, headers: { authorization: _, ...headers }, body }: Recorded): string {
  return [method, path, decodeURIComponent(path), JSON.stringify(headers), body, ...unpacked(body)].join(
    '\n',
  );
}

function unpacked(text: string): string[] {
  const value = parsed(text);
  if (value === undefined) return [];
  const strings: string[] = [];
  JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'string') strings.push(each);
    return each;
  });
  return strings.flatMap((each) => [each, ...unzipped(each), ...(each === text ? [] : unpacked(each))]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unzipped(text: string): string[] {
  try {
    return [gunzipSync(Buffer.from(text, 'base64')).toString()];
  } catch {
    return [];
  }
}

/** `secret in the log` for each that stands where it can be read. */
function leaks(places: Record<string, string>, secrets: Record<string, string>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(places).flatMap(([place, text]) =>
      encodingsOf(secret).some((form) => text.includes(form)) ? [`${name} in ${place}`] : [],
    ),
  );
}

/** What GitHub and the runner show to everybody anyway, or what decides how the action works. */
const NO_SECRETS =
  /^(?:PATH|GITHUB_(?:API_URL|GRAPHQL_URL|SERVER_URL|REPOSITORY|EVENT_NAME|EVENT_PATH|OUTPUT|STEP_SUMMARY|STATE|ENV|PATH|RUN_ID|RUN_ATTEMPT|ACTOR|TRIGGERING_ACTOR|WORKSPACE))$/;

const FOREIGN = [
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'OPENAI_API_KEY',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_BASE_URL',
  'OPENAI_ADMIN_KEY',
  'OPENAI_WEBHOOK_SECRET',
  'OPENAI_CUSTOM_HEADERS',
  'ANTHROPIC_API_KEY',
  'AZURE_OPENAI_API_KEY',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_CACHE_URL',
  'DATABASE_URL',
  'SSH_PRIVATE_KEY',
  'USER',
  'HOSTNAME',
];

function canaries(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `canary-${randomBytes(12).toString('hex')}`]));
}

test('S15 S64 nothing that the environment holds is sent or shown, and what is secret is masked first', async () => {
  const stage = await recorded(appAnswers(ticTacToe));
  const paths = stepPaths('/nowhere', 'octo/app');
  const facts = { event: 'issues', payload: {}, apiUrl: 'http://127.0.0.1:9', token: 't', paths };
  const names = [...Object.keys(stepEnvironment(facts)), ...FOREIGN].filter((name) => !NO_SECRETS.test(name));
  const env = canaries(names);
  const run = await stage.label({ env });
  expect(run.succeeded, run.log).toBe(true);
  const secrets = { ...env, 'the token': stage.github.token, 'the key': KEY };
  const places = {
    ...(await readable(stage, run)),
    'a request to the model': stage.sent.model.map(shown).join('\n'),
  };
  expect(Object.keys(secrets).length).toBeGreaterThan(55);
  expect(leaks(places, secrets)).toEqual([]);
  // The one header that carries a secret goes to its own place alone.
  expect(new Set(stage.sent.model.map(({ headers }) => headers.authorization))).toEqual(
    new Set([`Bearer ${KEY}`]),
  );
  expect(new Set(stage.sent.github.map(({ headers }) => headers.authorization))).toEqual(
    new Set([`token ${stage.github.token}`]),
  );
  expectMasked(run, [KEY, stage.github.token]);
});

/** Before anything else is said, with what base64 and an address make of them. */
function expectMasked(run: RunResult, secrets: readonly string[]): void {
  const said = run.commands.map(({ name }) => name);
  const masks = said.lastIndexOf('add-mask') + 1;
  expect(said.slice(0, masks)).toEqual(Array(masks).fill('add-mask'));
  expect(run.stdout).toMatch(/^::add-mask::/);
  for (const secret of secrets) {
    expect(run.masks).toEqual(expect.arrayContaining([secret, encodeURIComponent(secret)]));
    for (const before of ['', 'a', 'ab']) {
      const packed = Buffer.from(`${before}${secret}z`).toString('base64');
      expect(run.masks.some((mask) => packed.includes(mask))).toBe(true);
    }
  }
}

describe('a model that says the key again', () => {
  const files = ticTacToe.files;
  const good = appAnswers(ticTacToe);
  /** The plan with the key in each of its encodings, in each of its parts. */
  const echoes = (token: string) =>
    [KEY, token].flatMap((secret) =>
      encodingsOf(secret).map((form) => `- The key ${form}, \`${form}\`, @${form} #1${form}`),
    );
  const plan = (token: string) =>
    ticTacToe.plan
      .replace(/^# (.*)$/m, `# $1 ${KEY}`)
      .replace(/^## Contract$/m, () => `## Contract\n${echoes(token).join('\n')}`)
      .replace(/(`game\.js`.*)$/m, (line) => `${line} The key is ${KEY}.`)
      .trimEnd()
      .concat(`\n- \`keys/${KEY.replaceAll(/[^\w~+]/g, '')}${KEY}.txt\` (~9) – holds ${KEY}.\n`);
  const isFile = (request: Parameters<AnswerFunction>[0]) =>
    requestedPath(request.messages, Object.keys(files)) !== undefined;

  type Row = { name: string; answer: (token: string) => AnswerFunction; succeeds?: boolean };
  const error = (status: number, token: string): Answer => ({
    status,
    body: {
      error: { message: `Key ${KEY} of ${encodeURIComponent(KEY)} and ${token}`, type: KEY, code: KEY },
    },
  });
  const raw = (write: (exchange: RawExchange) => void): Answer => ({ raw: write });
  const rows: Row[] = [
    {
      name: 'in its plan, in pieces of three characters',
      answer: (token) => (request) =>
        isFile(request) ? good(request) : { text: plan(token), chunkSize: 3, tokensPerSecond: 200_000 },
      succeeds: true,
    },
    {
      name: 'in a plan that is cut in the middle of it',
      answer: () => (request) => {
        if (isFile(request)) return good(request);
        const text = ticTacToe.plan.replace(/^## Contract$/m, () => `## Contract\n- ${KEY}`);
        const said = request.messages.findLast(({ role }) => role === 'assistant')?.content;
        if (said !== undefined) return { text: text.slice(said.length) };
        return { text: text.slice(0, text.indexOf(KEY) + 12), finishReason: 'length' };
      },
      succeeds: true,
    },
    {
      name: 'in the list of files that it is asked for',
      answer: () => (request) => {
        if (request.responseFormat === undefined && !isFile(request)) return { text: `A game with ${KEY}.` };
        if (isFile(request)) return good(request);
        const list = Object.keys(files).map((path) => ({
          path,
          lines: 9,
          description: `Holds ${KEY}.`,
          uses: [],
        }));
        return { text: JSON.stringify({ files: list }) };
      },
      succeeds: true,
    },
    {
      name: 'in a list of files that is none',
      answer: () => (request) =>
        request.responseFormat === undefined
          ? { text: `A game with ${KEY}.` }
          : { text: JSON.stringify({ [KEY]: { files: KEY } }) },
    },
    {
      name: 'in the refusal of one file',
      answer: () => (request) =>
        requestedPath(request.messages, ['game.js']) === undefined
          ? good(request)
          : { refusal: `No: ${KEY}` },
    },
    { name: 'in an error 400', answer: (token) => () => error(400, token) },
    {
      name: 'in an error in the stream',
      answer: () => () =>
        raw(({ response }) => {
          sse(response)
            .chunk('# A')
            .frame({ error: { message: `No ${KEY}`, type: 'invalid_request_error', code: 'invalid_prompt' } })
            .done();
        }),
    },
  ];

  test.each(rows)('S47 $name shows it nowhere', async ({ answer, succeeds = false }) => {
    let token = '';
    const stage = await recorded((request) => answer(token)(request));
    token = stage.github.token;
    const run = await stage.label();
    expect(run.outputs.status, run.log).toMatch(succeeds ? /^created$/ : /^(?:failed|partial)$/);
    expect(leaks(await readable(stage, run), { 'the key': KEY, 'the token': token })).toEqual([]);
    // The writers are told what everybody is shown.
    const prompts = stage.sent.model.map(({ body }) => body).filter((body) => !body.includes('"assistant"'));
    expect(leaks({ prompts: prompts.join('\n') }, { 'the key': KEY, 'the token': token })).toEqual([]);
    if (succeeds) expect((await stage.github.pullRequests())[0]?.draft).toBe(false);
  });

  const inFile = encodingsOf(KEY)
    .slice(0, -2)
    .map((form, index) => ({ form, index }));
  test('S47 in a file, in whatever encoding, has that file fail by name, and no other', async () => {
    const listed = inFile.map(({ index }) => `- \`leak-${index}.js\` (~1) – a part.`).join('\n');
    const leaking = Object.fromEntries(
      inFile.map(({ form, index }) => [`leak-${index}.js`, `a('${form}');\n`]),
    );
    const app = { plan: `${ticTacToe.plan.trimEnd()}\n${listed}\n`, files: { ...files, ...leaking } };
    const stage = await recorded(appAnswers(app));
    const run = await stage.label();
    expect(run.outputs.status, run.log).toBe('partial');
    const places = await readable(stage, run);
    expect(leaks(places, { 'the key': KEY })).toEqual([]);
    expect(await stage.github.tree('smol/issue-1')).toEqual(files);
    const [pull] = await stage.github.pullRequests();
    expect(pull?.draft).toBe(true);
    for (const { index } of inFile) expect(pull?.body).toContain(`leak-${index}.js`);
    expect(pull?.body).toContain("holds this run's own token or key");
    expect(stage.sent.model).toHaveLength(1 + Object.keys(files).length + 2 * inFile.length);
  });

  test('S47 in one reply, and a good file when it is asked again, is no failure', async () => {
    let calls = 0;
    const stage = await recorded((request) => {
      const isGame = requestedPath(request.messages, Object.keys(files)) === 'game.js';
      if (isGame) calls += 1;
      return isGame && calls === 1 ? { text: `const key = '${KEY}';\n`, chunkSize: 3 } : good(request);
    });
    const run = await stage.label();
    expect(run.outputs.status, run.log).toBe('created');
    expect(leaks(await readable(stage, run), { 'the key': KEY })).toEqual([]);
    expect(await stage.github.tree('smol/issue-1')).toEqual(files);
  });
});

/** Looks like a key of GitHub's, is none. */
const strangersToken = `ghp_${randomBytes(40)
  .toString('base64')
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 34)}7Q`;

test('S47 what looks like somebody’s key is in no file, a JSON Web Token and an example may be', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const webToken = `${part({ alg: 'HS256' })}.${part({ sub: 'ann', exp: 1 })}.${randomBytes(32).toString('base64url')}`;
  const more = {
    'token.test.js': `const expired = '${webToken}';\n`,
    'SETUP.md': 'Set `OPENAI_API_KEY=sk-your-key-here`, or AKIAIOSFODNN7EXAMPLE.\n',
    'deploy.js': `const token = '${strangersToken}';\n`,
  };
  const listed = Object.keys(more).map((path) => `- \`${path}\` (~1) – a part.\n`);
  const files = { ...ticTacToe.files, ...more };
  const stage = await recorded(
    appAnswers({ plan: `${ticTacToe.plan.trimEnd()}\n${listed.join('')}`, files }),
  );
  const run = await stage.label();
  expect(run.outputs.status, run.log).toBe('partial');
  const { 'deploy.js': _, ...written } = files;
  expect(await stage.github.tree('smol/issue-1')).toEqual(written);
  expect((await stage.github.pullRequests())[0]?.body).toMatch(/deploy\.js.*looks like a real GitHub token/s);
  expect(leaks(await readable(stage, run), { 'the token': strangersToken })).toEqual([]);
});

test('S15 S47 a key in an issue does not reach the model, and the comment says so', async () => {
  const body = `${ticTacToe.prompt}\n\nOur key is ${KEY}, the token \`${strangersToken}\`.`;
  const stage = await recorded(appAnswers(ticTacToe), { title: `A game for ${strangersToken}`, body });
  const run = await stage.label();
  expect(run.succeeded, run.log).toBe(true);
  const sent = stage.sent.model.map(({ body }) => body).join('\n');
  const places = { ...(await readable(stage, run)), prompts: sent };
  expect(leaks(places, { 'the key': KEY, "a stranger's token": strangersToken })).toEqual([]);
  expect(sent).toContain('Our key is [redacted]');
  const [comment] = (await stage.github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
  expect(comment?.body).toContain('redacted');
  expect(comment?.body).toContain('revoke it');
});

test('S15 S47 a key in the instructions, or in the plan, does not reach the model with any file', async () => {
  const plan = ticTacToe.plan.replace('# Tic-tac-toe\n', `# Tic-tac-toe\nIts key is ${KEY}.\n`);
  const stage = await recorded(appAnswers({ ...ticTacToe, plan }));
  const run = await stage.label({ inputs: { instructions: `Sign in with ${KEY}, or ${strangersToken}.` } });
  expect(run.succeeded, run.log).toBe(true);
  const asked = stage.sent.model.map(({ body }) => body);
  expect(asked).toHaveLength(5);
  for (const body of asked) expect(body).toContain('Sign in with [redacted], or [redacted].');
  expect(asked.filter((body) => body.includes('Its key is [redacted].'))).toHaveLength(4);
  const places = { ...(await readable(stage, run)), prompts: asked.join('\n') };
  expect(leaks(places, { 'the key': KEY, "a stranger's token": strangersToken })).toEqual([]);
});

test('S47 S64 an error of GitHub’s that holds the token shows it nowhere', async () => {
  const stage = await recorded(appAnswers(ticTacToe));
  const { github } = stage;
  const message = `Repository rule violations found by ${github.token} at https://x:${github.token}@github.com`;
  const effect = { answer: { status: 422, body: { message } } };
  github.fault({ method: 'POST', path: /\/git\/refs$/, effect });
  const run = await stage.label();
  expect(run.succeeded).toBe(false);
  expect(run.log).toContain('rule violations found by [redacted]');
  expect(leaks(await readable(stage, run), { 'the token': github.token })).toEqual([]);
});

test('S47 S64 a key that somebody put into another input is shown nowhere', async () => {
  const stage = await recorded(appAnswers(ticTacToe));
  const run = await stage.label({ inputs: { model: KEY, effort: KEY } });
  expect(run.succeeded).toBe(false);
  expect(run.log).toContain('[redacted]');
  expect(leaks(await readable(stage, run), { 'the key': KEY })).toEqual([]);
  const named = await stage.label({ inputs: { model: KEY } });
  expect(named.succeeded).toBe(false);
  expect(leaks(await readable(stage, named), { 'the key': KEY })).toEqual([]);
});
