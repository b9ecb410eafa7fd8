import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/github/branch/place.js';
import { changesOf } from '../../src/github/branch/publish-change.js';
import type { PlannedFile } from '../../src/smol/events.js';

const entry = (sha: string, mode = '100644'): Entry => ({ sha, mode, size: 1 });
const STANDING = new Map([
  ['a.js', entry('a')],
  ['run.sh', entry('r', '100755')],
  ['b.js', entry('b')],
]);

function changes(files: Partial<PlannedFile>[], made: Record<string, string> = {}) {
  const planned = files.map(
    (file): PlannedFile => ({
      ...{ path: '', action: 'change', from: null, lines: null, description: '', uses: [], setAside: null },
      ...file,
    }),
  );
  const plan = { text: '', title: '', files: planned, refused: [], replies: [] };
  return changesOf(plan, new Map(Object.entries(made)), STANDING);
}

describe('what a revision does to a tree', () => {
  test.each<[string, Partial<PlannedFile>[], Record<string, string>, unknown[]]>([
    ['a changed file', [{ path: 'a.js' }], { 'a.js': 'x' }, [{ path: 'a.js', mode: '100644', content: 'x' }]],
    [
      'one that may be executed stays so',
      [{ path: 'run.sh' }],
      { 'run.sh': 'x' },
      [{ path: 'run.sh', mode: '100755', content: 'x' }],
    ],
    ['one in which nothing changes', [{ path: 'a.js' }], {}, []],
    [
      'a new file',
      [{ path: 'c.js', action: 'add' }],
      { 'c.js': 'x' },
      [{ path: 'c.js', mode: '100644', content: 'x' }],
    ],
    [
      'a new script',
      [{ path: 'c', action: 'add' }],
      { c: '#!/bin/sh\n' },
      [{ path: 'c', mode: '100755', content: '#!/bin/sh\n' }],
    ],
    [
      'a deleted file',
      [{ path: 'run.sh', action: 'delete' }],
      {},
      [{ path: 'run.sh', mode: '100755', sha: null }],
    ],
    ['a deleted file that is gone', [{ path: 'z.js', action: 'delete' }], {}, []],
    [
      'a renamed file',
      [{ path: 'c.js', action: 'rename', from: 'a.js' }],
      {},
      [
        { path: 'a.js', mode: '100644', sha: null },
        { path: 'c.js', mode: '100644', sha: 'a' },
      ],
    ],
    [
      'a renamed and changed one',
      [{ path: 'c.sh', action: 'rename', from: 'run.sh' }],
      { 'c.sh': 'x' },
      [
        { path: 'run.sh', mode: '100755', sha: null },
        { path: 'c.sh', mode: '100755', content: 'x' },
      ],
    ],
    ['a renamed one that is gone', [{ path: 'c.js', action: 'rename', from: 'z.js' }], {}, []],
    [
      'two that change places',
      [
        { path: 'a.js', action: 'rename', from: 'b.js' },
        { path: 'b.js', action: 'rename', from: 'a.js' },
      ],
      {},
      [
        { path: 'a.js', mode: '100644', sha: 'b' },
        { path: 'b.js', mode: '100644', sha: 'a' },
      ],
    ],
    ['one that is set aside', [{ path: 'a.js', setAside: 'protected' }], { 'a.js': 'x' }, []],
    [
      'one that is set aside and deleted',
      [{ path: 'a.js', action: 'delete', setAside: 'protected' }],
      {},
      [],
    ],
  ])('%s', (_, files, made, expected) => {
    expect(changes(files, made)).toEqual(expected);
  });
});
