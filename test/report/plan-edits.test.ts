import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { type PlanEdits, readPlanEdits } from '../../src/report/plan-edits.js';
import { layoutOfPlan, readFileList } from '../../src/smol/file-list.js';
import { cpuTime } from '../support/cpu-time.js';
import { hostileMarkdown } from './reading.js';
import { file, view } from './views.js';

const PLAN = `# Notes

A page that keeps notes for <you>. Open \`index.html\`.

## Contract

**Scripts.** \`js/app.js\` last, see \`<script src="js/store.js">\`.
- \`addNote(text)\` → note [id]
- \`loadNotes()\` → notes

\`\`\`js
import { load } from 'js/store.js';
const notes = load();
\`\`\`

## Files

- \`js/app.js\` (~140) – keeps the notes. Uses \`js/store.js\`, \`index.html\`.
- \`js/store.js\` (~110) – stores <them>; all at once. Uses \`js/model.js\`.
- \`js/model.js\` (~80) – what a note is.
- \`index.html\` (~20) – the page. Uses all \`js/\` files.
- \`.github/workflows/ci.yml\` (~10) – checks it.
- \`README.md\` (~9)
`;

/** The comment on a plan that waits, as it is posted. */
function posted(plan: string): string {
  const list = readFileList(plan);
  if (list.kind === 'none') throw new Error(list.reason);
  const files = list.entries.map((entry) =>
    file(entry.path, {
      description: entry.description,
      uses: entry.uses,
      state: 'waiting',
      lines: null,
      setAside: entry.path.startsWith('.github/') ? { reason: 'protected', content: null } : null,
    }),
  );
  const quote = { tokens: 31_000, costUsd: 0.33 };
  return renderPlanComment(
    view({ phase: 'planned', planText: plan, files, quote, pullRequest: null, finishedAt: null }),
  );
}

const SHOWN = posted(PLAN);

/** What is made of our comment after somebody put one text in the place of another. */
function edit(...changes: readonly (readonly [from: string, to: string])[]): PlanEdits {
  let edited = SHOWN;
  for (const [from, to] of changes) {
    expect(edited).toContain(from);
    edited = edited.replace(from, () => to);
  }
  return readPlanEdits({ shown: SHOWN, edited, plan: PLAN });
}

function planOf(edits: PlanEdits): string {
  if (edits.kind !== 'edited') throw new Error(JSON.stringify(edits));
  return edits.plan;
}

function pathsOf(plan: string): string[] {
  const list = readFileList(plan);
  return list.kind === 'none' ? [] : list.entries.map(({ path }) => path);
}

/** The lines of a plan that another one has not. */
function linesOnlyIn(plan: string, other: string): string[] {
  const lines = other.split('\n');
  return plan.split('\n').filter((line) => !lines.includes(line));
}

describe('a plan that was not edited', () => {
  test('is the same, with other line ends and spaces too', () => {
    expect(edit()).toEqual({ kind: 'same' });
    const edited = SHOWN.replaceAll('\n', '  \r\n');
    expect(readPlanEdits({ shown: SHOWN, edited, plan: PLAN })).toEqual({ kind: 'same' });
  });

  test.each([
    ['the progress line', '31 s · $0.03', '32 s'],
    ['the headline', 'The plan: 5 files', 'Our plan'],
    ['the price', 'at most 31k tokens', 'at most 1 token'],
    ['facts behind a file', '- [x] `README.md`', '- [x] `README.md` · 12 lines'],
    ['the fold', 'What the model was asked', 'What was asked'],
    ['what is in it', 'Build a page for', 'Build two pages for'],
    ['the small print', '/smol plan', '/smol something'],
    ['words in front of the plan', '### Notes', 'Looks good to me!\n\n### Notes'],
    ['words at the end', '</sub>\n', '</sub>\n\nThanks!\n'],
    ['blank lines', '#### Files\n', '#### Files\n\n\n'],
    ['a heading of the list', '#### Files', '#### All files'],
    ['its loss', '#### Files\n', ''],
    ['a new line that is not ticked', '- [x] `README.md`', '- [ ] `b.js`\n- [x] `README.md`'],
    ['lines in another order', '- [x] `README.md`\n', ''],
  ])('is the same after a change of %s', (name, from, to) => {
    const moved: readonly (readonly [string, string])[] = name.startsWith('lines')
      ? [['#### Files\n\n', '#### Files\n\n- [x] `README.md`\n']]
      : [];
    expect(edit([from, to], ...moved)).toEqual({ kind: 'same' });
  });

  test('is the same whatever the model wrote, and a new path changes nothing else', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(hostileMarkdown, hostileMarkdown, fc.boolean(), (introduction, contract, isTitled) => {
        const plan = `${isTitled ? '# T\n' : ''}${introduction}\n## Contract\n${contract}\n\n## Files\n- \`a.js\` – ${introduction.slice(0, 40).replace(/\s+/g, ' ')}\n- \`b.js\``;
        fc.pre(pathsOf(plan).join() === 'a.js,b.js');
        const shown = posted(plan);
        const edited = shown.replaceAll('\n', ' \r\n');
        expect(readPlanEdits({ shown, edited, plan })).toEqual({ kind: 'same' });
        // A lone carriage return ends a line in the comment and none in the plan.
        fc.pre(!/\r(?!\n)/.test(plan));
        const more = readPlanEdits({ shown, edited: edited.replace('- [x] `b.js`', '- [x] `c.js`'), plan });
        const { lines } = layoutOfPlan(plan.replace(/\r\n?/g, '\n'));
        expect(planOf(more)).toBe(lines.join('\n').replace('- `b.js`', '- `c.js`'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an edited list', () => {
  test.each([
    ['unticked', '- [x] `js/model.js`', '- [ ] `js/model.js`'],
    ['unticked without a space', '- [x] `js/model.js`', '- [] `js/model.js`'],
    ['deleted', '- [x] `js/model.js` – what a note is\n', ''],
  ])('leaves out a file that is %s, and where another uses it', (_, from, to) => {
    const edits = edit([from, to]);
    expect(edits).toMatchObject({ sentences: ['Without `js/model.js`.'] });
    expect(pathsOf(planOf(edits))).toEqual([
      'js/app.js',
      'js/store.js',
      'index.html',
      '.github/workflows/ci.yml',
      'README.md',
    ]);
    expect(linesOnlyIn(planOf(edits), PLAN)).toEqual([
      '- `js/store.js` (~110) – stores <them>; all at once.',
    ]);
  });

  test.each([
    [
      'as the others',
      '- [x] `js/d.js` – draws. Uses `js/model.js`.',
      '- `js/d.js` – draws. Uses `js/model.js`.',
    ],
    ['without a box', '- `js/d.js`: draws', '- `js/d.js` – draws'],
    ['without backticks', '* js/d.js - draws', '- `js/d.js` – draws'],
    ['by its path alone', '- js/d.js', '- `js/d.js`'],
    ['without a bullet', '[x] ./js/d.js', '- `js/d.js`'],
    ['as a bare path', 'js/d.js', '- `js/d.js`'],
    ['with a length', '- [X] **`js/d.js`** (~40) draws', '- `js/d.js` – (~40) draws'],
    ['with words below it', '- [x] `js/d.js`\n  draws\n  - lines', '- `js/d.js` – draws lines'],
  ])('gets a file that is written %s', (_, line, written) => {
    const edits = edit(['- [x] `js/model.js`', `${line}\n- [x] \`js/model.js\``]);
    expect(edits).toMatchObject({ sentences: ['Added `js/d.js`.'] });
    expect(linesOnlyIn(planOf(edits), PLAN)).toEqual([written]);
    expect(pathsOf(planOf(edits)).slice(0, 4)).toEqual([
      'js/app.js',
      'js/store.js',
      'js/d.js',
      'js/model.js',
    ]);
  });

  test.each([
    ['first', '#### Files\n\n', '#### Files\n\n- [x] `d.js`\n', 0],
    ['last', '- [x] `README.md`\n', '- [x] `README.md`\n- d.js\n', 6],
    ['after a gap', '- [x] `README.md`\n', '- [x] `README.md`\n\n- d.js\n', 6],
  ])('takes a new file where it stands: %s', (_, from, to, at) => {
    expect(pathsOf(planOf(edit([from, to])))[at]).toBe('d.js');
  });

  test('follows a new path to wherever the plan has the old one in code', () => {
    const edits = edit(['`js/store.js` – stores', '`js/disk.js` – stores']);
    expect(edits).toMatchObject({ sentences: ['`js/store.js` is now `js/disk.js`.'] });
    expect(linesOnlyIn(planOf(edits), PLAN)).toEqual([
      '**Scripts.** `js/app.js` last, see `<script src="js/disk.js">`.',
      "import { load } from 'js/disk.js';",
      '- `js/app.js` (~140) – keeps the notes. Uses `js/disk.js`, `index.html`.',
      '- `js/disk.js` (~110) – stores <them>; all at once. Uses `js/model.js`.',
    ]);
  });

  test('lets two files change their places', () => {
    const edits = edit(
      ['`js/store.js` – stores', '`js/x.js` – stores'],
      ['`js/model.js` – what', '`js/store.js` – what'],
    );
    expect(pathsOf(planOf(edits)).slice(1, 3).sort()).toEqual(['js/store.js', 'js/x.js']);
  });

  test('takes other words as they are written, and keeps the rest of the line', () => {
    const edits = edit(['stores &lt;them&gt;; all at once', 'stores `one`, with @bob’s <b>']);
    expect(edits).toMatchObject({ sentences: ['`js/store.js`: other words.'] });
    expect(linesOnlyIn(planOf(edits), PLAN)).toEqual([
      '- `js/store.js` (~110) – stores `one`, with @bob’s <b>. Uses `js/model.js`.',
    ]);
  });

  test('takes a file in the place of another for what it is', () => {
    expect(edit(['- [x] `js/model.js` – what a note is', '- [x] `css/a.css` – colours'])).toMatchObject({
      sentences: ['Without `js/model.js`.', 'Added `css/a.css`.'],
    });
  });

  test('says everything that is different, in order', () => {
    expect(
      edit(
        ['- [x] `js/app.js`', '- [ ] `js/app.js`'],
        ['`js/store.js` – stores &lt;them&gt;;', '`js/disk.js` – stores this;'],
        ['- [x] `README.md`', '- [x] `LICENSE`\n- [x] `README.md`'],
        ['A page that', 'A site that'],
        ['→ note', '→ {note}'],
      ),
    ).toMatchObject({
      sentences: [
        'Without `js/app.js`.',
        '`js/store.js` is now `js/disk.js`.',
        'Added `LICENSE`.',
        '`js/disk.js`: other words.',
        '1 line of the introduction changed.',
        '1 line of the contract changed.',
      ],
    });
  });
});

describe('edited words', () => {
  test.each([
    [
      'a line of the contract',
      '- `addNote(text)` → note \\[id\\]',
      '- `addNote(text, at)` → note [id]',
      ['- `addNote(text, at)` → note [id]'],
      '1 line of the contract changed.',
    ],
    [
      'a new line',
      '- `loadNotes()`',
      '- `x()`\n- `loadNotes()`',
      ['- `x()`'],
      '1 line of the contract changed.',
    ],
    [
      'a line of code, and the block with it',
      'const notes = load();',
      'const notes = await load();',
      ['const notes = await load();'],
      '1 line of the contract changed.',
    ],
    [
      'a heading',
      '#### Contract',
      '#### Contract and rules',
      ['## Contract and rules'],
      '1 line of the contract changed.',
    ],
    ['the title', '### Notes', '### My notes', ['# My notes'], '1 line of the introduction changed.'],
    [
      'a paragraph more',
      '\n\n#### Files',
      '\n\nIn German.\n\n#### Files',
      ['In German.'],
      '1 line of the introduction changed.',
    ],
    [
      'a line at the end',
      '```\n\n**Set aside',
      '```\n\nNo more.\n\n**Set aside',
      ['No more.'],
      '1 line of the contract changed.',
    ],
  ])('come into the plan: %s', (_, from, to, lines, sentence) => {
    const edits = edit([from, to]);
    expect(edits).toMatchObject({ sentences: [sentence] });
    expect(linesOnlyIn(planOf(edits), PLAN)).toEqual(lines);
    expect(pathsOf(planOf(edits))).toEqual(pathsOf(PLAN));
  });

  test('leave the lines around them as the model wrote them', () => {
    const edits = edit(['- `loadNotes()` → notes\n', '']);
    expect(planOf(edits)).toBe(PLAN.replace('- `loadNotes()` → notes\n', ''));
  });

  test('are told apart where list and contract were changed at their border', () => {
    const edits = edit([
      '- [x] `README.md`\n\n#### Contract\n',
      '- [x] `LICENSE`\n- [x] `docs/a.md` – more\n\n#### The contract\n',
    ]);
    expect(pathsOf(planOf(edits)).slice(-2)).toEqual(['LICENSE', 'docs/a.md']);
    expect(planOf(edits)).toContain('## The contract\n\n**Scripts.**');
  });

  test('may be all new', () => {
    const edited = `${SHOWN.split('\n')[0]}\n\n- [x] \`a.py\` – all of it\n`;
    expect(readPlanEdits({ shown: SHOWN, edited, plan: PLAN }).kind).not.toBe('same');
  });
});

describe('an edit that cannot be read', () => {
  test.each([
    [
      'the first line is gone',
      '<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->\n',
      '',
      'The first line of the comment must stay as it was: `<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->`.',
    ],
    [
      'a line has no path',
      '- [x] `README.md`',
      '- [x] – and docs',
      /^A line of the list has no path \(`- \[x\] – and docs`\): it must look like `- \[x\]/,
    ],
    ['a line has an empty path', '- [x] `README.md`', '- [x]', /has no path/],
    ['a line has only words', '- [x] `README.md`', '- [x] please add tests', /has no path/],
    [
      'a path stands twice',
      '- [x] `README.md`',
      '- [x] `js/app.js`',
      '`js/app.js` stands in the plan twice: every file must have a line and a path of its own.',
    ],
    [
      'a path is in the plan already',
      '- [x] `README.md`',
      '- [x] `README.md`\n- .github/workflows/ci.yml',
      /stands in the plan twice/,
    ],
    ['code stays open', '\n\n**Set aside', '\n\n```js\n\n**Set aside', /cannot be read/],
    [
      'a path cannot be written',
      '- [x] `README.md`',
      '- [x] ``a`b.md``',
      /^With these edits the list of files cannot be read/,
    ],
  ])('says so: %s', (_, from, to, reason) => {
    const edits = edit([from, to]);
    expect(edits).toMatchObject({
      kind: 'malformed',
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
  });

  test('says so when no file is left', () => {
    const none = { kind: 'malformed', reason: 'No file is left in the list: at least one must be ticked.' };
    const unticked = SHOWN.replaceAll('- [x]', '- [ ]');
    const deleted = SHOWN.replace(/^- \[x\].*\n/gm, '');
    for (const edited of [unticked, deleted]) {
      expect(readPlanEdits({ shown: SHOWN, edited, plan: PLAN })).toEqual(none);
    }
  });

  const LONG = PLAN.replace('- `loadNotes()` → notes', `${'- a rule of `many`\n'.repeat(6000)}- the last`);

  test('says so where the plan is cut, and takes everything else', () => {
    const shown = posted(LONG);
    const at = (from: string, to: string) => {
      expect(shown).toContain(from);
      return readPlanEdits({ shown, edited: shown.replace(from, () => to), plan: LONG });
    };
    expect(at('*… cut here', '- one more\n\n*… cut here').kind).toBe('malformed');
    expect(at('cut here; the whole plan', 'no').kind).toBe('malformed');
    expect(at('run summary](https://github.com/octo/demo/actions/runs/1).*\n', 'run').kind).toBe('malformed');
    const edits = at('- `addNote(text)` → note \\[id\\]', '- `add()`');
    expect(planOf(edits)).toBe(LONG.replace('- `addNote(text)` → note [id]', '- `add()`'));
    expect(pathsOf(planOf(at('- [x] `README.md`', '- [x] `b.md`')))).toContain('b.md');
  });

  test('says so where a very long list is cut', () => {
    const many = Array.from(
      { length: 900 },
      (_, index) => `- \`${'deep/'.repeat(20)}${index}.js\` – ${index}`,
    );
    const plan = `# T\nText.\n\n## Files\n${many.join('\n')}\n`;
    const shown = posted(plan);
    expect(shown).toContain('- … and ');
    const edited = shown.replace(/- … and .*\n/, '');
    expect(readPlanEdits({ shown, edited, plan }).kind).toBe('malformed');
    const added = readPlanEdits({ shown, edited: shown.replace(/(- … and .*\n)/, '$1- d.js\n'), plan });
    expect(pathsOf(planOf(added))).toHaveLength(901);
    expect(readPlanEdits({ shown, edited: shown.replaceAll('\n', '\r\n'), plan })).toEqual({ kind: 'same' });
  });
});

describe('any edits', () => {
  const NAMES = [
    'a.js',
    'src/b.ts',
    'c.css',
    'lib/d/e.py',
    'index.html',
    'README.md',
    'Makefile',
    'f.test.ts',
    'app/[id]/page.tsx',
    'g h.txt',
  ];
  const WORDS = fc.stringMatching(/^[a-z][a-z `<>*_]{0,30}[a-z]$/);
  const plans = fc
    .record({
      names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
      words: fc.array(WORDS, { minLength: 10, maxLength: 10 }),
      introduction: WORDS,
      contract: fc.array(
        fc.oneof(WORDS, fc.constantFrom('', '```js\nlet a;\n```', '### Part', '- `a.js` starts')),
        {
          maxLength: 8,
        },
      ),
    })
    .map(({ names, words, introduction, contract }) => {
      const items = names.map(
        (name, index) => `- \`${name}\` (~${index + 1}) – ${words[index] ?? ''}. Uses \`${names[0] ?? ''}\`.`,
      );
      return {
        names,
        text: `# T\n${introduction}\n\n## Contract\n${contract.join('\n')}\n\n## Files\n${items.join('\n')}\n`,
      };
    });
  const edits = fc.array(
    fc.record({
      kind: fc.constantFrom('untick', 'delete', 'add', 'rename', 'reword'),
      at: fc.nat({ max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  type Line = { path: string; line: string; isIn: boolean };

  /** What a person does to the list, line by line. */
  function change(lines: Line[], { kind, at }: { kind: string; at: number }, step: number): void {
    const index = at % (lines.length + 1);
    if (kind === 'add') {
      lines.splice(index, 0, { path: `new/${step}.js`, line: `- new/${step}.js`, isIn: true });
      return;
    }
    const line = lines[index];
    if (line === undefined) return;
    if (kind === 'delete') lines.splice(index, 1);
    if (kind === 'untick')
      Object.assign(line, {
        line: line.line.replace('[x]', '[ ]'),
        isIn: !line.line.includes('[x]') && line.isIn,
      });
    if (kind === 'rename') {
      const path = `renamed/${step}.js`;
      Object.assign(line, { line: line.line.replace(line.path, () => path), path });
    }
    if (kind === 'reword') line.line += ` and step ${step}`;
  }

  test('give the list that a person expects, and leave the contract alone', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plans, edits, fc.boolean(), (plan, steps, isCrlf) => {
        const shown = posted(plan.text);
        const list = shown.match(/^- \[x\] .*$/gm) ?? [];
        expect(list).toHaveLength(plan.names.length);
        const lines = plan.names.map((path, index) => ({ path, line: list[index] ?? '', isIn: true }));
        for (const [step, each] of steps.entries()) change(lines, each, step);
        const written = lines.map(({ line }) => line).join('\n');
        const text = shown.replace(list.join('\n'), () => written);
        const edited = isCrlf ? text.replaceAll('\n', ' \r\n') : text;
        const expected = lines.filter(({ isIn }) => isIn).map(({ path }) => path);
        const result = readPlanEdits({ shown, edited, plan: plan.text });
        if (expected.length === 0) {
          expect(result.kind).toBe('malformed');
          return;
        }
        expect(result.kind === 'malformed' ? result.reason : '').toBe('');
        const now = result.kind === 'edited' ? result.plan : plan.text;
        expect(pathsOf(now)).toEqual(expected);
        const isContract = (line: string) => !line.startsWith('- `');
        expect(now.split('\n').filter(isContract)).toEqual(plan.text.split('\n').filter(isContract));
      }),
      { numRuns: 500 },
    );
  });

  test('of hostile length take no time', () => {
    const lines = [
      '`'.repeat(30_000),
      ' '.repeat(30_000),
      '- '.repeat(15_000),
      '- [x] '.repeat(5_000),
      'Uses `a`, '.repeat(3_000),
      `${'('.repeat(15_000)}x`,
      `- [x] \`a.js\`${' · *x*'.repeat(5000)}`,
      'x\n'.repeat(30_000),
      '- x.js\n'.repeat(8_000),
      `- [x] \`${'a/'.repeat(15_000)}\` – y`,
    ];
    const time = cpuTime(() => {
      for (const line of lines) {
        edit(['- [x] `js/model.js`', `${line}\n- [x] \`js/model.js\``]);
        edit(['- `loadNotes()`', `${line}\n- \`loadNotes()\``], ['js/store.js', 'js/disk.js']);
        edit(['`README.md`', `\`README.md\` ${line}`]);
      }
    });
    expect(time).toBeLessThan(5000);
  });

  test('of any kind never make us throw', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        hostileMarkdown,
        fc.nat({ max: SHOWN.length }),
        fc.nat({ max: 200 }),
        (text, at, length) => {
          const edited = SHOWN.slice(0, at) + text + SHOWN.slice(at + length);
          const result = readPlanEdits({ shown: SHOWN, edited, plan: PLAN });
          if (result.kind === 'edited') expect(pathsOf(result.plan).length).toBeGreaterThan(0);
          if (result.kind === 'malformed') expect(result.reason).toMatch(/^[A-Z`].*\.$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
