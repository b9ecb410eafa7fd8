import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkShortener, ticTacToe } from '../support/apps/index.js';
import { appAnswers, pace } from '../support/model/index.js';
import { stage } from './scene.js';
import { countedRequests, statusComment } from './told.js';

describe('an issue labelled `smol`', () => {
  test('S26 becomes one signed commit on one branch and one pull request that closes it', async () => {
    const { github, label, modelCalls } = await stage();
    const run = await label(1);

    expect(run.succeeded, run.log).toBe(true);
    expect(modelCalls()).toBe(1 + Object.keys(ticTacToe.files).length);
    expect(await github.tree('smol/issue-1')).toEqual({
      ...ticTacToe.files,
      'README.md': ticTacToe.files['README.md'],
    });
    const [commit, before] = await github.commits('smol/issue-1');
    expect(before?.sha).toBe((await github.head('main'))?.sha);
    expect(commit).toMatchObject({ parents: [before?.sha], verified: true });
    expect(commit?.message).toMatch(/^Smol-Issue: 1$/m);

    const [pull, ...others] = await github.pullRequests();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      title: 'A tic-tac-toe game',
      draft: false,
      head: { ref: 'smol/issue-1' },
      base: { ref: 'main' },
      changedFiles: 4,
    });
    expect(pull?.body).toContain('Closes #1');
    expect(pull?.body).toContain('```mermaid');
    for (const path of Object.keys(ticTacToe.files)) expect(pull?.body).toContain(`\`${path}\``);
    expect((await github.head('main'))?.message).not.toContain('Smol');
  });

  test('is answered by one comment that ends with the pull request, the run, tokens, cost and time', async () => {
    const { github, label } = await stage();
    await label(1);
    const comment = await statusComment(github, 1);
    const [pull] = await github.pullRequests();
    expect(comment).toContain(`#${pull?.number}`);
    expect(comment).toContain('/actions/runs/');
    expect(comment).toMatch(/tokens/);
    for (const path of Object.keys(ticTacToe.files)) expect(comment).toContain(`- [x] \`${path}\``);
    expect((await github.reactions(1)).map(({ content }) => content)).toEqual(['eyes', 'rocket']);
  });

  test.each(['a label', 'a dispatch for an issue', 'a re-run by somebody else', 'a dispatch with a prompt'])(
    'needs at most 18 requests besides comment edits, with every option set: %s',
    async (what) => {
      const scene = await stage({ collaborators: { ann: 'write', bob: 'write' }, labels: ['app'] });
      const options = { inputs: { labels: 'app', assignees: 'ann', reviewers: 'bob' } };
      const run =
        what === 'a dispatch for an issue'
          ? await scene.dispatch({ 'issue-number': '1' }, options)
          : what === 'a dispatch with a prompt'
            ? await scene.dispatch({ prompt: ticTacToe.prompt }, options)
            : await scene.label(1, {
                ...options,
                env: what === 'a label' ? {} : { GITHUB_TRIGGERING_ACTOR: 'bob' },
              });
      expect(run.succeeded, run.log).toBe(true);
      expect(countedRequests(scene.github).length).toBeLessThanOrEqual(18);
      expect(await scene.github.pullRequest(2)).toMatchObject({
        labels: ['app'],
        assignees: ['ann'],
        requestedReviewers: ['bob'],
      });
    },
  );

  test('makes exactly these requests', async () => {
    const { github, label } = await stage();
    await label(1);
    const all = github.requests();
    const lastWord = all
      .filter(({ method, path }) => method === 'PATCH' && path.includes('/issues/comments/'))
      .at(-1);
    const shown = all.filter((request) => request === lastWord || countedRequests(github).includes(request));
    const requests = shown.map(({ method, path, query, body, status }) => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      return {
        request: `${method} ${path}${search ? `?${search}` : ''} → ${status}`,
        body: steady(inOrder(body)),
      };
    });
    expect(requests).toMatchSnapshot();
  });

  test('sets the outputs and writes the summary with a timeline', async () => {
    const { github, label } = await stage();
    const run = await label(1);
    const [pull] = await github.pullRequests();
    expect(run.outputs).toMatchObject({
      status: 'created',
      branch: 'smol/issue-1',
      'pull-request-number': String(pull?.number),
      'pull-request-operation': 'created',
      'pull-request-head-sha': pull?.head.sha,
      'files-count': '4',
    });
    expect(run.outputs['pull-request-url']).toContain(`/pull/${pull?.number}`);
    expect(run.outputs['comment-url']).toContain('/issues/1#issuecomment-');
    expect(Number(run.outputs['input-tokens'])).toBeGreaterThan(0);
    expect(run.summary).toContain('gantt');
    expect(run.summary).toContain(ticTacToe.plan.split('\n')[0]?.replace('# ', ''));
  });

  test('leaves a repository that git finds nothing wrong with', async () => {
    const { github, label } = await stage();
    await label(1);
    const folder = mkdtempSync(join(tmpdir(), 'smol-fsck-'));
    try {
      await github.materialise(folder);
      execFileSync('git', ['-C', folder, 'fsck', '--strict', '--no-dangling'], { stdio: 'pipe' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('shows 👀, the comment and a growing plan before the model has finished it', {
    timeout: 40_000,
  }, async () => {
    const tokens = Math.ceil(ticTacToe.plan.length / 4);
    const answer = pace(appAnswers(ticTacToe), {
      tokensPerSecond: tokens / 8,
      firstTokenMs: 100,
      chunkSize: 8,
    });
    const quick = appAnswers(ticTacToe);
    const { github, label, modelRequests } = await stage({
      answer: (request) => (request.index === 0 ? answer(request) : quick(request)),
    });
    await label(1);
    const planDoneAt = modelRequests()[0]?.finishedAt ?? 0;
    const writes = github.requests().filter(({ path }) => /reactions$|comments/.test(path));
    const before = writes.filter(({ at }) => at < planDoneAt);
    expect(before.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual(
      expect.arrayContaining(['POST reactions', 'POST comments']),
    );
    const edits = github
      .requests()
      .filter(({ method, path }) => method === 'PATCH' && path.includes('/comments/'));
    const [streamed] = edits;
    expect(streamed?.at).toBeLessThan(planDoneAt);
    expect(JSON.stringify(streamed?.body)).toContain('Tic-tac-toe');
    for (const [index, edit] of edits.slice(1, -1).entries()) {
      expect(edit.at - (edits[index]?.at ?? 0)).toBeGreaterThanOrEqual(4_900);
    }
  });

  test('takes the same number of requests for 9 files as for 4', async () => {
    const { github, label } = await stage({
      answer: appAnswers(linkShortener),
      issue: { title: 'A link shortener', body: linkShortener.prompt },
    });
    await label(1);
    const nine = countedRequests(github).length;
    const other = await stage();
    await other.label(1);
    expect(nine).toBe(countedRequests(other.github).length);
  });

  test('S71 works against an Enterprise Server, whose API lives under /api/v3', async () => {
    const { github, label } = await stage();
    const run = await label(1, { github: { url: `${github.url}/api/v3`, token: github.token } });
    expect(run.succeeded, run.log).toBe(true);
    expect(await github.pullRequests()).toHaveLength(1);
  });
});

/** The files of a checkpoint in the order of their paths: they stand there as they were finished. */
function inOrder(body: unknown): unknown {
  const { tree, ...rest } = (body ?? {}) as { tree?: unknown };
  if (!Array.isArray(tree)) return body;
  return {
    tree: tree.map((entry: { path: string; content?: string }) => {
      if (!entry.path.startsWith('files-') || entry.content === undefined) return entry;
      const files = Object.entries<string>(JSON.parse(entry.content));
      return { ...entry, content: Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1))) };
    }),
    ...rest,
  };
}

/** What differs from run to run is named rather than compared. */
function steady(body: unknown): unknown {
  if (body === null || body === undefined) return null;
  const text = JSON.stringify(body)
    .replace(/\b[0-9a-f]{40}\b/g, 'SHA')
    .replace(/\b[0-9a-f]{16}\b/g, 'KEY')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d+(\.\d+)? ?(ms|s)\b/g, 'TIME')
    .replace(/\d+-\d+-\d+T[\d:.]+Z/g, 'DATE');
  return JSON.parse(text);
}
