import * as problems from '../../report/problems.js';
import { Stop } from './stop.js';

/** A signal that is aborted when the run has taken so many milliseconds. */
export function startDeadline(timeoutMs: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const passed = new Stop(problems.deadlinePassed({ minutes: timeoutMs / 60_000 }));
  const timer = setTimeout(() => controller.abort(passed), timeoutMs);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
