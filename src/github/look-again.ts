import * as problems from '../report/problems.js';
import type { Problem } from '../report/view.js';
import type { GitHub } from './api/client.js';
import { asking, orNull } from './api/stop.js';
import type { OwnTrigger } from './asked/ask.js';
import { sameLabel } from './asked/trigger.js';

/**
 * Looks once more at the issue before the first write that people see: is it still wanted, and does it still say
 * what was built? An issue that is gone by now takes nobody's work away: what is paid for is proposed.
 *
 * @param label the one that started the run; null where a comment did.
 * @throws Stop
 */
export async function lookAgain(
  github: GitHub,
  trigger: OwnTrigger,
  label: string | null,
): Promise<{ readonly withdrawn: Problem | null; readonly isEdited: boolean }> {
  const { issueNumber } = trigger;
  if (issueNumber === null) return { withdrawn: null, isEdited: false };
  const found = await asking('issues', () =>
    orNull(github.rest.issues.get({ ...github.repo, issue_number: issueNumber })),
  );
  if (found === null) return { withdrawn: null, isEdited: false };
  const { state, labels, title, body } = found.data;
  if (state !== 'open') return { withdrawn: problems.issueClosedMeanwhile(issueNumber), isEdited: false };
  if (trigger.kind === 'dispatch') return { withdrawn: null, isEdited: false };
  const names = labels.map((entry) => (typeof entry === 'string' ? entry : (entry.name ?? '')));
  const isOff = label !== null && !names.some((name) => sameLabel(name, label));
  return {
    withdrawn: isOff ? problems.labelTakenOff(label) : null,
    isEdited: title !== trigger.title || (body ?? '') !== trigger.body,
  };
}
