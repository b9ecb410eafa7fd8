import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GitHub, startGitHub } from './index.js';
import { messages, send } from './send.js';

let github: GitHub;
let octokit: Octokit;
const at = { owner: 'octo', repo: 'app' };

beforeEach(async () => {
  github = await startGitHub({ collaborators: { ann: 'write' } });
  octokit = new Octokit({ auth: github.token, baseUrl: github.url });
  await github.createIssue({ title: 'One', body: 'text', author: 'stranger' });
});
afterEach(async () => {
  expect(github.violations()).toEqual([]);
  await github.close();
});

const nodeId = async (commentId: number): Promise<string> =>
  (await octokit.rest.issues.getComment({ ...at, comment_id: commentId })).data.node_id;

describe('viewer', () => {
  test('is the account of the token: the bot for a job’s, and the person for theirs', async () => {
    const bot = { login: 'github-actions[bot]', databaseId: 41898282 };
    expect(await octokit.graphql('query { viewer { databaseId login } }')).toEqual({ viewer: bot });
    expect(await octokit.graphql('{ me: viewer { who: login } }')).toEqual({ me: { who: bot.login } });
    const { body } = await send(github, 'POST /graphql', { query: '{viewer{login}}' }, github.tokenOf('ann'));
    expect(body).toEqual({ data: { viewer: { login: 'ann' } } });
  });
});

describe('who edited', () => {
  const EDITS = `query Edits($id: ID!, $first: Int!) {
    node(id: $id) {
      ... on IssueComment {
        lastEditedAt
        editor { login }
        userContentEdits(first: $first) {
          totalCount
          nodes { editedAt editor { __typename login ... on User { databaseId } ... on Bot { databaseId } } diff }
        }
      }
    }
  }`;
  const bot = { __typename: 'Bot', login: 'github-actions', databaseId: 41898282 };
  const edits = async (commentId: number, first = 100) =>
    (await octokit.graphql(EDITS, { id: await nodeId(commentId), first })) as {
      node: Record<string, unknown>;
    };

  test('a comment that nobody changed has no edits', async () => {
    const { id } = await github.comment(1, 'a', 'ann');
    expect((await edits(id)).node).toEqual({
      ...{ lastEditedAt: null, editor: null },
      userContentEdits: { totalCount: 0, nodes: [] },
    });
  });

  test('ours are remembered as well as people’s, the newest first, with the moment GitHub shows', async () => {
    const made = (await octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'plan' })).data;
    const ours = await octokit.rest.issues.updateComment({ ...at, comment_id: made.id, body: 'the plan' });
    // Nothing changes, so nothing is remembered.
    await octokit.rest.issues.updateComment({ ...at, comment_id: made.id, body: 'the plan' });
    const theirs = await github.editComment(made.id, 'my plan', 'ann');
    const { node } = await edits(made.id);
    const ann = { __typename: 'User', login: 'ann', databaseId: expect.any(Number) };
    expect(node).toEqual({
      lastEditedAt: theirs.updatedAt,
      editor: { login: 'ann' },
      userContentEdits: {
        totalCount: 3,
        nodes: [
          { editedAt: theirs.updatedAt, editor: ann, diff: 'my plan' },
          { editedAt: ours.data.updated_at, editor: bot, diff: 'the plan' },
          { editedAt: made.created_at, editor: bot, diff: 'plan' },
        ],
      },
    });
    const { node: first } = await edits(made.id, 1);
    expect(first).toMatchObject({
      userContentEdits: { totalCount: 3, nodes: [{ editor: { login: 'ann' } }] },
    });
  });

  test('edits come in pages, and never without a limit', async () => {
    const { id } = await github.comment(1, 'a', 'ann');
    for (const body of ['b', 'c']) await github.editComment(id, body, 'ann');
    const page = (given: string) =>
      `query($id: ID!) { node(id: $id) { ... on IssueComment { userContentEdits${given} { nodes { diff } pageInfo { hasNextPage endCursor } } } } }`;
    const variables = { id: await nodeId(id) };
    const ask = async (given: string) => send(github, 'POST /graphql', { query: page(given), variables });
    const pageOf = (texts: string[], hasNextPage: boolean, endCursor: string) => ({
      data: {
        node: {
          userContentEdits: { nodes: texts.map((diff) => ({ diff })), pageInfo: { hasNextPage, endCursor } },
        },
      },
    });
    expect((await ask('(first: 2)')).body).toEqual(pageOf(['c', 'b'], true, '2'));
    expect((await ask('(first: 2, after: "2")')).body).toEqual(pageOf(['a'], false, '3'));
    expect((await ask('(last: 1)')).body).toEqual(pageOf(['a'], false, '3'));
    expect(messages(await ask(''))).toContain('You must provide a `first` or `last` value');
    expect(messages(await ask('(first: 101)'))).toContain('exceeds the `first` limit of 100 records');
  });

  test('issues, pull requests, reviews and their comments have edits too', async () => {
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const { number } = await github.createPullRequest({ head: 'work', title: 'W', body: 'old', by: 'ann' });
    const review = await github.review(number, {
      ...{ by: 'stranger', body: 'No.' },
      comments: [{ path: 'a.txt', line: 1, body: 'This.' }],
    });
    const [comment] = await github.reviewComments(number);
    await github.editIssue(1, { body: 'other' }, 'ann');
    await github.editIssue(number, { body: 'new' }, 'ann');
    await github.editReview(number, review.id, 'Yes.', 'ann');
    await github.editReviewComment(comment?.id ?? 0, 'That.', 'ann');
    const pull = { ...at, pull_number: number };
    const nodes = [
      (await octokit.rest.issues.get({ ...at, issue_number: 1 })).data,
      (await octokit.rest.pulls.get(pull)).data,
      (await octokit.rest.pulls.getReview({ ...pull, review_id: review.id })).data,
      (await octokit.rest.pulls.getReviewComment({ ...at, comment_id: comment?.id ?? 0 })).data,
    ];
    const on = (type: string) => `... on ${type} { body lastEditedAt editor { login } }`;
    const types = ['Issue', 'PullRequest', 'PullRequestReview', 'PullRequestReviewComment'];
    const query = `query($id: ID!) { node(id: $id) { __typename id ${types.map(on).join(' ')} } }`;
    const found = await Promise.all(nodes.map(({ node_id: id }) => octokit.graphql(query, { id })));
    expect(found).toMatchObject(
      nodes.map(({ node_id: id, body }, index) => ({
        node: { ...{ __typename: types[index], id, body }, editor: { login: 'ann' } },
      })),
    );
    expect(nodes.map(({ body }) => body)).toEqual(['other', 'new', 'Yes.', 'That.']);
  });

  test('a stranger changes nothing that others wrote', async () => {
    const { id } = await github.comment(1, 'a', 'ann');
    await expect(github.editComment(id, 'b', 'stranger')).rejects.toThrow(/403/);
    expect((await edits(id)).node).toMatchObject({ userContentEdits: { totalCount: 0 } });
  });
});

describe('addReaction', () => {
  const REACT = `mutation($id: ID!, $content: ReactionContent!) {
    addReaction(input: { subjectId: $id, content: $content }) { reaction { content user { login } } subject { id } }
  }`;

  test('on a review, where REST has none: once, and counted', async () => {
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const { number } = await github.createPullRequest({ head: 'work', title: 'W', by: 'ann' });
    const { id } = await github.review(number, { by: 'ann', body: 'Thanks!' });
    const { node_id } = (await octokit.rest.pulls.getReview({ ...at, pull_number: number, review_id: id }))
      .data;
    const reaction = { content: 'THUMBS_UP', user: { login: 'github-actions' } };
    for (let n = 0; n < 2; n += 1) {
      const answer = await octokit.graphql(REACT, { id: node_id, content: 'THUMBS_UP' });
      expect(answer).toEqual({ addReaction: { reaction, subject: { id: node_id } } });
    }
    expect(await github.reviewReactions(id)).toMatchObject([{ content: '+1', user: { type: 'Bot' } }]);
  });

  test('on a comment, the same that REST makes; the word may stand in the document', async () => {
    const { id } = await github.comment(1, 'a', 'ann');
    const subject = await nodeId(id);
    const inline = `mutation { addReaction(input: { subjectId: "${subject}", content: EYES }) { reaction { content } } }`;
    await octokit.graphql(inline);
    const again = await octokit.rest.reactions.createForIssueComment({
      ...at,
      comment_id: id,
      content: 'eyes',
    });
    expect(again.status).toBe(200);
    expect(await github.commentReactions(id)).toMatchObject([{ content: 'eyes' }]);
  });

  test('is refused for what is not there, for another word, and without the permission', async () => {
    const { id } = await github.comment(1, 'a', 'ann');
    const subject = await nodeId(id);
    const ask = async (on: GitHub, variables: object) =>
      messages(await send(on, 'POST /graphql', { query: REACT, variables }));
    expect(await ask(github, { id: 'IC_x', content: 'EYES' })).toContain("global id of 'IC_x'");
    expect(await ask(github, { id: subject, content: 'eyes' })).toContain('to be one of: THUMBS_UP');
    const reader = await startGitHub({ permissions: { issues: 'read', pull_requests: 'read' } });
    await reader.createIssue({ title: 'One' });
    await reader.comment(1, 'a');
    expect(await ask(reader, { id: subject, content: 'EYES' })).toContain('not accessible by integration');
    await reader.close();
  });
});

describe('a document', () => {
  const wrong: [string, object | undefined, RegExp][] = [
    ['{ viewer { email } }', undefined, /Field 'email' doesn't exist on type 'User'/],
    ['{ viewer }', undefined, /Field must have selections/],
    ['{ viewer { login { x } } }', undefined, /Selections can't be made on scalars/],
    ['{ node { id } }', undefined, /missing required arguments: id/],
    ['{ node(id: "x", ide: "y") { id } }', undefined, /doesn't accept argument 'ide'/],
    ['query($id: ID!) { viewer { login } }', { id: 'x' }, /\$id is declared but not used/],
    ['query($id: ID!) { node(id: $id) { id } }', { id: 7 }, /\$id of type ID! was provided invalid value/],
    ['query($id: ID!) { node(id: $id) { body } }', { id: 'x' }, /Field 'body' doesn't exist on type 'Node'/],
    ['query($id: ID!) { node(id: $id) { ... on Comet { id } } }', { id: 'x' }, /No such type Comet/],
    ['{ viewer { login }', undefined, /Parse error/],
    ['{ viewer { login } } }', undefined, /Parse error/],
    ['{ viewer { § } }', undefined, /Parse error/],
    ['{ }', undefined, /Parse error/],
    ['subscription { viewer { login } }', undefined, /Parse error/],
    ['mutation { viewer { login } }', undefined, /Field 'viewer' doesn't exist on type 'Mutation'/],
  ];
  test.each(wrong)('%s is refused as a whole', async (query, variables, words) => {
    const answer = await send(github, 'POST /graphql', { query, ...(variables && { variables }) });
    expect(answer.body).toEqual({ errors: [{ message: expect.stringMatching(words) }] });
  });

  test('may ask several things; one that fails is null, and the rest is answered', async () => {
    const query = '# both\nquery { viewer { login } a: node(id: "x") { id } }';
    expect((await send(github, 'POST /graphql', { query })).body).toEqual({
      data: { viewer: { login: 'github-actions[bot]' }, a: null },
      errors: [{ type: 'NOT_FOUND', path: ['a'], message: expect.stringContaining("'x'") }],
    });
  });
});
