import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListedFile, layoutOfPlan, readFileList, splitPlan } from '../../src/smol/file-list.js';
import { cpuTime } from '../support/cpu-time.js';

function entriesOf(plan: string): readonly ListedFile[] {
  const list = readFileList(plan);
  return list.kind === 'list' ? list.entries : expect.fail(list.reason);
}

function pathsOf(plan: string): string[] {
  return entriesOf(plan).map(({ path }) => path);
}

const PLAN = `# Paint box
A page to paint on. Open \`index.html\`.

## Contract
**Tools** are \`pen\` and \`brush\`.
\`\`\`ts
## Files
- \`not/a/file.ts\` is inside a block
\`\`\`

## Files
- \`src/canvas.ts\` (~140) – draws, and keeps 20 steps. Uses \`src/tools.ts\`, \`src/colours.ts\`.
- \`src/tools.ts\` (~90 lines) - pen and brush; both get \`[draft]\` marks. Uses nothing.
- \`src/colours.ts\` (40): the palette.
- \`index.html\` (~30) — loads \`/src/canvas.ts\`.

## Replies
1. Done.
`;

describe('readFileList', () => {
  test('reads path, lines, description and uses of each file, and the title', () => {
    expect(readFileList(PLAN)).toEqual({
      kind: 'list',
      title: 'Paint box',
      entries: [
        {
          path: 'src/canvas.ts',
          lines: 140,
          description: 'draws, and keeps 20 steps.',
          uses: ['src/tools.ts', 'src/colours.ts'],
        },
        {
          path: 'src/tools.ts',
          lines: 90,
          description: 'pen and brush; both get `[draft]` marks.',
          uses: [],
        },
        { path: 'src/colours.ts', lines: 40, description: 'the palette.', uses: [] },
        { path: 'index.html', lines: 30, description: 'loads `/src/canvas.ts`.', uses: [] },
      ],
    });
  });

  test.each([
    ['- `a.js` (~20) – x', 20],
    ['- `a.js` (~20 lines) – x', 20],
    ['- `a.js` (20) – x', 20],
    ['- `a.js` (1,200 lines) – x', 1200],
    ['- `a.js` (about 20 lines) – x', 20],
    ['- `a.js` – (~20) x', 20],
    ['- `a.js`: (~20 LOC): x', 20],
    ['- **`a.js`** (~20) – x', 20],
    ['- `a.js` (new, ~20) – x', 20],
    ['- `a.js` (new file, ~20 lines) – x', 20],
    ['- `a.js` (change, ~20) – x', 20],
    ['- `a.js` (changed: about 20 lines) – x', 20],
    ['- `a.js` (Change ~20) – x', 20],
    ['- `a.js` (modified; 20) – x', 20],
    ['- `a.js` – (updated, ~20) x', 20],
    ['- `a.js` (new) – x', null],
    ['- `a.js` (changed) – x', null],
    ['- [x] `a.js` (edit) – x', null],
    ['- **`a.js` (~20)** – x', 20],
    ['- __`a.js`__ (~20) – x', 20],
    ['- **`a.js`:** x', null],
    ['- [ ] `a.js` (~20) — x', 20],
    ['- [x] `a.js` (~20) - x', 20],
    ['* `a.js` - x', null],
    ['+ `a.js`: x', null],
    ['1. `a.js` – x', null],
    ['12) `a.js` x', null],
    ['  - ``a.js`` – x', null],
    ['- ` a.js ` – x', null],
    ['- `./a.js` → x', null],
    ['- a.js (~20) – x', 20],
    ['- **a.js** – x', null],
    ['- a.js: x', null],
  ])('reads the item %j', (item, lines) => {
    expect(entriesOf(`## Files\n${item}`)).toEqual([{ path: 'a.js', lines, description: 'x', uses: [] }]);
  });

  test('takes a number in parentheses that are about something else for a part of the description', () => {
    for (const words of ['(v2 of 30) – x', '(new, with 20 tests) – x', '(newer) – x', '(changes) – x']) {
      expect(entriesOf(`## Files\n- \`a.js\` ${words}`)).toMatchObject([{ lines: null, description: words }]);
    }
  });

  test.each([
    '## Files',
    '# Files',
    '#### Files',
    '## Files (12)',
    '## Files:',
    '## **Files**',
    '## 4. Files',
    '## 📁 Files',
    '## Files ##',
    '## FILES',
    '## Files to write',
    '**Files**',
    '**Files:**',
    '**Files** (2)',
  ])('finds the section under %j', (heading) => {
    const plan = `# App\n\n## Contract\n- \`x.y\` is no file\n\n${heading}\n\n- \`a.js\`\n- \`b.js\`\n\n# More\n- \`c.js\``;
    expect(pathsOf(plan)).toEqual(['a.js', 'b.js']);
  });

  test('takes the last section of that name, and the plain name before a longer one', () => {
    expect(pathsOf('## Files\n- `old.js`\n## Files\n- `new.js`\n## Files left out\n- `no.js`')).toEqual([
      'new.js',
    ]);
  });

  test('reads on under headings below the section, plain or bold', () => {
    const plan = '## Files\n### Source\n- `a.js`\n\n**Styles**\n- `b.css`\n## Notes\n- `c.md`';
    expect(pathsOf(plan)).toEqual(['a.js', 'b.css']);
  });

  test.each([
    [
      'globs',
      'Uses all `pages/*Page.tsx` and `styles/*.css`.',
      ['pages/APage.tsx', 'pages/BPage.tsx', 'styles/a.css'],
    ],
    ['globs over folders', 'Uses `**/*.css`.', ['styles/a.css', 'styles/deep/b.css']],
    [
      'folders',
      'Uses all `styles/` and `lib/` files.',
      ['styles/a.css', 'styles/deep/b.css', 'lib/store.ts'],
    ],
    ['a name that only one has', 'Uses `store.ts`.', ['lib/store.ts']],
    ['a name that two have', 'Uses `index.ts`.', []],
    ['a path from the root', 'Uses `/lib/store.ts` and `./styles/a.css`.', ['lib/store.ts', 'styles/a.css']],
    ['prose', 'Uses `lib/store.ts` and every part with `init()`.', ['lib/store.ts']],
    ['prose alone', 'Uses all scripts.', []],
    ['nothing', 'Uses nothing.', []],
    ['a path that is not in the list', 'Uses `lib/none.ts`.', []],
    ['itself', 'Uses `main.ts`, `lib/store.ts`.', ['lib/store.ts']],
    ['the same twice', 'Uses `lib/store.ts`, `store.ts`.', ['lib/store.ts']],
    ['a path with brackets', 'Uses `pages/[id].tsx`.', ['pages/[id].tsx']],
    ['lower case', 'It starts and uses `lib/store.ts`.', ['lib/store.ts']],
    ['bold', '**Uses:** `lib/store.ts`', ['lib/store.ts']],
    ['parentheses', '(Uses `lib/store.ts`)', ['lib/store.ts']],
    ['a path before the word', 'Loads `a/index.ts`. Uses `lib/store.ts`.', ['lib/store.ts']],
    ['a glob that matches nothing', 'Uses `*.py`.', []],
  ])('resolves what a file uses, given as %s', (_, sentence, uses) => {
    const others =
      'pages/APage.tsx pages/BPage.tsx pages/[id].tsx styles/a.css styles/deep/b.css lib/store.ts';
    const list = [...others.split(' '), 'a/index.ts', 'b/index.ts'].map((path) => `- \`${path}\``).join('\n');
    expect(entriesOf(`## Files\n- \`main.ts\` – starts. ${sentence}\n${list}`)[0]).toMatchObject({
      description: expect.stringMatching(/^(?:starts\.|starts\. (?:It starts and|Loads `a\/index.ts`\.))$/),
      uses,
    });
  });

  test('takes files that are there already for used ones, where they are named in full', () => {
    const plan =
      '## Files\n- `src/a.ts` (new, ~9) – x. Uses `src/old.ts`, `b.ts`, `src/*.ts`, `lib/`, `old.ts`, `gone.ts`.\n- `src/b.ts` – y.';
    const existing = new Set(['src/old.ts', 'src/older.ts', 'lib/c.ts', 'src/a.ts']);
    const list = readFileList(plan, existing);
    expect(list).toMatchObject({ entries: [{ uses: ['src/old.ts', 'src/b.ts'] }, { uses: [] }] });
    expect(entriesOf(plan)[0]?.uses).toEqual(['src/b.ts']);
  });

  test('keeps the word "uses" in a description where no path follows', () => {
    expect(
      entriesOf('## Files\n- `a.js` – a clock that uses local time. Uses `b.js`.\n- `b.js`')[0],
    ).toMatchObject({
      description: 'a clock that uses local time.',
      uses: ['b.js'],
    });
  });

  test('joins lines below an item to it', () => {
    const plan = '## Files\n- `a.js` (~20) – draws\n  in colour.\n  - two modes\n  - Uses `b.js`\n- `b.js`\n';
    expect(entriesOf(plan)).toMatchObject([
      { path: 'a.js', description: 'draws in colour. two modes', uses: ['b.js'] },
      { path: 'b.js' },
    ]);
  });

  test('takes a nested item for a file only if it begins with a path in backticks', () => {
    const plan =
      '## Files\n- Source\n  - `src/a.js` – x\n  - `pen`\n  - src/no.js\n- `Makefile`\n- Tests use `node:test`.';
    expect(pathsOf(plan)).toEqual(['src/a.js', 'Makefile']);
  });

  test('gives a folder on as it is, but reads no tree of folders', () => {
    expect(pathsOf('## Files\n- `assets/`\n- `a.js`')).toEqual(['assets/', 'a.js']);
    expect(readFileList('## Files\n- `src/`\n  - `a.js`')).toEqual({
      kind: 'none',
      reason: expect.stringContaining('tree'),
    });
  });

  test('keeps a path that is listed twice', () => {
    expect(pathsOf('## Files\n- `a.js`\n- `a.js`')).toEqual(['a.js', 'a.js']);
  });

  test('reads a plan that is wrapped in a fence as a whole, and one with CRLF', () => {
    const paths = pathsOf(PLAN);
    expect(pathsOf(`\`\`\`\`markdown\n${PLAN}\n\`\`\`\``)).toEqual(paths);
    expect(pathsOf(`\`\`\`markdown\n${PLAN}\n\`\`\``)).toEqual(paths);
    expect(readFileList(PLAN.replaceAll('\n', '\r\n'))).toEqual(readFileList(PLAN));
  });

  test.each([
    ['# A **board** by `me`\n## Files\n- `a.js`', 'A board by me'],
    ['## Contract\nx\n## Files\n- `a.js`', ''],
    ['## Files\n- `a.js`', ''],
  ])('takes the title from the first heading of %j', (plan, title) => {
    expect(readFileList(plan)).toMatchObject({ kind: 'list', title });
  });

  test.each([
    ['', 'no section'],
    ['# App\nSome words about files.', 'no section'],
    ['# App\n```\n## Files\n- `a.js`\n```', 'no section'],
    ['# App\n## Files\nNone yet.', 'no list item'],
    ['# App\n## Files to write\n```\na.js\nb.js\n```', 'no list item'],
    ['# App\n### Files and order\n| # | File |\n|---|---|\n| 1 | `a.js` |', 'no list item'],
    ['# App\n## Files\n- One page\n- Some scripts', 'no list item'],
  ])('finds no list in %j', (plan, reason) => {
    expect(readFileList(plan)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
  });

  test('gives back generated lists, paths in order, whatever separates their parts', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'abcXYZ019_-.[]()$@+é日 '),
      minLength: 1,
      maxLength: 12,
    });
    const path = fc
      .array(name, { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'))
      .filter((candidate) => candidate === candidate.trim() && !candidate.startsWith('./'));
    const item = fc.record({
      path,
      bullet: fc.constantFrom('- ', '* ', '+ ', '- [ ] ', '- [x] ', '1. '),
      mark: fc.constantFrom('', '**', '__'),
      count: fc.constantFrom('', ' (~150)', ' (150)', ' (~150 lines)'),
      separator: fc.constantFrom(' – ', ' - ', ' — ', ': ', ' '),
      uses: fc.constantFrom('', ' Uses nothing.', ' Uses `x.ts`, all `src/*.css`.'),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (items) => {
        const list = items.map(
          ({ path, bullet, mark, count, separator, uses }) =>
            `${bullet}${mark}\`${path}\`${mark}${count}${separator}does its part.${uses}`,
        );
        const entries = entriesOf(`# App\n\n## Files\n${list.join('\n')}\n`);
        expect(entries.map((entry) => entry.path)).toEqual(items.map((entry) => entry.path));
        expect(entries.map((entry) => entry.lines)).toEqual(
          items.map(({ count }) => (count === '' ? null : 150)),
        );
        for (const entry of entries) expect(entry.description).toBe('does its part.');
      }),
    );
  });

  test('S44 never throws, and takes time that grows with the length', () => {
    const piece = fc.constantFrom(
      '## Files\n',
      '- `',
      '`',
      '*',
      '**',
      '(~',
      '1',
      ')',
      'Uses ',
      '/',
      '\n',
      'a',
      '```\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        readFileList(pieces.join(''));
        splitPlan(pieces.join(''));
      }),
    );
    const hostile = [
      'a/'.repeat(200_000),
      '`a.js`'.repeat(50_000),
      '**'.repeat(200_000),
      '- '.repeat(200_000),
      `(${' '.repeat(200_000)}1`,
      `(1${' '.repeat(200_000)}x`,
      `a ${'- '.repeat(100_000)}x`,
      `${' '.repeat(200_000)}a\u2028`,
      `\n**a**${' '.repeat(200_000)}x`,
    ];
    const time = cpuTime(() => {
      for (const text of hostile) {
        readFileList(`## Files\n- ${text}`);
        readFileList(`${text}\n## Files\n- \`a.js\` ${text}`);
      }
      readFileList(`## Files\n- \`a.js\` Uses \`${'*a'.repeat(140)}b\`\n- \`${'a'.repeat(50_000)}\``);
    });
    expect(time).toBeLessThan(3_000);
  });

  test('S44 a list of very many files is read for its length, and not for what they use', () => {
    const items = Array.from({ length: 25_000 }, (_, index) => `- \`${index}\` Uses \`0\`.`);
    let length = 0;
    const time = cpuTime(() => {
      const list = readFileList(`## Files\n${items.join('\n')}`);
      length = list.kind === 'list' ? list.entries.length : 0;
    });
    expect(length).toBe(25_000);
    expect(time).toBeLessThan(1_500);
  });

  test('S44 globs of many stars cost no time', () => {
    const paths = Array.from({ length: 500 }, (_, index) => `- \`${'a'.repeat(30)}${index}.js\``);
    const globs = Array.from({ length: 1_000 }, (_, index) => `\`${'*a'.repeat(30)}${index}x\``);
    const plan = `## Files\n${paths.join('\n')} Uses ${globs.join(', ')}`;
    expect(cpuTime(() => void readFileList(plan))).toBeLessThan(3_000);
  });
});

describe('splitPlan', () => {
  test.each([
    ['nothing yet', '', { title: '', introduction: '', rest: '' }],
    ['a title alone', '# Notes', { title: 'Notes', introduction: '', rest: '' }],
    ['no title', 'A page.\n\n## Contract\nx', { title: '', introduction: 'A page.', rest: '## Contract\nx' }],
    [
      'a whole plan',
      '# Notes #\nA page.\n\n## Contract\nx\n\n## Files\n- `a`\n',
      { title: 'Notes', introduction: 'A page.', rest: '## Contract\nx' },
    ],
    [
      'more after the files',
      '# N\n## Files\n### Big\n- `a`\n## Later\ny',
      { title: 'N', introduction: '', rest: '## Later\ny' },
    ],
    [
      'headings in code',
      '# N\n```sh\n# no title\n```\n## C\n~~~\n## Files\n~~~\n',
      { title: 'N', introduction: '```sh\n# no title\n```', rest: '## C\n~~~\n## Files\n~~~' },
    ],
  ])('cuts %s', (_, plan, parts) => {
    expect(splitPlan(plan)).toEqual(parts);
  });

  test.each(['## 📁 Files', '## 3. Files', '**Files**', '## `Files`'])(
    'leaves out the list under %s',
    (heading) => {
      const plan = `# N\nA page.\n\n## Contract\nx\n\n${heading}\n- \`a.js\` (~10) – starts it.\n`;
      expect(readFileList(plan).kind).toBe('list');
      expect(splitPlan(plan)).toEqual({ title: 'N', introduction: 'A page.', rest: '## Contract\nx' });
    },
  );

  test('takes a plan out of the fence around it', () => {
    expect(splitPlan('```markdown\n# N\nA page.\n\n## Files\n- `a`\n```')).toEqual({
      title: 'N',
      introduction: 'A page.',
      rest: '',
    });
  });
});

describe('layoutOfPlan', () => {
  test('finds every part by its lines, and each item with the lines below it', () => {
    const plan =
      '```markdown\r\n# N\r\nA page.\n\n## Contract\n- x\n\n## Files\n1. [ ] `./a.js` (~3) – a\n   and more\n\n* b.js: b\n\n## Notes\n```';
    const { lines, ...layout } = layoutOfPlan(plan);
    expect(lines[0]).toBe('# N');
    expect(layout).toEqual({
      title: { index: 0, level: 1, text: 'N' },
      introduction: { start: 1, end: 3 },
      files: { start: 6, end: 12 },
      items: [
        { path: 'a.js', lead: '1. [ ] `./a.js`', rest: ' (~3) – a and more', start: 7, end: 9 },
        { path: 'b.js', lead: '* b.js', rest: ': b', start: 10, end: 11 },
      ],
    });
  });

  test('has no list where there is none', () => {
    expect(layoutOfPlan('Some words.')).toEqual({
      lines: ['Some words.'],
      title: null,
      introduction: { start: 0, end: 1 },
      files: null,
      items: [],
    });
  });
});
