import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../src/check/finding.js';
import { checksLine, checksSection } from '../../src/report/checks.js';
import type { ChecksView } from '../../src/report/view.js';
import { view } from './views.js';

const finding = (path: string, message: string, severity: Severity = 'error'): Finding => ({
  rule: 'imports',
  severity,
  path,
  line: 3,
  message,
  offers: null,
});
const WRONG = finding('app.js', '`app.js` imports `loads`, which is not there.');
const OTHER = finding('b.js', '`b.js` imports `c.js`, which is not there.');
const SMALL = finding('a.js', '`react` is declared and never used.', 'warning');

const checked = (checks: Partial<ChecksView>) =>
  view({
    checks: {
      looked: new Map([['imports', 4]]),
      found: [],
      left: [],
      mending: [],
      unmended: null,
      ...checks,
    },
  });

describe('what the checks came to', () => {
  test.each<[string, Partial<ChecksView>]>([
    ['Checked: nothing found.', {}],
    [
      'Checked: 1 error found, `app.js` is being mended.',
      { found: [WRONG], left: [WRONG], mending: ['app.js'] },
    ],
    ['Checked: 1 finding, 1 mended.', { found: [WRONG] }],
    [
      'Checked: 3 findings, 1 mended, **1 error left**.',
      { found: [WRONG, OTHER, SMALL], left: [OTHER, SMALL] },
    ],
  ])('is told in one line: %s', (line, checks) => {
    expect(checksLine(checked(checks))).toBe(line);
  });

  test('is nothing where nothing was checked', () => {
    expect(checksLine(view({ checks: null }))).toBe('');
    expect(checksSection(view({ checks: null }))).toBe('');
    expect(checksSection(checked({ looked: new Map() }))).toBe('');
  });

  test('is a folded table where nothing was found', () => {
    const text = checksSection(checked({}));
    expect(text).toContain('<summary>Checked without a model: 1 rule, nothing found</summary>');
    expect(text).toContain('| imports find what they name | 4 | 0 | 0 | 0 |');
  });

  test('is a table, a task for each error that is left, and behind a click the rest', () => {
    expect(checksSection(checked({ found: [WRONG, OTHER, SMALL], left: [OTHER, SMALL] }))).toBe(`### Checks

By parsers and rules, without a model. Nothing was run.

| Checked | Files | Found | Mended | Left |
|:--|--:|--:|--:|--:|
| imports find what they name | 4 | 3 | 1 | 2 |

- [ ] \`b.js\`, line 3: \`b.js\` imports \`c.js\`, which is not there.

<details>
<summary>1 thing to look at</summary>

- \`a.js\`, line 3: \`react\` is declared and never used.

</details>

<details>
<summary>1 mended</summary>

- \`app.js\`, line 3: \`app.js\` imports \`loads\`, which is not there.

</details>`);
  });
});
