import type { Problem } from '../view.js';
import { relabel, rerun, shown } from './words.js';

export function issueDeleted(): Problem {
  return relabel('The issue has been deleted.', 'Describe the app in a new one.');
}

export function issueMoved(): Problem {
  return relabel(
    'The issue is elsewhere by now: it was transferred, or its repository was renamed.',
    'Start smol from there.',
  );
}

export function issueLocked(): Problem {
  return rerun(
    'The conversation of the issue is locked, so smol cannot answer in it.',
    'Unlock it, then re-run the failed job.',
  );
}

export function issueMissing(issueNumber: number): Problem {
  return relabel(`There is no issue ${issueNumber} in this repository.`, 'Correct the input `issue-number`.');
}

/** @param who the person who asked, and what GitHub says they may do (`none`, `read`, `triage`). */
export function notAllowed(who: { login: string; permission: string }): Problem {
  const role = /^[a-z]+$/.test(who.permission) ? who.permission : shown(who.permission);
  return {
    ...rerun(
      `Only people with write access can start smol; ${shown(who.login)} has ${role === 'none' ? 'no' : role} access.`,
      'Someone with write access can take the label off and put it back on.',
    ),
    again: 'no',
  };
}

export function permissionUnknown(login: string): Problem {
  return rerun(
    `GitHub did not say whether ${shown(login)} may start smol, so nothing was started.`,
    'Re-run the failed job in a few minutes.',
  );
}

export function emptyPrompt(): Problem {
  return relabel(
    'There is nothing to build from: the text is empty once hidden text, comments and images are taken out.',
    'Describe the app in words.',
  );
}

/** Only open issues are built. */
export function issueClosed(issueNumber: number): Problem {
  return relabel(`Issue ${issueNumber} is closed.`, 'Reopen it, or name another one with `issue-number`.');
}

/** What a person did during the run counts as their word: nothing was committed. */
export function labelTakenOff(label: string): Problem {
  return withdrawn(`The label ${shown(label)} was taken off during the run`, 'Put it back on to go on');
}

/** As `labelTakenOff`. */
export function issueClosedMeanwhile(issueNumber: number): Problem {
  return withdrawn(`Issue ${issueNumber} was closed during the run`, 'Reopen it and put the label on again');
}

function withdrawn(what: string, next: string): Problem {
  const kept = 'what is written so far is not asked for again.';
  return { ...rerun(`${what}, so nothing was committed.`, `${next}: ${kept}`), again: 'no' };
}

/** A note: what was asked for held a key, which whoever reads the issue has. */
export function keyInPrompt(): string {
  return 'What looks like a key stood in the text. The model was sent [redacted] in its place. If it is a real one, revoke it: whoever can read the text has it.';
}

/** A note: what stands in the issue by now is not what was built. */
export function issueEditedMeanwhile(): string {
  return 'The issue was edited after it was labelled: this is what it asked for then. To use the new text, take the label off and put it back on.';
}
