import type { World } from './api/world.js';
import type { OwnPull } from './asked/own-pull.js';
import { type PersonsRemark, type Remarks, readRemarks } from './asked/remarks.js';
import type { Settings } from './asked/settings.js';
import type { OwnBranch } from './branch/place.js';
import type { PendingEdit, RunRecord } from './saved/checkpoint.js';
import type { Voice } from './told/voice.js';

/** What is asked to be revised. */
export type Revising = {
  readonly pull: OwnPull;
  /** When the event was, as GitHub writes times. */
  readonly upTo: string;
  readonly settings: Settings;
  readonly world: World;
};

/** All that one revision works on. */
export type RevisionJob = Revising & {
  readonly voice: Voice;
  readonly own: OwnBranch;
  /** Of our last commit. */
  readonly record: RunRecord;
  readonly said: Remarks;
  /** Remarks that are not answered yet. */
  readonly open: readonly PersonsRemark[];
  /** What people made of the plan, and no build took up. */
  readonly pending: PendingEdit | null;
};

/** All that was said on the pull request up to the event. Throws Stop. */
export function readSaid({ pull, upTo, settings, world }: Revising): Promise<Remarks> {
  const { github, secrets } = world;
  const { number: pullNumber, issueNumber, accountId } = pull;
  const { allowBots } = settings;
  return readRemarks(github, { pullNumber, issueNumber, accountId, upTo, allowBots, redact: secrets.redact });
}
