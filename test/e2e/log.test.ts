import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OUTPUT_NAMES } from '../../src/github/asked/settings.js';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers, requestedPath } from '../support/model/index.js';
import { type RunResult, runAction } from '../support/runner.js';
import { stage } from './scene.js';

/** Every way known to make the runner obey a line: both syntaxes, every line end, colours, half a prefix in front. */
const TRICKS = [
  '::error::pwned',
  '##[error]pwned',
  '###[add-mask]pwned',
  'x ##[set-output name=status]pwned',
  '\r::set-env name=PATH::/pwned',
  '\n  ::add-path::/pwned',
  '\r\n##[stop-commands]pwned',
  '\u2028::warning::pwned',
  '\u2029::add-mask::pwned',
  '\u0085::notice::pwned',
  '\v::group::pwned',
  '\u001b[2K\u001b[1G::stop-commands::pwned',
  '\u0000::save-state name=x::pwned',
  '#\u200b#[error]pwned',
  '%0A::error::pwned',
];
const HOSTILE = TRICKS.join(' ');
const LABEL = 'x ##[error]pwned ::error::pwned';

/** The commands of a run that gets as far as so many chapters, and says its end in one word. */
function chapters(count: number, end: 'notice' | 'error'): string[] {
  return [...Array(count).fill(['group', 'endgroup']).flat(), end];
}

/** The runner obeyed what we say ourselves, and nothing of what others said. */
function expectObeyed(run: RunResult, names: readonly string[]): void {
  expect(run.commands.map(({ name }) => name).filter((name) => name !== 'add-mask')).toEqual(names);
  expect(run.masks.filter((mask) => mask.includes('pwned'))).toEqual([]);
  expect(run.annotations).toHaveLength(1);
  expect(run.annotations[0]?.message).toMatch(/^(?:[A-Z]|`game\.js` is missing)/);
  expect(run.state).toEqual({ begun: 'true', ended: 'true' });
  expect(run.env).toEqual({});
  expect(run.errors).toEqual([]);
  expect(run.stderr).toBe('');
}

/** What each output may be: a number, an address, a word of ours, a checked name. */
const VALUES: Record<(typeof OUTPUT_NAMES)[number], RegExp> = {
  status: /^(?:planned|created|updated|partial|skipped|failed)$/,
  branch: /^[\w./-]+$/,
  'pull-request-number': /^\d+$/,
  'pull-request-url': /^http:\/\/127\.0\.0\.1:\d+\/octo\/app\/pull\/\d+$/,
  'pull-request-operation': /^(?:created|updated|none)$/,
  'pull-request-head-sha': /^[0-9a-f]{40}$/,
  'comment-url': /^http:\/\/127\.0\.0\.1:\d+\/octo\/app\/issues\/\d+#issuecomment-\d+$/,
  'files-count': /^\d+$/,
  'input-tokens': /^\d+$/,
  'cached-tokens': /^\d+$/,
  'output-tokens': /^\d+$/,
  'cost-usd': /^(?:\d+\.\d{4})?$/,
};

function expectOurOutputs({ outputs }: RunResult, names: readonly string[] = OUTPUT_NAMES): void {
  expect(Object.keys(outputs).sort()).toEqual([...names].sort());
  for (const name of OUTPUT_NAMES) if (name in outputs) expect(outputs[name], name).toMatch(VALUES[name]);
}

/** An app whose every part is hostile. A path that is a command cannot be written. */
const PATH = 'src/##[error]pwned.js';
const hostileApp = {
  plan: `# Game ${HOSTILE}

A game. ${HOSTILE}

## Contract
${TRICKS.map((trick) => `- \`${trick}\` ${trick}`).join('\n')}

## Files
- \`game.js\` (~9) – plays. ${HOSTILE.replace(/[\r\n\u2028\u2029\u0085\v]/g, ' ')}
- \`${PATH}\` (~9) – ##[warning]pwned
- \`src/::error::pwned.js\` (~9) – ::error::pwned
- \`::stop-commands::pwned\` (~9) – nothing.
- \`../##[error]pwned\` (~9) – nothing.
- \`.github/workflows/##[error]pwned.yml\` (~9) – is set aside.
`,
  files: {
    'game.js': `/*\n${HOSTILE.replaceAll('\0', '')}\n*/\n`,
    [PATH]: '::error::pwned\n##[error]pwned\n',
    '.github/workflows/##[error]pwned.yml': '::error::pwned\n',
  },
};

describe('what others say', () => {
  test('S53 S54 in every place of a good run is no command and no output', async () => {
    const issue = { title: `Game ${HOSTILE.slice(0, 240)}`, body: `${HOSTILE}\n\n${TRICKS.join('\n')}` };
    const { github, run } = await stage({ issue, answer: appAnswers(hostileApp) });
    const payload = await github.labeledEvent({ issueNumber: 1, label: LABEL, sender: 'ann' });
    const result = await run('issues', payload, {
      inputs: { label: LABEL, instructions: HOSTILE.replaceAll('\0', '') },
    });
    expect(result.outputs.status, result.log).toBe('created');
    expectObeyed(result, chapters(5, 'notice'));
    expectOurOutputs(result);
    // The run told of it all the same: nothing above holds because nothing was said.
    expect(result.log).toContain('asks: Game ::error::pwned # #[error]pwned');
    const [comment] = await github.comments(1);
    expect(comment?.body).toMatch(/src\/##\[error\]pwned\.js.*would take this name for a command/);
    expect(Object.keys(await github.tree('smol/issue-1'))).not.toContain(PATH);
  });

  test('S53 S54 in a refused file of the model’s is none', async () => {
    const good = appAnswers(ticTacToe);
    const { label } = await stage({
      answer: (request) =>
        requestedPath(request.messages, Object.keys(ticTacToe.files)) === 'game.js'
          ? { refusal: HOSTILE }
          : good(request),
    });
    const run = await label(1);
    expect(run.outputs.status, run.log).toBe('partial');
    expectObeyed(run, chapters(5, 'error'));
    expectOurOutputs(run);
  });

  test('S53 S54 in an error of the endpoint’s is none', async () => {
    const body = { error: { message: HOSTILE, type: HOSTILE, code: HOSTILE, param: HOSTILE } };
    const { label } = await stage({ answer: () => ({ status: 400, body }) });
    const run = await label(1);
    expectObeyed(run, chapters(2, 'error'));
    expectOurOutputs(run, [
      'status',
      'comment-url',
      'files-count',
      'input-tokens',
      'cached-tokens',
      'output-tokens',
      'cost-usd',
    ]);
    expect(run.annotations[0]?.message).toContain('pwned');
  });

  test('S53 in an error of GitHub’s is none', async () => {
    const { github, label } = await stage();
    const message = `Repository rule violations found ${HOSTILE}`;
    github.fault({
      method: 'POST',
      path: /\/git\/refs$/,
      effect: { answer: { status: 422, body: { message } } },
    });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expectObeyed(run, chapters(4, 'error'));
    expect(run.annotations[0]?.message).toContain('pwned');
  });

  test('S53 in an input’s value or name is none', async () => {
    const { label } = await stage();
    const run = await label(1, {
      inputs: { 'max-files': HOSTILE.replaceAll('\0', ''), draft: '##[error]pwned' },
      env: { 'INPUT_::ERROR::PWNED': 'x', 'INPUT_##[ERROR]PWNED': '\n::error::pwned' },
    });
    expect(run.succeeded).toBe(false);
    expectObeyed(run, ['error']);
    expect(run.annotations[0]?.message).toContain('max-files');
  });
});

describe('a crash', () => {
  /** Runs the action with code that goes off as soon as the action listens for crashes. */
  async function crash(code: string): Promise<RunResult> {
    const folder = mkdtempSync(join(tmpdir(), 'smol-crash-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const script = join(folder, 'crash.mjs');
    writeFileSync(
      script,
      `const hostile = ${JSON.stringify(TRICKS.join('\n'))};
       const timer = setInterval(() => {
         if (process.listenerCount('uncaughtException') === 0) return;
         clearInterval(timer);
         ${code}
       }, 1);`,
    );
    const payload = {
      action: 'labeled',
      label: { name: 'smol' },
      issue: { number: 1, state: 'open', title: 'A game', body: 'A game of chess.', user: { login: 'ann' } },
      sender: { login: 'ann', type: 'User', id: 1 },
      repository: { full_name: 'octo/app', default_branch: 'main' },
    };
    const model = { url: 'http://127.0.0.1:9/v1', apiKey: 'sk-own-key-of-the-run-4711' };
    return runAction({ event: 'issues', payload, model, env: { NODE_OPTIONS: `--import ${script}` } });
  }

  test.each([
    ['an error', 'throw new Error(hostile);'],
    ['an error whose stack is as hostile', 'throw Object.assign(new Error(hostile), { stack: hostile });'],
    ['an error with causes', 'throw new Error(hostile, { cause: new Error(hostile) });'],
    ['a text', 'throw hostile;'],
    ['nothing', 'throw null;'],
    ['a promise', 'Promise.reject(new Error(hostile));'],
    ['a promise of a text', 'Promise.reject(hostile);'],
    ['an error with the key in it', "throw new Error('No: ' + process.env['INPUT_API-KEY']);"],
  ])('S53 S64 of %s is one line, in which nothing is a command and nothing secret', async (_, code) => {
    const run = await crash(code);
    expect(run.exitCode).toBe(1);
    expect(run.commands.filter(({ name }) => name !== 'add-mask').map(({ name }) => name)).toEqual([
      'group',
      'error',
    ]);
    expect(run.annotations[0]?.message).toMatch(/^Something unexpected happened: .+/);
    expect(run.annotations[0]?.message).not.toMatch(/[\r\n]/);
    expect(run.masks.filter((mask) => mask.includes('pwned'))).toEqual([]);
    expect(run.secretsInLog(['sk-own-key-of-the-run-4711'])).toEqual([]);
    expect(run.stderr).toBe('');
  });
});
