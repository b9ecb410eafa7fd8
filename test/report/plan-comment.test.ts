import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlanComment, renderPlanComment } from '../../src/report/plan-comment.js';
import * as problems from '../../src/report/problems.js';
import { activeReferences, hostileMarkdown, parse, texts, walk } from './reading.js';
import { building, file, view } from './views.js';

/** The HTML that is ours. */
const OUR_HTML =
  /^(?:<!-- smol:v1 issue=12 -->|<!-- smol-state: [\w-]* -->|<\/?sub>|<br>|<details>\n<summary>[^<]*<\/summary>|<\/details>|\n)+$/;

describe('renderPlanComment', () => {
  test('shows the plan as far as it is streamed', () => {
    const planText = '# Notes\n\nA page that keeps notes. Ask @alice about `add';
    const run = { phase: 'planning', planText, files: [], usage: null } as const;
    expect(renderPlanComment(building(run), 'c3RhdGU')).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->
      <!-- smol-state: c3RhdGU -->

      ## Planning

      20 s · [run log](https://github.com/octo/demo/actions/runs/1)

      ### Notes

      A page that keeps notes. Ask \`@alice\` about \\\`add

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>This comment keeps itself up to date. To stop, cancel the run.</sub><br>
      <sub>[Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 20 s · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('says that the model reads before there is a plan', () => {
    const text = renderPlanComment(building({ phase: 'planning', planText: '', files: [], usage: null }));
    expect(text).toContain('*The model reads the request …*');
  });

  test('ticks the files while they are written, the contract below them', () => {
    expect(
      renderPlanComment(building({ refused: [{ path: '../a|b', reason: 'leaves the folder' }] })),
    ).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      ## Building: 1 of 3 files

      20 s · 10.3k tokens · ~$0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – keeps the notes with \`addNote\` · *40 lines*
      - [ ] \`store.js\` – stores them · *writing, 1.2 kB*
      - [ ] \`index.html\` – the page

      **Refused**

      - \`../a|b\` – leaves the folder

      #### Contract

      - \`addNote(text)\` returns the note

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>This comment keeps itself up to date. To stop, cancel the run.</sub><br>
      <sub>[Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · ~$0.03 · 20 s · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('begins with the pull request when it is done, the plan folded', () => {
    expect(renderPlanComment(view())).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      ## [Pull request #13](https://github.com/octo/demo/pull/13) is ready for review

      3 files · 100 lines · 31 s · 10.3k tokens · ~$0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      - [x] \`app.js\` – keeps the notes with \`addNote\` · *40 lines*
      - [x] \`store.js\` – stores them · *40 lines*
      - [x] \`index.html\` – the page · *20 lines*

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

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>Review before merging. To ask for something else, edit the issue, take the label off and put it back on.</sub><br>
      <sub>[Pull request](https://github.com/octo/demo/pull/13) · [Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · ~$0.03 · 31 s · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('says what is missing, why, and what to do', () => {
    const files = [
      file('app.js'),
      file('store.js', { state: 'failed', lines: null, failure: 'Cut at the limit, says @bob.' }),
    ];
    const draft = {
      number: 13,
      url: 'https://github.com/octo/demo/pull/13',
      draft: true,
      operation: 'created',
    } as const;
    const problem = problems.filesFailed({ failed: ['store.js'], total: 2 });
    const run = view({
      phase: 'partial',
      files,
      pullRequest: draft,
      problem,
      notes: ['The label `web` is missing.'],
    });
    expect(renderPlanComment(run)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      ## [Pull request #13](https://github.com/octo/demo/pull/13) is a draft: 1 of 2 files missing

      1 file · 40 lines · 31 s · 10.3k tokens · ~$0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      > [!WARNING]
      > **\`store.js\` could not be written.**
      >
      > Run again: finished files are kept, and only the missing ones are asked for.

      > [!NOTE]
      > - The label \`web\` is missing.

      - [x] \`app.js\` – does its part · *40 lines*
      - [ ] \`store.js\` – does its part · **failed**: Cut at the limit, says \`@bob\`.

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

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>To run it again, re-run the job, or take the label off and put it back on.</sub><br>
      <sub>[Pull request](https://github.com/octo/demo/pull/13) · [Run](https://github.com/octo/demo/actions/runs/1) · gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · ~$0.03 · 31 s · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('leads to the pull request that GitHub would not open', () => {
    const problem = problems.pullRequestsForbidden({
      compareUrl: 'https://github.com/octo/demo/compare/main...smol/issue-12?expand=1',
      settingsUrl: 'https://github.com/octo/demo/settings/actions',
    });
    const text = renderPlanComment(view({ phase: 'partial', pullRequest: null, problem }));
    expect(text).toContain('## All 3 files written, no pull request yet');
    expect(text).toContain(
      '> **[Open the pull request](https://github.com/octo/demo/compare/main...smol/issue-12?expand=1)**',
    );
    expect(text).toContain('**Allow GitHub Actions to create and approve pull requests**');
  });

  test('shows lines to copy when a permission is missing', () => {
    const problem = problems.missingPermission('contents');
    const text = renderPlanComment(
      view({ phase: 'failed', planText: '', files: [], pullRequest: null, problem }),
    );
    expect(text).toContain('## Stopped: nothing was written');
    expect(text).toContain('> [!CAUTION]\n> **The token may not write contents');
    expect(text).toContain('> ```yaml\n> permissions:\n>   contents: write');
  });

  test.each([
    [{ phase: 'planning' }, 'Planning'],
    [{ phase: 'building' }, 'Building: 3 of 3 files'],
    [{ phase: 'publishing' }, 'Opening the pull request'],
    [{ phase: 'planned' }, 'The plan: 3 files'],
    [{ phase: 'done', pullRequest: null }, 'Done: 3 files'],
    [{ phase: 'failed' }, 'Stopped: 3 of 3 files written'],
    [{ phase: 'failed', files: [] }, 'Stopped: nothing was written'],
  ] as const)('heads %j', (changes, headline) => {
    expect(renderPlanComment(view(changes))).toContain(`\n## ${headline}\n`);
  });

  test.each([
    ['updated', false, 'is up to date'],
    ['none', false, 'stays as it is'],
    ['created', true, 'is open as a draft'],
  ] as const)('heads a pull request that was %s, draft %s', (operation, draft, words) => {
    const pullRequest = { number: 13, url: 'https://github.com/octo/demo/pull/13', draft, operation };
    expect(renderPlanComment(view({ pullRequest }))).toContain(
      `## [Pull request #13](${pullRequest.url}) ${words}\n`,
    );
  });

  test('refuses a state that could end its own line', () => {
    expect(() => renderPlanComment(view(), 'a --> b')).toThrow(TypeError);
  });

  test('gives up the plan, then the prompt, then the descriptions, never the rest', () => {
    const files = Array.from({ length: 300 }, (_, index) =>
      file(`src/file-${index}.ts`, { description: 'x'.repeat(290) }),
    );
    const long = `# Notes\n\n## Contract\n\n${'All of the contract. '.repeat(5000)}`;
    const run = building({ files, planText: long, prompt: 'Please. '.repeat(8000) });
    const text = renderPlanComment(run, 'c3RhdGU');
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(readPlanComment(text)).toEqual({ issueNumber: 12, state: 'c3RhdGU' });
    expect(text).toContain('## Building: 300 of 300 files');
    for (const { path } of files) expect(text).toContain(`- [x] \`${path}\``);
    expect(text).toContain('*The plan is in the [run summary]');
    expect(text).toMatch(/prompt `3f9a2c1b`<\/sub>\n$/);
  });

  test('cuts the plan alone when that is enough', () => {
    const long = `# Notes\n\n## Contract\n\n\`\`\`ts\n${'const line = 1;\n'.repeat(6000)}\`\`\`\n`;
    const text = renderPlanComment(building({ planText: long }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(59_000);
    expect(text).toContain('const line = 1;\n```\n\n*… cut here; the whole plan is in the [run summary]');
    expect(text).toContain('What the model was asked');
    expect(text).toContain('keeps the notes with `addNote`');
  });

  test('stays in bounds with more files than it can list', () => {
    const files = Array.from({ length: 1000 }, (_, index) => file(`${'deep/'.repeat(200)}${index}.ts`));
    const text = renderPlanComment(view({ files, prompt: '😀'.repeat(40_000) }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/- … and \d+ more, listed in the/);
    expect(text).toContain('Review before merging.');
  });

  test('lets nothing act and keeps its frame, whatever a model, a person or a server wrote', () => {
    const words = hostileMarkdown;
    const run = fc.record({
      planText: words,
      prompt: words,
      path: words,
      description: words,
      reason: words,
      what: words,
      note: words,
    });
    fc.assert(
      fc.property(
        run,
        fc.constantFrom('building', 'done', 'partial', 'failed'),
        ({ planText, prompt, ...line }, phase) => {
          const files = [
            file(line.path, { description: line.description, replaces: true }),
            file(line.path, {
              state: 'failed',
              failure: line.reason,
              setAside: { reason: line.reason, content: prompt },
            }),
          ];
          const text = renderPlanComment(
            view({
              phase,
              planText: `${planText}\n## Files\n${prompt}`,
              prompt,
              files,
              model: line.note,
              refused: [{ path: line.path, reason: line.reason }],
              notes: [line.note],
              problem: {
                what: line.what,
                next: 'Run again.',
                snippet: { language: 'text', text: prompt },
                link: null,
              },
            }),
            'c3RhdGU',
          );
          const tree = parse(text);
          // The headline and the footer of this run link its own pull request.
          expect(activeReferences(tree).filter((found) => found !== '/pull/1')).toEqual([]);
          expect(readPlanComment(text)).toEqual({ issueNumber: 12, state: 'c3RhdGU' });
          expect(texts(tree.children.at(-1))).toContain('3f9a2c1b');
          for (const node of walk(tree)) {
            expect(['image', 'imageReference', 'definition', 'footnoteReference']).not.toContain(node.type);
            if (node.type === 'html') expect(node.value).toMatch(OUR_HTML);
            if (node.type === 'link') expect(node.url).toMatch(/^https:\/\//);
          }
          const items = walk(tree).filter((node) => typeof node.checked === 'boolean');
          expect(items.map((node) => node.checked)).toEqual([true, false]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('readPlanComment', () => {
  test.each([
    ['<!-- smol:v1 issue=12 -->\n<!-- smol-state: YWJj -->\n\n## x', { issueNumber: 12, state: 'YWJj' }],
    ['<!-- smol:v1 issue=12 -->\r\n<!-- smol-state: YWJj -->\r\n', { issueNumber: 12, state: 'YWJj' }],
    ['<!-- smol:v1 -->\n', { issueNumber: null, state: '' }],
    ['<!-- smol:v1 issue=12 -->\n## x\n<!-- smol-state: YWJj -->', { issueNumber: 12, state: '' }],
    [' <!-- smol:v1 issue=12 -->\n', null],
    ['> <!-- smol:v1 issue=12 -->\n', null],
    ['<!-- smol:v2 issue=12 -->\n', null],
    ['<!-- smol:v1 issue=x -->\n', null],
    ['', null],
  ])('reads %j', (body, expected) => {
    expect(readPlanComment(body)).toEqual(expected);
  });
});
