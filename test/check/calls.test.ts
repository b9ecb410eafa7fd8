import { expect, test } from 'vitest';
import { type Files, found, told } from './apps.js';

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

const MADE = 'var App = { load: function () {} };\n';
const SILENT: readonly (readonly [string, Files])[] = [
  [
    'a member that is put on it under another name',
    { 'c.js': '(function (root) { root.App.save = 1; })(this);\n' },
  ],
  ['a member of all objects', { 'c.js': 'Object.prototype.save = function () {};\n' }],
  ['an object that is handed on', { 'c.js': 'extend(App);\n' }],
  ['a member that is asked for', { 'b.js': 'if (App.save) App.save();\n' }],
];

test.each(SILENT)('%s is no error', async (_, files) => {
  expect(told(await found('calls', { 'a.js': MADE, 'b.js': 'App.save();\n', ...files }))).toEqual([]);
});
