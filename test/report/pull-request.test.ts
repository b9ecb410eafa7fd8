import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarker } from '../../src/report/marker.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import * as problems from '../../src/report/problems.js';
import {
  commitMessage,
  pullRequestBody,
  pullRequestTitle,
  revisionMessage,
  undoMessage,
} from '../../src/report/pull-request.js';
import { renderSummary } from '../../src/report/summary.js';
import type { FileView } from '../../src/report/view.js';
import { activeReferences, hostileMarkdown, parse, texts, walk } from './reading.js';
import { changed, file, view } from './views.js';

describe('pullRequestTitle', () => {
  test.each([
    ['the title as people wrote it', 'A page for notes', 'A page for notes'],
    ['one line of it', ' A page\nfor  notes ', 'A page for notes'],
    ['nothing that acts', 'Fixes #3, thanks @alice', 'Fixes no. 3, thanks alice'],
    ['the title of the plan when there is none', '', 'Notes'],
    ['cut where a word ends', `${'x'.repeat(230)} wordy-one y`, `${'x'.repeat(230)}…`],
  ])('is %s', (_, title, expected) => {
    expect(pullRequestTitle(view({ title }))).toBe(expected);
  });

  test('S52 has 240 code points at most', () => {
    expect([...pullRequestTitle(view({ title: '😀'.repeat(300) }))]).toHaveLength(240);
  });

  test('is the plan’s own when there is no issue, whose title a person wrote', () => {
    expect(pullRequestTitle(view({ issueNumber: null }))).toBe('Notes');
    expect(pullRequestTitle(view({ issueNumber: null, planText: '' }))).toBe('A page for notes');
  });

  test('names the issue when neither has a title', () => {
    expect(pullRequestTitle(view({ title: '', planText: '' }))).toBe('An app for issue 12');
  });
});

describe('commitMessage', () => {
  test('S52 S56 has a short subject, a line on its origin and the trailers last', () => {
    const trailers = { 'Smol-Issue': '12', 'Smol-Record': 'a'.repeat(40) };
    expect(commitMessage(view({ title: `Notes ${'x'.repeat(100)}` }), trailers)).toBe(
      `Notes ${'x'.repeat(65)}…\n\n3 files written by smol from issue 12.\n\nSmol-Issue: 12\nSmol-Record: ${'a'.repeat(40)}`,
    );
  });

  test('counts what is committed', () => {
    const files = [
      file('a'),
      file('b', { state: 'failed' }),
      file('c', { setAside: { reason: 'r', content: '' } }),
      file('d', { kept: true }),
    ];
    expect(commitMessage(view({ files, issueNumber: null }), {})).toContain(
      '1 file written by smol from a prompt.',
    );
  });

  test('S49 S52 refers to nothing, whatever the title is', () => {
    fc.assert(
      fc.property(hostileMarkdown, (title) => {
        const [subject = '', , origin = ''] = commitMessage(view({ title }), { 'Smol-Issue': '12' }).split(
          '\n',
        );
        expect([...subject].length).toBeLessThanOrEqual(72);
        for (const value of [subject, origin]) expect(activeReferences({ type: 'text', value })).toEqual([]);
      }),
    );
  });
});

describe('the message of a later commit', () => {
  const revising = (...paths: string[]) =>
    view({
      files: [...paths.map((path) => file(path)), file('z', { state: 'unchanged' })],
      revision: { remarks: 3 },
    });

  test.each([
    [['src/model.ts'], 'Revise model.ts\n\n1 file changed by smol after 3 remarks.'],
    [['a.ts', 'b/c.ts'], 'Revise a.ts and c.ts\n\n2 files changed by smol after 3 remarks.'],
    [['a.ts', 'b.ts', 'c.ts'], 'Revise a.ts, b.ts and 1 more\n\n3 files changed by smol after 3 remarks.'],
    [[], 'Revise the app\n\n0 files changed by smol after 3 remarks.'],
  ])('names the files of a revision %j', (paths, expected) => {
    expect(revisionMessage(revising(...paths), {})).toBe(expected);
  });

  test('names the files of the commit that is taken back, the trailers last', () => {
    expect(undoMessage(['src/a.ts', 'b.ts'], { 'Smol-Undo': 'x' })).toBe(
      'Undo a.ts and b.ts\n\nThe last commit of smol is taken back, as a person asked.\n\nSmol-Undo: x',
    );
  });

  test('S49 S52 refers to nothing, whatever the files are called', () => {
    fc.assert(
      fc.property(fc.array(hostileMarkdown, { maxLength: 5 }), (paths) => {
        for (const message of [revisionMessage(revising(...paths), {}), undoMessage(paths, {})]) {
          const [subject = ''] = message.split('\n');
          expect([...subject].length).toBeLessThanOrEqual(72);
          expect(activeReferences({ type: 'text', value: message })).toEqual([]);
        }
      }),
    );
  });
});

describe('pullRequestBody', () => {
  test('tells what was changed after remarks, and of what the request was made', () => {
    const text = pullRequestBody(changed());
    expect(text).toContain(`### Changes since

- [\`${'b'.repeat(7)}\`](https://github.com/octo/demo/commit/${'b'.repeat(40)}) after 1 remark
- [\`${'a'.repeat(7)}\`](https://github.com/octo/demo/commit/${'a'.repeat(40)}) after 2 remarks: \`app.js\`, new \`new.js\`, renamed to \`to.js\`, deleted \`old.js\`, \`b.js\`, 1 more

**Asked for:**`);
    expect(text).toContain(`**Built as edited:** Without \`a.js\`.

**Against the plan before:**

- One.
- Two.
- Three, says \`@bob\`.
- Four.

House rules: \`AGENTS.md\`, \`CLAUDE.md\` · With the comments of ann, bob and eve · 2 pictures were not seen: this model takes none`);
    expect(text).toContain(`
| \`app.js\` | 40 | does its part · changes |
| \`new.js\` | 40 | does its part · new |
| \`to.js\` | 40 | does its part · renamed from \`from.js\` |
`);
    expect(activeReferences(parse(text))).toEqual(['#12', 'Closes #12', '/commit/b', '/commit/a']);
  });

  test('S56 tells a reviewer everything about a run that went well', () => {
    expect(pullRequestBody(view())).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      Closes #12

      **Asked for:**

      > Build a page for **notes**.

      A page that keeps notes. Open \`index.html\`.

      ### How to run it

      \`\`\`sh
      git fetch origin smol/issue-12 && git switch smol/issue-12
      \`\`\`

      Open index.html in a browser.

      ### 3 files, 100 lines

      | File | Lines | What it does |
      |:--|--:|:--|
      | \`app.js\` | 40 | keeps the notes with \`addNote\` |
      | \`index.html\` | 20 | the page |
      | \`store.js\` | 40 | stores them |

      <details>
      <summary>Which file uses which</summary>

      \`\`\`mermaid
      flowchart LR
        f0["app.js"]
        f1["store.js"]
        f2["index.html"]
        f0 --> f1
        f2 --> f0
      \`\`\`

      </details>

      <details>
      <summary>The plan</summary>

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Contract

      - \`addNote(text)\` returns the note

      #### Files

      - \`app.js\` (~40) – keeps the notes. Uses \`store.js\`.
      - \`store.js\` (~40) – stores them.
      - \`index.html\` (~20) – the page.

      </details>

      <sub>Generated by smol; review before merging.</sub><br><sub>[Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · $0.03 · 31 s · prompt \`3f9a2c1b\`</sub>
      <!-- /smol -->
      "
    `);
  });

  test('S57 says that checks may wait, where the token is one for which they do', () => {
    const note =
      '<br><sub>If GitHub shows *Approve workflows to run* below, checks wait for that click.</sub><br>';
    expect(pullRequestBody(view({ checksMayWait: true }))).toContain(note);
    expect(pullRequestBody(view({ checksMayWait: false }))).not.toContain('Approve workflows');
  });

  test('S37 S48 S56 tells what is missing, set aside and refused', () => {
    const files = [
      file('app.js', { replaces: true }),
      file('store.js', { state: 'failed', lines: null, failure: 'The model refused.' }),
      file('.github/workflows/ci.yml', {
        setAside: { reason: 'Workflows are protected.', content: 'on: push\n' },
      }),
    ];
    const problem = problems.filesFailed({
      failed: [{ path: 'store.js', reason: 'The model refused.' }],
      total: 2,
    });
    const refused = [{ path: '../x', reason: 'leaves the folder' }];
    const text = pullRequestBody(
      view({ phase: 'partial', files, problem, refused, hiddenTextRemoved: true }),
    );
    expect(text).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      Closes #12

      > [!WARNING]
      > **\`store.js\` is missing: the model refused.**
      >
      > Re-run the failed job: only what is missing is asked for, the rest is kept.

      **Asked for:**

      > Build a page for **notes**.

      *Text that a reader cannot see was taken out before the model was asked.*

      A page that keeps notes. Open \`index.html\`.

      ### 1 file, 40 lines

      | File | Lines | What it does |
      |:--|--:|:--|
      | \`app.js\` | 40 | does its part · **replaces yours** |

      **Not written, because of the path**

      - \`../x\` – leaves the folder

      <details>
      <summary>The plan</summary>

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Contract

      - \`addNote(text)\` returns the note

      #### Files

      - \`app.js\` (~40) – keeps the notes. Uses \`store.js\`.
      - \`store.js\` (~40) – stores them.
      - \`index.html\` (~20) – the page.

      </details>

      ### Set aside

      Made, but not committed. Read them first; to add one, create a file of that name on this branch and paste it in.

      <details>
      <summary><code>.github/workflows/ci.yml</code></summary>

      Workflows are protected.

      \`\`\`yml
      on: push
      \`\`\`

      </details>

      <sub>Generated by smol; review before merging.</sub><br><sub>[Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · $0.03 · 31 s · prompt \`3f9a2c1b\`</sub>
      <!-- /smol -->
      "
    `);
  });

  test('lists what is missing when the alert does not name it, a reason once', () => {
    const missing = (path: string, failure: string | null) => file(path, { state: 'failed', failure });
    const files = [missing('a.js', 'The run took longer than 20 minutes.'), missing('b.js', 'No.')];
    const problem = problems.deadlinePassed({ minutes: 20 });
    const text = pullRequestBody(view({ phase: 'partial', files, problem }));
    expect(text).toContain('### Missing\n\n- `a.js`\n- `b.js` – No.\n\n<details>');
    expect(pullRequestBody(view({ phase: 'partial', files: files.slice(0, 1), problem }))).toContain(
      '### Missing\n\n- `a.js`\n\n<details>',
    );
  });

  test('says that the label has to come off where a re-run would not help', () => {
    const problem = problems.baseMissing('develop');
    expect(pullRequestBody(view({ phase: 'partial', problem }))).toContain(
      'Then take the label off and put it back on: ',
    );
  });

  test('tells how to run it, in a shell and beside it', () => {
    const howToRun = { commands: ['npm start'], test: 'npm test', note: 'Open http://localhost:8000.' };
    const body = (branch: string | null) => pullRequestBody(view({ branch, howToRun }));
    expect(body('smol/issue-12')).toContain(
      [
        '### How to run it\n',
        '```sh',
        'git fetch origin smol/issue-12 && git switch smol/issue-12',
        'npm start',
        '```\n',
        'Open `http://localhost:8000`.\n',
        'Tests: `npm test`\n',
      ].join('\n'),
    );
    expect(body("it's$(x)")).toContain("git switch 'it'\\''s$(x)'\n");
    expect(body(null)).toContain('```sh\nnpm start\n```');
    const unknown = { commands: [], test: null, note: null };
    expect(pullRequestBody(view({ howToRun: unknown }))).not.toContain('How to run it');
    expect(pullRequestBody(view({ howToRun: null }))).not.toContain('How to run it');
  });

  test('does not say the title again', () => {
    expect(pullRequestBody(view({ prompt: 'A page for notes\n\nIt keeps them.' }))).toContain(
      '\n\n**Asked for:**\n\n> It keeps them.\n\n',
    );
    expect(pullRequestBody(view({ prompt: 'A page for notes' }))).not.toContain('Asked for');
    expect(pullRequestBody(view({ prompt: 'A page\n\nIt keeps notes.' }))).toContain(
      '> A page\n>\n> It keeps',
    );
  });

  test('sorts the files by path and folds many', () => {
    const files = Array.from({ length: 20 }, (_, at) =>
      file(`${String.fromCodePoint(117 - at)}.js`, { lines: 100 }),
    );
    const few = pullRequestBody(view({ files }));
    expect(few).toContain('### 20 files, 2,000 lines\n\n| File');
    expect(few.indexOf('`b.js`')).toBeLessThan(few.indexOf('`c.js`'));
    const kept = file('a.js', { kept: true });
    const many = pullRequestBody(view({ files: [...files, kept] }));
    expect(many).toContain('<summary>20 files, 2,000 lines</summary>\n\n| File');
    expect(many).toContain('| `a.js` |  | does its part · **yours is kept** |\n| `b.js` | 100 |');
  });

  test('closes nothing when there is no issue', () => {
    const text = pullRequestBody(view({ issueNumber: null }));
    expect(text).not.toMatch(/closes/i);
    expect(text.startsWith('<!-- smol:v1 -->\n')).toBe(true);
  });

  test('folds a long request', () => {
    expect(pullRequestBody(view({ prompt: 'line\n'.repeat(20) }))).toContain(
      '<summary>What the model was asked</summary>',
    );
  });

  test('draws no graph of more files than anyone can read', () => {
    const files = Array.from({ length: 26 }, (_, index) => file(`${index}.js`, { uses: ['0.js'] }));
    expect(pullRequestBody(view({ files }))).not.toContain('mermaid');
    expect(pullRequestBody(view({ files: files.slice(0, 25) }))).toContain('```mermaid\nflowchart LR');
  });

  test('S52 stays in bounds however much there is, marker and footer whole', () => {
    const files = Array.from({ length: 1000 }, (_, index) =>
      file(`${'deep/'.repeat(200)}${index}.ts`, { description: 'x'.repeat(400) }),
    );
    const aside = file('ci.yml', { setAside: { reason: 'r', content: '`'.repeat(100_000) } });
    const huge = 'A word. '.repeat(20_000);
    const run = view({
      files: [...files, aside],
      planText: `# T\n\n${huge}\n\n## C\n\n${huge}`,
      prompt: huge,
    });
    const text = pullRequestBody(run);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.startsWith('<!-- smol:v1 issue=12 -->\n\nCloses #12\n')).toBe(true);
    expect(text).toMatch(/review before merging\.<\/sub><br><sub>.*3f9a2c1b`<\/sub>\n<!-- \/smol -->\n$/);
  });

  test.each(['&', '@a ', '😀', '`'])(
    'S52 stays in bounds with texts of nothing but %s, in both places',
    (character) => {
      const long = character.repeat(1500);
      const many = (count: number, changes: Partial<FileView>) =>
        Array.from({ length: count }, (_, index) =>
          file(`${index}${long}`, { description: long, ...changes }),
        );
      const run = view({
        phase: 'partial',
        files: [
          ...many(60, { state: 'failed', failure: long }),
          ...many(60, { setAside: { reason: long, content: long } }),
          ...many(30, { kept: true }),
        ],
        planText: `# ${long}\n\n${long}\n\n## Contract\n\n${long}`,
        prompt: character.repeat(800 / character.length),
        model: long,
        notes: Array.from({ length: 50 }, () => long),
        refused: Array.from({ length: 50 }, () => ({ path: long, reason: long })),
        problem: problems.unexpected(new Error(long)),
      });
      for (const text of [pullRequestBody(run), renderPlanComment(run)]) {
        expect(text.length).toBeLessThanOrEqual(60_000);
        expect(readMarker(text)?.issueNumber).toBe(12);
        expect(text).toMatch(/prompt `3f9a2c1b`<\/sub>\n(?:<!-- \/smol -->\n)?$/);
      }
    },
  );

  test('S51 cuts a reason before it is made safe, not after', () => {
    const setAside = { reason: `${'x '.repeat(95)}\`see @alice about it`, content: '' };
    const text = pullRequestBody(view({ files: [file('a'), file('b', { setAside })] }));
    expect(activeReferences(parse(text))).toEqual(['#12', 'Closes #12']);
  });

  test('S49 S50 S51 closes the one issue and lets nothing else act, whatever anyone wrote', {
    timeout: 60_000,
  }, () => {
    const words = hostileMarkdown;
    const run = fc.record({ planText: words, prompt: words, path: words, description: words, reason: words });
    fc.assert(
      fc.property(run, ({ planText, prompt, path, description, reason }) => {
        const files = [
          file(path, { description, uses: ['b'] }),
          file('b', { description, replaces: true }),
          file('c', { state: 'failed', failure: reason }),
          file(path, { setAside: { reason, content: prompt } }),
          file(path, { kept: true, description }),
        ];
        const text = pullRequestBody(
          view({ files, planText, prompt, refused: [{ path, reason }], notes: [reason] }),
        );
        const tree = parse(text);
        expect(activeReferences(tree)).toEqual(['#12', 'Closes #12']);
        const nodes = walk(tree);
        expect(nodes.filter((node) => node.type === 'image' || node.type === 'definition')).toEqual([]);
        // The plan may hold tables of its own.
        const table = tree.children.find((node) => node.type === 'table' && texts(node).startsWith('File'));
        expect(table?.children).toHaveLength(4);
        for (const row of table?.children ?? []) expect(row.children).toHaveLength(3);
        expect(texts(tree.children.at(-2))).toContain('Generated by smol; review before merging.');
      }),
      { numRuns: 200 },
    );
  });
});

describe('renderSummary', () => {
  test('has the headline, the report, the whole plan and the timeline', () => {
    const long = `# Notes\n\n## Contract\n\n${'All of it. '.repeat(10_000)}`;
    const text = renderSummary(view({ planText: long }));
    expect(text.startsWith('## [Pull request #13]')).toBe(true);
    expect(text).toContain('All of it. '.repeat(10_000).trim());
    expect(text).toContain('```mermaid\ngantt\n');
    expect(text).not.toContain('Closes');
  });

  test('lists the files of a dry run and misses none', () => {
    const files = [file('a.js', { state: 'waiting', lines: null, startedAt: null, endedAt: null })];
    const text = renderSummary(view({ phase: 'planned', files, pullRequest: null }));
    expect(text).toContain('| `a.js` |  | does its part |');
    expect(text).not.toContain('Missing');
  });

  test('does not speak of merging where nothing was made', () => {
    const problem = problems.notAllowed({ login: 'tim', permission: 'none' });
    const run = { phase: 'failed', files: [], planText: '', pullRequest: null, usage: null } as const;
    expect(renderSummary(view({ ...run, problem }))).not.toMatch(/merging|continue/);
    expect(renderSummary(view({ ...run, problem: problems.githubUnavailable() }))).toContain(
      '<sub>To continue, re-run the failed job, or',
    );
  });

  test('says the title, which stands nowhere else on the page', () => {
    expect(renderSummary(view({ prompt: 'A page for notes\n\nIt.' }))).toContain(
      '> A page for notes\n>\n> It.',
    );
  });

  test('is 900 kB at most, counted in bytes', () => {
    const text = renderSummary(view({ planText: `# T\n\n${'漢字\n'.repeat(400_000)}` }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    expect(text).toContain('review before merging');
  });
});
