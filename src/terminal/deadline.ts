/** Ends a run after a time in which waiting for a person does not count. */
export type Deadline = {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  readonly pause: () => void;
  readonly go: () => void;
};

/** What a timer of node can wait at most, in milliseconds; beyond it fires at once. */
const LONGEST = 2 ** 31 - 1;

/** A deadline that runs from now on. */
export function createDeadline(milliseconds: number, now: () => number): Deadline {
  const controller = new AbortController();
  let left = milliseconds;
  let since = now();
  let timer: NodeJS.Timeout | undefined;
  const go = () => {
    since = now();
    timer = setTimeout(
      () => controller.abort(new Error('The time of the run is over.')),
      Math.min(left, LONGEST),
    ).unref();
  };
  const pause = () => {
    clearTimeout(timer);
    left = Math.max(0, left - (now() - since));
  };
  go();
  return { signal: controller.signal, pause, go };
}
