import type { GitHub } from '../support/github/index.js';
import {
  brokenIn,
  INVARIANTS,
  type Invariants,
  type Phase,
  repeatedQuestions,
  type Story,
} from './invariants.js';
import { takeSnapshot } from './snapshot.js';
import type { Run, Stage } from './stage.js';

/** One experiment: what is done, and how to do it. */
export type Case = {
  /** What people had asked for: a line of the summary. */
  readonly scenario: string;
  /** What it has in common with others: a fault, or what a person does. */
  readonly group: string;
  readonly name: string;
  readonly perform: () => Promise<Verdict>;
};

/** What came of it. */
export type Verdict = {
  /** What does not hold; empty when all converged. */
  readonly broken: readonly string[];
  /** Questions that the model was asked more than once. */
  readonly repeated: number;
  /** The requests at which something happened. */
  readonly hits: readonly string[];
};

/** Waits until these runs are over, and looks what they left. */
export async function phaseOf(stage: Stage, runs: readonly Run[]): Promise<Phase> {
  const ended = await Promise.all(runs.map((run) => run.ended));
  return { runs: ended, after: await takeSnapshot(stage.github) };
}

/** What a story comes to. */
export function verdictOf(
  { github }: Stage,
  events: Omit<Story, 'strayRequests'>,
  hits: readonly string[],
  invariants: Invariants = INVARIANTS,
): Verdict {
  const story = { ...events, strayRequests: strayRequests(github) };
  return { broken: brokenIn(story, invariants), repeated: repeatedQuestions(story), hits };
}

function strayRequests(github: GitHub): string[] {
  const home = `/repos/${github.repository}`;
  const elsewhere = github
    .requests()
    .filter(({ path }) => path !== home && !path.startsWith(`${home}/`) && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path}`);
  return [...elsewhere, ...github.violations()];
}
