import { beforeAll, describe, expect, test } from 'vitest';
import { crash, trialOf, trialOfBuild } from '../sweep/crashes.js';
import type { Mode } from '../sweep/modes.js';
import { playInPeace } from '../sweep/peace.js';
import { performAll } from '../sweep/perform.js';
import { type Point, readPoints } from '../sweep/points.js';
import { race } from '../sweep/races.js';
import { sayMore, TWO_REVIEWS } from '../sweep/reviews.js';
import { SCENARIOS } from '../sweep/scenarios.js';
import type { Case } from '../sweep/verdict.js';

// A part of `npm run sweep` that takes seconds: the model answers at once, and few points are tried.
const TIMEOUT = { timeout: 240_000 };
const AT_ONCE = 2;

let points: readonly Point[] = [];

beforeAll(async () => {
  points = await readPoints('first', false);
}, TIMEOUT.timeout);

/** Requests by their names, in the order of the run. */
function at(pattern: RegExp): Point[] {
  return points.filter(({ name }) => pattern.test(name));
}

function crashes(mode: Mode, hit: readonly Point[], isRerun: boolean): Case[] {
  return hit.map(({ ordinal, name }) => ({
    scenario: 'a labelled issue',
    group: mode,
    name: `${mode} at ${name}`,
    perform: () => crash(trialOfBuild(false), [{ ordinal, mode }], { isRerun }),
  }));
}

/** What does not hold, by case. */
async function brokenIn(cases: readonly Case[]): Promise<Record<string, readonly string[]>> {
  const broken: Record<string, readonly string[]> = {};
  await performAll(cases, AT_ONCE, (result) => {
    if (result.broken.length > 0) broken[result.name] = result.broken;
  });
  return broken;
}

describe.concurrent('whatever happens', () => {
  test('S59 a write whose answer is lost is not made twice, and ends no run', TIMEOUT, async () => {
    const writes = at(/^(?:POST|PATCH)/);
    expect(writes.length).toBeGreaterThan(10);
    expect(await brokenIn(crashes('answer lost', writes, false))).toEqual({});
  });

  test('a run that is killed at a write is made whole by the next one', TIMEOUT, async () => {
    const writes = at(/^POST (?:issues\/1\/comments|git\/refs)|^PATCH/);
    expect(await brokenIn(crashes('killed after', writes, true))).toEqual({});
  });

  test(
    'S58 a run that is interrupted ends by itself, says so, and is made whole by the next one',
    TIMEOUT,
    async () => {
      const moments = at(/^model plan|^POST git\/commits/);
      expect(await brokenIn(crashes('SIGINT', moments, true))).toEqual({});
    },
  );

  test(
    'S21 of two runs at once there is nothing twice, in whatever order their requests come',
    TIMEOUT,
    async () => {
      expect((await race(trialOfBuild(false), { seed: 1, killedWithin: 0 })).broken).toEqual([]);
    },
  );
});

// The action in this process: a second a case.
describe('whatever happens to what people ask for later', () => {
  /** The commit point, the first word about it, and the last word. */
  const MOMENTS = /^(?:POST git\/refs|PATCH git\/refs|POST pulls\/\d+\/comments\/\d+\/replies|PATCH issues)/;

  test.each(Object.keys(SCENARIOS))('S59 %s comes out as in peace', TIMEOUT, async (name) => {
    const scenario = SCENARIOS[name];
    if (scenario === undefined) throw new Error(name);
    const peace = await playInPeace(scenario);
    const moments = peace.points.filter((point) => MOMENTS.test(point.name));
    expect(moments.length).toBeGreaterThan(1);
    const trial = trialOf(scenario, peace);
    const cases = moments.flatMap(({ ordinal, name: request }) =>
      (['killed after', 'answer lost'] as const).map((mode) => ({
        ...{ scenario: name, group: mode, name: `${mode} at ${request}` },
        perform: () => crash(trial, [{ ordinal, mode }]),
      })),
    );
    expect(await brokenIn(cases)).toEqual({});
  });

  test('S21 of two reviews at once none is lost, and none is answered twice', TIMEOUT, async () => {
    for (const seed of [1, 2]) {
      expect((await race(TWO_REVIEWS, { seed, killedWithin: 0, other: sayMore })).broken).toEqual([]);
    }
  });
});
