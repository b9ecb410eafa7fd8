import type { GitHub } from '../../test/support/github/index.js';

/** One question to the model and its answer. Times are milliseconds since 1970. */
export type ModelCall = {
  /** `plan`, or the path of the file that was asked for. */
  readonly purpose: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** So far, while `finishedAt` is undefined. */
  readonly answer: string;
  readonly startedAt: number;
  readonly finishedAt: number | undefined;
};

/** What the pages show. Everything is read anew for every page. */
export type Stage = {
  readonly github: GitHub;
  readonly issueNumber: number;
  /** One sentence for every page: where the answers come from. */
  readonly source: string;
  readonly calls: () => readonly ModelCall[];
  /** `summary` is the markdown of the job summary, empty until the end. */
  readonly run: () => {
    readonly finished: boolean;
    readonly log: readonly string[];
    readonly summary: string;
  };
  /** Where the generated app runs, or what its command printed; undefined while there is neither. */
  readonly app: () => { readonly url: string } | { readonly output: string } | undefined;
};
