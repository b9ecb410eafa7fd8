import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** How long putting everything away may take before the process ends all the same. */
const CLOSING_MS = 5_000;

/** The demo is to end before its time. */
export class Interruption extends Error {
  /** 128 and the number of the signal, as shells have it. */
  readonly exitCode: number;

  constructor(signal: keyof typeof constants.signals) {
    // After SIGPIPE nobody reads it.
    super(signal === 'SIGPIPE' ? '' : '\nStopped.');
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Aborts, with an `Interruption` as its reason, on Ctrl-C, when the process is told to end, when its terminal is
 * closed, and when nobody reads its output any more. Further signals change nothing: what was begun is put away.
 */
export function listenForInterruption(): AbortSignal {
  const interruption = new AbortController();
  const interrupt = (signal: keyof typeof constants.signals) => {
    if (interruption.signal.aborted) return;
    const reason = new Interruption(signal);
    interruption.abort(reason);
    setTimeout(() => process.exit(reason.exitCode), CLOSING_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => interrupt('SIGPIPE'));
  return interruption.signal;
}
