import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** How to run a process. */
export type ChildOptions = {
  cwd: string;
  env: Record<string, string>;
  /** Written to stdin, which is closed after it. */
  input?: string;
  /** After this many milliseconds the process is killed. */
  timeoutMs: number;
  /** When to cancel: after that many milliseconds, or as soon as the predicate, asked every 10 ms, says so. */
  signalAfter?: number | ((log: string) => boolean);
  /** Kills it and whatever it started, as soon as it aborts. */
  signal?: AbortSignal;
  /** Called whenever output has come, with all whole lines so far. */
  onLines?: (lines: readonly string[]) => void;
};

/** How a process ended and what it said. */
export type ChildResult = {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  stdout: string;
  stderr: string;
  /** The lines of both streams in order of arrival, cut as .NET reads them: at `\n`, `\r\n` and a lone `\r`. */
  lines: string[];
  wallMs: number;
  /** The most memory it held at any time, undefined where there is no `/proc`. */
  peakRssBytes: number | undefined;
};

/** How the runner cancels: the first signal, and the milliseconds until the next (actions/runner, ProcessInvoker.cs). */
const CANCELLATION = [
  ['SIGINT', 7_500],
  ['SIGTERM', 2_500],
  ['SIGKILL', 0],
] as const;

const SAMPLE_MS = 10;

/** Runs a program to its end. Whatever it started and left behind is killed with it, as the runner does. */
export async function runChild(
  file: string,
  args: readonly string[],
  options: ChildOptions,
): Promise<ChildResult> {
  const start = performance.now();
  const child = spawn(file, args, { cwd: options.cwd, env: options.env, stdio: 'pipe', detached: true });
  const output = collect(child, options.onLines);
  const timers: NodeJS.Timeout[] = [];
  let timedOut = false;
  let peakRssBytes: number | undefined;
  let canceling = false;
  timers.push(
    setTimeout(() => {
      timedOut = true;
      killGroup(child);
    }, options.timeoutMs),
  );
  timers.push(
    setInterval(() => {
      peakRssBytes = readPeakRss(child.pid) ?? peakRssBytes;
      if (canceling || !isDue(options.signalAfter, performance.now() - start, output)) return;
      canceling = true;
      cancel(child, timers);
    }, SAMPLE_MS),
  );
  const stop = () => killGroup(child);
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted === true) stop();
  // A process that never reads its input may close it first.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  const [exitCode, signal] = await ended(child);
  for (const timer of timers) clearTimeout(timer);
  options.signal?.removeEventListener('abort', stop);
  const { stdout, stderr, lines } = output.finish();
  return {
    exitCode,
    signal,
    timedOut,
    stdout,
    stderr,
    lines,
    wallMs: performance.now() - start,
    peakRssBytes,
  };
}

function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => killGroup(child));
    child.on('close', (code, signal) => resolve([code, signal]));
  });
}

function cancel(child: ChildProcess, timers: NodeJS.Timeout[]): void {
  let delay = 0;
  for (const [signal, next] of CANCELLATION) {
    timers.push(setTimeout(() => child.kill(signal), delay));
    delay += next;
  }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

type Output = { text(): string; finish(): { stdout: string; stderr: string; lines: string[] } };

function isDue(when: ChildOptions['signalAfter'], elapsedMs: number, output: Output): boolean {
  if (when === undefined) return false;
  return typeof when === 'number' ? elapsedMs >= when : when(output.text());
}

function collect(child: ChildProcess, onLines: ChildOptions['onLines']): Output {
  const lines: string[] = [];
  let all = '';
  const streams = [child.stdout, child.stderr].map((source) => {
    const stream = { text: '', rest: '', decoder: new StringDecoder('utf8') };
    source?.on('data', (bytes: Buffer) => {
      const text = stream.decoder.write(bytes);
      stream.text += text;
      all += text;
      // A carriage return at the very end may be half of a line end.
      const parts = (stream.rest + text).split(/\r\n|\n|\r(?!$)/);
      stream.rest = parts.pop() ?? '';
      lines.push(...parts);
      if (parts.length > 0) onLines?.(lines);
    });
    return stream;
  });
  return {
    text: () => all,
    finish: () => {
      for (const { rest } of streams) if (rest !== '') lines.push(rest.replace(/\r$/, ''));
      return { stdout: streams[0]?.text ?? '', stderr: streams[1]?.text ?? '', lines };
    },
  };
}

function readPeakRss(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
