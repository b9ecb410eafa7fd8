import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.js';
import { promisedNames } from '../../src/check/plan/contract.js';
import { readFileList } from '../../src/smol/file-list.js';
import { isIcon } from '../../src/smol/icon-path.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { findings, planOf, said } from './plans.js';

describe('a file of the list that is missing', () => {
  test('is an error at its path, with what the plan says of it', async () => {
    const plan = planOf('', ['a.js', 'b.js']);
    expect(await findings('plan', { 'a.js': '' }, plan)).toEqual([
      {
        rule: 'plan',
        severity: 'error',
        path: 'b.js',
        line: null,
        message: 'The plan lists this file, and it is missing.',
        offers: 'The plan says of `b.js`: what b.js is for',
      },
    ]);
  });

  test('is said to be there in another case', async () => {
    expect(await said('plan', { 'src/app.js': '' }, planOf('', ['src/App.js']))).toEqual([
      'error src/App.js The plan lists this file, and it is missing: there is `src/app.js`.',
    ]);
  });

  test('is a note where no model writes such files', async () => {
    expect(await said('plan', {}, planOf('', ['icon.png']))).toEqual([
      'note icon.png The plan lists this file, and it is missing.',
    ]);
  });

  test('is none where it is set aside, or there without its text', async () => {
    expect(await said('plan', {}, planOf('', [], ['.github/workflows/ci.yml']))).toEqual([]);
    const files = new Map<string, string>();
    const checked = await check({ files, others: new Set(['a.js']), plan: planOf('', ['a.js']) });
    expect(checked.findings).toEqual([]);
  });
});

const FILES = [
  'index.html',
  'css/main.css',
  'src/store.js',
  'src/app.js',
  'app/money.py',
  'cli.js',
  'README.md',
];
const WHOLE = Object.fromEntries(FILES.map((path) => [path, '\n']));

/** What is said of one file, the others being there. */
const of = (contract: string, path: string, text: string) =>
  said('plan', { ...WHOLE, [path]: text }, planOf(contract, FILES));

describe('a name that the contract gives a file and that does not stand there', () => {
  test.each([
    [
      '- **`src/store.js`**: `loadBoard(id)` → Board.',
      'src/store.js',
      'export const loadBoards = 1;',
      'warning src/store.js:1 The plan says `loadBoard(id)`, this file has `loadBoards`.',
    ],
    [
      '- `store.js`: `createStore()`; `save_all(a)`.',
      'src/store.js',
      'let createStore;\nlet saveAll;',
      'warning src/store.js:2 The plan says `save_all(a)`, this file has `saveAll`.',
    ],
    [
      '### `src/store.js`\n- `load()` → list\n- `LIMITS = { a: 1 }`',
      'src/store.js',
      'load',
      'warning src/store.js The plan says `LIMITS = { a: 1 }`, which does not stand in this file.',
    ],
    [
      '**`app.money`**\n- `parse_cents(text) -> int`',
      'app/money.py',
      'def parse(text): return 1',
      'warning app/money.py The plan says `parse_cents(text) -> int`, which does not stand in this file.',
    ],
    [
      '- money: `parse_cents(text) -> int`',
      'app/money.py',
      'def parse(text): return 1',
      'warning app/money.py The plan says `parse_cents(text) -> int`, which does not stand in this file.',
    ],
    [
      '- Static DOM, by `index.html`: `#board`, `form#add-card.card`.',
      'index.html',
      '<p id="board" class="card"><i id="addCard2">',
      'warning index.html The plan says `#add-card`, which does not stand in this file.',
    ],
    [
      '- `index.html`: `main#board` holds `#undo-button`, `p[data-kind]`.',
      'index.html',
      '<main id="board"><p data-kind><b id="undo-buttons">',
      'warning index.html:1 The plan says `#undo-button`, this file has `undo-buttons`.',
    ],
    [
      '- Classes in `css/main.css`: `.page .card .field`.',
      'css/main.css',
      '.page{}\n.cards{}\n.field{}',
      'warning css/main.css:2 The plan says `.card`, this file has `cards`.',
    ],
    [
      '- `cli.js`: `--dry-run`, `--out FOLDER`.',
      'cli.js',
      'const a = { dryRun: 1 };',
      'warning cli.js The plan says `--out FOLDER`, which does not stand in this file.',
    ],
    [
      '- **Environment** (`src/app.js`): `PORT` (3000), `DATA_FILE`.',
      'src/app.js',
      'env.PORT; env.DATAFILE',
      'warning src/app.js:1 The plan says `DATA_FILE`, this file has `DATAFILE`.',
    ],
    [
      'Routes, by `src/app.js`:\n\n| route | answer |\n|---|---|\n| `GET /api/polls/:id` | 200 |',
      'src/app.js',
      "get('/api/poll/:id')",
      'warning src/app.js The plan says `GET /api/polls/:id`, which does not stand in this file.',
    ],
  ])('%s', async (contract, path, text, sentence) => {
    expect(await of(contract, path, text)).toEqual([sentence]);
  });

  test('is an error where another file takes it from there', async () => {
    const plan = planOf('- `src/store.js`: `createStore()`.', ['src/store.js', 'src/app.js']);
    const files = {
      'src/store.js': 'export function makeStore() {}',
      'src/app.js': "import { createStore } from './store.js';",
    };
    expect(await said('plan', files, plan)).toEqual([
      'error src/store.js The plan says `createStore()`, which does not stand in this file, and `src/app.js` uses it.',
    ]);
    const handedOn = { ...files, 'src/store.js': "export * from './redux.js';" };
    expect((await said('plan', handedOn, plan))[0]).toMatch(/^warning/);
  });

  test('is an error where a module of Python takes it from there', async () => {
    const plan = planOf('- `app/money.py`: `parse_cents(text)`.', ['app/money.py', 'app/cli.py']);
    const files = {
      'app/money.py': 'def parse_cent(text):\n    return 1\n',
      'app/cli.py': 'from .money import (\n    parse_cents,\n)\n',
    };
    expect(await said('plan', files, plan)).toEqual([
      'error app/money.py:1 The plan says `parse_cents(text)`, this file has `parse_cent`, and `app/cli.py` uses it.',
    ]);
  });
});

describe('what is no promise of a file', () => {
  test.each([
    ['what a function calls', '- `src/store.js`: `load()` calls `readFile()`, then `parseAll()`.', 'load'],
    [
      'what it is given',
      '- `src/store.js`: `subscribe(listener)`; `listener()` runs after each change.',
      'subscribe',
    ],
    [
      'prose and values',
      '- `src/store.js`: `true`, `null`, `npm test`, `1.2.3`, `text/html`, `<main>`, `"draft"`, `[]`.',
      '',
    ],
    ['types', '- `src/store.js`: `Card`, `Card[]`, `{ id: string }`, `Map<string, Card>`.', ''],
    ['what is denied', '- `src/store.js`. No `saveNow()`; never `window.App`.', ''],
    ['what is said in brackets', '- `src/store.js`: `load()` (with `readFile()`, `parseAll()`).', 'load'],
    ['what another file has', 'Both use `readConfig()` of the library.', ''],
    ['what nobody is said to have', '- `createStore()` → Store', ''],
    [
      'what the platform has',
      '- `src/store.js`: `localStorage.getItem()`, `JSON.parse(text)`, `fetch(url)`.',
      '',
    ],
    ['what stands in a fence', '- `src/store.js`:\n```js\n`load()`\n```', ''],
    ['what a file does with it', 'What `src/store.js` calls: `loadAll()`.', ''],
    [
      'an id in another spelling',
      '- `src/store.js`: `data-card-id`, `.is-open`, `--dry-run`.',
      'dataset.cardId; isOpen; dry_run',
    ],
    ['a class that is put together', '- `src/store.js`: `.badge-draft`.', 'a = `badge-$' + '{state}`'],
    ['a family of classes', '- `src/store.js`: `.badge-STATE`, `.label-…`.', ''],
    [
      'a route that is put together',
      '- `src/store.js`: `GET /api/cards/:id`.',
      "api = '/api'; on(`$" + '{api}/cards`)',
    ],
  ])('%s', async (_, contract, text) => {
    expect(await of(contract, 'src/store.js', text)).toEqual([]);
  });

  test('of a file that cannot be read, or is for people', async () => {
    expect(await of('- `src/store.js`: `load()`.', 'src/store.js', 'const = ')).toEqual([]);
    expect(await of('- `README.md`: `load()`.', 'README.md', '')).toEqual([]);
  });
});

const RECORDINGS = fileURLToPath(new URL('../../demo/recordings/', import.meta.url));

describe.each(readdirSync(RECORDINGS))('the recorded app %s', (app) => {
  const text = readFileSync(join(RECORDINGS, app, 'plan.md'), 'utf8');
  const list = readFileList(text);
  const entries = list.kind === 'list' ? list.entries : [];
  const plan = { text, files: entries.map((entry) => ({ ...entry, setAside: null })) };
  const root = join(RECORDINGS, app, 'files');
  const files = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );

  test('keeps what its plan promised', async () => {
    // Icons are no text, and are drawn.
    const others = new Set(entries.map(({ path }) => path).filter(isIcon));
    const { findings, looked } = await check({ files, plan, others });
    expect(findings.filter(({ rule }) => rule === 'plan' || rule === 'unfinished')).toEqual([]);
    expect(looked.get('plan')).toBe(entries.length);
  });

  test('is found out where a promised function is called otherwise', async () => {
    for (const { path, name, kind } of promisedNames(plan)) {
      if (kind !== 'function') continue;
      const before = files.get(path) ?? '';
      const changed = new Map(files).set(
        path,
        before.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}Renamed`),
      );
      const { findings } = await check({ files: changed, plan });
      expect(findings.map((finding) => `${finding.path} ${finding.message}`).join('\n')).toContain(
        `${path} The plan says`,
      );
    }
  });
});

test('no plan breaks the reading of it', async () => {
  const part = fc.constantFrom(
    '`src/store.js`',
    '`load()`',
    '**',
    '- ',
    '### ',
    '\n',
    ': ',
    ', ',
    '(',
    ')',
    '```',
    '`',
    '| ',
    '`#id.a[data-x]`',
    '→',
    '`constructor()`',
    '`__proto__`',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), async (parts) => {
      await check({
        files: new Map([['src/store.js', '']]),
        plan: planOf(parts.join(''), ['src/store.js', '__proto__']),
      });
    }),
  );
});

test.each([
  ['backticks', '`'.repeat(300_000)],
  ['names', '- `src/store.js`: '.concat('`load()`, '.repeat(30_000))],
  ['brackets', `- \`src/store.js\`: ${'`a('.repeat(100_000)}`],
  ['lines', '- `src/store.js`: `loadEverything()`\n'.repeat(20_000)],
  [
    'different names',
    Array.from(
      { length: 1_000 },
      (_, at) => `- \`src/store.js\`: \`loadBoard${at}()\`, \`.a-b-${at}\`.\n`,
    ).join(''),
  ],
])('a plan of many %s is read at once', async (_, contract) => {
  const plan = planOf(contract, ['src/store.js']);
  const code = Array.from({ length: 2_000 }, (_, at) => `lodaBoard${at}('a-' + ${at});`).join('\n');
  const time = await cpuTimeOf(async () => {
    await said('plan', { 'src/store.js': 'x '.repeat(100_000) }, plan);
    await said('plan', { 'src/store.js': code }, plan);
  });
  expect(time).toBeLessThan(3_000);
});
