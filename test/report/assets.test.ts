import { describe, expect, test } from 'vitest';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { pullRequestBody } from '../../src/report/pull-request.js';
import { file, view } from './views.js';

const icon = (path: string) => file(path, { isDrawn: true, lines: null, characters: 0 });
const { files } = view();

describe('icons that were drawn', () => {
  test('are said to be placeholders', () => {
    const body = pullRequestBody(view({ files: [...files, icon('icons/icon-128.png')] }));
    expect(body).toContain('Drawn, as a placeholder: `icons/icon-128.png`.');
    expect(body).toContain('### 4 files, 100 lines');
    // What the plan says of its looks is not what was drawn.
    expect(body).toContain('| `icons/icon-128.png` |  | a placeholder, drawn |');
    const two = pullRequestBody(view({ files: [icon('a-icon.png'), icon('favicon.ico')] }));
    expect(two).toContain('Drawn, as placeholders: `a-icon.png`, `favicon.ico`.');
  });

  test('are not, where a person’s own stays or the file only moves', () => {
    const kept = pullRequestBody(view({ files: [...files, { ...icon('icon.png'), kept: true }] }));
    expect(kept).not.toContain('placeholder');
    expect(kept).toContain('yours is kept');
    const moved = { ...icon('icon.png'), action: 'rename' as const, from: 'old-icon.png' };
    expect(pullRequestBody(view({ files: [...files, moved] }))).not.toContain('placeholder');
  });

  test('stand in the list, with how they are made', () => {
    expect(renderPlanComment(view({ files: [...files, icon('icon.png')] }))).toContain(
      '- [x] `icon.png` – does its part · *drawn, not written*',
    );
  });
});

describe('files that a person has to add', () => {
  const reason = 'a `.mp3` file is binary and cannot be written as text';
  const beep = { path: 'sounds/beep.mp3', usedBy: [{ path: 'js/audio.js', line: 12 }] };

  test('are told with who uses them, and once', () => {
    const body = pullRequestBody(view({ refused: [{ path: beep.path, reason }], unmade: [beep] }));
    expect(body).toContain(
      'Not made, as it is binary: `sounds/beep.mp3` (used by `js/audio.js`, line 12). Add it yourself.',
    );
    expect(body).not.toContain('because of the path');
  });

  test('are a list where there are several, beside what is refused for its path', () => {
    const users = ['a.js', 'b.js', 'c.js', 'd.js'].map((path, index) => ({ path, line: index + 1 }));
    const refused = [{ path: '../x', reason: 'it leads out' }];
    const unmade = [
      { ...beep, usedBy: users },
      { path: 'clip.mp4', usedBy: [] },
    ];
    const body = pullRequestBody(view({ refused, unmade }));
    expect(body).toContain(
      'Not made, as they are binary; add them yourself:\n\n- `sounds/beep.mp3` (used by `a.js`, line 1; `b.js`, line 2; `c.js`, line 3 and 1 more)\n- `clip.mp4`\n',
    );
    expect(body).toContain('because of the path');
  });

  test('are refused paths as long as nothing is made', () => {
    const waiting = view({ phase: 'planned', refused: [{ path: beep.path, reason }] });
    expect(renderPlanComment(waiting)).toContain('binary and cannot be written as text');
  });

  test('have names of anybody’s making', () => {
    const unmade = [{ path: '`@ann`.mp3', usedBy: [{ path: 'a`#1.js', line: 1 }] }];
    expect(pullRequestBody(view({ unmade }))).toMatch(/``+ `@ann`\.mp3 ``+ \(used by ``+ ?a`#1\.js/);
  });
});
