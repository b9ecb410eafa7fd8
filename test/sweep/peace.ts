import { isDeepStrictEqual } from 'node:util';
import { readMarker } from '../../src/report/marker.js';
import { COMMON, endOf, type Invariants } from './invariants.js';
import { nameOf } from './modes.js';
import type { Point } from './points.js';
import { BRANCH, type Scenario } from './scenarios.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';
import { type Stage, setStage } from './stage.js';

/** How a scenario goes when nothing happens to it: what all others are held to. */
export type Peace = {
  /** Requests of the run that is looked at. */
  readonly points: readonly Point[];
  /** What people see in the end. */
  readonly picture: Picture;
};

/** What people see, without what differs from run to run. */
type Picture = Readonly<Record<string, unknown>>;

/** Sets the stage for a scenario, up to the event of the run that is looked at; runs take place in this process. */
export async function openScenario({
  setting,
  prepare,
}: Pick<Scenario, 'setting' | 'prepare'>): Promise<Stage> {
  const stage = await setStage({ ...setting, isHere: true });
  try {
    stage.happen(await prepare(stage));
    return stage;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** Plays a scenario without any fault. Throws where it does not come out as it should. */
export async function playInPeace(scenario: Scenario): Promise<Peace> {
  const stage = await openScenario(scenario);
  try {
    const { succeeded, log, requests } = await stage.start().ended;
    if (!succeeded) throw new Error(`A run in peace fails:\n${log}`);
    const after = await takeSnapshot(stage.github);
    const [branch] = after.branches;
    if (!isDeepStrictEqual(branch?.files, sorted(scenario.golden)) || branch === undefined)
      throw new Error(`The branch is another: ${different(branch?.files ?? {}, scenario.golden)}`);
    if (branch.commits.length !== scenario.commits + 1) throw new Error(`${branch.commits.length} commits`);
    const points = requests.map((request) => ({ ordinal: request.ordinal, name: nameOf(request) }));
    return { points, picture: pictureOf(after) };
  } finally {
    await stage.close();
  }
}

/**
 * What holds of a scenario after any fault, once a run was left in peace.
 *
 * @param except parts of the picture that may be another.
 */
export function invariantsOf(
  { golden, isToldOnce }: Scenario,
  { picture }: Peace,
  except: readonly string[] = [],
): Invariants {
  const { 'one comment of ours, in its final state': _, ...common } = COMMON;
  const left = isToldOnce ? [...except, ...TEXTS] : except;
  const compared = Object.keys(picture).filter((name) => !left.includes(name));
  return {
    ...(isToldOnce ? COMMON : common),
    'people see in the end what they see in peace': (story) => {
      const seen = pictureOf(endOf(story).after);
      const names = compared.filter((name) => !isDeepStrictEqual(seen[name], picture[name]));
      return names.length === 0
        ? null
        : names.map((name) => `${name}: ${firstDifference(seen[name], picture[name])}`).join('; ');
    },
    'between the runs the branch is as it was, or whole': ({ before, phases }) => {
      const was = before.branches.find(({ name }) => name === BRANCH)?.files ?? {};
      const wrong = phases
        .flatMap(({ after }) => after.branches)
        .find(({ files }) => !isDeepStrictEqual(files, was) && !isDeepStrictEqual(files, sorted(golden)));
      return wrong === undefined ? null : `${wrong.name} differs: ${different(wrong.files, golden)}`;
    },
  };
}

/** Parts of a picture that say how it came to be. */
const TEXTS = ['comments', 'bodies'];

function pictureOf({ comments, branches, pulls, talk }: Snapshot): Picture {
  return {
    comments: comments.map(({ body }) => plain(body)),
    handled: comments.map(({ body }) => readMarker(body)?.handled),
    branches: branches.map(({ name, files, commits }) => ({
      ...{ name, files },
      commits: commits.map(({ message, parents }) => `${plain(message)} (${parents.length})`),
    })),
    'pull requests': pulls.map(({ number, title, state, draft }) => ({ number, title, state, draft })),
    bodies: pulls.map(({ body }) => plain(body ?? '')),
    talk: talk.said.map(plain),
    reactions: talk.reactions,
  };
}

/** Without what differs from run to run: commits, money, time, and whether this run or the one before it made it. */
function plain(text: string): string {
  return (
    text
      .replace(/^<!-- smol:v1(?! (?:reply|answer)).*/, '')
      .replace(/^(## \[Pull request .*\)) (?:is ready for review|has a new commit|is up to date)$/m, '$1')
      .replaceAll(/\b[0-9a-f]{7,40}\b/g, '…')
      .replaceAll(/(?<=[:/$~ (])\d[\d.,]*(?: ?(?:k|M|ms|s|min(?: \d+ s)?)\b)?/g, '#')
      // Of an answer that broke off it is not known what it took, and what was saved is not made again.
      .replaceAll('about # tokens', '# tokens')
      .replaceAll('# tokens in (# cached)', '# tokens in')
      .replaceAll(
        / · (?:# of # files reused|the plan is that of the run before|nothing was asked of the model this time)/g,
        '',
      )
  );
}

function sorted(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function different(
  files: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): string {
  const paths = new Set([...Object.keys(files), ...Object.keys(wanted)]);
  return [...paths].filter((path) => files[path] !== wanted[path]).join(', ') || 'nothing';
}

/** Where two values begin to differ, as they are written. */
function firstDifference(seen: unknown, wanted: unknown): string {
  const [left, right] = [JSON.stringify(seen) ?? '', JSON.stringify(wanted) ?? ''];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `"…${left.slice(from, at + 120)}" is "…${right.slice(from, at + 120)}" in peace`;
}
