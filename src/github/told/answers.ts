import { remarksReply, threadReply } from '../../report/replies.js';
import type { GitHub } from '../api/client.js';
import { mayHaveBeenApplied } from '../api/retry.js';
import { asking, stopOf } from '../api/stop.js';
import type { PersonsRemark } from '../asked/remarks.js';
import { type Reaction, reactTo } from './reaction.js';

/** What is said to one remark; null to one that asks for nothing. */
export type Answer = { readonly remark: PersonsRemark; readonly reply: string | null };

export type Answering = {
  readonly pullNumber: number;
  /** The commit that came of the remarks; null when none did. */
  readonly commit: { readonly sha: string; readonly url: string } | null;
  /** For a remark that gets a reply. */
  readonly reaction: Reaction;
  /** Reads again which remarks have a reply of ours. */
  readonly readReplied: () => Promise<ReadonlySet<string>>;
};

/**
 * Replies to remarks and marks them as answered: in their threads, and those without one in a comment together. One
 * that asks for nothing gets 👍 and no word. A reply that is there already is not made again.
 *
 * @param replied keys of remarks that have their reply.
 * @throws Stop
 */
export async function answerRemarks(
  github: GitHub,
  answers: readonly Answer[],
  replied: ReadonlySet<string>,
  { pullNumber, commit, reaction, readReplied }: Answering,
): Promise<void> {
  const { rest, repo } = github;
  const worded = answers.flatMap(({ remark, reply }) => (reply === null ? [] : [{ remark, reply }]));
  const due = worded.filter(({ remark }) => !replied.has(remark.key));
  const once = (key: string, request: () => Promise<unknown>) => makeOnce(key, request, readReplied);
  for (const { remark, reply } of due) {
    const { key, thread } = remark;
    if (thread === null) continue;
    const body = threadReply({ key, reply, commit });
    await once(key, () =>
      rest.pulls.createReplyForReviewComment({ ...repo, pull_number: pullNumber, comment_id: thread, body }),
    );
  }
  const loose = due.filter(({ remark }) => remark.thread === null);
  const [first] = loose;
  if (first !== undefined) {
    const said = loose.map(({ remark, reply }) => ({ key: remark.key, text: remark.text, reply }));
    const body = remarksReply(said, commit);
    await once(first.remark.key, () =>
      rest.issues.createComment({ ...repo, issue_number: pullNumber, body }),
    );
  }
  for (const { remark, reply } of answers) {
    // The words are there; a reaction is worth no failed run.
    await reactTo(github, remark.said, reply === null ? '+1' : reaction).catch(() => {});
  }
}

/**
 * Says something about a pull request or issue in a comment of its own. A run that is run again finds it there, by its
 * first line.
 *
 * @param since when that was said which it answers, as GitHub writes times.
 * @throws Stop
 */
export async function sayOnce(
  github: GitHub,
  { number, since }: { readonly number: number; readonly since: string },
  body: string,
): Promise<void> {
  const issue = { ...github.repo, issue_number: number };
  const [mark = ''] = body.split('\n', 1);
  await asking('issues', async () => {
    const { data } = await github.rest.issues.listComments({ ...issue, since, per_page: 100 });
    const isThere = data.some((comment) => comment.body?.startsWith(mark));
    if (!isThere) await github.rest.issues.createComment({ ...issue, body });
  });
}

/** Makes a reply; when the answer is lost, looks whether it is there before it tries again. Throws Stop. */
async function makeOnce(
  key: string,
  request: () => Promise<unknown>,
  readReplied: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await request();
      return;
    } catch (error) {
      if (!mayHaveBeenApplied(error) || attempt === 3) throw stopOf(error, 'pull-requests');
      if ((await readReplied()).has(key)) return;
    }
  }
}
