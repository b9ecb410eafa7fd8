import { CHECKPOINTS } from './checkpoints.js';
import { CHECKS } from './checks.js';
import { DEVELOPMENTS } from './developments.js';
import type { Target } from './hunt.js';
import { MODEL_REPLIES } from './model-replies.js';
import { PAYLOADS } from './payloads.js';
import { STEERING } from './steering.js';
import { TEXTS_READ } from './texts-read.js';
import { openWholeRuns } from './whole-runs.js';

/** Everything that reads another's words. */
export async function openTargets(): Promise<{ targets: readonly Target[]; close: () => Promise<void> }> {
  const { targets, close } = await openWholeRuns();
  return {
    targets: [
      ...TEXTS_READ,
      ...STEERING,
      ...MODEL_REPLIES,
      ...PAYLOADS,
      ...CHECKPOINTS,
      ...DEVELOPMENTS,
      ...CHECKS,
      ...targets,
    ],
    close,
  };
}
