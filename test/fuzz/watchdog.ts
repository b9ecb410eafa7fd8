import { Worker } from 'node:worker_threads';

/** A case that takes longer than this never ends, as far as anybody waits. */
const PATIENCE_SECONDS = 60;

/**
 * A pattern that never comes back keeps the whole thread, so that only another thread can say which case it was.
 *
 * @returns to be told of each batch of cases; and to be stopped.
 */
export function startWatchdog(): { readonly see: (what: string) => void; readonly stop: () => void } {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
    let what = '', at = Date.now();
    parentPort.on('message', (message) => { what = message; at = Date.now(); });
    setInterval(() => {
      if (Date.now() - at < ${PATIENCE_SECONDS * 1000}) return;
      require('node:fs').writeSync(1, 'A case of "' + what + '" does not come to an end.\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 1000);`,
    { eval: true },
  );
  worker.unref();
  return { see: (what) => worker.postMessage(what), stop: () => void worker.terminate() };
}
