import type { GitHub } from '../../test/support/github/index.js';
import type { Showing } from '../app.js';
import type { ModelCall } from '../tap.js';

/** One run of the action, as its page shows it. */
export type Run = {
  /** As GitHub numbers runs. */
  readonly id: number;
  readonly state: () => 'going' | 'succeeded' | 'failed';
  /** Grows while it goes on. */
  readonly log: readonly string[];
  /** Markdown of the job summary, empty until the end. */
  readonly summary: () => string;
  /** In the order they were made; undefined when they go past the demo, straight to their endpoint. */
  readonly calls: () => readonly ModelCall[] | undefined;
};

/** What the pages show. Everything is read anew for every page. */
export type Stage = {
  readonly github: GitHub;
  readonly issueNumber: number;
  /** One sentence for every page: where the answers come from. */
  readonly source: string;
  /** The build, then the revision. */
  readonly runs: readonly Run[];
  /** Nothing changes any more. */
  readonly finished: () => boolean;
  /** Where the generated app runs, or what its command printed; undefined while there is neither. */
  readonly app: () => Showing | undefined;
};
