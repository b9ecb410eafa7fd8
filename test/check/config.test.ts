import { describe, expect, test } from 'vitest';
import { toldIn } from './apps.js';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const workflow = (steps: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;

describe('paths in configuration that lead nowhere', () => {
  test.each([
    [
      'package.json',
      json({ bin: { a: 'cli.js' } }),
      'error package.json:3 `package.json` names `cli.js` as a command',
    ],
    [
      'package.json',
      json({ main: 'a.js' }),
      'warning package.json:2 `package.json` names `a.js` as its `main`',
    ],
    [
      'package.json',
      json({ private: true, scripts: { start: 'PORT=1 node --watch-path src -r x server.js' } }),
      'error package.json:4 `package.json` names `server.js` in its script `start`',
    ],
    [
      'package.json',
      json({ exports: { '.': { import: './a.mjs' } } }),
      'warning package.json:4 `package.json` names `./a.mjs` in its `exports`',
    ],
    [
      'tsconfig.json',
      json({ extends: './base.json' }),
      'warning tsconfig.json:2 `tsconfig.json` names `./base.json`',
    ],
    [
      'Dockerfile',
      'FROM a\nCOPY package.json src/app.js ./\n',
      'error Dockerfile:2 `Dockerfile` copies `package.json`',
    ],
    [
      'docker-compose.yml',
      'services:\n  a:\n    build: ./web\n',
      'error docker-compose.yml:3 `docker-compose.yml` builds `./web`',
    ],
    [
      '.github/workflows/a.yml',
      workflow('      - run: |\n          npm ci\n          node scripts/x.mjs --a\n'),
      'warning .github/workflows/a.yml:8 `.github/workflows/a.yml` runs `scripts/x.mjs`',
    ],
    ['Procfile', 'web: node server.js\n', 'error Procfile:1 `Procfile` runs `server.js`'],
  ])('%s %j', async (path, text, start) => {
    const files = { [path]: text, 'src/app.js': '' };
    const all = await toldIn(files, { rules: ['references'] });
    expect(all.map((each) => each.slice(0, start.length))).toEqual([start]);
  });
});

test('what git leaves out is made where it is needed', async () => {
  const files = {
    Dockerfile: 'FROM node\nCOPY made.json ./\nCOPY other.json ./\n',
    '.gitignore': 'made.json\n',
  };
  expect((await toldIn(files)).map((each) => each.split(' ')[1])).toEqual(['Dockerfile:3']);
});

describe('paths in configuration that are fine', () => {
  test.each([
    ['tsconfig.json', json({ extends: './.nuxt/tsconfig.json', references: [{ path: './.svelte-kit/a' }] })],
    [
      'package.json',
      json({ main: 'dist/a.js', bin: './src/app', types: 'made/a.d.ts', scripts: { build: 'tsc' } }),
    ],
    [
      'package.json',
      json({
        scripts: {
          a: 'cd x && node y.js',
          b: 'node -e "x"',
          c: 'node $X.js',
          d: 'node --test',
          e: 'python -m a',
        },
      }),
    ],
    [
      'package.json',
      json({ exports: { './*': './x/*.js', './package.json': './package.json', './a': null } }),
    ],
    ['tsconfig.json', json({ extends: ['@a/b', '../out/x.json'], include: ['none'] })],
    [
      'Dockerfile',
      'FROM a\nCOPY --from=b /x /y\nCOPY . .\nCOPY src/ *.json $X dist ./\nADD https://a.example/b.txt ./\nCOPY <<E /a\nx\nE\nCOPY ["src/app.js", "./"]\n',
    ],
    [
      'docker-compose.yml',
      'services:\n  a:\n    image: x\n    build: .\n    env_file: .env\n    volumes: ["data:/a", "./src:/b"]\n',
    ],
    [
      '.github/workflows/a.yml',
      workflow('      - uses: actions/checkout@v4\n        with: {path: x}\n      - run: node none.js\n'),
    ],
    ['.github/workflows/a.yml', workflow('      - run: node none.js\n        working-directory: src\n')],
    ['test/fixtures/package.json', json({ main: 'none.js' })],
    ['package.json', '[1]'],
  ])('%s %j', async (path, text) => {
    expect(await toldIn({ [path]: text, 'src/app.js': '' }, { rules: ['references'] })).toEqual([]);
  });
});
