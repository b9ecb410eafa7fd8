import { describe, expect, test } from 'vitest';
import { mutate } from '../../bench/check/mutate.js';
import { judged } from '../../bench/check/planted.js';

const APP = new Map([
  ['index.html', '<p id="score"></p>\n<script type="module" src="app.js"></script>\n'],
  [
    'app.js',
    "import { add } from './sum.js';\n\ndocument.getElementById('score').textContent = add(1, 2);\n",
  ],
  [
    'sum.js',
    'export function add(left, right) {\n  const sum = left + right;\n  console.log(sum);\n  return sum;\n}\n',
  ],
]);

describe('breaks that are planted in an app', () => {
  test('are the same for the same seed', () => {
    expect(mutate(APP, 3, 2)).toEqual(mutate(APP, 3, 2));
  });

  test('are of the kinds that the app has something for', () => {
    const kinds = new Set(mutate(APP, 1, 9).map(({ kind }) => kind));
    for (const kind of [
      'file left out',
      'file renamed',
      'export dropped',
      'export renamed',
      'export made default',
      'import in other case',
      'id changed',
      'argument added',
      'body left to do',
    ])
      expect(kinds).toContain(kind);
  });

  test('leave out a function that nobody imports', () => {
    const alone = new Map([['sum.js', APP.get('sum.js') ?? '']]);
    expect(mutate(alone, 1, 9).filter(({ kind }) => kind.startsWith('export'))).toEqual([]);
  });

  test('are none that the program would not notice: a function of JavaScript needs what it is not given', () => {
    const [one] = mutate(APP, 1, 9).filter(({ kind }) => kind === 'argument added');
    expect(one?.files.get('sum.js')).toContain('(left, right, extra) {\n  extra.isKnown = true;\n');
  });

  test('leave out code in a text, and what a bundle requires of itself', () => {
    const texts = new Map([
      ['readme.md', `# Sum\n\n${APP.get('sum.js')}`],
      ['all.js', "(function(require,module,exports){\nvar sum = require('./sum.js');\n})\n"],
      ['sum.js', APP.get('sum.js') ?? ''],
    ]);
    const planted = mutate(texts, 1, 9).map(({ kind, what }) => `${kind}: ${what}`);
    expect(planted.filter((one) => /readme|all\.js|left out/.test(one))).toEqual([]);
  });

  test('are found where either side stands, and nowhere else', () => {
    const [one] = mutate(APP, 1, 9).filter(({ kind }) => kind === 'export dropped');
    if (one === undefined) throw new Error('nothing was planted');
    const at = (path: string, line: number) =>
      judged(one, [{ rule: 'imports', severity: 'error', path, line, message: '', offers: null }]);
    expect(at('app.js', 1)).toEqual({ found: true, file: true, line: true });
    expect(at('sum.js', 1)).toEqual({ found: true, file: true, line: true });
    expect(at('app.js', 3)).toEqual({ found: true, file: true, line: false });
    expect(at('index.html', 1)).toEqual({ found: true, file: false, line: false });
  });
});
