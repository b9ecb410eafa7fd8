import { parseArgs } from 'node:util';
import { fetchPackages } from './fetch.js';
import { CACHE, PACKAGES } from './packages.js';
import { checkPackages } from './real.js';

const OPTIONS = {
  /** Bring the packages; all else works without a network. */
  fetch: { type: 'boolean', default: false },
  cache: { type: 'string', default: CACHE },
  /** Only packages with this in their name. */
  only: { type: 'string' },
  /** Show what is found from `error` (the default), `warning` or `note` on. */
  show: { type: 'string', default: 'error' },
} as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const { cache, only, show } = values;
  const packages = PACKAGES.filter(({ name }) => only === undefined || name.includes(only));
  if (values.fetch) {
    const failed = await fetchPackages(packages, cache);
    for (const sentence of failed) console.log(sentence);
    console.log(`${packages.length - failed.length} of ${packages.length} packages are in ${cache}.`);
    return failed.length === 0 ? 0 : 1;
  }
  const shown = show === 'warning' || show === 'note' ? show : 'error';
  const { text, alarms } = await checkPackages(packages, cache, shown);
  console.log(text);
  return alarms === 0 ? 0 : 1;
}

process.exitCode = await main();
