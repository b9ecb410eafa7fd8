/**
 * Loaded before the action: it waits for nothing before a request is made again, and says how long it would have.
 * The second and a half for which files wait for the first of them stays.
 */
const SCRIPT = `
  import { createRequire, syncBuiltinESMExports } from 'node:module';
  const timers = createRequire('file:///')('node:timers/promises');
  const wait = timers.setTimeout;
  timers.setTimeout = (ms, ...rest) => {
    if (ms === 1500) return wait(ms, ...rest);
    process.stderr.write('[waits ' + ms + ']\\n');
    return wait(1, ...rest);
  };
  syncBuiltinESMExports();
`;

/** Environment of an action that does not wait for GitHub. */
export const NO_WAITING = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SCRIPT)}`,
};

/** Milliseconds of each wait that it did without. */
export function waitsOf({ stderr }: { stderr: string }): number[] {
  return [...stderr.matchAll(/^\[waits (\d+)\]$/gm)].map(([, ms]) => Number(ms));
}
