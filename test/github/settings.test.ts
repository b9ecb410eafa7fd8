import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_NAMES, OUTPUT_NAMES, readSettings, type Settings } from '../../src/github/asked/settings.js';
import { isBranchName } from '../../src/github/branch/ref-name.js';

const NEEDED = { token: 'ghs_1', 'api-key': 'sk-1' };

function settings(inputs: Record<string, string> = {}): Settings {
  const read = readSettings({ ...NEEDED, ...inputs });
  if (read.kind !== 'settings') throw new Error(read.problems.map((problem) => problem.what).join(' '));
  return read.settings;
}

function problems(inputs: Record<string, string>) {
  const read = readSettings(inputs);
  return read.kind === 'invalid' ? read.problems : [];
}

function sentences(inputs: Record<string, string>): string {
  return problems(inputs)
    .map(({ what, next, snippet }) => `${what} ${next} ${snippet?.text ?? ''}`)
    .join('\n');
}

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));

describe('action.yml', () => {
  test('has the inputs that are read, and no other', () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUT_NAMES].sort());
  });

  test('has the outputs that are written, and no other', () => {
    expect(Object.keys(action.outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
  });

  test('runs the built files on Node 24, the second one only after a run that may have been killed', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/post.js',
      'post-if': 'failure() || cancelled()',
    });
  });

  test('describes each input and output', () => {
    for (const { description } of [
      ...Object.values<{ description: string }>(action.inputs),
      ...Object.values<{ description: string }>(action.outputs),
    ]) {
      expect(description).toMatch(/^.{15,200}\.$/);
    }
  });

  test('its defaults are those of the settings', () => {
    const defaults = Object.entries<{ default?: string }>(action.inputs).flatMap(([name, input]) =>
      input.default === undefined || name === 'token' ? [] : [[name, input.default]],
    );
    expect(defaults.length).toBeGreaterThan(5);
    expect(settings(Object.fromEntries(defaults))).toEqual(settings());
  });
});

describe('what is read', () => {
  test('a key and a token are enough', () => {
    expect(settings()).toEqual({
      token: 'ghs_1',
      apiKey: 'sk-1',
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-6-sol',
      planModel: 'gpt-6-sol',
      effort: null,
      temperature: null,
      maxOutputTokens: null,
      prompt: null,
      issueNumber: null,
      instructions: null,
      approval: 'none',
      label: 'smol',
      allowBots: [],
      protectedPaths: [],
      maxFiles: 100,
      maxCostUsd: null,
      maxTotalTokens: null,
      concurrency: 64,
      timeoutMs: 1_200_000,
      idleTimeoutMs: 120_000,
      base: null,
      branch: null,
      outputDir: '.',
      draft: 'auto',
      labels: [],
      assignees: [],
      reviewers: [],
      dryRun: false,
    });
  });

  test.each<[string, string, Partial<Settings>]>([
    [
      'base-url',
      ' https://eu.api.openai.com/v1/ ',
      { baseUrl: 'https://eu.api.openai.com/v1', model: 'gpt-6-sol' },
    ],
    ['model', 'gpt-x', { model: 'gpt-x', planModel: 'gpt-x' }],
    ['plan-model', 'gpt-y', { model: 'gpt-6-sol', planModel: 'gpt-y' }],
    ['effort', 'xhigh', { effort: 'xhigh' }],
    ['temperature', '0', { temperature: 0 }],
    ['temperature', '.5', { temperature: 0.5 }],
    ['max-output-tokens', '1', { maxOutputTokens: 1 }],
    ['prompt', '  a\n  b ', { prompt: 'a\n  b' }],
    ['issue-number', '#12', { issueNumber: 12 }],
    ['label', 'Build it: 🤖', { label: 'Build it: 🤖' }],
    [
      'allow-bots',
      'renovate[bot], dependabot[bot]\n renovate[bot]',
      { allowBots: ['renovate[bot]', 'dependabot[bot]'] },
    ],
    [
      'protected-paths',
      '*.{lock,toml}\ndeploy/**, infra/**',
      { protectedPaths: ['*.{lock,toml}', 'deploy/**', 'infra/**'] },
    ],
    ['max-files', '1000', { maxFiles: 1000 }],
    ['max-cost-usd', '2.50', { maxCostUsd: 2.5 }],
    ['timeout-minutes', '360', { timeoutMs: 21_600_000 }],
    ['idle-timeout', '1', { idleTimeoutMs: 1000 }],
    ['base', 'release/1.x', { base: 'release/1.x' }],
    ['branch', 'apps/{number}-{slug}', { branch: 'apps/{number}-{slug}' }],
    ['approval', 'plan', { approval: 'plan' }],
    ['approval', 'none', { approval: 'none' }],
    ['output-dir', '.', { outputDir: '.' }],
    ['output-dir', './', { outputDir: '.' }],
    ['output-dir', './apps/poll/', { outputDir: 'apps/poll' }],
    ['output-dir', 'apps/e\u0301t\u00e9', { outputDir: 'apps/\u00e9t\u00e9' }],
    ['output-dir', 'My Apps/v1.2', { outputDir: 'My Apps/v1.2' }],
    ['draft', 'True', { draft: true }],
    ['draft', 'FALSE', { draft: false }],
    ['labels', 'one two, three', { labels: ['one two', 'three'] }],
    ['assignees', 'octocat\nmona_corp', { assignees: ['octocat', 'mona_corp'] }],
    ['dry-run', 'TRUE', { dryRun: true }],
  ])('%s: %j', (name, value, expected) => {
    expect(settings({ [name]: value })).toMatchObject(expected);
  });

  test.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:1/v1',
    'http://[::1]/v1',
    'https://ollama.internal/v1',
  ])('%s may lack a key', (url) => {
    expect(readSettings({ token: 't', 'base-url': url, model: 'm' })).toMatchObject({
      settings: { apiKey: null, baseUrl: url },
    });
  });

  test('an idle timeout that is never reached is a warning', () => {
    expect(readSettings({ ...NEEDED, 'idle-timeout': '700', 'timeout-minutes': '10' })).toMatchObject({
      kind: 'settings',
      warnings: [expect.stringContaining('idle-timeout')],
    });
    expect(readSettings(NEEDED)).toMatchObject({ warnings: [] });
  });
});

describe('what is refused', () => {
  test.each([
    ['effort', 'maximum'],
    ['effort', 'High'],
    ['temperature', '2.1'],
    ['temperature', '-1'],
    ['temperature', '1e0'],
    ['temperature', 'NaN'],
    ['max-output-tokens', '0'],
    ['max-output-tokens', '1.5'],
    ['issue-number', '0'],
    ['issue-number', 'twelve'],
    ['label', 'a\nb'],
    ['label', 'x'.repeat(51)],
    ['allow-bots', '*'],
    ['allow-bots', '*[bot]'],
    ['protected-paths', '/etc/**'],
    ['protected-paths', '!a'],
    ['protected-paths', 'a/../b'],
    ['protected-paths', 'a[b'],
    ['protected-paths', 'a\\b'],
    ['max-files', '1001'],
    ['max-files', '-1'],
    ['max-files', '0x10'],
    ['max-cost-usd', '0'],
    ['max-cost-usd', '$5'],
    ['max-total-tokens', '0'],
    ['concurrency', '0'],
    ['timeout-minutes', '361'],
    ['timeout-minutes', '0'],
    ['idle-timeout', '0'],
    ['base', 'refs/heads/main'],
    ['base', 'a..b'],
    ['base', '-x'],
    ['branch', 'smol'],
    ['branch', 'smol/{slug}'],
    ['branch', '{issue}-{number}'],
    ['branch', '{number}.lock'],
    ['branch', 'a b/{run}'],
    ['branch', '{number'],
    ['branch', `${'x'.repeat(240)}{number}`],
    ['approval', 'files'],
    ['approval', 'Plan'],
    ['draft', 'yes'],
    ['dry-run', '1'],
    ['dry-run', 'tRUE'],
    ['assignees', '@octocat'],
    ['assignees', 'a,b,c,d,e,f,g,h,i,j,k'],
    ['reviewers', 'org/team'],
    ['model', 'two words'],
  ])('%s: %j', (name, value) => {
    const found = problems({ ...NEEDED, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain(`\`${name}\``);
    expect(found[0]?.what).toContain(value.slice(0, 5).replace(/\n/g, ' '));
  });

  test.each([
    '/',
    '/srv/app',
    '..',
    'apps/../../etc',
    './../x',
    'apps//poll',
    '~/apps',
    'C:/apps',
    'apps\\poll',
    '.git',
    'apps/.GIT/hooks',
    '.github',
    '.github/workflows',
    'apps/.github',
    '.husky',
    '.vscode/../.github',
    'node_modules/x',
    'a\u202eb',
    'a\nb',
    'nul',
    '$(id)',
    '--help',
    'a '.repeat(600),
  ])('S36 S37 output-dir: %j', (folder) => {
    const found = problems({ ...NEEDED, 'output-dir': folder });
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain('`output-dir`');
  });

  test.each([
    'http://api.example/v1',
    'ftp://localhost/v1',
    'api.openai.com',
    'https://user:sk-canary@a.example/v1',
    'https://a.example/v1?key=sk-canary',
    'https://a.example/v1#sk-canary',
    'file:///etc/passwd',
    'http://127.0.0.1.nip.io/v1',
  ])('base-url: %s, and nothing of a key in it is shown', (url) => {
    const found = sentences({ ...NEEDED, model: 'm', 'base-url': url });
    expect(found).toContain('base-url');
    expect(found.split('\n')).toHaveLength(1);
    expect(found).not.toContain('canary');
  });

  test.each(['token', 'api-key'])('%s with a line break, which is not shown', (name) => {
    const found = sentences({ ...NEEDED, [name]: 'canary-1\ncanary-2' });
    expect(found).toContain(`\`${name}\``);
    expect(found).not.toContain('canary');
  });

  test('a missing key, with the lines that pass one', () => {
    expect(problems({ token: 't' })).toMatchObject([
      { what: expect.stringContaining('api-key'), snippet: { language: 'yaml' } },
    ]);
    expect(sentences({ token: 't', 'base-url': 'https://a.example/v1', model: 'm' })).toContain('secrets.');
  });

  test('a missing model at another endpoint than OpenAI', () => {
    expect(sentences({ ...NEEDED, 'base-url': 'https://a.example/v1' })).toContain('`model` is missing');
  });

  test('a missing token', () => {
    expect(sentences({ 'api-key': 'k', token: ' ' })).toContain('`token` is missing');
  });

  test.each([
    ['api_key', '`api-key`'],
    ['modle', '`model`'],
    ['max-cost', 'Take it out'],
    ['output-folder', '`output-dir`'],
    ['approve-by', 'Take it out'],
    ['labell', '`label`'],
  ])('an input nobody knows: %s', (name, advice) => {
    expect(sentences({ ...NEEDED, [name]: 'x' })).toMatch(
      new RegExp(`no input \`${name}\`[\\s\\S]*${advice}`),
    );
  });

  test('every problem at once', () => {
    expect(problems({ 'max-files': 'x', draft: 'y', nonsense: 'z' }).length).toBe(5);
  });

  test('a long value is cut', () => {
    expect(sentences({ ...NEEDED, effort: 'x'.repeat(5000) }).length).toBeLessThan(400);
  });

  test('no text is too odd to be read or refused', () => {
    const inputs = fc.dictionary(
      fc.oneof(fc.constantFrom(...INPUT_NAMES), fc.string()),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(inputs, (given) => {
        expect(['settings', 'invalid']).toContain(readSettings(given).kind);
      }),
    );
  });
});

describe('names of branches', () => {
  test.each(['main', 'smol/issue-1', 'release/1.x', 'a#b', 'ü', 'a@b', 'a.b', `${'x'.repeat(200)}`])(
    '%s is one',
    (name) => {
      expect(isBranchName(name)).toBe(true);
    },
  );

  test.each([
    '',
    '@',
    'HEAD',
    'a..b',
    'a.lock',
    'a.lock/b',
    'a/.b',
    'a b',
    'a~b',
    'a^b',
    'a:b',
    'a?b',
    'a*b',
    'a[b',
    'a\\b',
    'a@{b',
    'a//b',
    'a/',
    '/a',
    'a.',
    '-a',
    'a\tb',
    'a\u007fb',
    'refs/heads/a',
    '0123456789abcdef0123456789abcdef01234567',
    'x'.repeat(245),
    'a\ud800',
  ])('%j is none', (name) => {
    expect(isBranchName(name)).toBe(false);
  });

  test('git takes each name that we take', () => {
    const name = fc.array(
      fc.constantFrom(
        'a',
        'B',
        '1',
        '.',
        '..',
        '/',
        '-',
        '@',
        '{',
        '}',
        'lock',
        '.lock',
        '~',
        ' ',
        '\\',
        ':',
        '#',
        'é',
        '\u0001',
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(name, (parts) => {
        const branch = parts.join('');
        if (!isBranchName(branch)) return;
        expect(() =>
          execFileSync('git', ['check-ref-format', '--branch', branch], { stdio: 'pipe' }),
        ).not.toThrow();
      }),
    );
  });
});
