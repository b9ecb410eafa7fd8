import { expect, test } from 'vitest';
import { mergePlans } from '../../src/github/asked/merge-plans.js';

const plan = (...files: string[]) => `# App\n\n## Files\n\n${files.map((file) => `- ${file}\n`).join('')}`;
const BEFORE = plan('`a.js` – one.', '`b.js` – two.');

test.each<[what: string, left: string, right: string, both: string | null]>([
  ['nothing else', BEFORE, BEFORE, BEFORE],
  [
    'files that both added in the same place',
    plan('`a.js` – one.', '`b.js` – two.', '`c.js` – mine.'),
    plan('`a.js` – one.', '`b.js` – two.', '`d.js` – theirs.'),
    plan('`a.js` – one.', '`b.js` – two.', '`d.js` – theirs.', '`c.js` – mine.'),
  ],
  [
    'a file that one took away beside one that the other added',
    plan('`a.js` – one.'),
    plan('`a.js` – one.', '`b.js` – two.', '`d.js` – theirs.'),
    plan('`a.js` – one.', '`d.js` – theirs.'),
  ],
  [
    'a file that both added, as the right one has it',
    plan('`a.js` – one.', '`b.js` – two.', '`c.js` – mine.'),
    plan('`a.js` – one.', '`b.js` – two.', '`c.js` – theirs.'),
    plan('`a.js` – one.', '`b.js` – two.', '`c.js` – theirs.'),
  ],
  ['files that both took away', plan('`a.js` – one.'), plan('`a.js` – one.'), plan('`a.js` – one.')],
  [
    'no words of a file that the other took away',
    plan('`a.js` – one.', '`b.js` – other words.'),
    plan('`a.js` – one.'),
    null,
  ],
  [
    'no two changes of the same words',
    plan('`a.js` – one.', '`b.js` – mine.'),
    plan('`a.js` – one.', '`b.js` – theirs.'),
    null,
  ],
])('two changes of a plan bring %s', (_, left, right, both) => {
  expect(mergePlans(BEFORE, left, right)).toBe(both);
});
