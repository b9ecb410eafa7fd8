#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { keepHeapSmall } from './heap.js';
import { run } from './terminal/run.js';
import type { World } from './terminal/world.js';

const isCheck = process.argv[2] === 'check';
keepHeapSmall(isCheck);

/**
 * The `smol` command. Only here the environment is read and a signal is caught; whatever is heavy is loaded
 * when it is needed, so that `--help` answers at once.
 */
const interrupt = new AbortController();

const world: World = {
  cwd: process.cwd(),
  env: process.env,
  // Opening it takes time that --help need not spend.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  isTerminal: isatty(0) && isatty(2),
  now: () => performance.now(),
  version,
  createModel: async (endpoint) => (await import('./model/openai.js')).createModel(endpoint),
  develop: async function* (request, model) {
    const { develop } = await import('./smol/develop.js');
    yield* develop(request, model);
  },
  signal: interrupt.signal,
};

/** The first signal ends the run in order, keeping what is finished; the second one ends it at once. */
function stop(): void {
  if (interrupt.signal.aborted) process.exit(130);
  interrupt.abort(new Error('Interrupted.'));
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}

// A check keeps nothing that could be lost, and does not listen while it works: a signal ends it by itself.
if (!isCheck) {
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
// The reader of a pipe went away (`smol … | head`): nobody is left to tell.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await run(process.argv.slice(2), world);
