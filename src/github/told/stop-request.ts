import type { GitHub } from '../api/client.js';
import { asking } from '../api/stop.js';
import type { Edited } from './status.js';

/**
 * How one run asks another to stop: it puts 👎 on that run's comment, in the name of the account that both write as. A
 * run sees how many there are whenever it edits its comment, which costs no request.
 *
 * @throws Stop
 */
export async function askToStop(github: GitHub, commentId: number): Promise<void> {
  const comment = { ...github.repo, comment_id: commentId };
  await asking('issues', async () => {
    const { data, status } = await github.rest.reactions.createForIssueComment({ ...comment, content: '-1' });
    if (status === 201) return;
    // That of an earlier time means nothing to a run that began since.
    await github.rest.reactions.deleteForIssueComment({ ...comment, reaction_id: data.id });
    await github.rest.reactions.createForIssueComment({ ...comment, content: '-1' });
  });
}

/** Whether a run was asked to stop since it began. Anybody may react: only our own account counts. Throws Stop. */
export async function wasAskedToStop(
  github: GitHub,
  { id, since, thumbsDown }: Edited,
  accountId: number,
): Promise<boolean> {
  if (thumbsDown === 0) return false;
  const { data } = await asking('issues', () =>
    github.rest.reactions.listForIssueComment({
      ...github.repo,
      comment_id: id,
      content: '-1',
      per_page: 100,
    }),
  );
  return data.some(({ user, created_at }) => user?.id === accountId && created_at >= since);
}
