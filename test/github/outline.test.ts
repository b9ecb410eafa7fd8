import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../../src/github/repository/outline.js';
import { cpuTime } from '../support/cpu-time.js';

const many = (folder: string, count: number, end = '.ts') =>
  Array.from({ length: count }, (_, at) => `${folder}/f${String(at).padStart(4, '0')}${end}`);

/** Files that a line stands for. */
const countOf = (line: string) => Number(/^.*\/ \((\d+) files?\)$/.exec(line)?.[1] ?? 1);

describe('an outline of paths', () => {
  test('of few files is all of them', () => {
    const paths = ['a.js', 'src/b.js', 'src/deep/er/c.js'];
    expect(outline(paths)).toEqual({ lines: paths, more: 0 });
    expect(outline([])).toEqual({ lines: [], more: 0 });
  });

  test('folds the deepest folders first, the largest of them before the others', () => {
    const paths = [
      'README.md',
      ...many('src/pages/admin', 300),
      ...many('src/pages/home', 150),
      ...many('src/lib', 40),
    ];
    const { lines, more } = outline(paths);
    expect(lines.slice(0, 3)).toEqual([
      'README.md',
      'src/pages/admin/ (300 files)',
      'src/pages/home/f0000.ts',
    ]);
    expect(lines).toHaveLength(1 + 1 + 150 + 40);
    expect(more).toBe(0);
  });

  test('of which one folder is too long folds that one', () => {
    const { lines } = outline([...many('a/b', 401), 'a/c.ts']);
    expect(lines).toEqual(['a/b/ (401 files)', 'a/c.ts']);
  });

  test('is cut where the root alone is too long, and says how many are left out', () => {
    const { lines, more } = outline(Array.from({ length: 1000 }, (_, at) => `${1000 + at}.js`));
    expect(lines).toHaveLength(400);
    expect(more).toBe(600);
  });

  test('has room for so many characters, however few lines they are', () => {
    const { lines, more } = outline(Array.from({ length: 300 }, (_, at) => `${100 + at}${'x'.repeat(90)}`));
    expect(lines.join('\n').length).toBeLessThanOrEqual(12_000);
    expect(lines.length + more).toBe(300);
  });

  test('never loses a file, and keeps to its size', () => {
    const segment = fc.constantFrom('a', 'b', 'long-name-of-a-folder', 'x'.repeat(40));
    const path = fc.tuple(fc.array(segment, { maxLength: 6 }), fc.nat({ max: 5000 }));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 3000, size: 'max' }), (drawn) => {
        const paths = [
          ...new Set(drawn.map(([folders, name]) => [...folders, `${name}.ts`].join('/'))),
        ].sort();
        const { lines, more } = outline(paths);
        expect(lines.length).toBeLessThanOrEqual(400);
        expect(lines.join('\n').length).toBeLessThanOrEqual(12_000);
        expect(lines.reduce((sum, line) => sum + countOf(line), 0) + more).toBe(paths.length);
      }),
      { numRuns: 40 },
    );
  });

  test('of a hundred thousand files is made at once', () => {
    const paths = Array.from({ length: 200 }, (_, at) => many(`packages/p${at}/src/a/b/c`, 500)).flat();
    let more = -1;
    const time = cpuTime(() => {
      more = outline(paths).more;
    });
    expect(more).toBe(0);
    expect(time).toBeLessThan(5_000);
  });
});
