import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCommand, VERBS } from '../../src/github/asked/command.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { readPlanEdits } from '../../src/report/plan-edits.js';
import { readChange } from '../../src/smol/change.js';
import { TooManyFilesError } from '../../src/smol/errors.js';
import { readFileList } from '../../src/smol/file-list.js';
import { file, view } from '../report/views.js';
import { type Target, target } from './hunt.js';
import { assertInert, assertSafePath } from './oracles.js';
import { damaged, hostileOrLong } from './texts.js';

const LINE = fc.oneof(
  fc.constantFrom('/smol', '/smol fix it', '/smol build', '/smol undo now', '> /smol stop', '    /smol stop'),
  fc.constantFrom('```', '<!--', '-->', '- x', '', '/smol what'),
  hostileOrLong,
);

const commands = target(
  'command',
  fc.array(LINE, { maxLength: 6 }).map((lines) => lines.join('\n')),
  readCommand,
  (reading, body) => {
    if (reading.kind === 'none') return;
    assert.match(body, /^ {0,3}\/smol(?:\s|$)/im);
    if (reading.kind === 'unknown') assert.doesNotMatch(reading.word, /\s/);
    if (reading.kind !== 'command') return;
    const { verb, text } = reading.command;
    assert.ok(VERBS.includes(verb));
    assert.equal(text, text.trim());
    assert.ok(text.length <= body.length);
  },
);

const STANDING = ['a.js', 'b/c.css', 'README.md'];
const ITEM = fc.constantFrom(
  '- `a.js` – change – x.',
  '- `b/c.css` – delete – y. Uses `a.js`.',
  '- `new.js` – add – z.',
  '- `README.md` → `docs/README.md` – rename – w.',
  '- `../up` – change – v.',
  '- `.github/workflows/x.yml` – add – u.',
);
const CHANGE = fc
  .tuple(fc.array(ITEM, { maxLength: 5 }), fc.array(hostileOrLong, { maxLength: 3 }))
  .map(([items, replies]) => {
    const said = replies.map((reply, index) => `${index + 1}. ${reply}`).join('\n');
    return `## Change\n\nx\n\n## Files\n\n${items.join('\n')}\n\n## Replies\n\n${said}\n`;
  });

function readIfAllowed(text: string, count: number): ReturnType<typeof readChange> | null {
  try {
    const rules = { protectedPaths: [], maxFiles: 10, refusePath: undefined, existing: new Set(STANDING) };
    return readChange(text, count, rules);
  } catch (error) {
    if (error instanceof TooManyFilesError) return null;
    throw error;
  }
}

const changesRead = target(
  'plan of a change',
  fc.tuple(fc.oneof(CHANGE, damaged(CHANGE), hostileOrLong), fc.integer({ min: 1, max: 4 })),
  ([text, count]) => readIfAllowed(text, count),
  (read, [, count]) => {
    if (read === null || 'unreadable' in read) return;
    assert.equal(read.replies.length, count);
    assert.ok(read.files.length <= 10);
    const seen = new Set<string>();
    for (const { path, from, action, setAside } of read.files) {
      assert.ok(!seen.has(path), path);
      seen.add(path);
      if (setAside !== null) continue;
      assertSafePath(path);
      if (from !== null) assert.ok(STANDING.includes(from), from);
      if (action === 'change' || action === 'delete') assert.ok(STANDING.includes(path), path);
      if (action === 'add') assert.ok(!STANDING.includes(path), path);
    }
  },
);

const PLAN = `# A game
One sentence.

## Contract
- \`a.js\` exports \`go()\`.

## Files
- \`a.js\` (~10 lines) – does it. Uses \`b.js\`.
- \`b.js\` (~5 lines) – helps.
`;
const SHOWN = renderPlanComment(
  view({
    phase: 'planned',
    planText: PLAN,
    quote: { tokens: 9_000, costUsd: 0.1 },
    files: [file('a.js', { description: 'does it', uses: ['b.js'] }), file('b.js', { description: 'helps' })],
  }),
);

const ADDED = fc.oneof(
  fc.constantFrom(
    '- [x] `c.js` – more.',
    '- [ ] `a.js` – no.',
    '- [x] ``',
    '## Files',
    '```',
    '- [x] `../x` – y.',
  ),
  hostileOrLong,
);
const EDITED = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 60 }), fc.constantFrom('gone', 'twice', 'unticked', 'other'), ADDED), {
      maxLength: 4,
    }),
  )
  .map(([edits]) => {
    const lines = SHOWN.split('\n');
    for (const [place, kind, text] of edits) {
      const at = place % lines.length;
      const line = lines[at] ?? '';
      if (kind === 'gone') lines.splice(at, 1);
      if (kind === 'twice') lines.splice(at, 0, line);
      if (kind === 'unticked') lines[at] = line.replace('[x]', '[ ]');
      if (kind === 'other') lines.splice(at, 0, text);
    }
    return lines.join('\n');
  });

const planEdits = target(
  'edit of a plan comment',
  fc.oneof(EDITED, damaged(fc.constant(SHOWN)), hostileOrLong),
  (edited) => readPlanEdits({ shown: SHOWN, edited, plan: PLAN }),
  (read, edited) => {
    if (read.kind === 'same') return;
    assert.notEqual(edited, SHOWN);
    if (read.kind === 'malformed') return assertInert(read.reason);
    assert.ok(read.sentences.length > 0);
    for (const sentence of read.sentences) assertInert(sentence);
    assert.notEqual(readFileList(read.plan).kind, 'none', read.plan);
  },
);

/** What people and models say once there is a plan: commands, edits of it, changes of what came of it. */
export const STEERING: readonly Target[] = [commands, changesRead, planEdits];
