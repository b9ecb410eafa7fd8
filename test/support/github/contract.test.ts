import { describe, expect, test } from 'vitest';
import { loadContract } from './contract.js';

const contract = loadContract();

function check(
  line: string,
  body?: unknown,
  headers: Record<string, string> = { 'user-agent': 'smol' },
): string[] {
  const [method = '', url = ''] = line.split(' ');
  const { pathname, searchParams } = new URL(`/repos/octo/app${url}`, 'http://x');
  return contract.check({ method, path: pathname, query: searchParams, headers, body });
}

const graphql = (body?: unknown, query = ''): string[] =>
  contract.check({
    method: 'POST',
    path: '/graphql',
    query: new URLSearchParams(query),
    headers: { 'user-agent': 'smol' },
    body,
  });

const sha = 'a'.repeat(40);

describe('the contract', () => {
  const wrong: [string, string, unknown?][] = [
    ['an operation that does not exist', 'POST /issues/1/coments', { body: 'x' }],
    ['a misspelt parameter of a body', 'POST /git/commits', { message: 'm', tree: sha, parent: [sha] }],
    ['a missing parameter of a body', 'POST /git/refs', { ref: 'refs/heads/x' }],
    ['a wrong type in a body', 'POST /pulls', { title: 't', head: 'h', base: 'main', draft: 'yes' }],
    [
      'a misspelt member of a tree’s entry',
      'POST /git/trees',
      { tree: [{ path: 'x', mode: '100644', contents: 'x' }] },
    ],
    ['a mode that git has not', 'POST /git/trees', { tree: [{ path: 'x', mode: '100600', content: 'x' }] }],
    ['`label` where `labels` is meant', 'POST /issues/1/labels', { label: 'a' }],
    ['a misspelt parameter of a query', 'GET /issues/1/comments?perpage=100'],
    ['a number that is none in a query', 'GET /issues/1/comments?per_page=many'],
    ['a word that the query does not know', 'GET /pulls?state=merged'],
    ['a number that is none in the path', 'GET /issues/one'],
    ['`draft` in a change of a pull request', 'PATCH /pulls/1', { draft: false }],
    ['a reaction that GitHub has not', 'POST /issues/1/reactions', { content: 'smile' }],
    ['a body where none is taken', 'DELETE /git/refs/heads/x', { sha }],
    ['a missing body', 'POST /pulls'],
  ];
  test.each(wrong)('catches %s', (_name, line, body) => {
    expect(check(line, body)).not.toEqual([]);
  });

  test('catches a missing User-Agent', () => {
    expect(check('GET ', undefined, {})).not.toEqual([]);
  });

  const right: [string, unknown?][] = [
    ['GET '],
    ['GET /branches/smol%2Fissue-1'],
    ['GET /branches/smol/issue-1'],
    ['GET /collaborators/ann/permission'],
    ['GET /git/ref/heads%2Fsmol%2Fissue-1'],
    ['GET /git/matching-refs/heads/smol'],
    ['GET /git/trees/main?recursive=1'],
    ['GET /contents/src/a.ts?ref=main'],
    ['GET /compare/main...smol%2Fissue-1?per_page=100&page=2'],
    ['GET /issues/1/comments?per_page=100&since=2026-01-01T00%3A00%3A00Z'],
    ['GET /pulls?head=octo%3Asmol%2Fissue-1&state=open&per_page=1'],
    [
      'POST /git/trees',
      { base_tree: sha, tree: [{ path: 'a', mode: '100644', type: 'blob', content: 'a' }] },
    ],
    ['POST /git/trees', { base_tree: sha, tree: [{ path: 'a', mode: '100644', type: 'blob', sha: null }] }],
    ['POST /git/commits', { message: 'm', tree: sha, parents: [sha] }],
    ['POST /git/refs', { ref: 'refs/heads/x', sha }],
    ['PATCH /git/refs/heads%2Fx', { sha, force: false }],
    ['DELETE /git/refs/heads/x'],
    ['POST /pulls', { title: 't', head: 'h', base: 'main', body: 'b', draft: true }],
    ['PATCH /pulls/1', { title: 't', body: 'b', state: 'open' }],
    ['POST /issues/1/comments', { body: 'x' }],
    ['PATCH /issues/comments/1', { body: 'x' }],
    ['POST /issues/1/labels', { labels: ['a'] }],
    ['POST /issues/1/assignees', { assignees: ['ann'] }],
    ['POST /pulls/1/requested_reviewers', { reviewers: ['ann'] }],
    ['POST /issues/comments/1/reactions', { content: '+1' }],
    ['POST /pulls/1/comments/2/replies', { body: 'x' }],
    ['PUT /contents/README.md', { message: 'm', content: 'eA==' }],
  ];
  test.each(right)('accepts %s', (line, body) => {
    expect(check(line, body)).toEqual([]);
  });

  const notGraphql: [string, unknown, string?][] = [
    ['a missing body', undefined],
    ['a missing query', { variables: {} }],
    ['a query that is no text', { query: {} }],
    ['variables that are no object', { query: '{ viewer { login } }', variables: '{}' }],
    ['a variable beside the variables', { query: 'mutation($id: ID!) { x }', id: 'x' }],
    ['a query in the address', { query: '{ viewer { login } }' }, 'query=x'],
  ];
  test.each(notGraphql)('catches in GraphQL %s', (_name, body, query) => {
    expect(graphql(body, query)).not.toEqual([]);
  });

  test('accepts GraphQL with and without variables', () => {
    expect(graphql({ query: '{ viewer { login } }' })).toEqual([]);
    expect(graphql({ query: 'mutation($id: ID!) { x }', variables: { id: 'x' } })).toEqual([]);
  });
});
