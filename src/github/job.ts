import type { Ask, OwnTrigger } from './ask.js';
import type { CheckpointWriter, RunRecord } from './checkpoint.js';
import type { Place } from './place.js';
import type { Repository } from './repository.js';
import type { Settings } from './settings.js';
import type { Voice } from './voice.js';
import type { World } from './world.js';

/** What one run works on, once it is known. */
export type Job = Earlier & {
  readonly world: World;
  readonly voice: Voice;
  readonly settings: Settings;
  readonly trigger: OwnTrigger;
  readonly ask: Ask;
  readonly key: string;
  readonly repository: Repository;
  readonly place: Place;
};

/** What earlier runs of the same request left. */
export type Earlier = {
  /** What the last of them committed. */
  readonly committed: RunRecord | null;
  /** What they made, committed or not. */
  readonly earlier: RunRecord | null;
  readonly checkpoint: CheckpointWriter;
};
