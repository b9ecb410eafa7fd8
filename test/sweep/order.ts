import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.js';
import type { TreatOf } from './stage.js';

/** How long a process whose turn it is may take to come with its next request. Milliseconds. */
const PATIENCE_MS = 60;

type Waiting = { readonly who: number; readonly go: () => Promise<void> };

/**
 * Lets the requests to GitHub of several processes through one at a time, in an order that a seed decides: each has its
 * turn for a few requests. One that does not come when it is its turn is passed over.
 *
 * @returns how to treat the requests of the process with this number.
 */
export function seededOrder(random: Random, processes: number): (who: number) => TreatOf {
  const waiting: Waiting[] = [];
  let isServing = false;
  let turn = random.below(processes);
  let left = 0;
  const next = async (): Promise<Waiting | undefined> => {
    if (left === 0) {
      turn = random.below(processes);
      left = 1 + random.below(4);
    }
    const deadline = performance.now() + PATIENCE_MS;
    while (!waiting.some(({ who }) => who === turn) && performance.now() < deadline) await sleep(5);
    left -= 1;
    const index = Math.max(
      0,
      waiting.findIndex(({ who }) => who === turn),
    );
    return waiting.splice(index, 1)[0];
  };
  const serve = async () => {
    if (isServing) return;
    isServing = true;
    while (waiting.length > 0) await (await next())?.go();
    isServing = false;
  };
  return (who) => () => (exchange) => {
    if (exchange.to === 'model') return exchange.pass();
    return new Promise<void>((resolve) => {
      waiting.push({
        who,
        go: () =>
          exchange
            .pass()
            .catch(() => {})
            .finally(resolve),
      });
      void serve();
    });
  };
}
