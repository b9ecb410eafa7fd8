import type { GitHub } from '../support/github/index.js';
import { COMMON, endOf, headlineOf, type Invariants, type Phase } from './invariants.js';
import { nameOf } from './modes.js';
import type { Numbered } from './proxy.js';
import { type Branch, takeSnapshot } from './snapshot.js';
import { FIRST, goldenOf, ISSUE, SECOND, type Stage, setStage, type TreatOf } from './stage.js';
import { phaseOf, type Verdict, verdictOf } from './verdict.js';

const BRANCH = `smol/issue-${ISSUE}`;
const PULL = ISSUE + 1;
/** What a person writes on our branch. */
const THEIRS = { 'style.css': '/* mine */\n', 'mine.txt': 'mine\n' };

/** What a person does while a run works. */
export type Act = {
  /** When: in the first run for an issue, or in a second one, whose branch and pull request are there. */
  readonly during: 'first' | 'second';
  /** Does it; gives the commit that they made. */
  readonly act: (github: GitHub) => Promise<string | undefined>;
  /** What they do later, before the run that is left in peace; without it, somebody simply re-runs the job. */
  readonly later?: (stage: Stage) => Promise<void>;
  /** What a user expects then, besides what holds for all. @param commit what `act` gave. */
  readonly expected: (commit: string | undefined) => Invariants;
};

/** Each with what a user would expect of us. */
export const ACTS: Readonly<Record<string, Act>> = {
  // Their commit stays below ours or above it, and what they wrote stays as they wrote it.
  'commits on our branch': {
    during: 'second',
    act: (github) => github.commit({ branch: BRANCH, files: THEIRS, by: 'ann' }),
    expected: (commit) => ({
      ...keeps(commit),
      ...oneBranch({ ...goldenOf(SECOND), ...THEIRS }),
      ...onePull,
    }),
  },
  // The commit is still ours by its trailers, so we go on upon it; what it changes is theirs.
  'amends our commit': {
    during: 'second',
    act: amend,
    expected: (commit) => ({
      ...keeps(commit),
      ...oneBranch({ ...goldenOf(SECOND), ...THEIRS }),
      ...onePull,
    }),
  },
  // With nothing of ours on it the branch is theirs, and stays as it is; our work gets a branch of its own.
  'force-pushes something else onto our branch': {
    during: 'second',
    act: replaceBranch,
    expected: (commit) => ({ ...keeps(commit), ...linkedBranch(goldenOf(SECOND)), ...atMost(2, 2) }),
  },
  // They want it gone, but whoever runs it again wants it back: once, whole, with a pull request that is open.
  'deletes our branch': {
    during: 'second',
    act: async (github) => unlessLate(github.deleteBranch(BRANCH)).then(() => undefined),
    expected: () => ({ ...oneBranch(goldenOf(SECOND)), ...atMost(1, 1) }),
  },
  // A closed pull request stays closed. What was asked for is proposed in another one.
  'closes our pull request': {
    during: 'second',
    act: async (github) => void (await github.closePullRequest(PULL)),
    expected: () => ({ ...linkedBranch(goldenOf(SECOND)), ...atMost(2, 1), ...staysClosed }),
  },
  // How the run ended must still stand somewhere.
  'deletes our comment': {
    during: 'second',
    act: async (github) => {
      const own = (await github.comments(ISSUE)).filter(({ authorType }) => authorType === 'Bot');
      for (const { id } of own) await github.deleteComment(id);
      return undefined;
    },
    expected: () => ({ ...oneBranch(goldenOf(SECOND)), ...onePull }),
  },
  // The name is taken: ours is the next one. Once ours is there, it is a commit on our branch.
  'makes a branch of our name': {
    during: 'first',
    act: async (github) => {
      await unlessLate(github.createBranch(BRANCH));
      return github.commit({ branch: BRANCH, files: { 'mine.txt': 'mine\n' }, by: 'ann' });
    },
    expected: (commit) => ({
      ...keeps(commit),
      ...linkedBranch(goldenOf(FIRST), ['mine.txt']),
      ...atMost(2, 1),
    }),
  },
  // It means stop. Nothing is committed that was not yet; the label put back means go on.
  'takes the label off': {
    during: 'first',
    act: async (github) => void (await github.removeLabel(ISSUE, 'smol')),
    later: (stage) => stage.label(),
    expected: () => ({ ...stopsOrIsDone, ...oneBranch(goldenOf(FIRST)), ...onePull }),
  },
  'closes the issue': {
    during: 'first',
    act: async (github) => void (await github.editIssue(ISSUE, { state: 'closed' })),
    later: async (stage) => {
      await stage.github.editIssue(ISSUE, { state: 'open' });
      await stage.github.removeLabel(ISSUE, 'smol');
      await stage.label();
    },
    expected: () => ({ ...stopsOrIsDone, ...oneBranch(goldenOf(FIRST)), ...onePull }),
  },
};

/** A person acts right before the first request of which `when` says so. */
export async function interfere(act: Act, when: (request: Numbered) => boolean): Promise<Verdict> {
  const stage = await setStage({});
  try {
    const before = await takeSnapshot(stage.github);
    const phases: Phase[] = [];
    if (act.during === 'second') {
      phases.push(await phaseOf(stage, [stage.start()]));
      await stage.label(SECOND.prompt);
    }
    const hits: string[] = [];
    let commit: string | undefined;
    const treat: TreatOf = () => async (exchange) => {
      if (hits.length === 0 && when(exchange)) {
        hits.push(nameOf(exchange));
        commit = await act.act(stage.github);
      }
      return exchange.pass();
    };
    phases.push(await phaseOf(stage, [stage.start(treat)]));
    await act.later?.(stage);
    phases.push(await phaseOf(stage, [stage.start(undefined, 2)]));
    return verdictOf(stage, { before, phases }, hits, { ...COMMON, ...act.expected(commit) });
  } finally {
    await stage.close();
  }
}

/** Our last commit with other files in it, in its place. */
async function amend(github: GitHub): Promise<string> {
  const head = await github.head(BRANCH);
  const [parent] = head?.parents ?? [];
  if (head === undefined || parent === undefined) throw new Error('There is nothing to amend.');
  const files = { ...(await github.tree(BRANCH)), ...THEIRS };
  await github.createBranch('amended', parent);
  const sha = await github.commit({ branch: 'amended', files, message: head.message, by: 'ann' });
  await github.forcePush(BRANCH, sha);
  await github.deleteBranch('amended');
  return sha;
}

/** A commit of their own on the base, in the place of all of ours. */
async function replaceBranch(github: GitHub): Promise<string> {
  await github.createBranch('replacement');
  const files = { 'mine.txt': 'mine\n' };
  const sha = await github.commit({ branch: 'replacement', files, by: 'ann' });
  await github.forcePush(BRANCH, sha);
  await github.deleteBranch('replacement');
  return sha;
}

/** An act that may come too late: what was to go is gone, or what was to be made is there. */
async function unlessLate(act: Promise<unknown>): Promise<void> {
  await act.catch((error: Error) => {
    if (!/\b(?:404|422)\b/.test(error.message)) throw error;
  });
}

function keeps(commit: string | undefined): Invariants {
  return {
    'what they committed is still there': (story) => {
      if (commit === undefined) return null;
      const commits = endOf(story).after.branches.find(({ name }) => name === BRANCH)?.commits ?? [];
      return commits.some(({ sha }) => sha === commit) ? null : `${commit} is no part of ${BRANCH}`;
    },
  };
}

function oneBranch(files: Readonly<Record<string, string>>): Invariants {
  return {
    'there is one branch, with all that was asked for': (story) => {
      const [branch, ...more] = endOf(story).after.branches;
      if (branch === undefined || more.length > 0)
        return `branches: ${endOf(story).after.branches.map(({ name }) => name)}`;
      return difference(branch, files);
    },
  };
}

function linkedBranch(files: Readonly<Record<string, string>>, others: readonly string[] = []): Invariants {
  return {
    'the pull request that the comment names has all that was asked for': (story) => {
      const { comments, pulls, branches } = endOf(story).after;
      const number = Number(/#(\d+)/.exec(headlineOf(comments[0]?.body ?? ''))?.[1]);
      const pull = pulls.find((each) => each.number === number && each.state === 'open');
      const branch = branches.find(({ name }) => name === pull?.head.ref);
      return branch === undefined ? `#${number} is not open` : difference(branch, files, others);
    },
  };
}

function difference(
  { name, files }: Branch,
  wanted: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): string | null {
  const paths = new Set([...Object.keys(files), ...Object.keys(wanted)]);
  const wrong = [...paths].filter((path) => files[path] !== wanted[path] && !others.includes(path));
  return wrong.length === 0 ? null : `on ${name}: ${wrong.join(', ')}`;
}

const onePull: Invariants = {
  'there is one pull request, which is open and no draft': (story) => {
    const { pulls } = endOf(story).after;
    const isRight = pulls.length === 1 && pulls[0]?.state === 'open' && !pulls[0].draft;
    return isRight ? null : pulls.map(({ number, state }) => `#${number} ${state}`).join(', ') || 'none';
  },
};

function atMost(branches: number, pulls: number): Invariants {
  return {
    'nothing is left over': (story) => {
      const { after } = endOf(story);
      const open = after.pulls.filter(({ state }) => state === 'open').length;
      if (after.branches.length <= branches && open <= pulls && open > 0) return null;
      return `${after.branches.length} branches, ${open} open pull requests`;
    },
  };
}

const staysClosed: Invariants = {
  'what they closed stays closed': (story) =>
    endOf(story).after.pulls.some(({ number, state }) => number === PULL && state === 'closed')
      ? null
      : `#${PULL} is open`,
};

/** A person who stops a run finds nothing new, and a green run; or they came too late, and find all of it. */
const stopsOrIsDone: Invariants = {
  'the run stops before it commits, or is done': ({ phases }) => {
    const stopped = phases.at(-2);
    const run = stopped?.runs[0];
    if (run === undefined || stopped === undefined) return 'there was no run';
    if (!run.succeeded) return `exit code ${run.exitCode}: ${run.log.slice(-300)}`;
    const { branches, pulls } = stopped.after;
    const isNothing = branches.length === 0 && pulls.length === 0 && run.outputs.status === 'skipped';
    const isDone = branches.length === 1 && pulls.length === 1 && run.outputs.status === 'created';
    return isNothing || isDone
      ? null
      : `${run.outputs.status} with ${branches.length} branches, ${pulls.length} pulls`;
  },
};
