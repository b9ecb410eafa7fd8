import { parseArgs } from 'node:util';
import { hunt } from './hunt.js';
import { openTargets } from './targets.js';
import { startWatchdog } from './watchdog.js';

/**
 * Texts that nobody would think of, for everything that reads another's words:
 *
 *     npm run fuzz -- --seconds 60 [--seed 7] [--only "comment"]
 *
 * Exits with 1 and says seed and smallest case where something did not hold. `--seed` with that seed and `--only`
 * with that name begins with it.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seconds = Number(values.seconds ?? 60);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const { targets: all, close } = await openTargets();
const targets = all.filter(({ name }) => name.includes(values.only ?? ''));
if (!(seconds > 0) || !Number.isInteger(seed) || targets.length === 0) {
  console.error(
    `--seconds and --seed are numbers, --only is part of one of: ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const watchdog = startWatchdog();
const end = performance.now() + seconds * 1_000;
const { cases, findings } = await hunt(
  targets,
  seed,
  () => performance.now() < end,
  (target, at) => watchdog.see(`${target.name}, --seed ${at}`),
);
watchdog.stop();
await close();
for (const { target, seed: at, example, reason } of findings) {
  console.log(`\n${target}: npm run fuzz -- --only "${target}" --seed ${at}\n${example}\n${reason}`);
}
console.log(`\n${cases} cases, ${findings.length} findings, seed ${seed}`);
process.exit(findings.length === 0 ? 0 : 1);
