/**
 * How a model server spends time, and the least time that a workload can take on it. Pure: numbers in, numbers out.
 * All times are seconds of the simulated server, all sizes are tokens; one token is four characters.
 */

/** Until the first token of an empty prompt. */
export const FIRST_TOKEN_SECONDS = 0.5;
const PREFILL_TOKENS_PER_SECOND = 10_000;
/** Of one stream; streams do not slow each other. */
const DECODE_TOKENS_PER_SECOND = 80;
/** As OpenAI's prompt cache: nothing shorter than this is cached, and only whole blocks are. */
const CACHE_MINIMUM_TOKENS = 1_024;
const CACHE_BLOCK_TOKENS = 128;

/** What every limit allows for besides the work's own text: instructions before it, and the question for one file. */
const INSTRUCTION_TOKENS = 150;
const QUESTION_TOKENS = 60;

/** What has to be read and written, whoever does it. */
export type Work = {
  readonly promptTokens: number;
  readonly planTokens: number;
  readonly fileTokens: readonly number[];
};

/** What the server refuses beyond, with 429. */
export type RateLimits = {
  /** Prompt and output together, taken when a request is admitted; a full minute's worth at the start. */
  readonly tokensPerMinute?: number;
  readonly requestsPerMinute?: number;
  readonly atOnce?: number;
};

/** Seconds from a request's arrival to the first token of its answer. */
export function secondsToFirstToken(uncachedTokens: number, waitSeconds = FIRST_TOKEN_SECONDS): number {
  return waitSeconds + uncachedTokens / PREFILL_TOKENS_PER_SECOND;
}

/** Seconds from before the first token to the end of so many. */
export function secondsToWrite(tokens: number): number {
  return tokens / DECODE_TOKENS_PER_SECOND;
}

/** Tokens that are written so many seconds after the writing began. */
export function tokensWritten(seconds: number): number {
  // A timer that fires for a token's own moment must find it due in spite of rounding.
  return Math.floor(seconds * DECODE_TOKENS_PER_SECOND + 1e-6);
}

/** How much of a shared beginning of so many tokens a prompt cache can hold. */
export function cacheable(sharedTokens: number): number {
  if (sharedTokens < CACHE_MINIMUM_TOKENS) return 0;
  return sharedTokens - (sharedTokens % CACHE_BLOCK_TOKENS);
}

/** Prompt tokens as they are billed when a cached one costs a tenth, which is what OpenAI and Anthropic ask. */
export function billed(promptTokens: number, cachedTokens: number): number {
  return Math.round(promptTokens - 0.9 * cachedTokens);
}

/** Seconds of the plan, which holds the list of files. */
function planSeconds({ promptTokens, planTokens }: Work): number {
  return secondsToFirstToken(INSTRUCTION_TOKENS + promptTokens) + secondsToWrite(planTokens);
}

/** The prompt of one file: what all files share, and the question. */
function filePromptTokens({ promptTokens, planTokens }: Work): { shared: number; all: number } {
  const shared = INSTRUCTION_TOKENS + promptTokens + planTokens;
  return { shared, all: shared + QUESTION_TOKENS };
}

/** Seconds of one file whose shared beginning is in the cache. */
function fileSeconds(work: Work, tokens: number): number {
  const { shared, all } = filePromptTokens(work);
  return secondsToFirstToken(all - cacheable(shared)) + secondsToWrite(tokens);
}

/**
 * The physical limit: the least seconds from the first request to the last byte, for anybody who plans first and
 * then writes every file in a request of its own, with nothing lost between, a perfect cache and no start-up.
 *
 * Under a limit on tokens, files are admitted one after another as the tokens come in. The best order is the longest
 * first (Jackson's rule for jobs with a delivery time), and the last to end decides.
 *
 * @example limitSeconds({ promptTokens: 400, planTokens: 600, fileTokens: [800] }) // 18.57
 */
export function limitSeconds(work: Work, limits: RateLimits = {}): number {
  const plan = planSeconds(work);
  const files = work.fileTokens.map((tokens) => fileSeconds(work, tokens)).sort((a, b) => b - a);
  const places = files.reduce((sum, seconds) => sum + seconds, 0) / (limits.atOnce ?? Infinity);
  const starts = admissionTimes(work, limits, plan);
  return Math.max(plan + places, ...files.map((seconds, rank) => (starts[rank] ?? plan) + seconds));
}

/** When each file can be admitted at the earliest, the longest first. */
function admissionTimes(work: Work, limits: RateLimits, plan: number): number[] {
  const { tokensPerMinute = Infinity, requestsPerMinute = Infinity } = limits;
  const longestFirst = [...work.fileTokens].sort((a, b) => b - a);
  const planCost = INSTRUCTION_TOKENS + work.promptTokens + work.planTokens;
  const tokens = { left: leftAfter(planCost, tokensPerMinute, plan), perSecond: tokensPerMinute / 60 };
  const requests = { left: leftAfter(1, requestsPerMinute, plan), perSecond: requestsPerMinute / 60 };
  let needed = 0;
  return longestFirst.map((size, rank) => {
    needed += filePromptTokens(work).all + size;
    return plan + Math.max(waitFor(needed, tokens), waitFor(rank + 1, requests));
  });
}

/** What is left of a minute's allowance when something was taken and time has passed. */
function leftAfter(taken: number, perMinute: number, seconds: number): number {
  return Math.min(perMinute, perMinute - taken + (seconds * perMinute) / 60);
}

function waitFor(amount: number, { left, perSecond }: { left: number; perSecond: number }): number {
  return left === Infinity ? 0 : Math.max(0, (amount - left) / perSecond);
}

/** What is said to a request on its arrival. Without a wait, the server does not know when there is room. */
export type Verdict =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly waitSeconds: number | null };

/** The server's door: two leaky buckets, full at the start, and a number of places. */
export type Door = {
  /** @param now seconds; never less than before. */
  enter(tokens: number, now: number): Verdict;
  leave(): void;
};

/** A door with these limits. What a refused request would have cost is not taken. */
export function createDoor(limits: RateLimits, now: number): Door {
  const tokens = createBucket(limits.tokensPerMinute, now);
  const requests = createBucket(limits.requestsPerMinute, now);
  let inside = 0;
  return {
    enter: (cost, at) => {
      if (inside >= (limits.atOnce ?? Infinity)) return { admitted: false, waitSeconds: null };
      const waitSeconds = Math.max(tokens.missing(cost, at), requests.missing(1, at));
      if (waitSeconds > 0) return { admitted: false, waitSeconds };
      tokens.take(cost);
      requests.take(1);
      inside += 1;
      return { admitted: true };
    },
    leave: () => {
      inside -= 1;
    },
  };
}

type Bucket = {
  /** Seconds until there is enough; 0 when there is. More than a full bucket counts as a full one. */
  missing(amount: number, now: number): number;
  take(amount: number): void;
};

function createBucket(perMinute = Infinity, start: number): Bucket {
  if (perMinute === Infinity) return { missing: () => 0, take: () => {} };
  let left = perMinute;
  let at = start;
  return {
    missing: (amount, now) => {
      left = Math.min(perMinute, left + ((now - at) * perMinute) / 60);
      at = now;
      return Math.max(0, ((Math.min(amount, perMinute) - left) * 60) / perMinute);
    },
    take: (amount) => {
      left -= amount;
    },
  };
}
