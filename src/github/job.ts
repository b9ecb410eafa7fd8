import type { DevelopRequest } from '../smol/events.js';
import type { World } from './api/world.js';
import type { Ask, OwnTrigger } from './asked/ask.js';
import type { Order } from './asked/order.js';
import type { Settings } from './asked/settings.js';
import type { Place } from './branch/place.js';
import type { Repository } from './repository/repository.js';
import type { CheckpointWriter, RunRecord } from './saved/checkpoint.js';
import type { Voice } from './told/voice.js';

/** What a build is asked for, and by whom. */
export type BuildStart = {
  readonly order: Order;
  readonly trigger: OwnTrigger;
  readonly settings: Settings;
  readonly world: World;
  readonly voice: Voice;
  readonly repository: Repository;
};

/** What a build works on, once it is known. */
export type Job = BuildStart & {
  readonly ask: Ask;
  readonly key: string;
  readonly place: Place;
  /** What the last run for the same request committed. */
  readonly committed: RunRecord | null;
  readonly checkpoint: CheckpointWriter;
  /** What need not be asked for again. */
  readonly resume: DevelopRequest['resume'];
  /** The price that a person has seen and agreed to; null where nobody was asked. */
  readonly quote: RunRecord['quote'];
  /** Whether they changed the plan that it was for. */
  readonly isEdited: boolean;
  /** What the request came to before it, or its plan, became different. */
  readonly previous: DevelopRequest['previous'];
  /** Old path of files of a person that were given another name → SHA of what goes along. */
  readonly moved: ReadonlyMap<string, string>;
  /** Old path → new one of all files that were given another name, and are not there under it yet. */
  readonly renamed: ReadonlyMap<string, string>;
};
