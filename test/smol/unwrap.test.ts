import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '../../src/smol/unwrap.js';
import { cpuTime } from '../support/cpu-time.js';

const lines = (...all: string[]): string => all.join('\n');

/** The inputs that the regular expression of smol_dev 0.0.3 damaged (features.md 0.3). */
const DAMAGED_BEFORE: readonly (readonly [string, string, string, string])[] = [
  [
    'imports after a python fence',
    'app.py',
    lines('```python', 'import os', 'import sys', "print('x')", '```'),
    lines('import os', 'import sys', "print('x')"),
  ],
  ['a single line', 'foo.ts', lines('```typescript', 'export default foo', '```'), 'export default foo'],
  [
    'the package clause of Go',
    'main.go',
    lines('```', 'package main', '', 'func main() {}', '```'),
    lines('package main', '', 'func main() {}'),
  ],
  [
    'a README with two blocks',
    'README.md',
    lines('# App', '', '```bash', 'npm i', '```', '', 'Then:', '', '```bash', 'npm start', '```', ''),
    lines('# App', '', '```bash', 'npm i', '```', '', 'Then:', '', '```bash', 'npm start', '```', ''),
  ],
  ['a tag with signs', 'main.cpp', lines('```c++', 'int main() {}', '```'), 'int main() {}'],
  [
    'a fence that is never closed',
    'a.js',
    lines('```js', 'const a = 1;', 'const b'),
    lines('const a = 1;', 'const b'),
  ],
  [
    'a fence inside a template literal',
    'a.js',
    lines('export const help = `', '```sh', 'npm start', '```', '`;'),
    lines('export const help = `', '```sh', 'npm start', '```', '`;'),
  ],
];

const CODE: readonly (readonly [string, string, string, string])[] = [
  ['no fence at all', 'a.js', 'const a = 1;\n', 'const a = 1;\n'],
  ['an empty reply', 'a.js', '', ''],
  ['a fence of tildes', 'a.js', lines('~~~js', 'a();', '~~~'), 'a();'],
  ['a longer fence', 'a.js', lines('`````js', 'a();', '`````'), 'a();'],
  ['a closing fence that is longer', 'a.js', lines('```js', 'a();', '`````'), 'a();'],
  ['a tag with attributes', 'a.tsx', lines('```tsx title="a" {1,3}', '<a />', '```'), '<a />'],
  ['a tag with a hyphen', 'a.m', lines('```objective-c', '@end', '```'), '@end'],
  ['a tag that is a path', 'src/a.ts', lines('```src/a.ts', 'a();', '```'), 'a();'],
  ['space around the reply', 'a.js', lines('', '', '```js', 'a();', '```', '', ' '), 'a();'],
  ['blank lines of the content', 'a.js', lines('```js', '', 'a();', '', '```'), lines('', 'a();', '')],
  ['nothing inside', 'a.js', lines('```js', '```'), ''],
  ['an opening fence alone', 'a.js', '```js', ''],
  ['CRLF', 'a.js', '```js\r\na();\r\nb();\r\n```\r\n', 'a();\r\nb();'],
  ['tildes inside backticks', 'a.rst', lines('```', 'Title', '~~~~~', '```'), lines('Title', '~~~~~')],
  ['backticks inside tildes', 'a.js', lines('~~~', '```', 'x', '```', '~~~'), lines('```', 'x', '```')],
  ['chatter after the block', 'a.js', lines('```js', 'a();', '```', '', 'It calls `a`.'), 'a();'],
  ['chatter before the block', 'a.js', lines('Here is the file:', '', '```js', 'a();', '```'), 'a();'],
  [
    'chatter around the block',
    'src/a.js',
    lines('Sure!', 'Here is `src/a.js`:', '```js', 'a();', '```', 'Let me know.', '- It works.'),
    'a();',
  ],
  ['the name as a heading', 'src/a.js', lines('### src/a.js', '```js', 'a();', '```'), 'a();'],
  ['the name in bold', 'src/a.js', lines('**`a.js`**', '', '```js', 'a();', '```'), 'a();'],
  ['chatter before a block never closed', 'a.js', lines('Here is the file:', '```js', 'a('), 'a('],
  [
    'a block with a tag inside a string',
    'prompt.py',
    lines('```python', 'P = """', '```json', '{}', '```', '"""', '```', 'That is it.'),
    lines('P = """', '```json', '{}', '```', '"""'),
  ],
  [
    'a block without a tag inside a string',
    'prompt.py',
    lines('```python', 'P = """', '```', '{}', '```', '"""', '```'),
    lines('P = """', '```', '{}', '```', '"""'),
  ],
  [
    'a lone fence inside a string',
    'split.py',
    lines('```python', 'parts = text.split("""', '```', '""")', '```'),
    lines('parts = text.split("""', '```', '""")'),
  ],
  [
    'a second block with how to run it',
    'a.js',
    lines('```js', 'a();', '```', '', 'Run it:', '', '```sh', 'node a.js', '```'),
    'a();',
  ],
  [
    'a second block without a tag',
    'a.js',
    lines('```js', 'a();', '```', '', 'Run it:', '', '```', 'node a.js', '```'),
    'a();',
  ],
  [
    'a doc string with an example',
    'a.py',
    lines('"""Does it.', '', '```', 'a()', '```', '"""'),
    lines('"""Does it.', '', '```', 'a()', '```', '"""'),
  ],
  [
    'code that ends in a colon before the fence',
    'a.sh',
    lines('cat <<END', 'Usage:', '```', 'a', '```', 'END'),
    lines('cat <<END', 'Usage:', '```', 'a', '```', 'END'),
  ],
  [
    'two blocks after chatter',
    'a.js',
    lines('Here are two files:', '```js', 'a();', '```', '```css', 'a {}', '```'),
    lines('Here are two files:', '```js', 'a();', '```', '```css', 'a {}', '```'),
  ],
  ['a text with an example', 'notes.txt', 'Usage:\n\n```\na\n```\nMore.', 'Usage:\n\n```\na\n```\nMore.'],
  ['code between fences on one line', 'a.js', '```js a(); ```', '```js a(); ```'],
  ['a fence within a line', 'a.js', 'a("```");\nb("```");', 'a("```");\nb("```");'],
];

const MARKDOWN: readonly (readonly [string, string, string | null])[] = [
  ['one fence around all', lines('```markdown', '# A', 'text', '```'), lines('# A', 'text')],
  ['one fence without a tag around all', lines('```', '# A', '```'), '# A'],
  [
    'one fence around blocks with tags',
    lines('```markdown', '# A', '```bash', 'npm i', '```', '```js', 'a()', '```', '```'),
    lines('# A', '```bash', 'npm i', '```', '```js', 'a()', '```'),
  ],
  [
    'one fence without a tag around a block with one',
    lines('```', '# A', '```bash', 'npm i', '```', 'text', '```'),
    lines('# A', '```bash', 'npm i', '```', 'text'),
  ],
  [
    'one fence around blocks without tags',
    lines('```md', '# A', '', '```', 'npm i', '```', '', 'text', '```'),
    lines('# A', '', '```', 'npm i', '```', '', 'text'),
  ],
  [
    'one longer fence around blocks',
    lines('````markdown', '# A', '```', 'npm i', '```', '````'),
    lines('# A', '```', 'npm i', '```'),
  ],
  [
    'one fence with the name of the file for a tag around a block',
    lines('```README.md', '# A', '```bash', 'npm i', '```', '```'),
    lines('# A', '```bash', 'npm i', '```'),
  ],
  ['one fence that is never closed', lines('```markdown', '# A', 'te'), lines('# A', 'te')],
  ['a block of its own at the beginning', lines('```bash', 'npm i', '```', '', '# A', 'text'), null],
  [
    'blocks of its own at the beginning and the end',
    lines('```bash', 'npm i', '```', '', '# A', '', '```bash', 'npm start', '```'),
    null,
  ],
  [
    'blocks of its own without tags at the beginning and the end',
    lines('```', 'npm i', '```', '', '# A', '', '```', 'npm start', '```'),
    null,
  ],
  ['the same without blank lines', lines('```', 'npm i', '```', '# A', '```', 'npm start', '```'), null],
  [
    'three blocks of its own',
    lines('```sh', 'a', '```', 'x', '```sh', 'b', '```', 'y', '```sh', 'c', '```'),
    null,
  ],
  ['text before a block', lines('Here is the file:', '', '```markdown', '# A', '```'), null],
  ['text after a fence', lines('```markdown', '# A', '```', 'Let me know.'), null],
];

describe('unwrap', () => {
  test.each(DAMAGED_BEFORE)('S40 keeps what the original lost: %s', (_, path, reply, content) => {
    expect(unwrap(reply, path)).toBe(content);
  });

  test.each(CODE)('S40 of a file that is no Markdown, with %s', (_, path, reply, content) => {
    expect(unwrap(reply, path)).toBe(content);
  });

  test.each(MARKDOWN)('S40 of a Markdown file, with %s', (_, reply, content) => {
    expect(unwrap(reply, 'docs/README.md')).toBe(content ?? reply);
  });

  const path = fc.constantFrom(
    'a.js',
    'README.md',
    'a.py',
    'notes.txt',
    'page.mdx',
    '.env.example',
    'README',
  );

  test('S40 gives back what was wrapped in a fence longer than any inside', () => {
    const piece = fc.constantFrom(
      '`',
      '```',
      '````',
      '~~~',
      '\n',
      '\r\n',
      '\r',
      '# A',
      'js',
      ' ',
      'text',
      '',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    const tag = fc
      .oneof(
        fc.constantFrom('', 'js', 'c++', 'markdown', 'tsx title="a"', ' a'),
        fc.string({ maxLength: 10 }),
      )
      .filter((candidate) => !/[`~\r\n]/.test(candidate));
    fc.assert(
      fc.property(text, tag, fc.constantFrom('`', '~'), path, (content, language, marker, name) => {
        const runs = content.match(/`+|~+/g) ?? [];
        const fence = marker.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
        expect(unwrap(`${fence}${language}\n${content}\n${fence}`, name)).toBe(content);
      }),
      { numRuns: 1000 },
    );
  });

  test('returns a text without a fence at the beginning of a line as it is', () => {
    const line = fc
      .string({ unit: fc.constantFrom('`', '~', 'a', ' ', '{', '\t', '\r') })
      .filter((candidate) => !/^ {0,3}(?:```|~~~)/.test(candidate));
    fc.assert(
      fc.property(fc.array(line), path, (all, name) => {
        expect(unwrap(all.join('\n'), name)).toBe(all.join('\n'));
      }),
    );
  });

  test('takes time that grows with the length, not with its square', () => {
    const time = cpuTime(() => {
      for (const reply of ['```\n'.repeat(100_000), '```js\n'.repeat(100_000), '\n'.repeat(500_000)]) {
        unwrap(reply, 'a.js');
        unwrap(reply, 'a.md');
      }
    });
    expect(time).toBeLessThan(3_000);
  });
});
