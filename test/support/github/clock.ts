import { setTimeout as wait } from 'node:timers/promises';

/** GitHub's time: whole seconds, and as far ahead of this machine's as the acts of people have moved it. */
export interface Clock {
  /** What GitHub shows for a moment of this machine. */
  shown(moment: Date): string;
  now(): string;
  /** Lets so many seconds pass without waiting for them. */
  pass(seconds: number): Promise<void>;
  /** Everything done meanwhile happens in one second of GitHub's. */
  hold<T>(act: () => Promise<T>): Promise<T>;
}

interface Stretch {
  /** The first millisecond of this machine that belongs to it. */
  readonly from: number;
  /** GitHub's time at that moment. */
  readonly at: number;
  readonly held: boolean;
}

const SECOND = 1000;
const wholeSecond = (ms: number): number => Math.floor(ms / SECOND) * SECOND;

/** A clock that shows this machine's time until somebody moves it. */
export function createClock(): Clock {
  const stretches: Stretch[] = [{ from: 0, at: 0, held: false }];
  const time = (ms: number): number => {
    const stretch = stretches.findLast((each) => each.from <= ms);
    if (!stretch) return ms;
    return stretch.held ? stretch.at : stretch.at + (ms - stretch.from);
  };
  /** A new stretch begins in a millisecond in which nothing has happened yet. */
  const begin = async (seconds: number, held: boolean): Promise<void> => {
    const before = Date.now();
    while (Date.now() === before) await wait(1);
    const from = Date.now();
    stretches.push({ from, at: wholeSecond(time(from)) + seconds * SECOND, held });
  };
  const isHeld = (): boolean => stretches.at(-1)?.held === true;
  const shown = (moment: Date): string =>
    `${new Date(time(moment.getTime())).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;
  return {
    shown,
    now: () => shown(new Date()),
    pass: async (seconds) => {
      if (!isHeld()) await begin(seconds, false);
    },
    hold: async (act) => {
      await begin(1, true);
      try {
        return await act();
      } finally {
        await begin(1, false);
      }
    },
  };
}
