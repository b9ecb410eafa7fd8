import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarker } from '../../src/report/marker.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import * as problems from '../../src/report/problems.js';
import { activeReferences, hostileMarkdown, parse, texts, walk } from './reading.js';
import { building, changed, file, view } from './views.js';

/** The HTML that is ours. */
const OUR_HTML =
  /^(?:<!-- smol:v1 issue=12 used=[\d,]+ -->|<!-- \/?smol:plan -->|<\/?sub>|<br>|<details>\n<summary>[^<]*<\/summary>|<\/details>|\n)+$/;

const ASIDE = file('.github/workflows/ci.yml', {
  setAside: { reason: 'Workflows are protected.', content: 'on: push' },
});

describe('renderPlanComment', () => {
  test('shows the plan as far as it is streamed', () => {
    const planText = '# Notes\n\nA page that keeps notes. Ask @alice about `add';
    const run = { phase: 'planning', planText, files: [], usage: null } as const;
    expect(renderPlanComment(building(run))).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      ## Planning

      20 s · [run log](https://github.com/octo/demo/actions/runs/1)

      ### Notes

      A page that keeps notes. Ask \`@alice\` about \\\`add

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>This comment keeps itself up to date. To stop, cancel the run.</sub><br><sub>gpt-6-sol · prompt \`3f9a2c1b\`</sub>
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
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## Building: 1 of 3 files

      20 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – keeps the notes with \`addNote\` · *40 lines*
      - [ ] \`store.js\` – stores them · *writing, 1.2 kB*
      - [ ] \`index.html\` – the page

      <details>
      <summary>How the files fit together</summary>

      #### Contract

      - \`addNote(text)\` returns the note

      </details>

      **Not written, because of the path**

      - \`../a|b\` – leaves the folder

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>This comment keeps itself up to date. To stop, cancel the run.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('begins with the pull request when it is done, the plan folded', () => {
    expect(renderPlanComment(view())).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## [Pull request #13](https://github.com/octo/demo/pull/13) is ready for review

      3 files · 100 lines · 31 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      <!-- smol:plan -->

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – keeps the notes with \`addNote\` · *40 lines*
      - [x] \`store.js\` – stores them · *40 lines*
      - [x] \`index.html\` – the page · *20 lines*

      <details>
      <summary>How the files fit together</summary>

      #### Contract

      - \`addNote(text)\` returns the note

      </details>

      <!-- /smol:plan -->

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>Review before merging: what you remark there becomes the next commit. For another app, edit the issue, take the label off and put it back on.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('S48 says what is missing, why, and what to do', () => {
    const failure = 'Cut at the limit, says @bob.';
    const files = [file('app.js'), file('store.js', { state: 'failed', lines: null, failure })];
    const draft = {
      number: 13,
      url: 'https://github.com/octo/demo/pull/13',
      draft: true,
      operation: 'created',
    } as const;
    const problem = problems.filesFailed({ failed: [{ path: 'store.js', reason: failure }], total: 2 });
    const run = view({
      phase: 'partial',
      files,
      pullRequest: draft,
      problem,
      notes: ['The label `web` is missing.'],
    });
    expect(renderPlanComment(run)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## [Pull request #13](https://github.com/octo/demo/pull/13) is a draft: 1 of 2 files missing

      1 file · 40 lines · 31 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      > [!WARNING]
      > **\`store.js\` is missing: Cut at the limit, says \`@bob\`.**
      >
      > Re-run the failed job: only what is missing is asked for, the rest is kept.

      > [!NOTE]
      > The label \`web\` is missing.

      <!-- smol:plan -->

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – does its part · *40 lines*
      - [ ] \`store.js\` – does its part

      <details>
      <summary>How the files fit together</summary>

      #### Contract

      - \`addNote(text)\` returns the note

      </details>

      <!-- /smol:plan -->

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>To continue, re-run the failed job, or take the label off and put it back on.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
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

  test('shows lines to copy when a permission is missing, and how to run with them', () => {
    const problem = problems.missingPermission('contents');
    const run = {
      phase: 'failed',
      planText: '',
      files: [],
      pullRequest: null,
      usage: null,
      problem,
    } as const;
    const text = renderPlanComment(view(run));
    expect(text).toContain('## Not started');
    expect(text).toContain('> [!CAUTION]\n> **The token may not push');
    expect(text).toContain('> ```yaml\n> permissions:\n>   contents: write');
    expect(text).toContain('<sub>Then take the label off and put it back on: re-running the old job would');
    expect(renderPlanComment(view({ ...run, issueNumber: null }))).toContain(
      '<sub>Then start the workflow again.</sub>',
    );
  });

  test('tells someone who may not start it so, without alarm and without advice that is not theirs', () => {
    const run = view({
      phase: 'failed',
      planText: '',
      prompt: '',
      promptHash: '',
      files: [],
      pullRequest: null,
      usage: null,
      model: '',
      planModel: '',
      finishedAt: view().startedAt + 200,
      problem: problems.notAllowed({ login: 'tim', permission: 'read' }),
    });
    expect(renderPlanComment(run)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 -->

      ## Not started

      [run log](https://github.com/octo/demo/actions/runs/1)

      > [!NOTE]
      > **Only people with write access can start smol; \`tim\` has read access.**
      >
      > Someone with write access can take the label off and put it back on.
      "
    `);
  });

  test('says of a cancelled run once that it was cancelled', () => {
    const failure = problems.cancelled().what;
    const run = view({
      phase: 'failed',
      planText: '# Notes',
      files: [file('a.js'), file('b.js', { state: 'failed', lines: null, failure, replaces: true })],
      pullRequest: null,
      problem: problems.cancelled(),
    });
    expect(renderPlanComment(run)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## Cancelled: 1 of 2 files written

      1 file · 40 lines · 31 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      > [!WARNING]
      > **The run was cancelled.**
      >
      > Re-run the job when you want it to go on.

      <!-- smol:plan -->

      ### Notes

      #### Files

      - [x] \`a.js\` – does its part · *40 lines*
      - [ ] \`b.js\` – does its part

      <!-- /smol:plan -->

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>To continue, re-run the failed job, or take the label off and put it back on.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('sets apart what is not in the pull request, and does not count it', () => {
    const kept = file('style.css', { kept: true });
    const files = [file('app.js', { lines: 1479, replaces: true }), kept, ASIDE];
    const text = renderPlanComment(view({ files }));
    expect(text).toContain('\n1 file · 1,479 lines · 31 s');
    expect(text).toContain('- [x] `app.js` – does its part · *1,479 lines* · replaces yours\n');
    expect(text).toContain('- `style.css` – does its part · yours is kept\n');
    expect(text).toContain(
      '\n\n**Set aside, not in the pull request:** `.github/workflows/ci.yml` – its content is in the [pull request](https://github.com/octo/demo/pull/13) to copy\n',
    );
    const running = renderPlanComment(building({ files: [file('app.js'), ASIDE, ASIDE] }));
    expect(running).toContain(
      '**Set aside, not in the pull request:** `.github/workflows/ci.yml`, `.github/workflows/ci.yml`\n',
    );
    expect(renderPlanComment(view({ files: [ASIDE, ASIDE], pullRequest: null }))).toContain(
      'their content is in the [run summary](',
    );
  });

  test('says how much an earlier run had made, and that it was paid for', () => {
    expect(renderPlanComment(view({ planReused: true, reusedFiles: 2 }))).toContain(
      '3 files · 100 lines · 2 of 3 files reused · 31 s · $0.03 in all · [run log]',
    );
    expect(renderPlanComment(view({ planReused: true, reusedFiles: 3 }))).toContain(
      '100 lines · nothing was asked of the model this time · 31 s',
    );
  });

  test('says that a price is not known, once', () => {
    const usage = { inputTokens: 900, cachedTokens: 0, outputTokens: 90, costUsd: null, estimated: true };
    const text = renderPlanComment(view({ usage }));
    expect(text).toContain('100 lines · 31 s · [run log]');
    expect(text).toContain(
      '<sub>gpt-6-sol · about 900 tokens in, 90 out · price not known · prompt `3f9a2c1b`</sub>',
    );
  });

  test('shows the whole contract in a dry run', () => {
    const text = renderPlanComment(view({ phase: 'planned', pullRequest: null }));
    expect(text).toContain('#### Files\n\n- [x] `app.js`');
    expect(text).toContain('\n#### Contract\n\n- `addNote(text)` returns the note\n');
    expect(text).not.toContain('The contract between the files');
  });

  test('says in a plan that waits what it will cost at most and how to go on', () => {
    const quote = { tokens: 30_941, costUsd: 0.3201 };
    const files = view().files.map((each) => ({ ...each, state: 'waiting' as const, lines: null }));
    const waiting = view({ phase: 'planned', pullRequest: null, files, quote });
    expect(renderPlanComment(waiting)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## The plan: 3 files

      **3 files, at most 31k tokens, at most $0.33.** Comment \`/smol build\` to go on. Before that you can edit this comment: untick a file, add or rename one, change a sentence. What stands here is what is built.

      31 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – keeps the notes with \`addNote\`
      - [x] \`store.js\` – stores them
      - [x] \`index.html\` – the page

      #### Contract

      - \`addNote(text)\` returns the note

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>For another plan, comment \`/smol plan\` and what should be different.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
    expect(renderPlanComment({ ...waiting, quote: { tokens: 900, costUsd: null } })).toContain(
      '\n**3 files, at most 900 tokens.** Comment `/smol build`',
    );
    expect(renderPlanComment({ ...waiting, quote: { tokens: 900, costUsd: 0.07 } })).toContain(
      'at most $0.07.**',
    );
    expect(renderPlanComment({ ...waiting, quote: { tokens: 0, costUsd: 0 } })).toContain(
      '\n**3 files, all made already.** Comment `/smol build`',
    );
  });

  test('follows a revision by its files', () => {
    const planText =
      '## Change\n`save` waits.\n\n## Files\n- `app.js` – change – awaits.\n\n## Replies\n1. Done.';
    const files = [
      file('app.js', { action: 'change', state: 'writing', lines: null }),
      file('test.js', { action: 'change', state: 'unchanged', lines: null }),
      file('old.js', { action: 'delete', lines: 0 }),
      file('new.js', { from: 'was.js', action: 'rename', state: 'waiting', lines: null }),
    ];
    const run = building({ planText, files, revision: { remarks: 3 } });
    expect(renderPlanComment(run)).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->

      ## Revising: 2 of 4 files

      20 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      \`save\` waits.

      - [ ] \`app.js\` – does its part · *writing, 1.2 kB* · changes
      - [x] \`test.js\` – does its part · *looked at, nothing to change*
      - [x] \`old.js\` – does its part · deleted
      - [ ] \`was.js\` → \`new.js\` – does its part

      <details>
      <summary>The plan of the change</summary>

      #### Change
      \`save\` waits.

      #### Files
      - \`app.js\` – change – awaits.

      #### Replies
      1. Done.

      </details>

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>This comment keeps itself up to date. To stop, cancel the run.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
    expect(renderPlanComment({ ...run, phase: 'planning', files: [] })).toContain('## Reading 3 remarks\n');
    expect(renderPlanComment({ ...run, phase: 'publishing' })).toContain('## Committing\n');
  });

  test('shows the whole app again after a revision, and what changed', () => {
    expect(renderPlanComment(changed())).toMatchInlineSnapshot(`
      "<!-- smol:v1 issue=12 used=8200,6100,2100,31000 handled=r1,c2 -->

      ## [Pull request #13](https://github.com/octo/demo/pull/13) has a new commit

      3 files · 120 lines · 31 s · $0.03 · [run log](https://github.com/octo/demo/actions/runs/1)

      **Built as edited:** Without \`a.js\`.

      **Against the plan before:**

      - One.
      - Two.
      - Three, says \`@bob\`.
      - Four.

      House rules: \`AGENTS.md\`, \`CLAUDE.md\` · With the comments of ann, bob and eve · 2 pictures were not seen: this model takes none

      <!-- smol:plan -->

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Files

      - [x] \`app.js\` – does its part · *40 lines* · changes
      - [x] \`new.js\` – does its part · *40 lines* · new
      - [x] \`from.js\` → \`to.js\` – does its part · *40 lines*
      - [x] \`same.js\` – does its part · *looked at, nothing to change*

      <details>
      <summary>How the files fit together</summary>

      #### Contract

      - \`addNote(text)\` returns the note

      </details>

      <!-- /smol:plan -->

      ### Changes since

      - [\`bbbbbbb\`](https://github.com/octo/demo/commit/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) after 1 remark
      - [\`aaaaaaa\`](https://github.com/octo/demo/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) after 2 remarks: \`app.js\`, new \`new.js\`, renamed to \`to.js\`, deleted \`old.js\`, \`b.js\`, 1 more

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>Review before merging: what you remark there becomes the next commit. For another app, edit the issue, take the label off and put it back on.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test('S52 remembers the newest 300 remarks that are answered', () => {
    const handled = Array.from({ length: 400 }, (_, index) => `c${index}`);
    expect(readMarker(renderPlanComment(view({ handled })))?.handled).toEqual(handled.slice(-300));
  });

  test('is the plan alone under a pull request without an issue', () => {
    expect(renderPlanComment(view({ issueNumber: null }))).toMatchInlineSnapshot(`
      "<!-- smol:v1 used=8200,6100,2100,31000 -->

      ## The plan

      ### Notes

      A page that keeps notes. Open \`index.html\`.

      #### Contract

      - \`addNote(text)\` returns the note

      #### Files

      - \`app.js\` (~40) – keeps the notes. Uses \`store.js\`.
      - \`store.js\` (~40) – stores them.
      - \`index.html\` (~20) – the page.

      <details>
      <summary>What the model was asked</summary>

      > Build a page for **notes**.

      </details>

      <sub>Review before merging: what you remark there becomes the next commit. For another app, start the workflow again.</sub><br><sub>gpt-6-sol · 8.2k tokens in (6.1k cached), 2.1k out · prompt \`3f9a2c1b\`</sub>
      "
    `);
  });

  test.each([
    [{ phase: 'planning' }, 'Planning'],
    [{ phase: 'building' }, 'Building: 3 of 3 files'],
    [{ phase: 'publishing' }, 'Opening the pull request'],
    [{ phase: 'planned' }, 'The plan: 3 files'],
    [{ phase: 'done', pullRequest: null }, 'Done: 3 files'],
    [{ phase: 'failed' }, 'Stopped: 3 of 3 files written'],
    [{ phase: 'failed', files: [] }, 'Stopped: nothing was written'],
    [{ phase: 'failed', files: [], planText: '' }, 'Not started'],
    [{ phase: 'failed', problem: problems.cancelled() }, 'Cancelled: 3 of 3 files written'],
    [
      { phase: 'failed', files: [], planText: '', problem: problems.cancelled() },
      'Cancelled: nothing was written',
    ],
    [{ phase: 'partial', pullRequest: null, files: [file('a')] }, '1 file written, no pull request yet'],
    [
      { phase: 'partial', pullRequest: null, files: [file('a'), file('b', { state: 'failed' })] },
      'Stopped: 1 of 2 files written',
    ],
    [{ phase: 'building', files: [file('a'), ASIDE, file('b', { kept: true })] }, 'Building: 1 of 1 file'],
  ] as const)('heads %j', (changes, headline) => {
    expect(renderPlanComment(view(changes))).toContain(`\n## ${headline}\n`);
  });

  test.each([
    ['created', false, 'is ready for review'],
    ['updated', false, 'has a new commit'],
    ['none', false, 'is up to date'],
    ['created', true, 'is open as a draft'],
  ] as const)('heads a pull request that was %s, draft %s', (operation, draft, words) => {
    const pullRequest = { number: 13, url: 'https://github.com/octo/demo/pull/13', draft, operation };
    expect(renderPlanComment(view({ pullRequest }))).toContain(
      `## [Pull request #13](${pullRequest.url}) ${words}\n`,
    );
  });

  test('S52 gives up the plan, then the prompt, then the descriptions, never the rest', () => {
    const files = Array.from({ length: 300 }, (_, index) =>
      file(`src/file-${index}.ts`, { description: 'x'.repeat(290) }),
    );
    const long = `# Notes\n\n## Contract\n\n${'All of the contract. '.repeat(5000)}`;
    const run = building({ files, planText: long, prompt: 'Please. '.repeat(8000) });
    const text = renderPlanComment(run);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(readMarker(text)).toEqual({ issueNumber: 12, checkpoint: null, handled: [], usage: view().usage });
    expect(text).toContain('## Building: 300 of 300 files');
    for (const { path } of files) expect(text).toContain(`- [x] \`${path}\``);
    expect(text).toContain('*The plan is in the [run summary]');
    expect(text).toMatch(
      /gpt-6-sol · 8\.2k tokens in \(6\.1k cached\), 2\.1k out · prompt `3f9a2c1b`<\/sub>\n$/,
    );
  });

  test('S52 cuts the plan alone when that is enough', () => {
    const long = `# Notes\n\n## Contract\n\n\`\`\`ts\n${'const line = 1;\n'.repeat(6000)}\`\`\`\n`;
    const text = renderPlanComment(building({ planText: long }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(59_000);
    expect(text).toContain('const line = 1;\n```\n\n*… cut here; the whole plan is in the [run summary]');
    expect(text).toContain('What the model was asked');
    expect(text).toContain('keeps the notes with `addNote`');
  });

  test('S52 stays in bounds with more files than it can list', () => {
    const files = Array.from({ length: 1000 }, (_, index) => file(`${'deep/'.repeat(200)}${index}.ts`));
    const text = renderPlanComment(view({ files, prompt: '😀'.repeat(40_000) }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/- … and \d+ more, listed in the/);
    expect(text).toContain('Review before merging');
  });

  test('S49 S50 S51 lets nothing act and keeps its frame, whatever a model, a person or a server wrote', {
    timeout: 60_000,
  }, () => {
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
            }),
            file(line.path, { kept: true, description: line.description }),
            file(line.path, { setAside: { reason: line.reason, content: prompt } }),
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
              planEdits: [line.note],
              planDifference: [line.what, line.reason, line.note, line.what],
              houseRules: [line.path],
              commenters: [line.note, line.what],
              problem: {
                what: line.what,
                next: 'Run again.',
                again: 'rerun',
                snippet: { language: 'text', text: prompt },
                link: null,
              },
            }),
          );
          const tree = parse(text);
          // The headline of this run links its own pull request, and so does the line of what is set aside.
          expect(activeReferences(tree).filter((found) => found !== '/pull/1')).toEqual([]);
          expect(readMarker(text)).toEqual({
            issueNumber: 12,
            checkpoint: null,
            handled: [],
            usage: view().usage,
          });
          expect(texts(tree.children.at(-1))).toContain('8.2k tokens in (6.1k cached), 2.1k out');
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
