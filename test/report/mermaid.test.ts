import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dependencyGraph, timeline } from '../../src/report/mermaid.js';
import { hostileMarkdown } from './reading.js';
import { building, file, view } from './views.js';

describe('dependencyGraph', () => {
  test('shows which file uses which, each once', () => {
    const files = [file('app.js', { uses: ['store.js', 'store.js', 'app.js', 'gone.js'] }), file('store.js')];
    expect(dependencyGraph(files)).toBe('flowchart LR\n  f0["app.js"]\n  f1["store.js"]\n  f0 --> f1');
  });

  test('leaves out files that stand alone, and does not count them', () => {
    const alone = Array.from({ length: 40 }, (_, at) => file(`${at}.md`));
    const files = [...alone, file('app.js', { uses: ['store.js'] }), file('store.js')];
    expect(dependencyGraph(files)).toBe('flowchart LR\n  f0["app.js"]\n  f1["store.js"]\n  f0 --> f1');
  });

  test.each([
    ['no file uses another', [file('a'), file('b', { uses: ['c'] })]],
    ['more than 25 files take part', Array.from({ length: 26 }, (_, at) => file(`${at}`, { uses: ['0'] }))],
    [
      'it would be a tangle',
      Array.from({ length: 12 }, (_, at) => file(`${at}`, { uses: [...'0123456789'] })),
    ],
  ])('is left out when %s', (_, files) => {
    expect(dependencyGraph(files)).toBeNull();
  });

  test('S51 keeps each name inside its label', () => {
    fc.assert(
      fc.property(hostileMarkdown, (path) => {
        const graph = dependencyGraph([file(path, { uses: ['b'] }), file('b')]) ?? '';
        const lines = graph.split('\n');
        if (path === 'b') return;
        expect(lines).toHaveLength(4);
        expect(lines[1]).toMatch(/^ {2}f0\["(?:[\p{L}\p{N} ./_-]|#\d+;)*"\]$/u);
      }),
    );
  });
});

describe('timeline', () => {
  test('shows the plan and each file in seconds from the start', () => {
    expect(timeline(building())).toBe(
      [
        'gantt',
        '  dateFormat x',
        '  axisFormat %s s',
        '  tickInterval 2second',
        '  section Plan',
        '  plan :0, 12000',
        '  section Files',
        '  app.js :12000, 30000',
        '  store.js :active, 12000, 20000',
      ].join('\n'),
    );
  });

  test('shows the 60 longest of many', () => {
    const files = Array.from({ length: 80 }, (_, at) =>
      file(`${at}.js`, { endedAt: view().startedAt + 13_000 + at }),
    );
    const bars = timeline(view({ files }))?.split('\n').slice(7) ?? [];
    expect(bars).toHaveLength(60);
    expect(bars.join()).not.toContain('  19.js');
    expect(bars.join()).toContain('  20.js');
  });

  test('is left out before a file began', () => {
    expect(timeline(view({ files: [] }))).toBeNull();
  });

  test.each(['title', 'section x', 'done', 'a:b, c', 'a\nb', '#1', 'x;y', '%%'])(
    'a file named %j is one bar',
    (path) => {
      const bar =
        timeline(view({ files: [file(path)] }))
          ?.split('\n')
          .slice(7) ?? [];
      expect(bar).toHaveLength(1);
      expect(bar[0]).toMatch(/^ {2}\.\/[\w·]+ :12000, 30000$/);
    },
  );
});
