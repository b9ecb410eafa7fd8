import { nameOf } from './modes.js';
import { SECOND, setStage } from './stage.js';

/** Something may happen at a request of a run: the points of a sweep. */
export type Point = {
  /** The request's number in its run. */
  readonly ordinal: number;
  /** What it was in a run that nothing happened to; the order of some differs from run to run. */
  readonly name: string;
};

/**
 * The requests of a run that nothing happens to.
 *
 * @param run the first run for an issue, or the one after it was labelled again with another text.
 */
export async function readPoints(run: 'first' | 'second', isPaced: boolean): Promise<Point[]> {
  const stage = await setStage({ isPaced });
  try {
    if (run === 'second') {
      await stage.start().ended;
      await stage.label(SECOND.prompt);
    }
    const ended = await stage.start().ended;
    if (!ended.succeeded) throw new Error(`A run in peace fails:\n${ended.log}`);
    return ended.requests.map((request) => ({ ordinal: request.ordinal, name: nameOf(request) }));
  } finally {
    await stage.close();
  }
}
