import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ticTacToe } from './apps/index.js';
import { appAnswers, startModel } from './model/index.js';
import { mask, obey, parseCommand } from './runner/commands.js';
import { inputEnvironment } from './runner/environment.js';
import { parseFileCommands } from './runner/files.js';
import { runAction, runCli } from './runner.js';

const folder = mkdtempSync(join(tmpdir(), 'smol-runner-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const actionFile = write(
  'action.yml',
  `name: throwaway
inputs:
  token: { default: '\${{ github.token }}' }
  api-key: { description: key }
  base-url: { default: https://api.openai.com/v1 }
  model: { default: gpt-6-sol }
  max-files: { default: 100 }
  with space: { default: 'for \${{ github.repository }} by \${{ github.actor }}' }
runs: { using: node24, main: index.js }
`,
);

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Something for the runner to evaluate. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

let count = 0;
function run(code: string, options: Partial<Parameters<typeof runAction>[0]> = {}) {
  const script = write(`script-${count++}.mjs`, code);
  return runAction({ event: 'issues', payload: { action: 'labeled' }, script, actionFile, ...options });
}

describe('the environment of a step', () => {
  test('is a runner’s, and holds nothing of this process but PATH', async () => {
    vi.stubEnv('SMOL_LEAK', 'leak');
    const payload = {
      action: 'labeled',
      sender: { login: 'ann' },
      repository: { full_name: 'acme/shop', default_branch: 'trunk' },
    };
    const code = `import { readFileSync, readdirSync } from 'node:fs';
      console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), node: process.version,
        event: JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH)), workspace: readdirSync('.') }));`;
    const model = { url: 'http://127.0.0.1:1/v1', apiKey: 'sk-a' };
    const github = { url: 'http://127.0.0.1:2/api/v3', token: 'ghs_t' };
    const result = await run(code, {
      payload,
      model,
      github,
      inputs: { 'max-files': '7' },
      env: { EXTRA: 'yes' },
    });
    vi.unstubAllEnvs();
    const seen = JSON.parse(result.stdout) as {
      env: Record<string, string>;
      cwd: string;
      [key: string]: unknown;
    };
    expect(seen.node).toMatch(/^v24\./);
    expect(seen.event).toEqual(payload);
    expect(seen.workspace).toEqual([]);
    expect(seen.cwd).toBe(seen.env.GITHUB_WORKSPACE);
    expect(seen.env).toMatchObject({
      'INPUT_API-KEY': 'sk-a',
      'INPUT_BASE-URL': 'http://127.0.0.1:1/v1',
      INPUT_MODEL: 'test-model',
      INPUT_TOKEN: 'ghs_t',
      'INPUT_MAX-FILES': '7',
      INPUT_WITH_SPACE: 'for acme/shop by ann',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'ann',
      GITHUB_API_URL: 'http://127.0.0.1:2/api/v3',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:2/api/graphql',
      GITHUB_SERVER_URL: 'http://127.0.0.1:2',
      GITHUB_EVENT_NAME: 'issues',
      GITHUB_REF: 'refs/heads/trunk',
      GITHUB_REPOSITORY_OWNER: 'acme',
      CI: 'true',
      EXTRA: 'yes',
    });
    expect(Object.keys(seen.env)).not.toContain('SMOL_LEAK');
    expect(Object.keys(seen.env)).not.toContain('GITHUB_TOKEN');
    expect(seen.env.PATH).toBe(process.env.PATH);
    expect(seen.env.HOME).not.toBe(process.env.HOME);
    const known = /^(GITHUB_|RUNNER_|INPUT_|Image|AGENT_|EXTRA$|CI$|HOME$|LANG$|PATH$)/;
    expect(Object.keys(seen.env).filter((name) => !known.test(name))).toEqual([]);
    const promised = `ACTION ACTIONS ACTOR API_URL ENV EVENT_NAME EVENT_PATH GRAPHQL_URL JOB OUTPUT PATH REF REPOSITORY
      REPOSITORY_OWNER RUN_ATTEMPT RUN_ID RUN_NUMBER SERVER_URL SHA STATE STEP_SUMMARY TRIGGERING_ACTOR WORKFLOW WORKSPACE`;
    for (const name of promised.split(/\s+/)) expect(seen.env).toHaveProperty(`GITHUB_${name}`);
  });

  test('a review runs on the merge ref of its pull request', async () => {
    const payload = { pull_request: { number: 12, base: { ref: 'main' }, head: { ref: 'smol/issue-1' } } };
    const { stdout } = await run('console.log(process.env.GITHUB_REF, process.env.GITHUB_HEAD_REF)', {
      event: 'pull_request_review',
      payload,
    });
    expect(stdout).toBe('refs/pull/12/merge smol/issue-1\n');
  });

  test('an input that action.yml does not name, and an expression no runner of ours knows, throw', async () => {
    await expect(run('', { inputs: { api_key: 'x' } })).rejects.toThrow("Unexpected input 'api_key'");
    const other = write('other.yml', `inputs:\n  a:\n    default: ${expression('secrets.KEY')}\n`);
    expect(() => inputEnvironment(other, {}, {}, 't')).toThrow(
      `cannot evaluate ${expression('secrets.KEY')}`,
    );
    const given = expression('kept as it is');
    expect(inputEnvironment(other, { a: given }, {}, 't')).toEqual({ INPUT_A: given });
  });
});

describe('what a step tells the runner', () => {
  test('@actions/core is understood whole: outputs, state, summary, annotations, masks', async () => {
    const core = import.meta.resolve('@actions/core');
    const result = await run(`import * as core from ${JSON.stringify(core)};
      core.setSecret('s3cret-value');
      core.setOutput('status', 'created');
      core.setOutput('text', 'two\\nlines<<EOF');
      core.saveState('step', '1');
      core.exportVariable('NAME', 'value');
      core.notice('look: 100 %\\nhere', { title: 'A, b: c', file: 'a.js', startLine: 3 });
      core.group('inside', async () => console.log('key s3cret-value of', core.getInput('token')));
      await core.summary.addRaw('# Done', true).write();
      core.setFailed('it broke');`);
    expect(result).toMatchObject({
      exitCode: 1,
      succeeded: false,
      signal: null,
      timedOut: false,
      errors: [],
    });
    expect(result.outputs).toEqual({ status: 'created', text: 'two\nlines<<EOF' });
    expect(result.state).toEqual({ step: '1' });
    expect(result.env).toEqual({ NAME: 'value' });
    expect(result.summary).toBe('# Done\n');
    expect(result.masks).toEqual(['s3cret-value']);
    expect(result.annotations).toEqual([
      { kind: 'notice', message: 'look: 100 %\nhere', title: 'A, b: c', file: 'a.js', line: '3' },
      { kind: 'error', message: 'it broke' },
    ]);
    expect(result.log).toContain('##[group]inside\nkey *** of ***\n##[endgroup]\n');
    expect(result.log).toContain('##[error]it broke\n');
    expect(result.log).not.toContain('s3cret');
    expect(result.secretsInLog(['s3cret-value', 'ghs_0123456789', 'absent'])).toEqual([
      's3cret-value',
      'ghs_0123456789',
    ]);
    expect(result.wallMs).toBeGreaterThan(10);
    if (process.platform === 'linux') expect(result.peakRssBytes).toBeGreaterThan(20_000_000);
  });

  test('a secret that is only masked is not in the log', async () => {
    const result = await run("console.log('::add-mask::only-here'); console.error('fine')");
    expect(result.secretsInLog(['only-here'])).toEqual([]);
    expect(result.log).toBe('fine\n');
    expect(result.succeeded).toBe(true);
  });

  test('commands count on stderr, after a lone carriage return and without a last line end', async () => {
    const result = await run(
      "process.stderr.write('a\\r::notice::one\\r\\n##[warning]two'); setTimeout(() => process.stdout.write('::error::drei ü'), 50)",
    );
    expect(result.annotations.map(({ message }) => message).sort()).toEqual(['drei ü', 'one', 'two']);
  });

  test('a malformed output file fails the step although the process succeeded', async () => {
    const result = await run(`import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'good=1\\nbad<<EOF\\nno end');`);
    expect(result).toMatchObject({ exitCode: 0, succeeded: false, outputs: { good: '1' } });
    expect(result.errors).toEqual([expect.stringContaining('Matching delimiter not found')]);
  });

  test('a summary over 1 MiB is dropped', async () => {
    const result = await run(`import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1));`);
    expect(result).toMatchObject({
      summary: '',
      succeeded: true,
      errors: [expect.stringContaining('1024k')],
    });
  });
});

describe('the runner’s command parser', () => {
  test.each([
    ['::notice::x', { name: 'notice', properties: {}, data: 'x' }],
    ['  \t::NOTICE::x', { name: 'NOTICE', properties: {}, data: 'x' }],
    [
      '::error file=a%2Cb.js,line=3,,empty=,Title=a=b::x%0Ay%25%3A',
      {
        name: 'error',
        properties: { file: 'a,b.js', line: '3', title: 'a=b' },
        data: 'x\ny%%3A',
      },
    ],
    ['::add-mask::a::b', { name: 'add-mask', properties: {}, data: 'a::b' }],
    ['::debug::%250A', { name: 'debug', properties: {}, data: '%0A' }],
    ['in the middle ##[add-mask]x', { name: 'add-mask', properties: {}, data: 'x' }],
    [
      '##[warning file=a%5D;line=1]x%3By',
      { name: 'warning', properties: { file: 'a]', line: '1' }, data: 'x;y' },
    ],
    ['::nonsense::##[debug]x', { name: 'debug', properties: {}, data: 'x' }],
    ['text ::notice::x', undefined],
    ['\uFEFF::notice::x', undefined],
    [': :notice::x', undefined],
    ['::notice:x', undefined],
    ['::nonsense::x', undefined],
    ['##[nonsense]x', undefined],
    ['## [notice]x', undefined],
    // .NET's white space, not only that of ASCII, and what stands inside a line is no line end to it.
    ['\u0085\u00a0\u2028\u3000::notice::x', { name: 'notice', properties: {}, data: 'x' }],
    ['a\u2028::notice::x', undefined],
    // .NET finds both by culture, which skips what cannot be seen, and then cuts the name in the wrong place.
    ['\u200b::notice::x', undefined],
    [':\u200b:notice::x', undefined],
    ['#\u00ad#[notice]x', undefined],
    ['\u001b[31m::notice::x', undefined],
    ['\u001b[31m##[notice]x', { name: 'notice', properties: {}, data: 'x' }],
    ['###[notice]x', { name: 'notice', properties: {}, data: 'x' }],
    ['##[NOTICE title=a%3Bb]x%0Ay', { name: 'NOTICE', properties: { title: 'a;b' }, data: 'x\ny' }],
    // For the runner's own plug-ins alone.
    ['##[internal-set-repo-path repoFullName=a/b;workspaceRepo=true]/x', undefined],
    // The runner looks at the first `##[` alone.
    ['##[x]##[notice]y', undefined],
    ['', undefined],
  ])('%j', (line, command) => {
    expect(parseCommand(line)).toEqual(command);
  });

  test('stop-commands silences everything until its token, whose case does not matter', () => {
    const lines = [
      '::stop-commands::Tok-123',
      '::error::a',
      '##[error]b',
      '::stop-commands::x',
      '::tok-123::',
      '::error::c',
    ];
    const { annotations, commands, masks, log } = obey(lines);
    expect(annotations.map(({ message }) => message)).toEqual(['c']);
    expect(commands.map(({ name }) => name)).toEqual(['stop-commands', 'error']);
    expect(masks).toEqual(['Tok-123']);
    expect(log).toContain('::error::a\n##[error]b\n');
  });

  test.each(['', 'pause-logging', 'error'])(
    'the token %j does not stop anything and fails the step',
    (token) => {
      const { annotations, errors } = obey([`::stop-commands::${token}`, '::error::a']);
      expect(annotations).toHaveLength(1);
      expect(errors).toHaveLength(1);
    },
  );

  test.each([
    '::set-env name=A::b',
    '::add-path::/x',
    '::set-output::x',
    '::echo::maybe',
    '::add-matcher::m.json',
  ])('%s is refused and fails the step', (line) => {
    expect(obey([line]).errors).toHaveLength(1);
  });

  test('the old set-output and save-state still count', () => {
    const result = obey(['::set-output name=a::1', '##[save-state name=b]2']);
    expect(result).toMatchObject({ outputs: { a: '1' }, state: { b: '2' }, errors: [] });
  });

  test('masks work from where they are added, line by line, the longest first', () => {
    const { log, masks } = obey(['abc', '::add-mask::abc%0Aabcdef', 'abcdef abc', '::warning::abc']);
    expect(masks).toEqual(['abc\nabcdef', 'abc', 'abcdef']);
    expect(log).toBe('abc\n*** ***\n##[warning]***\n');
    expect(mask('a-b', ['', 'a', 'a-b'])).toBe('***');
  });
});

describe('the grammar of output files', () => {
  test.each([
    ['a=1\nb=2=3\n', { a: '1', b: '2=3' }],
    ['a<<E\none\n\ntwo\nE\nb=', { a: 'one\n\ntwo', b: '' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n\nE', { a: '' }],
    ['a=x<<E\n', { a: 'x<<E' }],
    ['a<<=E\nx\n=E\n', { a: 'x' }],
    ['a=1\r\n', { a: '1\r' }],
    ['\n\na=1\na=2\n', { a: '2' }],
    ['', {}],
  ])('%j', (text, values) => {
    expect(parseFileCommands(text)).toEqual({ values, error: undefined });
  });

  test.each(['plain', '=1', '<<E\nE', 'a<<\n\n', 'a<<E\nb', 'a<<E\nE \n'])('%j is malformed', (text) => {
    expect(parseFileCommands(text).error).toBeDefined();
  });

  test('a value that holds its own delimiter injects what follows', () => {
    const values = { text: 'x', status: 'forged' };
    expect(parseFileCommands('text<<EOF\nx\nEOF\nstatus=forged\nEOF=\n').values).toEqual({
      ...values,
      EOF: '',
    });
  });

  test('any values come back as they were written between delimiters that they do not contain', () => {
    const name = fc.stringMatching(/^[a-z-]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (values) => {
        const text = Object.entries(values).map(([key, value]) => `${key}<<ghd_1\n${value}\nghd_1\n`);
        expect(parseFileCommands(text.join('')).values).toEqual({ ...values });
      }),
    );
  });
});

describe('ending a step', () => {
  test('cancels with SIGINT when the log says so, and the step may clean up', async () => {
    const result = await run(
      "process.on('SIGINT', () => { console.log('cleaned'); process.exit(130); }); console.log('ready'); setInterval(() => {}, 99);",
      { signalAfter: (log) => log.includes('ready') },
    );
    expect(result).toMatchObject({
      exitCode: 130,
      signal: null,
      stdout: 'ready\ncleaned\n',
      succeeded: false,
    });
  });

  test('cancels at a time, and reports the signal that ended the process', async () => {
    const result = await run('setInterval(() => {}, 99)', { signalAfter: 150 });
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGINT', timedOut: false });
  });

  test('kills at the timeout, with everything the step left running', async () => {
    const result = await run(
      "import { spawn } from 'node:child_process'; spawn('sleep', ['30'], { stdio: 'inherit' }); process.on('SIGINT', () => {});",
      { timeoutMs: 300 },
    );
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: true });
    expect(result.wallMs).toBeLessThan(2_000);
  });

  test('kills when its signal aborts, with everything the step left running', async () => {
    const result = await run(
      "import { spawn } from 'node:child_process'; spawn('sleep', ['30'], { stdio: 'inherit' }); process.on('SIGINT', () => {});",
      { signal: AbortSignal.timeout(300) },
    );
    expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: false, succeeded: false });
    expect(result.wallMs).toBeLessThan(2_000);
    const late = await run('setInterval(() => {}, 99)', { signal: AbortSignal.abort() });
    expect(late).toMatchObject({ signal: 'SIGKILL' });
  });

  test('does not wait for what a finished step left running', async () => {
    const code =
      "import { spawn } from 'node:child_process'; spawn('sleep', ['30'], { stdio: 'inherit' }).unref();";
    const result = await run(code);
    expect(result).toMatchObject({ exitCode: 0, timedOut: false });
    expect(result.wallMs).toBeLessThan(2_000);
  });
});

describe('the command line', () => {
  test('gets its arguments, input and environment, and is no terminal', async () => {
    const script = write(
      'cli.mjs',
      `let input = ''; for await (const part of process.stdin) input += part;
       console.log(JSON.stringify({ args: process.argv.slice(2), input, tty: [process.stdin.isTTY ?? false, process.stdout.isTTY ?? false],
         env: process.env })); console.error('done'); process.exit(3);`,
    );
    const result = await runCli(['a b', '--model', 'x'], {
      script,
      input: 'from stdin',
      env: { OPENAI_API_KEY: 'sk' },
    });
    expect(result).toMatchObject({ exitCode: 3, stderr: 'done\n', signal: null, timedOut: false });
    const seen = JSON.parse(result.stdout) as { env: Record<string, string> };
    expect(seen).toMatchObject({ args: ['a b', '--model', 'x'], input: 'from stdin', tty: [false, false] });
    expect(Object.keys(seen.env).sort()).toEqual(['HOME', 'LANG', 'OPENAI_API_KEY', 'PATH']);
  });

  test('reaches a model of this test', async () => {
    const model = await startModel({ answer: appAnswers(ticTacToe) });
    const script = write(
      'ask.mjs',
      `const response = await fetch(process.argv[2] + '/chat/completions', { method: 'POST',
         headers: { authorization: 'Bearer ' + process.env.KEY },
         body: JSON.stringify({ model: 'test-model', messages: [{ role: 'user', content: 'Write \`game.js\`.' }] }) });
       console.log((await response.json()).choices[0].message.content);`,
    );
    const { stdout } = await runCli([model.url], { script, env: { KEY: model.apiKey } });
    await model.close();
    expect(stdout).toBe(`${ticTacToe.files['game.js']}\n`);
  });
});
