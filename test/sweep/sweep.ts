import { parseArgs } from 'node:util';
import { crash, type Trial, trialOf, trialOfBuild, twoFaults } from './crashes.js';
import { MODES } from './modes.js';
import { playInPeace } from './peace.js';
import { ACTS, interfere } from './people.js';
import { performAll, type Result } from './perform.js';
import { type Point, readPoints } from './points.js';
import { race } from './races.js';
import { createRandom } from './random.js';
import { sayMore, TWO_REVIEWS } from './reviews.js';
import { SCENARIOS } from './scenarios.js';
import type { Case } from './verdict.js';

const OPTIONS = {
  /** Decides over everything that is picked by chance. */
  seed: { type: 'string', default: '1' },
  /** Only cases with these words in their names: a mode, an act, a single point. */
  only: { type: 'string', default: '' },
  /** How many cases at a time. */
  jobs: { type: 'string', default: '6' },
  /** Every fourth point, and fewer of what is picked by chance. */
  quick: { type: 'boolean', default: false },
} as const;

/** How many cases are picked by chance, in a whole sweep and in a quick one. */
const WHOLE = { twice: 30, races: 48 };
const QUICK = { twice: 4, races: 8 };

const BUILD = 'a labelled issue';
const TWO = 'two reviews at once';
/** A run that answers a review makes about so many requests. */
const LONGEST_REVIEW = 45;

/** Kinds of races, in turn. */
const RACES = [
  { group: 'two runs at once', isPaced: false, isKilled: false },
  { group: 'two runs at once, one of which is killed', isPaced: false, isKilled: true },
  { group: 'two runs at once', isPaced: false, isKilled: false },
  { group: 'two slow runs at once', isPaced: true, isKilled: false },
] as const;

/** One of the things that the sweep goes through. */
type Part = {
  readonly name: string;
  readonly trial: Trial;
  /** Requests of a run of it that nothing happens to. */
  readonly points: readonly Point[];
};

type Plan = {
  readonly seed: number;
  readonly isQuick: boolean;
  readonly parts: readonly Part[];
  /** Requests of a run with a middle; of one without; of the one after it. */
  readonly points: Readonly<Record<'paced' | 'first' | 'second', readonly Point[]>>;
};

async function main(): Promise<number> {
  const { seed, only, jobs, quick } = parseArgs({ options: OPTIONS }).values;
  const started = performance.now();
  const [paced, first, second] = await Promise.all([
    readPoints('first', true),
    readPoints('first', false),
    readPoints('second', false),
  ]);
  const parts = [{ name: BUILD, trial: trialOfBuild(true), points: paced }, ...(await readScenarios())];
  const plan = { seed: Number(seed), isQuick: quick, parts, points: { paced, first, second } };
  const cases = [...crashesOf(plan), ...twiceOf(plan), ...racesOf(plan), ...actsOf(plan)].filter(({ name }) =>
    name.includes(only),
  );
  if (cases.length === 0) {
    console.error(`No case has "${only}" in its name.`);
    return 2;
  }
  console.log(`${cases.length} cases, seed ${seed}. Requests of a run that nothing happens to:`);
  for (const { name, points } of parts) console.log(`${name}: ${points.length}`);
  const results = await performAll(cases, Number(jobs), tell);
  console.log(`\n${table(results)}\n`);
  console.log(summary(results, Math.round((performance.now() - started) / 1_000)));
  return results.every(isConverged) ? 0 : 1;
}

async function readScenarios(): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const peace = await playInPeace(scenario);
    parts.push({ name, trial: trialOf(scenario, peace), points: peace.points });
  }
  return parts;
}

/** Every fault at every request. */
function crashesOf(plan: Plan): Case[] {
  return plan.parts.flatMap(({ name: scenario, trial, points }) =>
    MODES.flatMap((mode) =>
      someOf(plan, points).map(({ ordinal, name }) => ({
        scenario,
        group: mode,
        name: `${scenario}, ${mode} at ${ordinal} ${name}`,
        perform: () => crash(trial, [{ ordinal, mode }]),
      })),
    ),
  );
}

/** Two faults in two runs. */
function twiceOf({ seed, isQuick, parts }: Plan): Case[] {
  const random = createRandom(seed);
  const amount = (isQuick ? QUICK : WHOLE).twice;
  return parts.flatMap(({ name: scenario, trial, points }) =>
    Array.from({ length: scenario === BUILD ? amount : amount / 2 }, () => {
      const faults = twoFaults(random, points.length, MODES);
      const words = faults.map(({ ordinal, mode }) => `${mode} at ${ordinal}`);
      return {
        ...{ scenario, group: 'twice' },
        name: `${scenario}, twice: ${words.join(', then ')}`,
        perform: () => crash(trial, faults),
      };
    }),
  );
}

/** Two runs at once. */
function racesOf({ seed, isQuick, parts, points }: Plan): Case[] {
  const count = (isQuick ? QUICK : WHOLE).races;
  const seeds = Array.from({ length: count }, (_, index) => seed * 1_000 + index);
  const builds = seeds.map((own, index) => {
    const { group, isPaced, isKilled } = RACES[index % RACES.length] ?? RACES[0];
    const killedWithin = isKilled ? points.paced.length : 0;
    const perform = () => race(trialOfBuild(isPaced), { seed: own, killedWithin });
    return { scenario: BUILD, group, name: `${BUILD}, ${group} of seed ${own}`, perform };
  });
  const others = parts.filter(({ name }) => name !== BUILD);
  const same = others.flatMap(({ name: scenario, trial }) =>
    seeds.slice(0, count / 4).map((own) => ({
      ...{ scenario, group: 'two runs at once' },
      name: `${scenario}, two runs at once of seed ${own}`,
      perform: () => race(trial, { seed: own, killedWithin: 0 }),
    })),
  );
  const talks = seeds.slice(0, count / 2).map((own, index) => {
    const killedWithin = index % 4 === 3 ? LONGEST_REVIEW : 0;
    return {
      ...{ scenario: TWO, group: killedWithin === 0 ? 'two runs at once' : 'one of which is killed' },
      name: `${TWO}, of seed ${own}`,
      perform: () => race(TWO_REVIEWS, { seed: own, killedWithin, other: sayMore }),
    };
  });
  return [...builds, ...same, ...talks];
}

/** Each act of a person at each request. */
function actsOf(plan: Plan): Case[] {
  return Object.entries(ACTS).flatMap(([words, act]) => {
    const group = `a person ${words}`;
    return someOf(plan, plan.points[act.during]).map((point) => ({
      ...{ scenario: BUILD, group },
      name: `${BUILD}, ${group} at ${point.ordinal} ${point.name}`,
      perform: () => interfere(act, ({ ordinal }) => ordinal === point.ordinal),
    }));
  });
}

function someOf({ isQuick, seed }: Plan, points: readonly Point[]): readonly Point[] {
  return isQuick ? points.filter(({ ordinal }) => ordinal % 4 === seed % 4) : points;
}

function tell({ name, broken, hits }: Result, left: number): void {
  if (left % 25 === 0 && left > 0) console.log(`${left} left`);
  if (broken.length === 0) return;
  console.log(`\n${name} (hit: ${hits.join(', then ') || 'nothing'})`);
  for (const line of broken) console.log(`  ${line}`);
}

function isConverged({ broken }: Result): boolean {
  return broken.length === 0;
}

/** How many of each kind converged. */
function table(results: readonly Result[]): string {
  const groups = Map.groupBy(results, ({ scenario, group }) => `${scenario}, ${group}`);
  return [...groups].map(([name, all]) => `${name.padEnd(64)} ${counted(all)}`).join('\n');
}

/** One line for each scenario, and one for the whole sweep. */
function summary(results: readonly Result[], seconds: number): string {
  const scenarios = Map.groupBy(results, ({ scenario }) => scenario);
  const lines = [...scenarios].map(([name, all]) => `${name}: ${counted(all)}`);
  return [...lines, `All: ${counted(results)}, ${seconds} s`].join('\n');
}

function counted(results: readonly Result[]): string {
  const all = results.length;
  const converged = results.filter(isConverged).length;
  const percent = Math.floor((100 * converged) / all);
  const worst = Math.max(...results.map(({ repeated }) => repeated));
  return `${all} points × modes, ${converged} converged (${percent} %), at most ${worst} repeated model calls`;
}

// Runs that were killed in this process leave the clocks behind that would have ended them.
process.exit(await main());
