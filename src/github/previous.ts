import { readText } from './api/blob.js';
import type { World } from './api/world.js';
import type { Order } from './asked/order.js';
import type { Found } from './before-build.js';
import type { Place } from './branch/place.js';
import type { Job } from './job.js';
import { committedFiles } from './saved/whole-app.js';

/** What there was before the request, or its plan, became different. */
export type Before = Pick<Job, 'previous' | 'moved'>;

/**
 * What our last commit on the branch made of a request, or the plan that remarks are about. Changes after reviews are
 * a part of it. Files have the names that people gave them in the plan, and what people made of them goes along.
 *
 * @param found `edited`: the plan as people edited it, where it is not built but planned anew; `renamed`: old path →
 *   new one.
 * @throws Stop
 */
export async function readPrevious(
  world: Pick<World, 'github' | 'secrets'>,
  { place, key }: Pick<Found, 'place' | 'key'>,
  found: Pick<Found, 'saved' | 'noted'> & {
    readonly order: Order;
    readonly edited: string | null;
    readonly renamed: ReadonlyMap<string, string>;
  },
): Promise<Before> {
  const { own } = place;
  const { order, saved, noted, renamed } = found;
  // The plan of the same request may have been edited since, or a part of an edit is not built yet.
  const isOther =
    own?.key !== key || renamed.size > 0 || (saved !== null && own.saved?.record.plan !== saved.record.plan);
  const committed = isOther ? (own?.saved ?? null) : null;
  const before = (order.kind === 'plan' ? noted : null) ?? committed;
  if (before === null || before.record.plan === '') return { previous: undefined, moved: new Map() };
  const { revisions } = before.record;
  const made = revisions.map(({ change }) => `A change that was made since, and stays:\n\n${change}`);
  const said = order.kind === 'plan' && order.remarks !== null ? [order.remarks] : [];
  const remarks = [...made, ...said].join('\n\n');
  const files = [...committedFiles((committed ?? before).record)];
  const { moved, contents } = await readMoved(world, own, renamed);
  return {
    previous: {
      plan: found.edited ?? before.record.plan,
      madeBy: (committed ?? before).record.plan,
      files: new Map([
        ...files.map(([path, text]) => [renamed.get(path) ?? path, text] as const),
        ...contents,
      ]),
      remarks: remarks === '' ? null : remarks,
    },
    moved,
  };
}

/** What people made of files that have another name from now on. */
async function readMoved(
  { github, secrets }: Pick<World, 'github' | 'secrets'>,
  own: Place['own'],
  renamed: ReadonlyMap<string, string>,
): Promise<{ moved: Map<string, string>; contents: Map<string, string> }> {
  const moved = new Map<string, string>();
  const contents = new Map<string, string>();
  for (const [from, path] of renamed) {
    const entry = own?.theirs.has(from) ? own.standing.get(from) : undefined;
    const text = entry === undefined ? null : await readText(github, entry.sha);
    // What goes along is shown to a model.
    if (entry === undefined || text === null || secrets.redact(text) !== text) continue;
    moved.set(from, entry.sha);
    contents.set(path, text);
  }
  return { moved, contents };
}
