import { describe, expect, test } from 'vitest';
import { readFunction } from '../../src/check/plan/promised-arguments.js';
import { type Files, found, told } from './apps.js';
import { planOf, said } from './plans.js';

test('a member of a shared object that nobody makes is found', async () => {
  const files = { 'a.js': 'var App = { load: function () {} };\n', 'b.js': 'App.loads();\n' };
  expect(told(await found('calls', files))).toEqual([
    'error b.js:1 `b.js` calls `App.loads`, but `App` of `a.js` has `load`. Perhaps `App.load` is meant.',
  ]);
});

test('a call with too few arguments is found', async () => {
  const files = {
    'a.ts': "import { add } from './b.js';\nadd(1);\n",
    'b.ts': 'export function add(a: number, b: number) {\n  return a + b;\n}\n',
  };
  expect(told(await found('calls', files))).toEqual([
    'error a.ts:2 `a.ts` calls `add` of `./b.js` with 1 argument; it takes 2 arguments.'.replace(
      './b.js',
      'b.ts',
    ),
  ]);
});

test('a function is known where it is exported, whatever has its name inside of others', async () => {
  const files = {
    'a.ts': "import { today, week } from './b.js';\ntoday();\nweek(today);\n",
    'b.ts':
      'export function today(zone: string) {\n  return zone;\n}\nexport const week = (today: string) => today;\n',
  };
  expect(told(await found('calls', files))).toEqual([
    'error a.ts:2 `a.ts` calls `today` of `b.ts` with no argument; it takes 1 argument.',
  ]);
  const other = { ...files, 'b.ts': `${files['b.ts']}today = () => '';\n` };
  expect(told(await found('calls', other))).toEqual([]);
});

describe('of a call and a function that do not fit', () => {
  const files = {
    'a.ts': "import { add } from './b.js';\nadd(1, 2);\n",
    'b.ts': '// Adds.\nexport function add(a: number, b: number, c: number) {\n  return a + b + c;\n}\n',
  };
  test.each([
    ['the plan has as it is called, the function is to be mended', '`b.ts`: `add(a, b): number`', 'b.ts:2'],
    ['the plan has as it is made, the call is to be mended', '`b.ts`: `add(a, b, c)`', 'a.ts:2'],
    ['the plan leaves something out, the call is to be mended', '`b.ts`: `add(a, …)`', 'a.ts:2'],
    ['the plan says nothing of, the call is to be mended', 'Adds.', 'a.ts:2'],
    ['the plan gives another file, the call is to be mended', '`c.ts`: `add(a, b)`', 'a.ts:2'],
  ])('what %s', async (_, contract, place) => {
    expect(await said('calls', files, planOf(contract, ['a.ts', 'b.ts', 'c.ts']))).toEqual([
      `error ${place} \`a.ts\` calls \`add\` of \`b.ts\` with 2 arguments; it takes 3 arguments.`,
    ]);
  });

  test('the function is named once, however often it is called', async () => {
    const more = { ...files, 'd.ts': "import { add } from './b.js';\nadd(3, 4);\nadd(4, 5);\n" };
    expect(await said('calls', more, planOf('`b.ts`: `add(a, b)`', Object.keys(more)))).toHaveLength(1);
  });

  test.each<[string, number, number | null]>([
    ['f()', 0, 0],
    ['f(): void', 0, 0],
    ['f(a)', 1, 1],
    ['f(a, b?)', 1, 2],
    ['f(a, b = [1, 2])', 1, 2],
    ['f({ a, b }, (c, d) => e): { g, h }', 2, 2],
    ['f(a: Map<string, number>, b?: string | null)', 1, 2],
    ['f(on: (a?: string) => void, b)', 2, 2],
    ['f(a, ...rest)', 1, null],
    ['def f(a, *args)', 1, null],
  ])('%s is read', (shown, required, most) => {
    expect(readFunction(shown)).toEqual({ shown, required, most });
  });

  test.each(['f(…)', 'f(a, …)', 'f(a, ...)', 'f', 'f(a', 'f('])('%s tells nothing', (shown) => {
    expect(readFunction(shown)).toBeNull();
  });
});

test('a call with too few is an error in JavaScript where a plan asked for both files', async () => {
  const files = {
    'a.js': "import { show } from './b.js';\nshow(1);\n",
    'b.js': 'export function show(board, score) {\n  return board.rows + score.best;\n}\n',
  };
  const sentence = '`a.js` calls `show` of `b.js` with 1 argument; it takes 2 arguments.';
  expect(await said('calls', files)).toEqual([`warning a.js:2 ${sentence}`]);
  expect(await said('calls', files, planOf('', ['a.js']))).toEqual([`warning a.js:2 ${sentence}`]);
  expect(await said('calls', files, planOf('', ['a.js', 'b.js']))).toEqual([`error a.js:2 ${sentence}`]);
  const asCalled = planOf('- `b.js`: `show(board)`', ['a.js', 'b.js']);
  expect(await said('calls', files, asCalled)).toEqual([`error b.js:1 ${sentence}`]);
});

test.each([
  ['src/config.ts', 'error'],
  ['config.ts', 'error'],
  ['vite.config.ts', 'warning'],
  ['scripts/config.ts', 'warning'],
])('a call in %s is an %s: a module of the app may be called config, too', async (path, severity) => {
  const files = {
    [path]: `import { add } from '${path.includes('/') ? '..' : '.'}/b.js';\nadd(1);\n`,
    'b.ts': 'export function add(a: number, b: number) {\n  return a + b;\n}\n',
  };
  expect((await said('calls', files)).map((each) => each.split(' ')[0])).toEqual([severity]);
});

test('what is required has no types: with too few arguments it may work', async () => {
  const files = {
    'a.ts': "const b = require('./b');\nb.add(1);\n",
    'b.ts': 'exports.add = (a: number, b: number) => a + b;\n',
  };
  expect((await said('calls', files)).map((each) => each.split(' ')[0])).toEqual(['warning']);
});

test('an object of the browser has more than tests put in its place', async () => {
  const files = {
    'stubs.js': 'window.chrome = { runtime: { id: "a" } };\n',
    'a.js': 'chrome.runtime.reload();\n',
  };
  expect(told(await found('calls', files))).toEqual([]);
});

test('in TypeScript a parameter without a type of its own may be left out, as another type says', async () => {
  const files = {
    'a.ts': "import { show } from './b.js';\nshow('a');\n",
    'b.ts':
      'type Show = (text: string, options?: object) => string;\nexport const show: Show = (text, options) => draw(text, options);\n',
  };
  expect(await said('calls', files)).toEqual([]);
});

test('a call with too many arguments is passed over in JavaScript, and a person should know', async () => {
  const files = {
    'a.js': "import { add } from './b.js';\nadd(1, 2);\n",
    'b.js': 'export function add(a) {\n  return a.sum;\n}\n',
  };
  expect(told(await found('calls', files))).toEqual([
    'note a.js:2 `a.js` calls `add` of `b.js` with 2 arguments; it takes 1 argument.',
  ]);
});

const MADE = 'var App = { load: function () {} };\n';
const SILENT: readonly (readonly [string, Files])[] = [
  [
    'a member that is put on it under another name',
    { 'c.js': '(function (root) { root.App.save = 1; })(this);\n' },
  ],
  ['a member of all objects', { 'c.js': 'Object.prototype.save = function () {};\n' }],
  ['a member that a function makes by its name', { 'c.js': "define('App.save', function () {});\n" }],
  ['an object that is handed on', { 'c.js': 'extend(App);\n' }],
  ['a member that is asked for', { 'b.js': 'if (App.save) App.save();\n' }],
];

test.each(SILENT)('%s is no error', async (_, files) => {
  expect(told(await found('calls', { 'a.js': MADE, 'b.js': 'App.save();\n', ...files }))).toEqual([]);
});
