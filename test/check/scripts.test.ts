import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCode } from '../../src/check/page/script.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { type Files, found, page, told } from './apps.js';

const BROKEN: readonly (readonly [string, Files, RegExp])[] = [
  ['code that is cut', { 'a.js': 'function a() {\n  return 1;\n' }, /^error a\.js:2 This is no code/],
  [
    'code in a page',
    { 'a.html': page('<script>\nlet a = ;\n</script>') },
    /^error a\.html:5 This is no HTML/,
  ],
  ['TypeScript', { 'a.ts': 'const a: = 1;\n' }, /^error a\.ts:1 This is no code/],
  [
    'a mistake in a namespace by its old name',
    { 'a.ts': 'module A.B {\n  const c = ;\n}\n' },
    /^error a\.ts:2 This is no code/,
  ],
  [
    'a name that is given twice beside those of the global object',
    { 'a.ts': 'let a = 1;\nlet a = 2;\ndeclare global {\n  var b: B;\n}\n' },
    /^error a\.ts:2 This is no code/,
  ],
];

test.each(BROKEN)('%s is found', async (_, files, sentence) => {
  const findings = told(await found('syntax', files));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(sentence);
});

test('what is given to tests may be broken so that they see it: a warning', async () => {
  const findings = told(await found('syntax', { 'test/fixtures/broken/a.json': '' }));
  expect(findings).toEqual([expect.stringMatching(/^warning test\/fixtures\/broken\/a\.json:1 /)]);
});

const SILENT: readonly (readonly [string, Files])[] = [
  [
    'code in a page, from a line on',
    { 'a.html': page('<p>\n</p>\n<script>\nconst a = { b: 1 };\n</script>') },
  ],
  ['settings that a program evaluates', { 'a.js': '/* all */\n{\n  port: 1,\n  host: "b",\n}\n' }],
  ['decorators', { 'a.ts': '@b\nclass A {}\n' }],
  ['Flow', { 'a.js': '// @flow\nconst a = (b: number): number => b;\n' }],
  ['JSX', { 'a.js': 'const a = <p>b</p>;\n' }],
  ['a template of a server', { 'a.js': 'const a = {{ value }};\n' }],
  ['a namespace by its old name', { 'a.ts': 'export module A.B {\n  export const c = 1;\n}\n' }],
  [
    'a name of the file that the global object has, too',
    { 'a.ts': 'let db: Db;\ndeclare global {\n  var db: Db;\n}\nexport { db };\n' },
  ],
  ['what only the engine knows', { 'a.js': 'function a(b) {\n  % OptimizeFunctionOnNextCall(b);\n}\n' }],
  ['declarations', { 'a.d.ts': 'export const a: boolean;\n' }],
];

test.each(SILENT)('%s is no error', async (_, files) => {
  expect(told(await found('syntax', files))).toEqual([]);
});

const PARTS = [
  'import',
  'export',
  'require(',
  "'./a'",
  '{',
  '}',
  '(',
  ')',
  '=',
  'module.exports',
  '__proto__',
  '=>',
  ';',
  '\n',
  'a',
  '.',
  '`',
  '${',
  '<a>',
  '/',
  'this.b',
];

test('reading any text never throws', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('a.js', 'a.tsx', 'a.d.ts'),
      fc.integer({ min: 1, max: 9 }),
      (text, path, line) => {
        readCode(path, text, line);
      },
    ),
    { numRuns: 60 },
  );
});

test.each(['export function a() {\n  b.c\n', 'export function a() {\n  b.c', 'a(\n\n'])(
  'what stops too soon, as %j does, is told of its last line',
  async (text) => {
    expect(told(await found('syntax', { 'a.js': text }))).toEqual([expect.stringMatching(/^error a\.js:2 /)]);
  },
);

test.each([
  ['templates', '`'.repeat(129_192)],
  ['sums', `const a = ${"'b' + ".repeat(60_000)}'c';`],
  ['members', `a${'.b'.repeat(60_000)};`],
  ['calls', `a${'()'.repeat(60_000)};`],
  ['methods', `a${".then((b) => document.getElementById('c'))".repeat(5_000)};`],
])(
  '%s that nest deep take no time',
  async (_, text) => {
    expect(await cpuTimeOf(() => found('syntax', { 'a.js': text, 'index.html': page('<p>') }))).toBeLessThan(
      8_000,
    );
  },
  60_000,
);
