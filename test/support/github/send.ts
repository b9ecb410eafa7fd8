import { type GitHub, type GitHubOptions, startGitHub } from './index.js';
import { list, member } from './wire.js';

/** What the front answered. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/**
 * Sends `METHOD path`; a path without a leading slash is below `/repos/octo/app`.
 *
 * @example await send(github, 'POST issues/1/comments', { body: 'x' })
 */
export async function send(
  github: GitHub,
  line: string,
  body?: unknown,
  token = github.token,
): Promise<Answer> {
  const [method = '', path = ''] = line.split(' ');
  const answer = await fetch(`${github.url}${path.startsWith('/') ? path : `/repos/octo/app/${path}`}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const content = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: content === '' ? undefined : JSON.parse(content),
  };
}

/** The message and the errors of a refusal, in one text. */
export const messages = (answer: Answer): string =>
  [member(answer.body, 'message'), ...list(member(answer.body, 'errors')).map((e) => JSON.stringify(e))].join(
    ' ',
  );

/** Starts GitHub, uses it, and closes it also when the use fails. */
export async function within<T>(options: GitHubOptions, use: (github: GitHub) => Promise<T>): Promise<T> {
  const github = await startGitHub(options);
  try {
    return await use(github);
  } finally {
    await github.close();
  }
}
