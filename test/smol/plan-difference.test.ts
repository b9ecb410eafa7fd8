import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/smol/events.js';
import { readPlan } from '../../src/smol/plan.js';
import { comparePlans, filesToMake } from '../../src/smol/plan-difference.js';

const PLAN = `# Counter
A page that counts.

## Contract
\`#count\` is made by \`index.html\`.
\`add(n: number): void\` of \`count.js\` adds.

## Files
- \`count.js\` (~90) – counts. Uses \`store.js\`.
- \`index.html\` (~20) – the page. Uses \`count.js\`.
- \`store.js\` (~10) – keeps the number.
- \`README.md\` (~5) – how to start it.
`;

const CONTENTS = new Map([
  ['count.js', "import { keep } from './store.js';\nexport function add(n) {}\n"],
  ['index.html', '<p id="count"></p><script>add(1)</script>\n'],
  ['store.js', 'export function keep(n) {}\n'],
  ['README.md', '# Counter\n'],
]);

function planOf(text: string): Plan {
  const plan = readPlan(text, { protectedPaths: [], maxFiles: 100 });
  if ('unreadable' in plan) throw new Error(plan.unreadable);
  return plan;
}

function compare(next: string, contents = CONTENTS) {
  const [before, after] = [planOf(PLAN), planOf(next)];
  const difference = comparePlans(before, after);
  return {
    ...difference,
    kinds: Object.fromEntries(difference.files.map(({ path, kind }) => [path, kind])),
    again: [...filesToMake(difference, before, after, contents)],
  };
}

describe('two plans', () => {
  test('that are the same differ in nothing, and nothing is made again', () => {
    const same = compare(PLAN);
    expect(new Set(same.files.map(({ kind }) => kind))).toEqual(new Set(['same']));
    expect(same).toMatchObject({ contract: { removed: [], added: [] }, again: [] });
  });

  test.each([
    ['another guess of a length', PLAN.replace('~90', '~120')],
    ['another title', PLAN.replace('# Counter', '# The counter')],
    [
      'other white space',
      PLAN.replace('keeps the number', 'keeps  the\n  number').replace('\n`add', '\n\n  `add'),
    ],
    ['another order of the files', PLAN.replace(/(- `count.*\n)(- `index.*\n)/, '$2$1')],
  ])('differ in nothing by %s', (_, next) => {
    expect(compare(next)).toMatchObject({ contract: { removed: [], added: [] }, again: [] });
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    [
      'a file of which something else is said, and what uses it',
      PLAN.replace('keeps the number', 'keeps the number for good'),
      { 'store.js': 'changed', 'count.js': 'same' },
      ['count.js', 'store.js'],
    ],
    [
      'a file that is new, and what uses it',
      PLAN.replace('how to start it.', 'how to start it. Uses `style.css`.').replace(
        '- `README',
        '- `style.css` (~9) – looks.\n- `README',
      ),
      { 'style.css': 'added', 'README.md': 'changed', 'count.js': 'same' },
      ['style.css', 'README.md'],
    ],
    [
      'what used a file that is gone',
      PLAN.replace(/- `store.*\n/, ''),
      { 'store.js': 'removed', 'count.js': 'changed', 'index.html': 'same' },
      ['count.js', 'index.html'],
    ],
    [
      'what names something of a line that differs',
      PLAN.replace('adds.', 'adds and draws.'),
      {},
      ['count.js', 'index.html'],
    ],
    [
      'what names something that came',
      PLAN.replace('## Files', '`keep` is called once.\n\n## Files'),
      {},
      ['count.js', 'store.js'],
    ],
    ['what names something that went', PLAN.replace(/`add\(.*\n/, ''), {}, ['count.js', 'index.html']],
    ['what names an id that is called otherwise', PLAN.replace('#count', '#number'), {}, ['index.html']],
    ['nothing for words without a name', PLAN.replace('A page that counts.', 'It counts.'), {}, []],
  ])('make again %s', (_, next, kinds, again) => {
    const compared = compare(next);
    expect(compared.kinds).toMatchObject(kinds);
    expect(compared.again.sort()).toEqual([...again].sort());
  });

  test('tell the lines that only one of them has', () => {
    expect(compare(PLAN.replace('adds.', 'adds and draws.')).contract).toEqual({
      removed: ['`add(n: number): void` of `count.js` adds.'],
      added: ['`add(n: number): void` of `count.js` adds and draws.'],
      isAboutAll: false,
    });
  });

  test('make a file again that the older one did not come to', () => {
    const contents = new Map(CONTENTS);
    contents.delete('README.md');
    expect(compare(PLAN, contents).again).toEqual(['README.md']);
  });

  test('a field that came to a schema is looked for, the words around it are not', () => {
    const before = PLAN.replace('## Files', '`Todo` is `{ id: string }`.\n\n## Files');
    const after = before.replace('{ id: string }', '{ id: string, done: boolean }');
    const contents = new Map([
      ['count.js', 'todo.done = true;\n'],
      ['index.html', 'a string\n'],
      ['store.js', 'new Todo();\n'],
      ['README.md', 'todo\n'],
    ]);
    const [old, next] = [planOf(before), planOf(after)];
    const again = filesToMake(comparePlans(old, next), old, next, contents);
    expect([...again]).toEqual(['count.js', 'store.js']);
  });
});
