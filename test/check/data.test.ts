import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.js';
import { readJson } from '../../src/check/data/json.js';
import { readYaml } from '../../src/check/data/yaml.js';
import { cpuTime } from '../support/cpu-time.js';
import { toldIn } from './apps.js';

describe('what does not parse', () => {
  test.each([
    ['a.json', '{\n  "a": 1\n  "b": 2\n}\n', 2],
    ['a.json', '{\n  "a": [1,\n', 2],
    ['a.json', '{\n  "a": 1,\n}\n', 3],
    ['package.json', '{\n  // why\n  "a": 1\n}\n', 2],
    ['manifest.json', '{\n  // why\n  "display": "standalone"\n}\n', 2],
    ['manifest.json', '{\n  // why\n  "manifest_version": 3,\n}\n', 4],
    ['a.yml', 'a: 1\nb: [1, 2\nc: 3\n', 3],
    ['a.yml', 'Services for the app\n---\na: [1\nb: 2\n', 4],
    ['a.yml', 'a:\n  b: 1\n c: 2\n', 3],
    ['a.yml', 'a: "x\nb: 2\n', 2],
    ['a.toml', 'a = 1\nb = "x\n', 2],
    ['a.toml', '[a\nb = 1\n', 1],
  ])('%s %j', async (path, text, line) => {
    const all = await toldIn({ [path]: text }, { rules: ['syntax'] });
    expect(all.map((each) => each.split(' ')[1])).toEqual([`${path}:${line}`]);
  });

  test('is said in words', async () => {
    expect(await toldIn({ 'a.json': '{"a": 1 "b": 2}' })).toEqual([
      'error a.json:1 This is no JSON that can be read: a comma is missing.',
    ]);
  });
});

describe('what parses, or is filled in before', () => {
  test.each([
    ['a.json', '\uFEFF{"a": 1, "a": 2}'],
    ['.eslintrc.json', '{\n  // why\n  "a": 1,\n}\n'],
    ['config.json', '{\n  // why\n  "a": 1\n}\n'],
    ['manifest.json', '{\n  // why\n  "manifest_version": 3\n}\n'],
    ['_locales/fr/messages.json', '{"a": {"message": "caf\\xe9 \\\\x", /* why */ "b": 1}}\n'],
    ['my-icon-theme.json', '{"a": 1,}\n'],
    ['a.code-snippets', '{\n  // why\n  "a": 1,\n}\n'],
    ['log.json', '{"a": 1}\n{"a": 2}\n'],
    ['console.json', 'PUT _ingest/pipeline/a\n{ "a": 1 }\n'],
    ['script.json', '{\n  "source": """\nreturn 1;\n"""\n}\n'],
    ['chart.json', '{"a": {{ value }} }\n'],
    ['a.yml', '---\na: 1\n---\nb: !Ref x\nc: !!python/object:a.B {}\n'],
    ['a.yml', 'a: &a {b: 1}\nc:\n  <<: *a\n'],
    ['chart.yaml', 'a:\n{{- if .Values.b }}\n  {{ toYaml .Values.c | indent 2 }}\n{{- end }}\n'],
    ['a.yml', 'Delete all bookmarks\nIt is true if it is: **yes**, (and a: b: c)\n---\ntags: [a]\n'],
    ['a.toml', 'a = 2024-01-01\n[[b]]\nc = { d = 1 }\n'],
    ['a.json', `${'['.repeat(100_000)}`],
    ['a.yml', '['.repeat(100_000)],
    ['a.yml', '- '.repeat(10_000)],
    [
      'a.yml',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n',
    ],
  ])('%s', async (path, text) => {
    expect(await toldIn({ [path]: text }, { rules: ['syntax'] })).toEqual([]);
  });
});

test('no text makes a reader throw', async () => {
  const words = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    '"',
    '- ',
    '\n',
    '  ',
    '&a ',
    '*a',
    '#',
    '=',
    '"""',
    '__proto__',
    '|',
    '>',
    '`',
    '<!--',
    '](',
    '/*',
    "'",
    '<<<A',
    '<?php ',
    'r#"',
    'COPY ',
    '\\',
  );
  const paths = [
    'a.json',
    'a.jsonc',
    'a.yml',
    'a.toml',
    'a.md',
    'a.go',
    'a.rs',
    'a.java',
    'a.php',
    'Dockerfile',
    'package.json',
    'docker-compose.yml',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (parts) => {
      await check({ files: new Map(paths.map((path) => [path, parts.join('')])) });
    }),
  );
});

test('thousands of mistakes take no time, since one of them is told', () => {
  const text = `a: 1\n${'"'.repeat(100_000)}\n`;
  let read: unknown;
  expect(cpuTime(() => (read = readYaml('a.yml', text)))).toBeLessThan(4_000);
  expect(read).toMatchObject({ broken: [{ line: 2 }] });
});

test.each(['\r\n', '\r', '\n', ' '])('empty lines (%j) take no time', (line) => {
  const text = `${line.repeat(200_000)}{`;
  expect(cpuTime(() => readJson('a.json', text))).toBeLessThan(2_000);
});
