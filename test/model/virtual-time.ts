import { setImmediate as turn } from 'node:timers/promises';
import type { Sleep } from '../../src/model/settings.js';

type Timer = { readonly at: number; readonly fire: () => void };

/** A clock that stands still until everybody waits, then jumps to the next waiter. */
export type VirtualTime = {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Waits that were asked for, in order, in milliseconds. */
  readonly waits: number[];
  /** Runs until the promise settles. Throws when nothing is left to wait for. */
  run<T>(promise: Promise<T>): Promise<T>;
};

export function virtualTime(): VirtualTime {
  const timers: Timer[] = [];
  const waits: number[] = [];
  let time = 1_000_000;
  return {
    now: () => time,
    waits,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        waits.push(ms);
        const timer = { at: time + ms, fire: resolve };
        timers.push(timer);
        signal?.addEventListener('abort', () => {
          timers.splice(timers.indexOf(timer) >>> 0, 1);
          reject(signal.reason);
        });
      }),
    async run(promise) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      promise.then(done, done);
      for (;;) {
        await turn();
        if (settled) return promise;
        timers.sort((left, right) => left.at - right.at);
        const next = timers.shift();
        if (next === undefined) throw new Error('Everybody waits, and for nothing.');
        time = Math.max(time, next.at);
        next.fire();
      }
    },
  };
}
