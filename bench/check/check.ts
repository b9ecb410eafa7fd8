import { parseArgs } from 'node:util';
import { fetchPackages, missingFrom } from './fetch.js';
import { CACHE, PACKAGES, type Package } from './packages.js';
import { plantedText, plantIn } from './planted.js';
import { checkPackages } from './real.js';
import { isFast, measure, measuredText, thousandMade, thousandOf } from './speed.js';
import { ownApps, smallPackages } from './whole.js';

const OPTIONS = {
  /** Bring the packages that are not there yet, and do no more; all else works without a network. */
  fetch: { type: 'boolean', default: false },
  cache: { type: 'string', default: CACHE },
  /** Only packages with this in their name. */
  only: { type: 'string' },
  /** Show what is found from `error` (the default), `warning` or `note` on. */
  show: { type: 'string', default: 'error' },
  /** `real`, `planted` or `speed`; all of them unless given. */
  part: { type: 'string' },
  seed: { type: 'string', default: '1' },
  /** Breaks of each kind in each app, at most. */
  breaks: { type: 'string', default: '2' },
  /** Larger packages get no breaks: each break is a whole check. */
  files: { type: 'string', default: '120' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const packages = PACKAGES.filter(({ name }) => values.only === undefined || name.includes(values.only));
  if (values.fetch) return await fetchAll(packages, values.cache);
  const parts = { real, planted, speed };
  const chosen = Object.entries(parts).filter(([name]) => values.part === undefined || values.part === name);
  let isFine = true;
  for (const [, part] of chosen) isFine = (await part(packages, values)) && isFine;
  return (await isWhole(packages, values.cache)) && isFine ? 0 : 1;
}

/** Whether all packages were there: what was looked at says nothing of those that were not. */
async function isWhole(packages: readonly Package[], cache: string): Promise<boolean> {
  const missing = await missingFrom(packages, cache);
  if (missing.length === 0) return true;
  const names = missing.map(({ name, version }) => `${name} ${version}`).join(', ');
  console.log(
    `${missing.length} of ${packages.length} packages are not in ${cache}, and nothing is known of them (--fetch brings them): ${names}.`,
  );
  return false;
}

async function fetchAll(packages: readonly Package[], cache: string): Promise<number> {
  const failed = await fetchPackages(packages, cache);
  for (const sentence of failed) console.log(sentence);
  console.log(`${packages.length - failed.length} of ${packages.length} packages are in ${cache}.`);
  return failed.length === 0 ? 0 : 1;
}

async function real(packages: readonly Package[], { cache, show }: Values): Promise<boolean> {
  const shown = show === 'warning' || show === 'note' ? show : 'error';
  const { text, alarms } = await checkPackages(packages, cache, shown);
  console.log(`## What other people wrote\n\n${text}\n`);
  return alarms === 0;
}

async function planted(packages: readonly Package[], values: Values): Promise<boolean> {
  const apps = [...ownApps(), ...(await smallPackages(packages, values.cache, Number(values.files)))];
  const { text, isMet } = plantedText(await plantIn(apps, Number(values.seed), Number(values.breaks)));
  console.log(`## Planted breaks\n\n${text}\n`);
  return isMet;
}

async function speed(packages: readonly Package[], { cache, seed }: Values): Promise<boolean> {
  const made = await measure(thousandMade(ownApps()));
  const written = await measure(thousandOf(await smallPackages(packages, cache, 1_000), Number(seed)));
  console.log('## Speed (`smol check` on a folder; at most 2 s and 300 MB)\n');
  console.log(`- ${measuredText('as models write them', made)}`);
  console.log(`- ${measuredText('as they stand in repositories', written)}\n`);
  return isFast(made) && isFast(written);
}

process.exitCode = await main();
