import type { Snapshot } from './snapshot.js';
import { type Ended, FIRST, goldenOf } from './stage.js';

const GOLDEN = goldenOf(FIRST);

/** One run, or several at once. */
export type Phase = {
  readonly runs: readonly Ended[];
  /** What a person sees afterwards, until somebody runs it again. */
  readonly after: Snapshot;
};

/** What happened to one issue, from its first run to its last. */
export type Story = {
  /** Before any run. */
  readonly before: Snapshot;
  /** One after another; the last one was left in peace. */
  readonly phases: readonly Phase[];
  /** Requests that break GitHub's description of its API, or are for another repository. */
  readonly strayRequests: readonly string[];
};

/** By name; each says what is wrong, or null when nothing is. */
export type Invariants = Readonly<Record<string, (story: Story) => string | null>>;

/** Longest time from SIGINT to the end: the runner waits 7.5 seconds before it sends the next signal. */
const STOP_WITHIN_MS = 5_000;

/** What holds whatever happened, once a run was left in peace. */
export const COMMON: Invariants = {
  'the last run is green': (story) => {
    const red = endOf(story).runs.find((run) => !run.succeeded);
    return red === undefined ? null : `exit code ${red.exitCode}: ${red.log.slice(-600)}`;
  },
  'one comment of ours, in its final state': (story) => {
    const { after } = endOf(story);
    const [comment, ...more] = after.comments;
    if (comment === undefined || more.length > 0) return `${after.comments.length} comments`;
    return whyNotFinal(comment.body, after);
  },
  'the default branch is as it was': ({ before, phases }) => {
    const moved = phases.find(({ after }) => after.base !== before.base);
    return moved === undefined ? null : `it points to ${moved.after.base}`;
  },
  'no request is for another place, or malformed': ({ strayRequests }) =>
    strayRequests.length === 0 ? null : strayRequests.join('; '),
  'nothing that was saved is asked of the model again': ({ phases }) => {
    const again = phases.flatMap(({ after }, index) => {
      const next = phases[index + 1];
      // A change after remarks is planned and made of its own: what the app was made of is nothing of it, nor is what
      // was saved for all remarks before another run committed some of them.
      const change = hasChange(after) ? [] : after.savedChange;
      const isChange = next !== undefined && hasChange(next.after);
      const saved = isChange ? change : (after.saved[next?.after.key ?? ''] ?? []);
      return next?.runs.flatMap((run) => run.asked).filter((what) => saved.includes(what)) ?? [];
    });
    return again.length === 0 ? null : again.join(', ');
  },
  'an interrupted run ends by itself within five seconds': ({ phases }) => {
    const late = phases
      .flatMap(({ runs }) => runs)
      .find(({ stoppedMs, signal }) => stoppedMs !== null && (stoppedMs > STOP_WITHIN_MS || signal !== null));
    return late === undefined ? null : `${Math.round(late.stoppedMs ?? 0)} ms, ${late.signal}`;
  },
  'a run that ends by itself leaves no comment which says that it goes on': ({ phases }) => {
    const over = phases.filter(({ runs }) => runs.every(({ signal }) => signal === null));
    const wrong = over.flatMap(({ after }) => after.comments).find(({ body }) => saysThatItGoesOn(body));
    return wrong === undefined ? null : `it says: ${headlineOf(wrong.body)}`;
  },
};

/** Whether a commit of ours answers remarks. */
function hasChange({ branches: [branch] }: Snapshot): boolean {
  return (branch?.commits ?? []).some(
    ({ message }) => /^Smol-Handled: /m.test(message) && !message.includes('Smol-Undone'),
  );
}

/** What holds after any fault, once a run was left in peace: where no person stepped in. */
export const INVARIANTS: Invariants = {
  ...COMMON,
  'one branch of ours, with the golden tree': (story) => {
    const { after } = endOf(story);
    const [branch, ...more] = after.branches;
    if (branch === undefined || more.length > 0) return `branches: ${namesOf(after)}`;
    return isGolden(branch.files)
      ? null
      : `the tree of ${branch.name} is another: ${Object.keys(branch.files)}`;
  },
  'its one commit stands on the base': (story) => {
    const [head, ...older] = endOf(story).after.branches[0]?.commits ?? [];
    const isRight = head?.parents.join() === story.before.base && older.length === 1;
    return isRight ? null : `${older.length} commits below the head, whose parents are ${head?.parents}`;
  },
  'one pull request, which is open and no draft': (story) => {
    const { pulls, branches } = endOf(story).after;
    const [pull, ...more] = pulls;
    if (pull === undefined || more.length > 0) return `${pulls.length} pull requests`;
    const isRight = pull.state === 'open' && !pull.draft && pull.head.ref === branches[0]?.name;
    return isRight ? null : `#${pull.number} from ${pull.head.ref} is ${pull.state}, draft: ${pull.draft}`;
  },
  'between the runs there is no branch, or a whole one': ({ phases }) => {
    const wrong = phases.flatMap(({ after }) => after.branches).find(({ files }) => !isGolden(files));
    return wrong === undefined ? null : `${wrong.name} holds ${Object.keys(wrong.files)}`;
  },
};

/** What does not hold, one sentence each. */
export function brokenIn(story: Story, invariants: Invariants): string[] {
  return Object.entries(invariants).flatMap(([name, invariant]) => {
    const why = invariant(story);
    return why === null ? [] : [`${name}: ${why}`];
  });
}

/** How many questions the model was asked more than once. */
export function repeatedQuestions({ phases }: Story): number {
  const asked = phases.flatMap(({ runs }) => runs).flatMap((run) => run.asked);
  return asked.length - new Set(asked).size;
}

/** How it ended. Throws when nothing happened. */
export function endOf({ phases }: Story): Phase {
  const last = phases.at(-1);
  if (last === undefined) throw new Error('Nothing happened.');
  return last;
}

function whyNotFinal(body: string, { pulls }: Snapshot): string | null {
  const number = /^## \[Pull request #(\d+)\]\(.*(?:ready for review|a new commit|up to date)$/m.exec(
    body,
  )?.[1];
  if (number === undefined) return `it says: ${headlineOf(body)}`;
  if (!pulls.some((pull) => pull.state === 'open' && pull.number === Number(number)))
    return `#${number} is not open`;
  const unticked = Object.keys(FIRST.files).filter((path) => !isSettled(body, path));
  return unticked.length === 0 ? null : `not ticked: ${unticked}`;
}

/** A file is ours and made, or a person's and kept. */
function isSettled(body: string, path: string): boolean {
  return body
    .split('\n')
    .some(
      (line) =>
        line.startsWith(`- [x] \`${path}\``) ||
        (line.startsWith(`- \`${path}\``) && line.includes('yours is kept')),
    );
}

function saysThatItGoesOn(body: string): boolean {
  return /^(?:Planning|Building|Opening|Reading|Revising|Committing)/.test(headlineOf(body));
}

/** The first line that a person reads. */
export function headlineOf(body: string): string {
  return /^## (.*)$/m.exec(body)?.[1] ?? 'nothing';
}

function namesOf({ branches }: Snapshot): string {
  return branches.map(({ name }) => name).join(', ') || 'none';
}

function isGolden(files: Readonly<Record<string, string>>): boolean {
  const paths = Object.keys(GOLDEN);
  return Object.keys(files).length === paths.length && paths.every((path) => files[path] === GOLDEN[path]);
}
