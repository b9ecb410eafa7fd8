import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { findChromium, openBrowser } from '../../demo/browser.js';
import { askedPage, sharedPrefix } from '../../demo/site/asked-page.js';
import { diffTrees, hunkRows } from '../../demo/site/diff.js';
import { comment } from '../../demo/site/markdown.js';
import { runPage } from '../../demo/site/run-page.js';
import { type Site, startSite } from '../../demo/site/server.js';
import type { Run } from '../../demo/site/stage.js';
import { CHANGE, type ModelCall } from '../../demo/tap.js';
import { type GitHub, startGitHub } from '../support/github/index.js';

const run = promisify(execFile);
const PLACE = { repository: 'octo/app', serverUrl: 'http://127.0.0.1:9' };
const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>[x](javascript:alert(3))';
const GRAPH = '```mermaid\nflowchart LR\n  f0["a.js"] --> f1["b.js"]\n```';
const GANTT =
  '```mermaid\ngantt\n  dateFormat x\n  axisFormat %s s\n  tickInterval 1second\n  section Plan\n  plan :0, 2000\n  section Files\n  a.js :2000, 4000\n```';
const BRANCH = 'smol/issue-1';

let site: Site;
let github: GitHub;
let commentId: number;

/** Calls GitHub as the action does, so that it stands in the journal. */
async function asAction(method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${github.url}/repos/octo/app${path}`, {
    method,
    headers: { authorization: `Bearer ${github.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const call = (purpose: string, last: string): ModelCall => ({
  purpose,
  messages: [
    { role: 'system', content: 'You write code.' },
    { role: 'user', content: last },
  ],
  answer: `answer to ${purpose} <b>`,
  startedAt: 0,
  finishedAt: 1500,
});

const revision: Run = {
  id: 1658821494,
  state: () => 'succeeded',
  log: ['##[group]Reading the remarks'],
  summary: () => '',
  calls: () => [call(CHANGE, 'Plan it'), call('a.js', 'Change `a.js`')],
};

beforeAll(async () => {
  site = await startSite();
  github = await startGitHub({
    collaborators: { ann: 'write' },
    serverUrl: site.url,
    files: { 'README.md': '# app\n\nSee [the page](index.html).\n' },
  });
});

afterAll(async () => {
  await Promise.all([site.close(), github.close()]);
});

describe('before there is anything to show', () => {
  test('every page says that the demo is starting', async () => {
    const response = await fetch(site.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('starting');
  });
});

describe('a demo that ran', () => {
  beforeAll(async () => {
    await github.createIssue({ title: `A page ${HOSTILE}`, body: `Build it.\n\n${HOSTILE}`, author: 'ann' });
    await github.addLabel(1, 'smol', 'ann');
    await asAction('POST', '/issues/1/reactions', { content: 'eyes' });
    const made = await asAction('POST', '/issues/1/comments', {
      body: '<!-- smol:v1 issue=1 -->\n## Planning',
    });
    commentId = z.object({ id: z.number() }).parse(made).id;
    const edit = (body: string) => asAction('PATCH', `/issues/comments/${commentId}`, { body });
    await edit(`## Building\n\n- [x] \`a.js\`\n- [ ] \`b.js\`\n\n${HOSTILE}`);
    await github.createBranch(BRANCH);
    const files = { 'a.js': 'let a = 1;\n', 'docs/<i>.md': '# Hi\n', 'README.md': '# app\n\nNew.\n' };
    await github.commit({ branch: BRANCH, files, message: 'Write the page' });
    const body = `Closes #1\n\n${HOSTILE}\n\n${GRAPH}`;
    await asAction('POST', '/pulls', { head: BRANCH, base: 'main', title: 'The page', body });
    await edit(
      `## [Pull request #2](${site.url}/octo/app/pull/2)\n\n<details>\n<summary>Plan</summary>\n\nText of the plan\n\n</details>`,
    );
    site.show({
      github,
      issueNumber: 1,
      source: 'Recorded answers',
      runs: [
        {
          id: 1658821493,
          state: () => 'going',
          log: ['##[group]Planning', '<script>'],
          summary: () => `## All done\n\n${GANTT}`,
          calls: () => [call('plan', 'Plan it'), call('a.js', 'Write `a.js`'), call('b.js', 'Write `b.js`')],
        },
        revision,
      ],
      finished: () => false,
      app: () => ({ output: '2 tests passed' }),
    });
  });

  const repository = '/octo/app';
  test.each<[string, readonly string[]]>([
    [`${repository}/issues/1`, ['A page', 'Build it.', 'Pull request #2', 'Version 3 of 3', '👀 1', 'smol']],
    [
      `${repository}/pull/2`,
      ['The page', 'wants to merge 1 commit', BRANCH, 'Closes <a href="/octo/app/issues/1">#1</a>'],
    ],
    [`${repository}/pull/2/commits`, ['Write the page']],
    [`${repository}/pull/2/files`, ['3 files changed', 'a.js', 'docs/&lt;i&gt;.md', '+3', '−1']],
    [repository, ['README.md', `git clone ${'http'}`, `href="/octo/app/blob/main/index.html"`]],
    [`${repository}/tree/${BRANCH}`, ['a.js', 'New.', `--branch ${BRANCH}`]],
    [`${repository}/blob/${BRANCH}/a.js`, ['id="L1"', '1 line']],
    [`${repository}/blob/${BRANCH}/docs/%3Ci%3E.md`, ['<h1>Hi</h1>']],
    [`${repository}/issues`, ['A page']],
    [`${repository}/pulls`, ['The page']],
    [
      `${repository}/actions/runs/1658821493`,
      ['All done', 'Planning', '&lt;script&gt;', 'data-source="gantt'],
    ],
    [`${repository}/actions`, ['Run #2', 'Reading the remarks', `${repository}/actions/runs/1"`]],
    [`${repository}/actions/runs/1658821494/attempts/1`, ['Run #2', 'Finished']],
    [`${repository}/actions/runs/1`, ['Run #1', 'In progress', 'Planning']],
    [`${repository}/settings/secrets/actions`, ['On GitHub this would open']],
    [`${repository}/new/main?filename=a.yml`, ['On GitHub this would open']],
    [
      '/asked',
      [
        '5 calls',
        'The plan of the change',
        '1 message, 15 characters: the same for every file',
        'answer to a.js &lt;b&gt;',
        '1.5 s',
      ],
    ],
    ['/app', ['2 tests passed']],
  ])('%s', async (path, expected) => {
    const response = await fetch(site.url + path);
    const page = await response.text();
    expect(response.status).toBe(200);
    for (const text of expected) expect(page).toContain(text);
    expect(page).toContain('Recorded answers');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page).not.toMatch(
      /<script(?! src="\/assets\/site\.js")|<[^>]* on\w+=|javascript:(?!alert\(3\)\))/,
    );
    expect(page).not.toMatch(/(?:href|src)="[^"]*javascript:/);
  });

  test.each([
    ['/', '/octo/app/issues/1'],
    [`${repository}/issues/2`, '/octo/app/pull/2'],
    [`${repository}/pull/1`, '/octo/app/issues/1'],
    [`${repository}/compare/main...smol/issue-1?expand=1`, '/octo/app/pull/2'],
  ])('%s leads to %s', async (from, to) => {
    const response = await fetch(site.url + from, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, to]);
  });

  test.each([
    '/other/app',
    `${repository}/issues/9`,
    `${repository}/pull/9`,
    `${repository}/blob/main/none.js`,
    `${repository}/blob/main/constructor`,
    `${repository}/commit/0000000`,
    `${repository}/pull/2/commits/0000000`,
    `${repository}/actions/runs/3`,
    `${repository}/compare/main...none`,
    '/assets/server.ts',
    '/assets/..%2fserver.ts',
    `${repository}.git/..%2f..%2f..%2fetc/passwd`,
  ])('there is no %s', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404);
  });

  test.each(['/%', '//'])('%s is no address', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(400);
  });

  // The files of a pull request are those of its last commit, and each leads back there.
  test.each(['commit', 'tree', 'pull/2/commits'])('%s/… of a commit shows its changes', async (kind) => {
    const head = await github.head(BRANCH);
    const page = await (await fetch(`${site.url}/octo/app/${kind}/${head?.sha}`)).text();
    expect(page).toContain('Write the page');
    expect(page).toContain('3 files changed');
  });

  test.each([
    [1, 'Planning'],
    [2, 'Building'],
  ])('version %i of the comment says %s', async (version, text) => {
    const page = await (await fetch(`${site.url}/octo/app/issues/1?version=${version}`)).text();
    expect(page).toContain(`<h2>${text}</h2>`);
    expect(page).toContain(`Version ${version} of 3`);
  });

  test('git clones the repository, and sees what came later', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'smol-clone-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const clone = (name: string) =>
      run('git', ['clone', '--quiet', '--branch', BRANCH, `${site.url}/octo/app.git`, join(folder, name)], {
        timeout: 15_000,
      });
    await clone('first');
    expect(await readFile(join(folder, 'first', 'a.js'), 'utf8')).toBe('let a = 1;\n');
    await github.commit({ branch: BRANCH, files: { 'later.js': '2\n' } });
    await clone('second');
    expect(await readFile(join(folder, 'second', 'later.js'), 'utf8')).toBe('2\n');
  });

  const chromium = findChromium();
  if (chromium === undefined) console.warn('SKIPPED: the pages in a browser, since no Chromium was found');

  test.skipIf(chromium === undefined)(
    'a browser shows changes by itself and draws the pictures',
    { timeout: 90_000 },
    async () => {
      const browser = await openBrowser();
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));

      await page.goto(`${site.url}/octo/app/issues/1`);
      await page.evaluate('window.notReloaded = true');
      await page.click('.entry summary');
      const body = '## Changed\n\n<details>\n<summary>Plan</summary>\n\nAnother plan\n\n</details>';
      await asAction('PATCH', `/issues/comments/${commentId}`, { body });
      await page.waitForFunction("document.body.innerText.includes('Another plan')");
      expect(await page.evaluate('window.notReloaded')).toBe(true);

      await page.click('.stepper [data-version="3"]');
      await page.waitForFunction("document.body.innerText.includes('Version 3 of 4')");
      expect(await page.$eval('.markdown-body h2', (heading) => heading.textContent)).toBe('Pull request #2');

      for (const [path, words] of [
        ['/octo/app/pull/2', 'b.js'],
        ['/octo/app/actions/runs/1', 'a.js'],
      ] as const) {
        await page.goto(site.url + path);
        const picture = await page.waitForSelector('.mermaid svg');
        expect(await picture?.evaluate((svg) => svg.textContent)).toContain(words);
      }
      // The picture that the hostile text names is not there: the one thing a browser may complain about.
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    },
  );

  describe('a pull request that people talk about', () => {
    const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    let page: string;

    beforeAll(async () => {
      const by = 'ann';
      await github.createBranch('talk');
      await github.commit({
        branch: 'talk',
        files: { 'b.js': 'one\ntwo\nthree\nfour\nfive\nsix\n' },
        message: 'First',
      });
      const { number } = await github.createPullRequest({ head: 'talk', title: 'Talk' });
      await github.comment(number, 'A word before.', by);
      await github.review(number, {
        ...{ by, event: 'REQUEST_CHANGES', body: `Nearly. ${HOSTILE}` },
        comments: [
          { path: 'b.js', line: 5, body: `Why? ${HOSTILE}` },
          { path: 'b.js', line: 2, body: 'Nice.' },
        ],
      });
      const [why, nice] = await github.reviewComments(number);
      await asAction('POST', `/pulls/${number}/comments/${why?.id}/replies`, { body: 'Because.' });
      await asAction('POST', `/pulls/comments/${nice?.id}/reactions`, { content: '+1' });
      await github.commit({
        branch: 'talk',
        files: { 'b.js': 'one\n2\nthree\nfour\nfive\nsix\n' },
        message: 'Second',
      });
      await github.review(number, { by, event: 'APPROVE' });
      await github.review(number, { by, comments: [{ path: 'b.js', line: 1, body: 'One more.' }] });
      page = await (await fetch(`${site.url}/octo/app/pull/${number}`)).text();
    });

    test('tells what happened in its order', () => {
      const order = ['First', 'A word before', 'requested changes', 'Why?', 'Because', 'Second', 'One more'];
      const places = order.map((text) => words(page).indexOf(text));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    test('shows each thread with the last lines of its hunk, its answers and what they got', () => {
      const [, why = '', nice = '', more = ''] = page.split('<section class="box review-thread">');
      expect(words(why)).toMatch(/b\.js two three four five A ann .*Why\?.*github-actions bot .*Because\./);
      expect(why).not.toContain('Outdated');
      expect(nice).toContain('Outdated');
      expect(nice).toContain('👍 1');
      expect(words(more)).toMatch(/One more\./);
      // An answer is a review for GitHub; it is shown in its thread alone. An approval without a word is nothing to read.
      expect(words(page).match(/Because/g)).toHaveLength(1);
      expect(page).toContain('Conversation <span class="count">3</span>');
    });

    test('shows nothing that acts', () => {
      expect(page).not.toMatch(/<script(?! src="\/assets\/site\.js")|<[^>]* on\w+=/);
      expect(page).not.toMatch(/(?:href|src)="[^"]*javascript:/);
    });
  });
});

describe('markdown', () => {
  test.each([
    [
      'a task list',
      '- [x] done\n- [ ] open',
      'class="task-list-item"><input type="checkbox" disabled="" checked="">',
    ],
    ['an alert', '> [!WARNING]\n> Look out', '<p class="markdown-alert-title">Warning</p>'],
    ['a line end', 'one\n*two*\n`three`', 'one<br>\n<em>two</em><br>\n<code>'],
    ['a line end after a break', '<sub>one</sub><br>\n<sub>two</sub>', '</sub><br>\n<sub>'],
    ['a reference', 'see #12', '<a href="/octo/app/issues/12">#12</a>'],
    ['a reference in code', '`#12`', '<code>#12</code>'],
    ['a mention', 'thanks @ann', 'thanks @ann'],
    ['code', '```js\nlet a = "<";\n```', '<span class="hljs-keyword">let</span>'],
    ['an address of this GitHub', `[x](${PLACE.serverUrl}/octo/app/pull/2)`, '<a href="/octo/app/pull/2">'],
    ['an address elsewhere', '[x](https://example.org)', 'rel="nofollow noopener"'],
    ['a tag that stays open', '<details>\n\nx', '</details>'],
    ['a tag that was never opened', 'x</div></main>', 'x&lt;/main&gt;'],
    ['a script', '<script>alert(1)</script>', '&lt;script&gt;alert(1)'],
    ['an entity in a scheme', '<a href="java&#115;cript:alert(1)">x</a>', '<a>x</a>'],
    ['a hidden line', '<!-- smol:v1 -->\nx', '<p>x</p>'],
  ])('%s', (_name, source, expected) => {
    expect(comment(source, PLACE).text).toContain(expected);
  });

  test('nothing acts, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:x">',
        "<svg onload='x'>",
        '<b ',
        '"',
        "'",
      ],
      ...[
        '>',
        '<',
        '</p>',
        '</div>',
        '<!--',
        '-->',
        '<details open>',
        '\n',
        ' ',
        'x',
        '`',
        '```\n',
        '- [ ] ',
        '&#60;',
        '[x](data:text/html,x)',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
        const shown = comment(list.join(''), PLACE).text;
        const tags = [...shown.matchAll(/<[^>]*>?/g)].map(([tag]) => tag);
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<\/?(?:[abpq]|img|details|input|li|ul|ol|pre|code|br|span|em|strong|h\d|div|blockquote|hr)(?: [a-z-]+="[^"]*")*>$/,
          );
          expect(tag).not.toMatch(/ on\w+=|(?:href|src)="(?:javascript|data):/i);
        }
      }),
    );
  });
});

test('a change keeps the lines around it and numbers both sides', () => {
  const [file] = diffTrees({ a: '1\n2\n3\n', same: 'x' }, { a: '1\ntwo\n3\n', same: 'x' });
  const rows = file?.hunks[0]?.rows.map(({ kind, before, after, line }) => [kind, before, after, line.text]);
  expect(rows).toEqual([
    ['same', 1, 1, '1'],
    ['removed', 2, undefined, '2'],
    ['added', undefined, 2, 'two'],
    ['same', 3, 3, '3'],
  ]);
});

test('a picture is another one when its bytes are, and has no lines', () => {
  const one = { data: 'data:image/png;base64,AAAA', bytes: 3 };
  const other = { data: 'data:image/png;base64,BBBB', bytes: 3 };
  const before = { 'gone.png': one, 'new.png': one, 'same.png': one };
  const diffs = diffTrees(before, { 'new.png': other, 'same.png': { ...one } });
  expect(diffs.map(({ path, state, hunks, isPicture }) => [path, state, hunks, isPicture])).toEqual([
    ['gone.png', 'removed', [], true],
    ['new.png', 'changed', [], true],
  ]);
});

test('the lines of a hunk have the numbers of their file, on both sides', () => {
  const hunk = '@@ -3,3 +7,3 @@ function f() {\n one\n-two\n+<b>\n three\n\\ No newline at end of file';
  expect(
    hunkRows(hunk, 'a.txt').map(({ kind, before, after, line }) => [kind, before, after, line.text]),
  ).toEqual([
    ['same', 3, 7, 'one'],
    ['removed', 4, undefined, 'two'],
    ['added', undefined, 8, '&lt;b&gt;'],
    ['same', 5, 9, 'three'],
  ]);
});

test('the messages that all calls share end before the last one', () => {
  expect(sharedPrefix([call('a', 'x'), call('b', 'y')])).toBe(1);
  expect(sharedPrefix([call('a', 'x'), call('a', 'x')])).toBe(1);
  expect(sharedPrefix([call('a', 'x')])).toBe(0);
});

const FRAME = {
  ...{ owner: 'octo', repo: 'app', source: 'Live answers', issueNumber: 1, finished: true },
  ...{ openIssues: 1, openPulls: 0 },
};

test.each([
  [false, 'Finished'],
  [true, 'Failed'],
])('a run of which it is %s that it failed is called %s', (failed, word) => {
  const state = () => (failed ? 'failed' : 'succeeded');
  const page = runPage(FRAME, PLACE, 'main', { runs: [{ ...revision, state }], number: 1 });
  expect(page).toContain(`${word}</span>`);
});

test('calls that went past the demo are not said to be none', () => {
  const page = askedPage(FRAME, [{ calls: () => undefined }]);
  expect(page).toContain('straight to the endpoint');
  expect(page).not.toContain('0 calls');
});
