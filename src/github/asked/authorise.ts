import { RequestError } from '@octokit/request-error';
import * as problems from '../../report/problems.js';
import type { Problem } from '../../report/view.js';
import type { GitHub } from '../api/client.js';
import { isRateLimit } from '../api/retry.js';
import { isStatus, Stop, stopOf } from '../api/stop.js';
import type { OwnTrigger } from './ask.js';

/**
 * May these people start a paid run? Whoever has write access may. Labels are no proof of it: the triage role
 * sets them too. Both are asked about, the person of the event and the one who re-ran it. A look-up that fails
 * means no.
 *
 * @returns null when they may; else why not.
 * @throws Stop when a permission cannot be looked up.
 */
export async function whyNotAllowed(
  github: GitHub,
  { requester, triggeringActor }: Pick<OwnTrigger, 'requester' | 'triggeringActor'>,
): Promise<Problem | null> {
  // A bot got this far only by name: `allow-bots` is the word of whoever wrote the workflow.
  const people = requester.isBot ? [] : [...new Set([requester.login, triggeringActor])];
  for (const login of people) {
    const permission = await permissionOf(github, login);
    if (!isEnough(permission)) return problems.notAllowed({ login, permission });
  }
  return null;
}

/**
 * Whether a person has write access.
 *
 * @throws Stop when that cannot be looked up.
 */
export async function mayWrite(github: GitHub, login: string): Promise<boolean> {
  return isEnough(await permissionOf(github, login));
}

/** GitHub answers with these two for `maintain` and roles of an organisation's own as well. */
function isEnough(permission: string): boolean {
  return permission === 'admin' || permission === 'write';
}

async function permissionOf(github: GitHub, login: string): Promise<string> {
  try {
    const { data } = await github.rest.repos.getCollaboratorPermissionLevel({
      ...github.repo,
      username: login,
    });
    return data.permission;
  } catch (error) {
    if (isStatus(error, 404)) return 'none';
    // When to try again is known here.
    if (error instanceof RequestError && isRateLimit(error)) throw stopOf(error, 'issues');
    throw new Stop(problems.permissionUnknown(login), error);
  }
}
