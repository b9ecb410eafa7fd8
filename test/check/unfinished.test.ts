import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { planOf, said } from './plans.js';

const PLAN = planOf('', [
  'a.js',
  'a.py',
  'a.ts',
  'a.html',
  'a.css',
  'a.jsx',
  'a.sh',
  'a.rs',
  'a.go',
  'a.java',
]);

/** What is said of one file that a plan asked for. */
const planned = (path: string, text: string) => said('unfinished', { [path]: text }, PLAN);
/** What is said of one file that is there. */
const alone = (path: string, text: string) => said('unfinished', { [path]: text });

describe('code that is left out is an error, wherever it stands', () => {
  test.each([
    ['a.js', 'const a = 1;\n// ... rest of the code\n', '// ... rest of the code'],
    ['a.js', 'const a = 1;\n// rest of the code remains the same\n', '// rest of the code remains the same'],
    ['a.js', 'const a = 1;\n// ... existing code ...\n', '// ... existing code ...'],
    [
      'a.js',
      'const a = 1;\n/* rest of your existing functions unchanged */\n',
      '/* rest of your existing functions unchanged */',
    ],
    ['a.js', 'const a = 1;\n// (existing code unchanged)\n', '// (existing code unchanged)'],
    ['a.js', 'function a() {\n  // your code here\n}\n', '// your code here'],
    ['a.js', 'function a() {\n  // Add your logic here\n}\n', '// Add your logic here'],
    ['a.ts', 'export class A {\n  // … unchanged\n}\n', '// … unchanged'],
    ['a.jsx', 'const A = () => (\n  {/* rest of the component */}\n);\n', '/* rest of the component */'],
    ['a.py', 'a = 1\n# ... rest of the file ...\n', '# ... rest of the file ...'],
    [
      'a.html',
      '<main>\n  <!-- rest of the page stays the same -->\n</main>\n',
      '<!-- rest of the page stays the same -->',
    ],
    ['a.html', '<script>\n// ... existing code\n</script>\n', '// ... existing code'],
    ['a.css', '.a { color: red }\n/* ... existing styles ... */\n', '/* ... existing styles ... */'],
    ['a.sh', 'set -e\n# implementation omitted for brevity\n', '# implementation omitted for brevity'],
    ['a.js', 'const a = 1;\n// ... existing stuff\n', '// ... existing stuff'],
  ])('%s: %s', async (path, text, comment) => {
    const line = text.slice(0, text.indexOf(comment)).split('\n').length;
    const sentence = `The comment \`${comment}\` stands where code is to be written.`;
    expect(await planned(path, text)).toEqual([`error ${path}:${line} ${sentence}`]);
    expect(await alone(path, text)).toEqual([`error ${path}:${line} ${sentence}`]);
  });
});

test.each([
  'function a() {\n  // A bug of Safari. Avoid blocking\n  // the rest of the app.\n  b();\n}\n',
  'function a() {\n  // It comes before\n  // the rest of the page\n  b();\n}\n',
])('the end of a sentence of two lines is none: %j', async (text) => {
  expect(await alone('a.js', text)).toEqual([]);
});

test('what is left out is found under another comment, too', async () => {
  const text =
    'function a() {\n  // Listen to the keys\n  // rest of the code\n}\n// handling\n// rest of the code\n';
  expect((await alone('a.js', text)).map((each) => each.split(' ')[1])).toEqual(['a.js:3', 'a.js:6']);
});

test('code that is left out is found across the lines of a comment', async () => {
  expect(await alone('a.html', '<main>\n  <!-- rest\n    of the page -->\n</main>\n')).toEqual([
    'error a.html:2 The comment `<!-- rest of the page -->` stands where code is to be written.',
  ]);
});

describe('what is to be written is an error in a file of a plan, and a warning elsewhere', () => {
  test.each([
    ['a.js', 'function load() {\n  // TODO: implement\n}\n', 2],
    ['a.js', 'function load() {\n  // ...\n}\n', 2],
    ['a.js', 'function load() {\n  // not implemented\n}\n', 2],
    ['a.js', 'function load() {\n  /*\n   * ...\n   */\n}\n', 2],
    ['a.js', 'function load() {\n  // (...)\n}\n', 2],
    ['a.js', 'function load() {\n  // ..\n}\n', 2],
    ['a.js', 'function load() {\n  throw new Error("TODO");\n}\n', 2],
    ['a.js', 'const load = async (id) => {\n  /* ... */\n};\n', 2],
    ['a.js', 'export function load() {\n  throw new Error("Not implemented");\n}\n', 2],
    ['a.js', "const load = () => {\n  throw new Error('load is not implemented yet');\n}\n", 2],
    [
      'a.ts',
      'export function load(id: string): Promise<Card> {\n  throw new Error(`Not implemented: $' +
        '{id}`);\n}\n',
      2,
    ],
    ['a.py', 'def load():\n    raise NotImplementedError\n', 2],
    [
      'a.py',
      'def load(\n    path: str,\n) -> str:\n    """Loads it."""\n    raise NotImplementedError("not implemented")\n',
      5,
    ],
    ['a.py', 'def load():\n    pass  # placeholder\n', 2],
    ['a.py', 'def load():\n    pass  # TODO: implement\n', 2],
    ['a.rs', 'fn load() -> u8 {\n    todo!()\n}\n', 2],
    ['a.go', 'func load() error {\n\tpanic("not implemented")\n}\n', 2],
  ])('%s: %s', async (path, text, line) => {
    const [found, ...rest] = await planned(path, text);
    expect(found).toMatch(new RegExp(`^error ${path}:${line} `));
    expect(rest).toEqual([]);
    expect((await alone(path, text))[0]).toMatch(new RegExp(`^warning ${path}:${line} `));
  });

  test('a line in the middle of a function that stands for more is a warning', async () => {
    const text = 'function load() {\n  const a = 1;\n  // ...\n  return a;\n}\n';
    expect(await planned('a.js', text)).toEqual([
      'warning a.js:3 The comment `// ...` stands where code is to be written.',
    ]);
  });

  test('a note of what shall come is a warning in a file of a plan, and a person’s own affair elsewhere', async () => {
    const text = 'const a = 1;\n// TODO: implement paging\nexport { a };\n';
    expect(await planned('a.js', text)).toHaveLength(1);
    expect(await alone('a.js', text)).toEqual([]);
  });
});

describe('a function that the plan gives a purpose is not empty', () => {
  const contract =
    '- **`src/store.js`**: `load(id)` → card; `init()`.\n- `lib/store.py`: `load(path)` → dict.';
  const plan = planOf(contract, ['src/store.js', 'lib/store.py']);
  const of = (text: string, path = 'src/store.js') => said('unfinished', { [path]: text }, plan);

  test.each([
    'export function load(id) {}\n',
    'export const load = (id) => {\n  // later\n};\n',
    'export class Store {\n  async load(id = key()) {\n  }\n}\n',
    'export const store = { load: function (id) { } };\n',
  ])('%s', async (text) => {
    expect(await of(text)).toEqual([
      'error src/store.js:'.concat(
        text.includes('class') ? '2' : '1',
        ' `load` is empty, and the plan says what it does.',
      ),
    ]);
  });

  test.each([
    'def load(path):\n    pass\n',
    'def load(path: str) -> dict:\n    """Loads it."""\n\n',
    'def load(path): ...\n',
  ])('%s', async (text) => {
    expect(await of(text, 'lib/store.py')).toEqual([
      'error lib/store.py:1 `load` is empty, and the plan says what it does.',
    ]);
  });

  test.each([
    'export function load(id) { return id; }\n',
    'export const load = (id) => ({});\n',
    'export function init() {}\n',
    'export function reload(id) {}\nexport const load = (id) => id;\n',
    'import { load } from "./x.js";\nif (load(1)) {}\n',
    'export const load = async (id, options = {}) => { await id; };\n',
  ])('silent: %s', async (text) => expect(await of(text)).toEqual([]));

  test.each([
    'def load(path):\n    return {}\n',
    'def load(path):\n    """Loads."""\n    return {}\n',
    'def load(path): return {}\n',
  ])('silent: %s', async (text) => expect(await of(text, 'lib/store.py')).toEqual([]));
});

describe('what is no code left out', () => {
  test.each([
    ['a.js', '// TODO: buy milk\nconst todos = ["TODO", "TODO: implement", "// ... rest of the code"];\n'],
    ['a.js', 'const example = `\n// ... existing code ...\n`;\n'],
    ['a.js', 'const detector = /\\/\\/ \\.\\.\\. rest of the code/;\n// Finds such comments.\n'],
    ['a.js', '// The rest of the code assumes that the list is sorted.\nsort();\n'],
    ['a.js', '// Keeps the existing code unchanged where the user edited it.\nkeep();\n'],
    ['a.js', '// The first is the header,\n// ... the others are rows.\nrows();\n'],
    ['a.js', 'button.textContent = "Loading…"; // ...\n'],
    ['a.js', 'const all = [...a, ...b];\nconst { a, ...rest } = all;\nf(...rest);\n'],
    ['a.js', '/**\n * Use it so:\n *\n *   const a = load();\n *   // ...\n */\nexport const a = 1;\n'],
    [
      'a.js',
      'function f(kind) {\n  switch (kind) {\n    default:\n      throw new Error("Not implemented");\n  }\n}\n',
    ],
    ['a.js', 'function f(a) {\n  if (a) {\n    throw new Error("not implemented");\n  }\n  return 1;\n}\n'],
    ['a.js', 'function f(response) {\n  throw new HttpError(501, "Not Implemented");\n}\n'],
    [
      'a.js',
      'class Base {\n  draw() {\n    throw new Error("Not implemented");\n  }\n}\nclass Ball extends Base {\n  draw() {}\n}\n',
    ],
    ['a.ts', 'abstract class Base {\n  draw() {\n    throw new Error("Not implemented");\n  }\n}\n'],
    ['a.js', 'const noop = () => {};\nfunction onClose() {}\n'],
    ['a.jsx', 'const A = () => <a href="http://example.org/...">it isn\'t // ...</a>;\n'],
    [
      'a.html',
      '<ul id="list">\n  <!-- filled by app.js -->\n  <!-- ... -->\n</ul>\n<input placeholder="Your code here">\n',
    ],
    ['a.html', '<p>\n... rest of the code\n</p>\n'],
    ['a.css', '/* Placeholder text of fields */\n::placeholder { color: grey }\n'],
    [
      'a.py',
      'from abc import ABC, abstractmethod\n\nclass Shape(ABC):\n    def area(self):\n        pass  # implemented by each shape\n\n    @abstractmethod\n    def name(self):\n        raise NotImplementedError\n',
    ],
    [
      'a.py',
      'from typing import Protocol, overload\n\nclass Reader(Protocol):\n    def read(self) -> str: ...\n\n@overload\ndef f(a: int) -> int: ...\n',
    ],
    ['a.py', 'class SpendingError(Exception):\n    pass  # placeholder for the message\n'],
    [
      'a.py',
      'class Shape:\n    def area(self):\n        raise NotImplementedError\n\nclass Circle(Shape):\n    def area(self):\n        return 3\n',
    ],
    [
      'a.py',
      'class Shape:\n    def area(self):\n        raise NotImplementedError("Subclasses must implement this.")\n',
    ],
    ['a.py', 'def f(a):\n    if a:\n        raise NotImplementedError\n    return 1\n'],
    ['a.py', 'try:\n    import tomllib\nexcept ImportError:\n    pass  # stub\n'],
    ['a.py', 'TEXT = """\n# ... rest of the code\n"""\n'],
    ['a.sh', 'echo "# ... rest of the code"\n'],
    ['README.md', '```js\n// ... rest of the code\n```\n'],
    ['test/fixtures/bad.js', '// ... rest of the code\n'],
    ['a.pyi', 'def f(): ...  # placeholder\n'],
  ])('%s: %s', async (path, text) => {
    expect(await planned(path, text)).toEqual([]);
    expect(await alone(path, text)).toEqual([]);
  });
});

test('no text breaks it, or is looked at for long', async () => {
  const part = fc.constantFrom(
    '// ... rest of the code',
    '...',
    '`${',
    '`',
    '}',
    '{',
    '"',
    "'",
    '/*',
    '*/',
    '/',
    '\n',
    '    ',
    'def load(',
    'raise NotImplementedError',
    'pass  # placeholder',
    'class A(B):',
    '<script>',
    '<!--',
    '-->',
    'throw new Error("Not implemented")',
    '\\',
    '#',
    '=>',
    '\u2028',
    '\ud800',
  );
  const text = fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''));
  const path = fc.constantFrom('a.js', 'a.py', 'a.html', 'a.css', 'a.rs', 'a.php', 'a.yaml', 'a.sh', 'a.vue');
  await fc.assert(
    fc.asyncProperty(path, text, async (path, text) => {
      const { findings } = await check({ files: new Map([[path, text]]), plan: PLAN });
      const lines = text.split('\n').length;
      expect(findings.every(({ line }) => line === null || (line >= 1 && line <= lines))).toBe(true);
    }),
  );
});

test.each([
  ['comments', '/**/ // ...\n'.repeat(40_000)],
  ['comments on one line', '/* ... */'.repeat(40_000)],
  ['braces', `// ...\n${'{'.repeat(400_000)}`],
  ['stubs', 'function a() {\n  throw new Error("Not implemented");\n}\n'.repeat(8_000)],
  ['strings', `// ...\n${'"\''.repeat(200_000)}`],
  ['slashes', `// ...\n${'=/['.repeat(100_000)}`],
  ['templates', `// ...\n${'`${'.repeat(100_000)}`],
])(
  'a megabyte of %s is read at once',
  async (_, text) => {
    const time = await cpuTimeOf(async () => {
      await said('unfinished', { 'a.vue': text, 'a.kt': text, 'a.css': text });
      await said('unfinished', { 'a.py': text.replaceAll('//', '#') });
    });
    expect(time).toBeLessThan(5_000);
  },
  20_000,
);
