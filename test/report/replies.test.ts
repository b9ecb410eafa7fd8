import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helpReply, refusalReply } from '../../src/report/help.js';
import { readMarker } from '../../src/report/marker.js';
import { isOurs } from '../../src/report/marks.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { differenceSentences } from '../../src/report/plan-difference.js';
import { pullRequestBody } from '../../src/report/pull-request.js';
import * as refusals from '../../src/report/refusals.js';
import { remarksReply, threadReply } from '../../src/report/replies.js';
import { activeReferences, hostileMarkdown, parse, walk } from './reading.js';
import { view } from './views.js';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const COMMIT = { sha: SHA, url: `https://github.com/octo/demo/commit/${SHA}` };

describe('threadReply', () => {
  test('says in which commit it is done', () => {
    expect(
      threadReply({ key: 'c123', reply: 'The total is rounded, thanks @ann.', commit: COMMIT }),
    ).toMatchInlineSnapshot(`
      "<!-- smol:v1 reply=c123 -->

      The total is rounded, thanks \`@ann\`.

      In [\`0123456\`](https://github.com/octo/demo/commit/0123456789abcdef0123456789abcdef01234567).
      "
    `);
  });

  test('says why nothing is done', () => {
    expect(threadReply({ key: 'c123', reply: 'It is so on purpose.', commit: null })).toBe(
      '<!-- smol:v1 reply=c123 -->\n\nIt is so on purpose.\n',
    );
  });
});

describe('remarksReply', () => {
  test('answers each remark below its beginning', () => {
    const replies = [
      { key: 'r1', text: `Nice!\n\n- but @bob is right ${'x'.repeat(400)}`, reply: 'He is.' },
      { key: 'i2', text: '/smol fix the colours', reply: 'They are darker.' },
    ];
    expect(remarksReply(replies, COMMIT)).toMatchInlineSnapshot(`
      "<!-- smol:v1 reply=r1,i2 -->

      > Nice! - but \`@bob\` is right xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…

      He is.

      > /smol fix the colours

      They are darker.

      In [\`0123456\`](https://github.com/octo/demo/commit/0123456789abcdef0123456789abcdef01234567).
      "
    `);
  });

  test('S52 has 60,000 characters at most, the commit in it', () => {
    const replies = Array.from({ length: 300 }, (_, index) => ({
      key: `c${index}`,
      text: '&'.repeat(500),
      reply: 'No. '.repeat(2000),
    }));
    const text = remarksReply(replies, COMMIT);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.split('\n')[0]?.split(',')).toHaveLength(300);
    expect(text).toContain('*… and more.*\n\nIn [`0123456`](');
  });

  test('S49 S50 S51 lets nothing act, whatever a model or a person wrote', () => {
    fc.assert(
      fc.property(hostileMarkdown, hostileMarkdown, (words, remark) => {
        for (const text of [
          threadReply({ key: 'c1', reply: words, commit: COMMIT }),
          remarksReply([{ key: 'r1', text: remark, reply: words }], COMMIT),
        ]) {
          const tree = parse(text);
          // The link of the commit is ours.
          const found = activeReferences({ ...tree, children: tree.children.slice(0, -1) });
          expect(found).toEqual([]);
          for (const node of walk(tree)) {
            expect(['image', 'imageReference', 'definition', 'footnoteReference']).not.toContain(node.type);
            if (node.type === 'html') expect(node.value).toMatch(/^<!-- smol:v1 reply=[cr]1 -->$/);
          }
        }
      }),
    );
  });
});

describe('helpReply', () => {
  test('lists the commands', () => {
    expect(helpReply(9, null)).toMatchInlineSnapshot(`
      "<!-- smol:v1 answer=9 -->

      What smol does on a comment:

      | At the start of a line | |
      |:--|:--|
      | \`/smol plan [text]\` | makes the plan again, with your remarks |
      | \`/smol build\` | builds the plan as its comment stands |
      | \`/smol fix <text>\` | changes the pull request as you say |
      | \`/smol retry [path]\` | writes what failed or is missing, or one file |
      | \`/smol undo\` | takes back the last commit of smol on the branch |
      | \`/smol stop\` | stops the run that is going on |
      | \`/smol help\` | shows this |

      People with write access can use them. A review of a pull request of smol needs no command.
      "
    `);
  });

  test('names what nobody knows, and lets it reach nobody', () => {
    expect(helpReply(9, '/smol @ann `x`\n')).toContain(
      '\nThere is no command `` /smol @ann `x` ``. What smol does on a comment:\n',
    );
  });
});

describe('refusalReply', () => {
  test('says why, and what to do instead', () => {
    expect(refusalReply(9, refusals.textMissing())).toMatchInlineSnapshot(`
      "<!-- smol:v1 answer=9 -->

      > [!NOTE]
      > **It is not said what is to become different.**
      >
      > Write it behind the command: \`/smol fix The score is lost on reload\`.
      "
    `);
  });
});

describe('our marks', () => {
  test('S5 are known in every text of ours', () => {
    for (const text of [
      renderPlanComment(view({ handled: ['r1'], checkpoint: { key: 'a'.repeat(16), tree: 'b'.repeat(40) } })),
      pullRequestBody(view()),
      threadReply({ key: 'c1', reply: 'x', commit: null }),
      remarksReply([{ key: 'r1', text: 'x', reply: 'y' }], null),
      helpReply(9, null),
    ]) {
      expect(isOurs(text)).toBe(true);
      expect(isOurs(text.replace('\n', '\r\n'))).toBe(true);
      expect(isOurs(`> ${text}`)).toBe(false);
    }
  });

  test('tell replies and help from the comment of a run', () => {
    for (const text of [threadReply({ key: 'c1', reply: 'x', commit: null }), helpReply(9, null)]) {
      expect(readMarker(text)).toBeNull();
    }
  });
});

describe('differenceSentences', () => {
  test('say what became of each file and of the contract', () => {
    const files = [
      { path: 'a.js', kind: 'same' },
      { path: 'b.js', kind: 'changed' },
      { path: 'c`.js', kind: 'added' },
      { path: 'd.js', kind: 'removed' },
    ] as const;
    expect(
      differenceSentences({ files, contract: { removed: ['x'], added: ['y', 'z'], isAboutAll: false } }),
    ).toEqual([
      '`b.js`: other words.',
      'Added ``c`.js``.',
      'Without `d.js`.',
      '2 lines of the contract changed.',
    ]);
    expect(
      differenceSentences({ files: [], contract: { removed: [], added: [], isAboutAll: false } }),
    ).toEqual([]);
  });
});
