import type { GitHub } from './client.js';
import { asking } from './stop.js';

/**
 * Puts a reaction on an issue: 👀 seen, 🚀 done, 😕 failed.
 *
 * @returns GitHub's id of the account that we write as. A job's token may not ask who it is, but every
 *   reaction says whose it is.
 * @throws Stop
 */
export async function react(
  github: GitHub,
  issueNumber: number,
  content: 'eyes' | 'rocket' | 'confused',
): Promise<number> {
  const { data } = await asking('issues', () =>
    github.rest.reactions.createForIssue({ ...github.repo, issue_number: issueNumber, content }),
  );
  return data.user?.id ?? 0;
}
