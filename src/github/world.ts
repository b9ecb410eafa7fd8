import type { Model } from '../model/port.js';
import type { GitHub } from './client.js';
import type { Log } from './log.js';
import type { Settings } from './settings.js';

/** All that a run touches: the entry makes it, tests may make another. */
export type World = {
  readonly github: GitHub;
  readonly createModel: (settings: Settings) => Model;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the runner cancels the run. */
  readonly cancelled: AbortSignal;
  /** `owner/name`. */
  readonly repository: string;
  /** Without a slash at its end. */
  readonly serverUrl: string;
  readonly runId: number;
  readonly runUrl: string;
};
