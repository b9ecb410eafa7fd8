import { type FrontResponse, refuse } from './wire.js';

/** An answer in place of the real one. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Effect =
  /** Answered so; nothing is applied. */
  | { readonly answer: Answer }
  /** Applied, then answered so. */
  | { readonly answerAfter: Answer }
  /** Applied, then the connection is cut without an answer. */
  | 'drop'
  /** The connection is cut; nothing is applied. */
  | 'reset'
  /** Waits this many milliseconds, then goes on as usual. */
  | { readonly delay: number }
  /** Runs before the request is applied. */
  | { readonly before: () => void | Promise<void> }
  /** Runs after it is applied, before it is answered. */
  | { readonly after: () => void | Promise<void> };

export interface Fault {
  /** Default: any. */
  readonly method?: string | RegExp;
  /** On the decoded path without `/api/v3` and query. Default: any. */
  readonly path?: RegExp;
  /** The first matching request that is hit; 1 = the first. */
  readonly nth?: number;
  /** How many requests from there on; default 1. */
  readonly times?: number;
  readonly effect: Effect;
}

/** The faults that are still to come. */
export interface Faults {
  add(fault: Fault): void;
  /** The effects that hit this request, in the order they were added; counts the match. */
  hitting(method: string, path: string): Effect[];
}

function matches(fault: Fault, method: string, path: string): boolean {
  const { method: wanted } = fault;
  const sameMethod =
    wanted === undefined || (typeof wanted === 'string' ? wanted === method : wanted.test(method));
  return sameMethod && (fault.path === undefined || fault.path.test(path));
}

/** Counts the matches of every fault on its own. */
export function createFaults(initial: readonly Fault[] = []): Faults {
  const armed = initial.map((fault) => ({ fault, seen: 0 }));
  return {
    add: (fault) => armed.push({ fault, seen: 0 }),
    hitting(method, path) {
      const matching = armed.filter((each) => matches(each.fault, method, path));
      for (const each of matching) each.seen += 1;
      const hit = matching.filter(({ fault, seen }) => {
        const first = fault.nth ?? 1;
        return seen >= first && seen < first + (fault.times ?? 1);
      });
      return hit.map((each) => each.fault.effect);
    },
  };
}

/** A front answer made of a fault's answer. */
export const faultAnswer = ({ status, headers = {}, body }: Answer): FrontResponse => ({
  status,
  headers,
  body,
});

/** The repository's setting that is off by default (F20). */
export const actionsMayNotOpenPullRequests = (): Effect => ({
  answer: refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.'),
});

/** GitHub's secondary limit. Without seconds there is no `retry-after`, and a client waits a minute. */
export function secondaryRateLimit(retryAfterSeconds?: number): Effect {
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const message =
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.';
  return { answer: { ...refuse(403, message), headers } };
}

/** The hourly limit, used up; it is reset in so many seconds. */
export function primaryRateLimit(resetInSeconds: number): Effect {
  const headers = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + resetInSeconds),
  };
  return { answer: { ...refuse(403, 'API rate limit exceeded for installation ID 1.'), headers } };
}

/** GitHub fails before anything is applied. */
export const serverError = (status = 500): Effect => ({ answer: refuse(status, 'Server Error') });

/** The write is applied, and the answer is lost behind a 502 (or other status). */
export const serverErrorAfter = (status = 502): Effect => ({ answerAfter: refuse(status, 'Server Error') });
