import * as z from 'zod';
import { sayThatItBrokeOff } from '../../report/amend.js';
import type { World } from '../api/world.js';
import { react } from './reaction.js';
import { StatusComment } from './status.js';

const WithIssue = z.object({ issue: z.object({ number: z.int().positive() }) });

/**
 * After a run that ended without a word (its process was killed, or ran out of memory): its comment would say for
 * ever that it goes on. Says there that it does not. A comment that this run did not leave unfinished stays as it is.
 *
 * @param inputs as given to the run.
 * @throws Stop, or what GitHub answers.
 */
export async function sayThatRunBrokeOff(
  { github, now, sleep, runUrl }: World,
  { payload, inputs }: { payload: unknown; inputs: Readonly<Record<string, string>> },
): Promise<void> {
  const issueNumber = WithIssue.safeParse(payload).data?.issue.number ?? Number(inputs['issue-number']);
  if (!Number.isInteger(issueNumber)) return;
  // Set already by the run itself: it is asked for because the answer says who we are.
  const own = await react(github, issueNumber, 'eyes');
  const comment = new StatusComment(github, issueNumber, own, { now, sleep });
  await comment.amend((body) => sayThatItBrokeOff(body, runUrl));
}
