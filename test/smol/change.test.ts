import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, changeFromList, readChange, writeChange } from '../../src/smol/change.js';
import { TooManyFilesError } from '../../src/smol/errors.js';
import type { Plan } from '../../src/smol/events.js';
import { cpuTime } from '../support/cpu-time.js';

const existing = new Set([
  'README.md',
  'index.html',
  'package-lock.json',
  'logo.png',
  '.github/workflows/ci.yml',
  'src/model.ts',
  'src/old.ts',
  'src/pages/[id].tsx',
  'tests/model.test.ts',
]);
const RULES = { existing, protectedPaths: ['legal/**'], maxFiles: 100 };

function read(text: string, remarks = 1, rules: Partial<Parameters<typeof readChange>[2]> = {}): Plan {
  const change = readChange(text, remarks, { ...RULES, ...rules });
  if ('unreadable' in change) return expect.fail(change.unreadable);
  return change;
}

/** What becomes of the files of a list: action, the path before, and path. */
function actions(list: string, rules = {}): string[] {
  const { files } = read(`## Change\n\n## Files\n${list}\n\n## Replies\n1. Done.\n`, 1, rules);
  return files.map(({ action, from, path }) => [action, ...(from === null ? [] : [from]), path].join(' '));
}

const replies = (section: string, count: number) =>
  read(`## Change\n\n## Files\n- \`src/model.ts\` – change – x.\n\n## Replies\n${section}\n`, count).replies;

describe('the files of a plan of a change', () => {
  test('are read with action, description and uses, beside the replies', () => {
    const text = `## Change
- model: \`Line\` gains \`discount\`.

## Files
- \`src/model.ts\` – change – \`discount\`, version 3.
- \`src/totals.ts\` (~40) – add – \`lineAmounts\`. Uses \`src/model.ts\`.
- \`src/sums.ts\` – rename from \`src/old.ts\` – the constant goes.
- \`index.html\` – delete – nobody opens it.

## Replies
1. Done: stored as hundredths.
2. –
`;
    const nothing = { from: null, lines: null, uses: [], setAside: null };
    expect(read(text, 2)).toEqual({
      text,
      title: '',
      files: [
        { ...nothing, path: 'src/model.ts', action: 'change', description: '`discount`, version 3.' },
        {
          ...nothing,
          path: 'src/totals.ts',
          action: 'add',
          lines: 40,
          description: '`lineAmounts`.',
          uses: ['src/model.ts'],
        },
        {
          ...nothing,
          path: 'src/sums.ts',
          action: 'rename',
          from: 'src/old.ts',
          description: 'the constant goes.',
        },
        { ...nothing, path: 'index.html', action: 'delete', description: 'nobody opens it.' },
      ],
      refused: [],
      replies: ['Done: stored as hundredths.', null],
    });
  });

  test.each([
    ['- `src/model.ts` – change – x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` – **change** – x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` (change) – x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` (change, ~20) – x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` (changed): x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` — Change: x', 'change src/model.ts', 'x'],
    ['- **`src/model.ts`** — *modify* — x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` [update] x', 'change src/model.ts', 'x'],
    ['- **Change** `src/model.ts` – x', 'change src/model.ts', 'x'],
    ['1. Modify `src/model.ts`: x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` – x', 'change src/model.ts', 'x'],
    ['- `src/model.ts` – edit, x', 'change src/model.ts', 'x'],
    ['- `src/new.ts` – add – x', 'add src/new.ts', 'x'],
    ['- `src/new.ts` (new, ~20) – x', 'add src/new.ts', 'x'],
    ['- `src/new.ts` – **new file** – x', 'add src/new.ts', 'x'],
    ['- New file: `src/new.ts` – x', 'add src/new.ts', 'x'],
    ['- Create `src/new.ts` – x', 'add src/new.ts', 'x'],
    ['- `src/new.ts` – x', 'add src/new.ts', 'x'],
    ['- `src/old.ts` – delete – x', 'delete src/old.ts', 'x'],
    ['- `src/old.ts` – **delete** – x', 'delete src/old.ts', 'x'],
    ['- `src/old.ts` — Delete: x', 'delete src/old.ts', 'x'],
    ['- `src/old.ts` (removed) – x', 'delete src/old.ts', 'x'],
    ['- `src/old.ts` – delete', 'delete src/old.ts', ''],
    ['- `src/old.ts` – deleted because x', 'delete src/old.ts', 'because x'],
    ['- Delete `src/old.ts` – x', 'delete src/old.ts', 'x'],
    ['- ~~`src/old.ts`~~\n- `src/old.ts`: remove. x', 'delete src/old.ts', 'x'],
    ['- `src/sums.ts` – rename from `src/old.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – renamed from `src/old.ts`: x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` (renamed from `src/old.ts`) – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` (rename from `src/old.ts`, ~20) – x', 'rename src/old.ts src/sums.ts', '~20) – x'],
    ['- `src/sums.ts` – **rename** from `src/old.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – **rename from `src/old.ts`** – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – moved from `src/old.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – add (moved from `src/old.ts`) – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – rename – from `src/old.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/sums.ts` – rename `src/old.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/old.ts` → `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/old.ts` -> `src/sums.ts` – rename – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- **`src/old.ts`** → **`src/sums.ts`**: x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/old.ts` – rename to `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- `src/old.ts` – move → `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- Rename `src/old.ts` to `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['- Move: `src/old.ts` → `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
    ['### Deleted files\n- `src/old.ts` – x', 'delete src/old.ts', 'x'],
    ['**Remove**\n- `src/old.ts` – x', 'delete src/old.ts', 'x'],
    ['### Renames\n### Rename\n- `src/old.ts` → `src/sums.ts` – x', 'rename src/old.ts src/sums.ts', 'x'],
  ])('reads %j', (list, action, description) => {
    expect(actions(list)).toEqual([action]);
    expect(read(`## Files\n${list}\n## Replies\n1. Done.`).files[0]?.description).toBe(description);
  });

  test.each([
    '- `src/model.ts` – delete button gets a class',
    '- `src/model.ts` – remove the file input from the form',
    '- `src/model.ts` – delete, edit and add are one form',
    '- `src/model.ts` – removes `parse`, nobody calls it',
    '- `src/model.ts` – remove from `src/old.ts` what is here',
    '- `src/model.ts` – rename `foo()` to `bar()`',
    '- `src/model.ts` – change – rename `Line.sum` to `Line.total`',
    '- `src/model.ts` – change – move `parse` here from `src/old.ts`',
    '- `src/model.ts` – moved from `src/old.ts`: the parser',
    '- `src/model.ts` – rename to `README.md`',
    '- `src/model.ts` – rename from `src/none.ts`',
    '- `src/model.ts` → `README.md`',
    '- `src/model.ts` – moves to `next.tick` what it did at once',
    '- `src/model.ts` – add – it is there',
  ])('takes %j for a change of that file', (list) => {
    expect(actions(list)).toEqual(['change src/model.ts']);
  });

  test('a file that is said to stay as it is has no part in it', () => {
    expect(
      actions('- `src/model.ts` – unchanged\n- `index.html` (no changes)\n- `README.md` – change – x'),
    ).toEqual(['change README.md']);
  });

  test('what is not there is added, whatever the plan calls it, but not deleted', () => {
    expect(actions('- `a.ts` – change – x\n- `b.ts` – rename from `c.ts` – x')).toEqual([
      'add a.ts',
      'add b.ts',
    ]);
    expect(read('## Files\n- `a.ts` – delete – x\n## Replies\n1. Done.')).toMatchObject({
      files: [],
      refused: [{ path: 'a.ts', reason: 'there is no such file to delete' }],
    });
  });

  test('a rename says once more that the old path goes, or is changed, without harm', () => {
    const renamed = '- `src/sums.ts` – rename from `src/old.ts` – x';
    expect(actions(`${renamed}\n- \`src/old.ts\` – delete – moved`)).toEqual([
      'rename src/old.ts src/sums.ts',
    ]);
    expect(actions(`- \`src/old.ts\` – change – y\n${renamed}`)).toEqual(['rename src/old.ts src/sums.ts']);
    expect(actions(`${renamed}\n- \`src/b.ts\` – rename from \`src/old.ts\` – x`)).toEqual([
      'rename src/old.ts src/sums.ts',
    ]);
  });

  test('a file is not both changed and deleted', () => {
    expect(actions('- `src/old.ts` – delete – x\n- `src/old.ts` – change – x')).toEqual([
      'change src/old.ts',
    ]);
    expect(actions('- `src/old.ts` – delete – x\n- `src/old.ts` – delete – x')).toEqual([
      'delete src/old.ts',
    ]);
  });

  test('a path in brackets, a nested item, several uses of files that are there', () => {
    const list =
      '- `src/pages/[id].tsx` – change – x. Uses `src/model.ts`, `index.html` and `none.ts`.\n  - Uses more';
    expect(read(`## Files\n${list}\n## Replies\n1. Done.`).files).toMatchObject([
      { path: 'src/pages/[id].tsx', action: 'change', uses: ['src/model.ts', 'index.html'] },
    ]);
  });

  test.each([
    'None',
    'None.',
    '- None',
    '*None*',
    '_No file has to change._',
    '(none)',
    'No changes needed.',
    'Nothing.',
    'n/a',
    '–',
    '',
  ])('there are none where the section says %j', (section) => {
    expect(
      read(`## Change\n\n## Files\n${section}\n\n## Replies\n1. Nothing to do here, since it works.`),
    ).toMatchObject({
      files: [],
      replies: ['Nothing to do here, since it works.'],
    });
  });

  test.each([
    ['', 'it has no list of files'],
    ['Sure, I will do that.', 'it has no list of files'],
    ['## Change\nx\n## Files\n| a.ts | change |\n## Replies\n1. Done.', 'it has no list of files'],
    ['## Files\n```\nsrc/model.ts\n```\n## Replies\n1. Done.', 'it has no list of files'],
    ['## Change\nx\n## Replies\n1. Done.', 'it has no list of files'],
    ['## Files\nNone', 'it names no file and gives no reply'],
    ['## Files\n- `src/` – delete – x\n## Replies\n1. Done.', 'it lists folders'],
  ])('cannot be read in %j', (text, reason) => {
    expect(readChange(text, 1, RULES)).toEqual({ unreadable: expect.stringContaining(reason) });
  });

  test('a plan without a list whose replies all ask for nothing is read', () => {
    expect(read('## Replies\n1. –\n2. –', 2)).toMatchObject({ files: [], replies: [null, null] });
  });

  test('a list in a reply is no list of files', () => {
    const text =
      '## Files\n- `src/model.ts` – change – x\n\n## Replies\n1. Done in:\n\n**Files**\n- `README.md`\n';
    expect(read(text).files.map(({ path }) => path)).toEqual(['src/model.ts']);
  });
});

describe('paths that may not be', () => {
  test('S36 an impossible path is refused, a rename to one too', () => {
    const text =
      '## Files\n- `../a.ts` – add – x\n- `.git/config` – rename from `src/old.ts` – x\n## Replies\n1. D';
    expect(read(text)).toMatchObject({ files: [], refused: [{ path: '../a.ts' }, { path: '.git/config' }] });
  });

  test('S37 a protected file is changed only beside the branch, and never deleted', () => {
    const rules = { existing: new Set([...existing, 'legal/terms.md', 'LEGAL/old.md']) };
    const list = [
      '- `.github/workflows/ci.yml` – change – x',
      '- `legal/terms.md` – delete – x',
      '- `LEGAL/old.md` – delete – x',
      '- `legal/new.md` – rename from `src/old.ts` – x',
      '- `.github/CODEOWNERS` – delete – x',
    ];
    const { files, refused } = read(`## Files\n${list.join('\n')}\n## Replies\n1. D`, 1, rules);
    expect(files).toMatchObject([
      { path: '.github/workflows/ci.yml', action: 'change', setAside: expect.stringContaining('GitHub') },
      { path: 'legal/new.md', action: 'rename', setAside: expect.any(String) },
    ]);
    expect(refused.map(({ path }) => path)).toEqual(['legal/terms.md', 'LEGAL/old.md', '.github/CODEOWNERS']);
  });

  test('S37 a protected file is not renamed away', () => {
    const text = '## Files\n- `ci.yml` – rename from `.github/workflows/ci.yml` – x\n## Replies\n1. D';
    expect(read(text).files).toMatchObject([{ path: 'ci.yml', setAside: expect.stringContaining('GitHub') }]);
  });

  test('a file that cannot be written as text can be deleted all the same', () => {
    expect(actions('- `package-lock.json` – delete – x\n- `logo.png` – delete – x')).toEqual([
      'delete package-lock.json',
      'delete logo.png',
    ]);
  });

  test('S38 two new paths that differ in letter case alone, and what the place refuses', () => {
    const refusePath = (path: string) => (path === 'c.ts' ? 'there is a folder of that name' : null);
    const text = '## Files\n- `a.ts` – add – x\n- `A.ts` – add – x\n- `c.ts` – add – x\n## Replies\n1. D';
    expect(read(text, 1, { refusePath })).toMatchObject({
      files: [{ path: 'a.ts' }],
      refused: [{ path: 'A.ts' }, { path: 'c.ts', reason: 'there is a folder of that name' }],
    });
  });

  test('S39 a change of too many files is refused with both numbers', () => {
    const text = '## Files\n- `README.md` – change – x\n- `src/old.ts` – delete – x\n## Replies\n1. D';
    expect(() => read(text, 1, { maxFiles: 1 })).toThrow(new TooManyFilesError(2, 1).message);
  });
});

describe('replies', () => {
  test.each([
    ['1. Done.\n2. No.', ['Done.', 'No.']],
    ['1) Done.\n2) No.', ['Done.', 'No.']],
    ['- 1: Done.\n- 2: No.', ['Done.', 'No.']],
    ['- 1. Done.\n- 2. No.', ['Done.', 'No.']],
    ['**1.** Done.\n\n**2.** No.', ['Done.', 'No.']],
    ['- **1.** – Done.\n- **2:** No.', ['Done.', 'No.']],
    ['1 – Done.\n2 – No.', ['Done.', 'No.']],
    ['[1] Done.\n[2] No.', ['Done.', 'No.']],
    ['### 1\nDone.\n### 2\nNo.', ['Done.', 'No.']],
    ['## 1.\nDone.\n## 2.\nNo.', ['Done.', 'No.']],
    ['Remark 1: Done.\nRemark 2: No.', ['Done.', 'No.']],
    ['- Done.\n- No.', ['Done.', 'No.']],
    ['1. Done.\n1. No.', ['Done.', 'No.']],
    ['2. No.\n1. Done.', ['Done.', 'No.']],
    ['Here they are:\n\n1. Done.\n2. No.', ['Done.', 'No.']],
    ['1. **Sort:** done.\n2. _No._', ['**Sort:** done.', '_No._']],
    ['**1. Sort:** done.\n**2. Else:** no.', ['**Sort:** done.', '**Else:** no.']],
    ['1. Done.\n2. –', ['Done.', null]],
    ['1. -\n2. —', [null, null]],
    ['1. Nothing.\n2. (nothing asked)', [null, null]],
    ['1. None\n2. – (thanks)', [null, null]],
    ['1. (Done in `a.ts`.)\n2. Nothing changes there.', ['(Done in `a.ts`.)', 'Nothing changes there.']],
    [`1. – (${'Done. '.repeat(12)})\n2. x`, [`– (${'Done. '.repeat(12)})`, 'x']],
    ['1. Done.', ['Done.', '']],
    ['2. No.', ['', 'No.']],
    ['1. Done.\n2.', ['Done.', '']],
    ['', ['', '']],
    ['Done, both.', ['', '']],
    ['- Done.', ['', '']],
    ['1. Two steps:\n   1. one\n   2. two\n2. No.', ['Two steps:\n1. one\n2. two', 'No.']],
    ['1. Steps:\n1. one\n\n2. No.', ['Steps:\n1. one', 'No.']],
    ['1. So:\n```\n2. code\n```\n2. No.', ['So:\n```\n2. code\n```', 'No.']],
    ['1. So:\n   - a\n     - b\n2. No.', ['So:\n- a\n  - b', 'No.']],
    ['1. Since\n2.5 per cent\n2. No.', ['Since\n2.5 per cent', 'No.']],
    ['1. Done.\n2. No.\n3. More.', ['Done.', 'No.\n3. More.']],
  ])('of two remarks in %j', (section, expected) => {
    expect(replies(section, 2)).toEqual(expected);
  });

  test.each([
    ['Done, thank you.', ['Done, thank you.']],
    ['1. Done.', ['Done.']],
    ['- Done.', ['Done.']],
    ['Done:\n1. one\n2. two', ['Done:\n1. one\n2. two']],
    ['–', [null]],
  ])('of one remark in %j', (section, expected) => {
    expect(replies(section, 1)).toEqual(expected);
  });

  test('are found whatever the heading', () => {
    const plan = (heading: string) => `## Files\nNone\n\n${heading}\n1. Done.\n`;
    for (const heading of [
      '## Replies',
      '# Replies:',
      '**Replies**',
      '## 3. Reply',
      '### Answers to the remarks',
    ]) {
      expect(read(plan(heading)).replies).toEqual(['Done.']);
    }
  });
});

describe('writing', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-.[]'), minLength: 1, maxLength: 8 });
  const newPath = fc
    .array(name, { minLength: 1, maxLength: 3 })
    .map((names) => `new/${names.join('/')}.ts`)
    .filter((path) => !/\/[-.]|\.\.|\.\/|~|\/(?:con|aux|nul|prn)\b/i.test(path));
  const words = fc
    .array(
      fc.constantFrom('the', 'page', '`foo()`', 'delete', 'it', '–', 'is', '(new)', 'rename', 'and', '2.'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((some) => `does ${some.join(' ')} so.`);
  const line = fc.string({ unit: fc.constantFrom(...'ab *_-`1.)#:'), maxLength: 20 });
  const reply = fc.oneof(
    fc.constant(null),
    fc
      .array(fc.oneof(line, fc.constantFrom('```', '2. x', '## Files', '- `a.ts` – delete', '    deep')), {
        maxLength: 4,
      })
      .map((lines) => ['Done:', ...lines].join('\n').trim()),
  );
  const change: fc.Arbitrary<Change> = fc
    .record({
      added: fc.uniqueArray(newPath, { maxLength: 4, selector: (path) => path.toLowerCase() }),
      changed: fc.subarray(['src/model.ts', 'src/pages/[id].tsx']),
      removed: fc.subarray(['logo.png', 'index.html']),
      renamed: fc.boolean(),
      description: words,
      lines: fc.option(fc.integer({ min: 1, max: 999 })),
      replies: fc.array(reply, { minLength: 1, maxLength: 4 }),
    })
    .map(({ added, changed, removed, renamed, description, lines, replies }) => {
      const other = { from: null, lines, description, uses: [] };
      return {
        files: [
          ...changed.map((path) => ({ ...other, path, action: 'change' as const, uses: ['README.md'] })),
          ...added.map((path) => ({ ...other, path, action: 'add' as const })),
          ...removed.map((path) => ({ ...other, path, action: 'delete' as const })),
          ...(renamed ? [{ ...other, path: 'src/z.ts', action: 'rename' as const, from: 'src/old.ts' }] : []),
        ],
        replies,
      };
    })
    .filter(({ files, replies }) => files.length > 0 || replies.some((said) => said !== null));

  test('a change that is written is read as it was', () => {
    fc.assert(
      fc.property(change, (written) => {
        const made = read(`## Change\nx\n\n${writeChange(written)}`, written.replies.length);
        expect(made.refused).toEqual([]);
        expect(made.files).toEqual(written.files.map((file) => ({ ...file, setAside: null })));
        expect(made.replies).toEqual(written.replies);
      }),
    );
  });

  test('a list that was asked for is a part of the plan', () => {
    const file = {
      path: 'src/old.ts',
      action: 'delete',
      from: null,
      lines: null,
      description: 'x',
      uses: [],
    } as const;
    const plan = changeFromList('## Change\nJust prose.', { files: [file], replies: ['Done.'] }, RULES);
    expect(plan.text).toBe(
      '## Change\nJust prose.\n\n## Files\n- `src/old.ts` – delete – x\n\n## Replies\n1. Done.\n',
    );
    expect(read(plan.text).files).toEqual(plan.files);
    expect(() => changeFromList('', { files: [], replies: [''] }, RULES)).toThrow('The plan of the change');
  });
});

test('S44 a hostile plan of a change takes time that grows with its length', () => {
  const hostile = [
    '- `a` – delete '.repeat(20_000),
    '- delete '.repeat(50_000),
    `- \`src/old.ts\` – ${'rename from '.repeat(30_000)}`,
    `- \`src/old.ts\`${' –'.repeat(100_000)}x`,
    `- \`a.ts\` ${'('.repeat(200_000)}`,
    `- \`a.ts\` (new, ${'1'.repeat(200_000)}`,
    `- Delete${' '.repeat(200_000)}\`a\``,
    '- `a.ts` – change – x. Uses `README.md`\n'.repeat(10_000),
  ];
  const time = cpuTime(() => {
    for (const text of hostile) {
      const rules = { ...RULES, maxFiles: 1e6 };
      readChange(`## Files\n${text}\n## Replies\n1. x`, 1, rules);
      readChange(`## Files\n- \`a.ts\`\n## Replies\n${text}`, 9, rules);
      readChange(`## Replies\n1. ${'1. '.repeat(100_000)}${text}`, 9, rules);
    }
  });
  expect(time).toBeLessThan(3_000);
});
