import { afterEach, describe, expect, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { createSecrets } from '../../src/github/api/secrets.js';
import { type Entry, readTree } from '../../src/github/branch/place.js';
import { isNew, readExisting } from '../../src/github/repository/existing.js';
import { type GitHub as Emulated, startGitHub } from '../support/github/index.js';

const KEY = 'sk-proj-4f9aK2mQ8xVt7LrWp3ZdY6nBhJ1cGsE0';

let emulated: Emulated | undefined;

afterEach(async () => {
  expect(emulated?.violations()).toEqual([]);
  await emulated?.close();
});

type Options = {
  readonly folder?: string;
  readonly prompt?: string;
  /** Path → mode, as git has it, of what is no file. */
  readonly modes?: Readonly<Record<string, string>>;
};

/** Reads a repository of these files. */
async function read(
  contents: Record<string, string>,
  { folder = '.', prompt = '', modes = {} }: Options = {},
) {
  const github = await startGitHub({ files: contents });
  emulated = github;
  const { token, repository, url: apiUrl } = github;
  const { redact } = createSecrets([token]);
  const client = createGitHub({ token, repository, apiUrl, sleep: async () => {}, now: Date.now, redact });
  const head = await github.head('main');
  const { files } = await readTree(client, head?.tree ?? '');
  const changed = new Map(
    [...files].map(([path, file]): [string, Entry] => [path, { ...file, mode: modes[path] ?? file.mode }]),
  );
  github.clearRequests();
  const found = await readExisting(client, { files: changed, base: changed, folder, prompt, redact });
  return { ...found, shown: found.existing?.shown, blobs: () => blobsOf(github) };
}

function blobsOf(github: Emulated): number {
  return github.requests().filter(({ path }) => path.includes('/git/blobs/')).length;
}

const pathsOf = (sources: readonly { path: string }[] | undefined) => sources?.map(({ path }) => path);

const APP = { 'package.json': '{ "name": "poll" }\n', 'src/index.ts': 'export const a = 1;\n' };

describe('a repository that has', () => {
  test.each<[string, Record<string, string>]>([
    ['a README of one line', { 'README.md': '# app\n' }],
    [
      'what GitHub offers at the beginning',
      { 'README.md': '# app\nA poll\n', LICENSE: 'x'.repeat(10_000), '.gitignore': 'node_modules\n' },
    ],
    ['the workflow of smol', { '.github/workflows/smol.yml': 'on: issues\n', 'README.md': '# app\n' }],
    ['house rules', { 'AGENTS.md': 'Tabs.\n', '.github/smol.md': 'No frameworks.\n' }],
  ])('%s is new', async (_, files) => {
    const { existing } = await read(files);
    expect(existing).toBeNull();
  });

  test.each<[string, Record<string, string>]>([
    ['one file of code', { 'README.md': '# app\n', 'index.html': '<p>hi</p>\n' }],
    ['a README that says something', { 'README.md': `# app\n${'It polls. '.repeat(60)}\n` }],
    ['a README in a folder', { 'docs/README.md': '# docs\n' }],
  ])('%s is not', async (_, files) => {
    const { existing } = await read(files);
    expect([...(existing?.paths ?? [])].sort()).toEqual(Object.keys(files).sort());
  });

  test('nothing of the app in its folder is new there', async () => {
    const { existing, houseRules } = await read({ ...APP, 'AGENTS.md': 'Tabs.' }, { folder: 'apps/poll' });
    expect(existing).toBeNull();
    expect(pathsOf(houseRules)).toEqual(['AGENTS.md']);
  });

  test('no file at all is new', () => {
    expect(isNew(new Map())).toBe(true);
  });
});

describe('what a planner is shown', () => {
  test('README, manifests, then code: what the request names, where it begins, short files, tests', async () => {
    const { shown } = await read(
      {
        ...APP,
        'README.md': '# Poll\n',
        'tsconfig.json': '{}\n',
        'packages/a/package.json': '{}\n',
        'src/long.ts': `${'// long\n'.repeat(100)}`,
        'src/short.ts': '// short\n',
        'src/short.test.ts': '//\n',
        'src/pages/home.vue': '<template />\n'.repeat(200),
        'src/style/theme.css': 'body {}\n'.repeat(300),
        'docs/words.md': 'words\n',
      },
      { prompt: 'Change ./src/style/theme.css, and the title in `home.vue`.' },
    );
    expect(pathsOf(shown?.sources)).toEqual([
      'README.md',
      'package.json',
      'tsconfig.json',
      'packages/a/package.json',
      'src/style/theme.css',
      'src/pages/home.vue',
      'src/index.ts',
      'src/short.ts',
      'src/long.ts',
      'src/short.test.ts',
    ]);
    expect(shown?.sources[1]?.content).toBe(APP['package.json']);
    expect(shown?.morePaths).toBe(0);
  });

  test('nothing generated, fetched, linked or binary, and no place for secrets', async () => {
    const { shown, existing } = await read(
      {
        ...APP,
        'node_modules/x/index.js': '1',
        'package-lock.json': '{}',
        'dist/app.js': '1',
        'logo.png': 'PNG',
        'src/app.min.js': '1',
        'src/link.ts': '/etc/passwd',
        'src/sub.ts': '1',
        '.env': 'DATABASE=postgres://me:hunter2@db\n',
        '.npmrc': 'registry=x\n',
        'src/notes.html': 'a\0b',
      },
      {
        prompt: 'look at .env, .npmrc and logo.png',
        modes: { 'src/link.ts': '120000', 'src/sub.ts': '160000' },
      },
    );
    expect(pathsOf(shown?.sources)).toEqual(['package.json', 'src/index.ts']);
    expect(shown?.paths).toEqual(
      [
        '.env',
        '.npmrc',
        'package.json',
        'src/index.ts',
        'src/link.ts',
        'src/notes.html',
        'src/sub.ts',
      ].sort(),
    );
    expect(shown?.morePaths).toBe(5);
    expect(existing?.paths.has('dist/app.js')).toBe(true);
    const unread = ['.env', '.npmrc', 'src/link.ts', 'src/sub.ts', 'src/notes.html', 'nowhere.ts'];
    for (const path of unread) expect(await existing?.read(path)).toBeNull();
  });

  test('so much of long files, cut at a line; a file that is named is cut, another is left out', async () => {
    const long = 'export const line = 1;\n'.repeat(2_000);
    const { shown } = await read(
      {
        'README.md': 'word word\n'.repeat(2_000),
        'package.json': `{\n${'"a": 1,\n'.repeat(1_000)}}`,
        'src/big.ts': long,
        'src/big2.ts': long,
        'src/small.ts': '1\n',
      },
      { prompt: 'Split src/big.ts' },
    );
    const sources = new Map(shown?.sources.map(({ path, content }) => [path, content]));
    expect([...sources.keys()]).toEqual(['README.md', 'package.json', 'src/big.ts', 'src/small.ts']);
    expect(sources.get('README.md')).toMatch(/word word\n… \(cut here: \d+ more characters\)$/);
    expect(sources.get('README.md')?.length).toBeLessThan(8_100);
    expect(sources.get('package.json')?.length).toBeLessThan(4_100);
    expect(sources.get('src/big.ts')?.length).toBeLessThan(20_100);
  });

  test('S61 of a large repository at most 45 requests, 60,000 characters of code and 400 lines of paths', async () => {
    const files: Record<string, string> = { 'README.md': '# App\n'.repeat(200), 'AGENTS.md': 'Tabs.\n' };
    for (let at = 0; at < 300; at += 1)
      files[`src/part${at % 7}/f${at}.ts`] = 'const a = 1;\n'.repeat(300 + at);
    for (let at = 0; at < 300; at += 1) files[`packages/p${at}/package.json`] = '{}\n';
    const { shown, blobs } = await read(files, { prompt: 'src/part1/f1.ts' });
    expect(blobs()).toBeLessThanOrEqual(45);
    const code = (shown?.sources ?? []).filter(({ path }) => path.endsWith('.ts'));
    expect(code.length).toBeLessThanOrEqual(30);
    expect(code.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThanOrEqual(60_000);
    expect(shown?.paths.length).toBeLessThanOrEqual(400);
  });

  test('S15 S47 no secret that somebody left in it', async () => {
    const { shown, existing, houseRules } = await read({
      ...APP,
      'src/index.ts': `const key = '${KEY}';\n`,
      'AGENTS.md': `Use ${KEY} for tests.\n`,
      'README.md': `The key: ${KEY}\n${'words '.repeat(100)}`,
    });
    expect(JSON.stringify([shown, houseRules])).not.toContain(KEY);
    expect(shown?.sources.find(({ path }) => path === 'src/index.ts')?.content).toContain('[redacted]');
    // An edit of what was shown would not fit what is there.
    expect(await existing?.read('src/index.ts')).toBeNull();
  });

  test('S36 of an app in a folder, only what is in there, by the paths of the app', async () => {
    const { shown, existing } = await read(
      {
        'README.md': '# All\n',
        'src/other.ts': '1\n',
        'apps/poll/README.md': '# Poll\n',
        'apps/poll/src/a.ts': '2\n',
      },
      { folder: 'apps/poll', prompt: 'src/other.ts' },
    );
    expect(shown?.paths).toEqual(['README.md', 'src/a.ts']);
    expect(shown?.sources).toEqual([
      { path: 'README.md', content: '# Poll\n' },
      { path: 'src/a.ts', content: '2\n' },
    ]);
    expect(await existing?.read('src/a.ts')).toBe('2\n');
    expect(await existing?.read('../../src/other.ts')).toBeNull();
    expect(await existing?.read('src/other.ts')).toBeNull();
  });
});

describe('a file that is read', () => {
  test('comes byte for byte, once a file however often it is asked for', async () => {
    const odd = '\uFEFFa\r\nb\r  \nü漢🚀';
    const { existing, blobs } = await read({ ...APP, 'docs/odd.md': odd, 'docs/empty.md': '' });
    const before = blobs();
    const texts = await Promise.all(['docs/odd.md', 'docs/odd.md'].map((path) => existing?.read(path)));
    expect(texts).toEqual([odd, odd]);
    expect(await existing?.read('docs/odd.md')).toBe(odd);
    expect(blobs()).toBe(before + 1);
    expect(await existing?.read('src/index.ts')).toBe(APP['src/index.ts']);
    expect(blobs()).toBe(before + 1);
    expect(await existing?.read('docs/empty.md')).toBe('');
  });

  test('is none when it is larger than an answer of a model', async () => {
    const { existing, blobs } = await read({ ...APP, 'data.json': 'x'.repeat(300_001) });
    const before = blobs();
    expect(await existing?.read('data.json')).toBeNull();
    expect(blobs()).toBe(before);
  });

  test('may be a workflow, which a person is shown when it changes', async () => {
    const { existing } = await read({ ...APP, '.github/workflows/ci.yml': 'on: push\n' });
    expect(await existing?.read('.github/workflows/ci.yml')).toBe('on: push\n');
  });
});
