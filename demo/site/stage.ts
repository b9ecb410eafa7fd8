import type { GitHub } from '../../test/support/github/index.js';
import type { Showing } from '../app.js';
import type { ModelCall } from '../tap.js';

/** What the pages show. Everything is read anew for every page. */
export type Stage = {
  readonly github: GitHub;
  readonly issueNumber: number;
  /** One sentence for every page: where the answers come from. */
  readonly source: string;
  /** In the order they were made; undefined when they go past the demo, straight to their endpoint. */
  readonly calls: () => readonly ModelCall[] | undefined;
  /** `summary` is the markdown of the job summary, empty until the end. */
  readonly run: () => {
    readonly finished: boolean;
    /** Always false while it goes on. */
    readonly failed: boolean;
    readonly log: readonly string[];
    readonly summary: string;
  };
  /** Where the generated app runs, or what its command printed; undefined while there is neither. */
  readonly app: () => Showing | undefined;
};
