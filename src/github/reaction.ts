import type { GitHub } from './client.js';
import { asking } from './stop.js';

/** What a reaction of ours was answered with. */
export type Reacted = {
  /** GitHub's id of the account that we write as. A job's token may not ask who it is, but a reaction says whose it is. */
  readonly accountId: number;
  /** False when it was there already: we were here before. */
  readonly isNew: boolean;
};

/**
 * Puts a reaction on an issue: 👀 seen, 🚀 done, 😕 failed. The 👀 comes before any comment of ours.
 *
 * @throws Stop
 */
export async function react(
  github: GitHub,
  issueNumber: number,
  content: 'eyes' | 'rocket' | 'confused',
): Promise<Reacted> {
  const { data, status } = await asking('issues', () =>
    github.rest.reactions.createForIssue({ ...github.repo, issue_number: issueNumber, content }),
  );
  // https://docs.github.com/rest/reactions/reactions#create-reaction-for-an-issue: 200 when it was there.
  return { accountId: data.user?.id ?? 0, isNew: status === 201 };
}
