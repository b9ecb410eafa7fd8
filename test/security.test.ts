import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as yaml from 'yaml';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const Section = z.object({ requirements: z.record(z.string(), z.unknown()) });

function run(folder: string, ...args: string[]) {
  const options = { cwd: folder, encoding: 'utf8', timeout: 15_000 } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/security.mjs'), ...args],
    options,
  );
  return { status, stdout, stderr };
}

/** A folder with these files in it, and an empty table. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'smol-security-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const document =
    '# X\n\n<!-- requirements: made by scripts/security.mjs -->\n<!-- /requirements -->\n\nEnd.\n';
  for (const [name, text] of Object.entries({ 'docs/security.md': document, ...files })) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const documentOf = (folder: string) => readFileSync(join(folder, 'docs/security.md'), 'utf8');

const TWO = '- title: Who\n  requirements:\n    S1: One | two.\n    S2: { holds: Two, instead: Not here. }\n';

/** The text of a test file. The sign stands for the letter, so that nothing here is read as a test of ours. */
const file = (codes: readonly string[]) => `${codes.join('\n').replaceAll('§', 'S')}\n`;

const requirements = (count: number) =>
  `- title: Who\n  requirements:\n${Array.from({ length: count }, (_, index) => `    S${index + 1}: It holds.\n`).join('')}`;

describe('the table of requirements', { timeout: 60_000 }, () => {
  test('has a test or a reason for each of 72, and is that of the tests', () => {
    expect(run(ROOT, '--check')).toMatchObject({ status: 0, stderr: '' });
    const sections = z
      .array(Section)
      .parse(yaml.parse(readFileSync(join(ROOT, 'docs/security.yml'), 'utf8')));
    const numbers = sections.flatMap(({ requirements }) => Object.keys(requirements));
    expect(numbers).toEqual(Array.from({ length: 72 }, (_, index) => `S${index + 1}`));
  });

  test('is found stale in a copy whose tests changed', () => {
    const folder = folderOf({});
    for (const name of ['docs', 'test']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'test/more.test.ts'), file([`test('§1 one more', f);`]));
    expect(run(folder, '--check')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('run "npm run security"'),
    });
  });

  test('is written anew, then fits', () => {
    const folder = folderOf({ 'docs/security.yml': TWO, 'test/a/b.test.ts': file([`test('§1 holds', f);`]) });
    expect(run(folder, '--check')).toMatchObject({ status: 1 });
    expect(documentOf(folder)).not.toContain('S1');
    expect(run(folder)).toMatchObject({ status: 0, stderr: '' });
    expect(documentOf(folder)).toContain('| S1 | One \\| two. | [a/b](../test/a/b.test.ts) |');
    expect(documentOf(folder)).toContain('| S2 | Two | Not here. |');
    expect(documentOf(folder)).toMatch(/- \*\*S1\*\*\n {2}- holds\n[\s\S]*\nEnd\.\n$/);
    expect(run(folder, '--check')).toMatchObject({ status: 0 });
  });

  test('fails for a requirement with neither, and for a number that there is not', () => {
    const folder = folderOf({
      'docs/security.yml': TWO,
      'test/a.test.ts': file([`test('§2 §73 holds', f);`]),
    });
    const { status, stderr } = run(folder);
    expect(status).toBe(1);
    expect(stderr).toContain('S1 has neither a test');
    expect(stderr).toContain('test/a.test.ts: there is no S73, which "holds" names.');
    expect(stderr).not.toContain('S2 has');
  });

  test('says a note beside what holds, and takes it for no proof', () => {
    const folder = folderOf({
      'docs/security.yml': '- title: Who\n  requirements:\n    S1: { holds: One., note: But two. }\n',
      'test/a.test.ts': '',
    });
    expect(run(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('S1 has neither') });
    expect(documentOf(folder)).toContain('| S1 | One. But two. |  |');
  });

  test('reads names in every form they are written in', () => {
    const codes = [
      `test("§1 it's so", f);`,
      `test(\n  '§2 on a line of its own',\n  f,\n);`,
      `test('§3 has options', { timeout: 1 }, f);`,
      `test('§5 §4 has two', f);`,
      `test.each([\n  ['(', 1],\n  [')', 2],\n])('§6 takes %s for %j', f);`,
      `test.each(rows)('§7 $name: is $kind', f);`,
      `  test(\`§8 is \${name} so\`, f);`,
      `test.skipIf(isWindows)('§9 has a condition', f);`,
      `test('§10 <b> and *c*', f);`,
    ];
    const folder = folderOf({ 'docs/security.yml': requirements(10), 'test/a.test.ts': file(codes) });
    expect(run(folder)).toMatchObject({ status: 0, stderr: '' });
    const [, list = ''] = documentOf(folder).split('by their names</summary>');
    expect(list.match(/^- .*|(?<=^ {2}- ).*/gm)).toEqual([
      ...['- **S1**', "it's so", '- **S2**', 'on a line of its own', '- **S3**', 'has options'],
      ...['- **S4**', 'has two', '- **S5**', 'has two', '- **S6**', 'takes … for', '- **S7**', '…: is'],
      ...['- **S8**', 'is … so', '- **S9**', 'has a condition', '- **S10**', '\\<b\\> and \\*c\\*'],
    ]);
  });

  test('takes for no test what is none, or does not run', () => {
    const codes = [
      `test('is §1 so', f);`,
      `test.skip('§2 is so', f);`,
      `test.todo('§3 is so');`,
      `describe('§4 is so', f);`,
      `describe.each([\n  1,\n])('§5 is so', f);`,
      `test('x', () => {\n  expect(x).toBe('§6 is so');\n});`,
      `test('§70 is so', f);`,
    ];
    const folder = folderOf({ 'docs/security.yml': requirements(7), 'test/a.test.ts': file(codes) });
    expect(run(folder).stderr.match(/^S\d+ has neither|no S70/gm)).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `S${index + 1} has neither`),
      'no S70',
    ]);
  });
});
