import { describe, expect, test } from 'vitest';
import { splitPlan } from '../../src/report/plan-text.js';

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
    expect(splitPlan(plan, false)).toEqual(parts);
  });

  test('keeps the list of files where it is asked to', () => {
    expect(splitPlan('# N\n## Files\n- `a`', true).rest).toBe('## Files\n- `a`');
  });
});
