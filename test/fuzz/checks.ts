import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { type CheckResult, check } from '../../src/check/check.js';
import { byPlace, type Finding } from '../../src/check/finding.js';
import { readPlan } from '../../src/smol/plan.js';
import { FORMATS, type Format } from '../../src/terminal/check-options.js';
import { printReport } from '../../src/terminal/check-report.js';
import { parseCommand } from '../support/runner/commands.js';
import { planText } from './developments.js';
import { type Target, target } from './hunt.js';
import { assertVisible } from './oracles.js';
import { damaged, hostileText } from './texts.js';

/** Paths of every language, of every file that has a rule of its own, and of none. */
const PATHS = [
  ...['a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.ts', 'f.tsx', 'g.d.ts', 'sw.js', 'vite.config.js', 'a.test.js'],
  ...['index.html', 'page.htm', 'style.css', 'look.scss', 'a.json', 'b.jsonc', 'package.json', 'tsconfig.json'],
  ...['manifest.json', 'a.webmanifest', 'a.yml', 'compose.yaml', '.github/workflows/ci.yml', 'a.toml'],
  ...['pyproject.toml', 'requirements.txt', 'setup.py', 'README.md', 'a.py', 'app/__init__.py', 'app/b.py'],
  ...['a.go', 'a.rs', 'A.java', 'a.php', 'Dockerfile', 'Makefile', 'Procfile', 'a.sh', 'a.vue', 'a.svelte'],
  ...['.gitignore', 'LICENSE', 'a.png', '__proto__', 'constructor.js', 'src/index.js', 'src/../x.js', 'a b.js'],
  ...['::error::x.js', '\u001b[31m.py', 'a\nb.css', 'ü.html', '\u202ea.js', '\ud800.js', '`x`.js', 'src/b.js'],
]; // biome-ignore format: a list of paths

/** Code of every language in pieces: what readers and rules look for, and what opens and does not close. */
const CODE = [
  ...["import { a } from './b.js';\n", "import x, * as y from 'z';\n", "export * from './a.js';\n", 'export default '],
  ...["const c = require('./c');\n", 'module.exports = ', 'exports.a = ', "await import('./d.js');\n", 'class A extends B {'],
  ...['function f(a, b = 1, ...c) {', '}', '(', ')', '[', ']', '{', '=> ', '`${', '`', '/*', '*/', '// ', '# ', '"""', "'''"],
  ...["document.getElementById('x')", "document.querySelector('#a .b[data-c]')", "fetch('a.json')", 'window.App = {', 'App.b.c();\n'],
  ...['<!doctype html>\n', '<div id="x" class="y z" data-w>', '<script type="module" src="a.js">', '</script>', '<style>', '</style>'],
  ...['<link rel="stylesheet" href="style.css">', '<img srcset="a.png 1x, b.png 2x">', '<a href="#x">', '<!--', '-->', '</body></html>\n'],
  ...["@import 'look.css';\n", '.a { background: url(', '@media (', '{"a": ', '[1, ', '"b": "c",\n', '"dependencies": {', '"__proto__": {', '"scripts": {'],
  ...['a: &x\n', 'b: *x\n', '- ', '<<: *x\n', '[tool.a]\n', 'a = "', 'from .b import c, d\n', 'import os, app.b as e\n', 'def g(a, *b, c=1, **d):\n    pass\n'],
  ...['    raise NotImplementedError\n', '// TODO: implement\n', '// ... rest of the code\n', 'throw new Error("Not implemented")', '...', '\n\n', '  ', '\t'],
  ...['FROM node:24 AS x\n', 'COPY --from=x a b\n', 'RUN a \\\n', '[a](b.md)\n', '![x](<y z>)\n', '[r]: ./c.md\n', '<?php ', '?>', 'package a\n', 'fn f<\'a>() {'],
  ...['::error file=a::x\n', '##[group]x\n', '\u001b]0;x\u0007', '__proto__', 'constructor', 'hasOwnProperty', '\0', '\ufeff', '\r\n', '\r', '\ud800', '\u2028', '\u202e'],
]; // biome-ignore format: a list of pieces

const code = fc.array(fc.constantFrom(...CODE), { maxLength: 30 }).map((pieces) => pieces.join(''));

/** One or two pieces over and over: what is nested, what is long, what makes a pattern go back and forth. */
const endless = fc
  .tuple(
    fc.array(fc.constantFrom(...CODE), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 100, max: 200_000 }),
    fc.constantFrom(...CODE),
  )
  .map(([unit, length, end]) => {
    const once = unit.join('');
    return once.repeat(Math.ceil(length / once.length)).slice(0, length) + end;
  });

const content = fc.oneof(
  { weight: 8, arbitrary: damaged(code) },
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: endless },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
);
const path = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PATHS) },
  { weight: 1, arbitrary: hostileText.map((text) => `${text.slice(0, 60)}.js`) },
);
const app = fc.record({
  files: fc.array(fc.tuple(path, content), { maxLength: 6 }).map((files) => new Map(files)),
  others: fc.array(path, { maxLength: 3 }).map((paths) => new Set(paths)),
  plan: fc.option(planText),
});
type App = typeof app extends fc.Arbitrary<infer A> ? A : never;

async function checked({ files, others, plan }: App): Promise<CheckResult> {
  const read = plan === null ? null : readPlan(plan, { protectedPaths: [], maxFiles: 20 });
  return check({ files, others, plan: read === null || 'unreadable' in read ? null : read });
}

/** Reading six files and comparing them takes no longer, however they are made. */
const SLOW_MS = 4_000;
/** A sentence, with the names in it. */
const LONGEST = 1_500;

function assertGood({ findings }: CheckResult, { files, plan }: App): void {
  assert.deepEqual(findings, [...findings].sort(byPlace));
  for (const { path, line, message, offers } of findings) {
    assert.ok(files.has(path) || plan !== null, `there is no ${path}`);
    const lines = (files.get(path) ?? '').split('\n').length;
    assert.ok(line === null || (Number.isInteger(line) && line >= 1 && line <= lines), `line ${line}`);
    for (const said of [message, offers ?? '']) {
      assert.ok(said.length <= LONGEST, `${said.length} characters: ${said.slice(0, 200)}`);
      assert.doesNotMatch(said, /[\n\r]/);
      assertVisible(said);
    }
    assert.match(message, /[.?!]$/, message);
  }
}

const checks = target('check', app, checked, assertGood, { batch: 20, slowMs: SLOW_MS });

/** What a terminal acts on, or shows in another place than it stands. */
const ACTS = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

const words = fc.oneof(hostileText, fc.constantFrom(...PATHS));
const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom('syntax', 'imports', 'plan'),
  severity: fc.constantFrom('error', 'warning', 'note'),
  path: words,
  line: fc.option(fc.nat()),
  message: words,
  offers: fc.option(words),
});
const printed = target(
  'report of checks',
  fc.record({
    format: fc.constantFrom<Format>(...FORMATS),
    isColoured: fc.boolean(),
    findings: fc.array(finding, { maxLength: 4 }),
    skipped: fc.array(fc.record({ path: words, reason: fc.constant('it is too large') }), { maxLength: 2 }),
    folder: words,
  }),
  ({ format, isColoured, ...given }) => {
    const looked = new Map();
    const report = { ...given, place: (path: string) => path, looked, files: 1, plan: null, milliseconds: 1 };
    return printReport(report, format, isColoured);
  },
  (text, { format, isColoured, findings, skipped }) => {
    const plain = isColoured ? stripVTControlCharacters(text) : text;
    assert.doesNotMatch(plain, ACTS);
    const commands = text.split(/\r\n|\r|\n/).flatMap((line) => parseCommand(line) ?? []);
    const ours = format === 'github' ? findings.length + skipped.length : 0;
    assert.equal(commands.length, ours);
    for (const { name } of commands) assert.match(name, /^(?:error|warning|notice)$/);
    if (format === 'json') assert.equal(JSON.parse(text).findings.length, findings.length);
  },
);

/** What the checks make of files, and what is printed of it. */
export const CHECKS: readonly Target[] = [checks, printed];
