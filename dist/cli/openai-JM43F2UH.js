import {
  estimateTokenCount,
  toJSONSchema
} from "./chunk-Z76BHJNA.js";
import {
  NO_USAGE,
  addUsage
} from "./chunk-MLPJ6ATO.js";
import {
  BrokenReplyError,
  ContextTooLongError,
  CreditExhaustedError,
  EndpointUnavailableError,
  IdleTimeoutError,
  InvalidOptionError,
  KeyRejectedError,
  LimitTooSmallError,
  MalformedReplyError,
  ModelError,
  ModelNotFoundError,
  NothingWrittenError,
  RateLimitedError,
  RefusedError,
  ReplyTooLargeError,
  RequestRejectedError,
  TooSlowError
} from "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";

// src/model/body.ts
function buildBody(request, quirks, settings) {
  const { endpoint, effort, temperature, maxOutputTokens, promptCacheKey } = settings;
  const optional = {
    stream_options: { include_usage: true },
    // What a server calls its efforts is its own matter.
    ...effort === null ? {} : { reasoning_effort: effort },
    ...temperature === null ? {} : { temperature },
    ...promptCacheKey === null || !endpoint.isOpenAI ? {} : { prompt_cache_key: promptCacheKey }
  };
  const limit = maxOutputTokens === null || quirks.tokenLimit === null ? {} : { [quirks.tokenLimit]: maxOutputTokens };
  return {
    ...Object.fromEntries(Object.entries(optional).filter(([name]) => !quirks.dropped.includes(name))),
    ...limit,
    ...responseFormat(request.format, quirks),
    model: request.model,
    messages: arrange(withSchema(request, quirks), quirks).map((message) => wired(message, quirks)),
    stream: true
  };
}
function arrange(messages, quirks) {
  const roles2 = quirks.mergesSystem ? messages.map((message) => message.role === "system" ? { ...message, role: "user" } : message) : [...messages];
  return quirks.mergesRoles || quirks.mergesSystem ? mergeNeighbours(roles2) : roles2;
}
function mergeNeighbours(messages) {
  const merged = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (last?.role === message.role) {
      merged[merged.length - 1] = joined(last, message);
    } else {
      merged.push(message);
    }
  }
  return merged;
}
function joined(first, second) {
  const images2 = [...first.images ?? [], ...second.images ?? []];
  const content = `${first.content}

${second.content}`;
  return { role: first.role, content, ...images2.length === 0 ? {} : { images: images2 } };
}
function wired({ role, content, images: images2 = [] }, { takesImages }) {
  if (role !== "user" || images2.length === 0 || !takesImages) return { role, content };
  const pictures = images2.map((url) => ({ type: "image_url", image_url: { url } }));
  return { role, content: [{ type: "text", text: content }, ...pictures] };
}
function countImages(messages) {
  return messages.reduce((sum, { images: images2 }) => sum + (images2?.length ?? 0), 0);
}
function hasImages({ messages }) {
  return messages.some(({ content }) => Array.isArray(content));
}
function responseFormat(format2, quirks) {
  if (format2 === null || quirks.format === "text") return {};
  if (quirks.format === "json_object") return { response_format: { type: "json_object" } };
  return { response_format: { type: "json_schema", json_schema: { ...format2, strict: true } } };
}
function withSchema({ messages, format: format2 }, quirks) {
  if (format2 === null || quirks.format === "json_schema") return messages;
  const content = `Answer with one JSON value of this JSON Schema and nothing else:
${JSON.stringify(format2.schema)}`;
  return [...messages, { role: "user", content }];
}

// src/model/failure.ts
var MAX_WORDS = 4e3;
var MAX_SHOWN = 200;
var CAUSE_DEPTH = 6;
function readFailure(error) {
  const outer = fields(error);
  const body = fields(outer.error);
  const code = body.code ?? outer.code;
  return {
    status: status(outer.status) ?? status(code) ?? status(body.status),
    codes: [code, body.type ?? outer.type, body.status].filter((value) => typeof value === "string").map((value) => value.toLowerCase()),
    param: text(body.param) ?? text(outer.param),
    words: serverWords(outer, body).slice(0, MAX_WORDS),
    headers: outer.headers instanceof Headers ? outer.headers : null,
    networkCode: causes(error).map((cause) => text(fields(cause).code)).find((found) => found !== null && /^[A-Z][A-Z0-9_]+$/.test(found)) ?? null
  };
}
function causes(error) {
  const chain = [];
  for (let current = error; current !== void 0 && chain.length < CAUSE_DEPTH; ) {
    chain.push(current);
    current = fields(current).cause;
  }
  return chain;
}
function clean(words, secret) {
  const known = secret === null || secret.length < 4 ? words : words.replaceAll(secret, "***");
  const line = known.slice(0, MAX_WORDS).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").replace(/\b(bearer|basic)\s+[^\s"']+/gi, "$1 ***").replace(/\b(sk|pk|rk|gsk|xai|key|ghp|gho|ghs|ghu|ghr|github_pat|hf|pplx|nvapi)[-_][\w*.-]{6,}/gi, "***").replace(/\bAIza[\w-]{10,}/g, "***").replace(/[\w+/=-]{32,}/g, (run) => /\d/.test(run) ? "***" : run).trim();
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1).toWellFormed()}\u2026`;
}
function fields(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function text(value) {
  return typeof value === "string" && value !== "" ? value : null;
}
function status(value) {
  const number = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 300 && number <= 599 ? number : null;
}
function serverWords(outer, body) {
  const found = text(body.message) ?? text(outer.error) ?? text(body.detail);
  if (found !== null) return found;
  const own = text(outer.message) ?? "";
  return own.replace(/^\d{3}( status code \(no body\)| |$)/, "");
}

// src/model/frames.ts
var MAX_REPLY_BYTES = 5e6;
var MAX_WIRE_BYTES = 128e6;
var StreamedError = class extends Error {
  error;
  constructor(error) {
    super("The stream carried an error.");
    this.error = error;
  }
};
async function* readFrames(response, watch) {
  const reader = response.body?.getReader();
  if (reader === void 0) return;
  const decoder = new TextDecoder();
  const parser = createParser();
  let total = 0;
  try {
    for (; ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      watch.beat();
      total += value.length;
      if (total > MAX_WIRE_BYTES) throw tooLarge();
      const batch = parser.push(decoder.decode(value, { stream: true }));
      if (batch.length > 0) yield batch;
      if (parser.isDone) return;
    }
    const rest = parser.push("\n\n");
    if (rest.length > 0) yield rest;
  } finally {
    reader.cancel().catch(() => {
    });
  }
}
function tooLarge() {
  return new ReplyTooLargeError(
    `The reply is larger than ${MAX_REPLY_BYTES / 1e6} MB; it was broken off.`
  );
}
function createParser() {
  let tail = "";
  let data = "";
  let isDone = false;
  return {
    push(text2) {
      const payloads = [];
      const lines = text2.includes("\n") ? (tail + text2).split("\n") : [tail + text2];
      tail = lines.pop() ?? "";
      if (tail.length + data.length > MAX_REPLY_BYTES) throw tooLarge();
      for (const line of lines) {
        const bare = line.endsWith("\r") ? line.slice(0, -1) : line;
        if (bare.startsWith("data:")) data += data === "" ? bare.slice(5) : `
${bare.slice(5)}`;
        if (bare !== "" || data === "") continue;
        if (data.trim() === "[DONE]") {
          isDone = true;
          break;
        }
        payloads.push(payload(data));
        data = "";
      }
      return payloads;
    },
    get isDone() {
      return isDone;
    }
  };
}
function payload(data) {
  let value;
  try {
    value = JSON.parse(data);
  } catch {
    throw new BrokenReplyError("The stream of the reply broke off in the middle of a frame.");
  }
  if (value?.error) throw new StreamedError(value.error);
  return value;
}

// src/model/server-wait.ts
var UNIT_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function serverWait(headers, words, now) {
  return retryAfter(headers, now) ?? reset(headers) ?? sentence(words);
}
function parseDuration(text2) {
  const trimmed = text2.trim();
  if (/^\d{1,9}(\.\d{1,9})?$/.test(trimmed)) return Math.ceil(Number(trimmed) * 1e3);
  if (!/^(\d{1,9}(\.\d{1,12})?(ms|[smhd]))+$/.test(trimmed)) return null;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/([\d.]+)(ms|[smhd])/g)) {
    total += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return Math.ceil(total);
}
function retryAfter(headers, now) {
  const ms = headers?.get("retry-after-ms")?.trim() ?? "";
  if (/^\d{1,12}(\.\d+)?$/.test(ms)) return Math.ceil(Number(ms));
  const value = headers?.get("retry-after")?.trim() ?? "";
  const duration = parseDuration(value);
  if (duration !== null) return duration;
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(value)) return null;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function reset(headers) {
  const limits = ["requests", "tokens"].flatMap((name) => {
    const wait = parseDuration(headers?.get(`x-ratelimit-reset-${name}`) ?? "");
    return wait === null ? [] : [{ wait, left: headers?.get(`x-ratelimit-remaining-${name}`) ?? "" }];
  });
  const spent = limits.filter(({ left }) => Number.parseFloat(left) === 0);
  const counted = spent.length > 0 ? spent : limits;
  return counted.length === 0 ? null : Math.max(...counted.map(({ wait }) => wait));
}
function sentence(words) {
  const found = /\b(?:try again|retry) (?:in|after) ((?:[\d.]+ ?(?:ms|[smhd])(?![a-z]) ?)+|[\d.]+ ?(?=seconds?))/i;
  const duration = found.exec(words)?.[1]?.replaceAll(" ", "").toLowerCase();
  return duration === void 0 ? null : parseDuration(duration.replace(/\.$/, ""));
}

// src/model/classify.ts
var LONGEST_WAIT_MS = 36e5;
var BILLING_CODES = /* @__PURE__ */ new Set([
  "insufficient_quota",
  "credit_balance_exhausted",
  "organization_spend_limit_exceeded",
  "project_spend_limit_exceeded",
  "organization_usage_limit_exceeded",
  "billing_hard_limit_reached",
  "billing_not_active",
  "insufficient_credits",
  "insufficient_balance"
]);
var BILLING_WORDS = /credit balance is too low|insufficient (balance|credits|funds)|out of credits|billing hard limit/i;
var KEY_CODES = /* @__PURE__ */ new Set(["invalid_api_key", "authentication_error", "account_deactivated"]);
var MODEL_CODES = /* @__PURE__ */ new Set(["model_not_found", "deploymentnotfound", "model_not_supported"]);
var MODEL_WORDS = /\bmodel\b.{0,120}\b(does not exist|doesn't exist|not exist|not found|is not a valid model|is not supported when|has been (deprecated|retired|decommissioned))|not a valid model id|unknown model|invalid model\b/i;
var CONTEXT_CODES = /* @__PURE__ */ new Set(["context_length_exceeded", "string_above_max_length", "request_too_large"]);
var CONTEXT_WORDS = /context (length|window|size)|maximum (prompt|input) length|prompt is too long|input (length|token|is too long)[^.]{0,60}(exceed|too long|limit)|input is too long|reduce the length/i;
var REFUSAL_CODES = /* @__PURE__ */ new Set([
  "content_filter",
  "content_policy_violation",
  "invalid_prompt",
  "responsibleaipolicyviolation"
]);
var RATE_CODES = /* @__PURE__ */ new Set([
  "rate_limit_exceeded",
  "rate_limit_error",
  "too_many_requests",
  "resource_exhausted"
]);
var FAULT_CODES = /* @__PURE__ */ new Set([
  "server_error",
  "api_error",
  "overloaded_error",
  "internal_error",
  "timeout",
  "service_unavailable"
]);
var TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
var CONNECTION_WORDS = /fetch failed|terminated|connection|network|socket|timed out|other side closed/i;
var SILENCE = /* @__PURE__ */ new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);
function classify(error, now, secret = null) {
  const own = causes(error).find((cause) => cause instanceof ModelError);
  if (own !== void 0) {
    return {
      retry: own instanceof BrokenReplyError || own instanceof IdleTimeoutError,
      waitMs: null,
      error: own
    };
  }
  const failure = readFailure(error);
  const isAnswer = failure.status !== null || failure.codes.length > 0 || error instanceof StreamedError;
  if (!isAnswer) return withoutAnswer(error, failure, secret);
  const said = clean(failure.words, secret);
  const verdict = final(failure, said) ?? passing(failure, said, now) ?? rejected(failure, said);
  return failure.headers?.get("x-should-retry") === "false" ? { ...verdict, retry: false } : verdict;
}
function final(failure, said) {
  const { status: status2, words } = failure;
  const tooLarge2 = requestOverLimit(words);
  const about = { status: status2 };
  if (has(failure, BILLING_CODES) || status2 === 402 || BILLING_WORDS.test(words)) {
    return no(
      new CreditExhaustedError(sentence2("The account behind the key has no credit left", said), about)
    );
  }
  if (tooLarge2 !== null) return no(new LimitTooSmallError(tooLarge2, about));
  if (has(failure, MODEL_CODES) || status2 !== 429 && (status2 ?? 0) < 500 && MODEL_WORDS.test(words)) {
    return no(new ModelNotFoundError(sentence2("The endpoint does not offer this model", said), about));
  }
  if (status2 === 401 || has(failure, KEY_CODES)) {
    return no(new KeyRejectedError(sentence2("The endpoint rejected the key", said), about));
  }
  if (has(failure, REFUSAL_CODES)) {
    return no(new RefusedError(sentence2("The endpoint's content filter refused the request", said), about));
  }
  if (status2 === 403) {
    return no(new KeyRejectedError(sentence2("The key may not do this", said), about));
  }
  if (has(failure, CONTEXT_CODES) || status2 === 413 || isClientError(status2) && CONTEXT_WORDS.test(words)) {
    return no(
      new ContextTooLongError(sentence2("The request is longer than the model can read", said), about)
    );
  }
  return null;
}
function passing(failure, said, now) {
  const { status: status2 } = failure;
  const about = { status: status2 };
  const waitMs = serverWait(failure.headers, failure.words, now);
  if (status2 === 429 || status2 === null && has(failure, RATE_CODES)) {
    const error = new RateLimitedError(sentence2("The endpoint asks to slow down", said), about);
    return { retry: (waitMs ?? 0) <= LONGEST_WAIT_MS, waitMs, error };
  }
  if (status2 === 408 || status2 === 409 || status2 === 425 || (status2 ?? 0) >= 500 && status2 !== 501) {
    const error = new EndpointUnavailableError(sentence2(`The endpoint failed (${status2})`, said), about);
    return { retry: (waitMs ?? 0) <= LONGEST_WAIT_MS, waitMs, error };
  }
  if (status2 === null && (has(failure, FAULT_CODES) || !failure.codes.some((code) => /invalid|unsupported/.test(code)))) {
    return {
      retry: true,
      waitMs,
      error: new BrokenReplyError(sentence2("The endpoint sent an error instead of a reply", said))
    };
  }
  return null;
}
function rejected({ status: status2 }, said) {
  const what = status2 === 404 ? "There is no such address at the endpoint" : "The endpoint rejected the request";
  return no(
    new RequestRejectedError(sentence2(status2 === null ? what : `${what} (${status2})`, said), { status: status2 })
  );
}
function withoutAnswer(error, { networkCode }, secret) {
  const what = error instanceof Error ? clean(error.message, secret) : "no error object";
  if (error instanceof SyntaxError) {
    return {
      retry: true,
      waitMs: null,
      error: new BrokenReplyError("The stream of the reply broke off in the middle of a frame.")
    };
  }
  if (networkCode !== null && SILENCE.has(networkCode)) {
    return {
      retry: true,
      waitMs: null,
      error: new IdleTimeoutError("The endpoint sent nothing for 300 s.")
    };
  }
  if (networkCode !== null && TLS.test(networkCode)) {
    return no(
      new EndpointUnavailableError(`The endpoint's TLS certificate is not accepted (${networkCode}).`)
    );
  }
  if (networkCode === null && !CONNECTION_WORDS.test(what)) {
    const broken = new BrokenReplyError(sentence2("The reply could not be read", what));
    return { retry: true, waitMs: null, error: broken };
  }
  const unreachable = new EndpointUnavailableError(
    sentence2("The endpoint could not be reached", networkCode ?? what)
  );
  return { retry: true, waitMs: null, error: unreachable };
}
function requestOverLimit(words) {
  const found = /\blimit:? ([\d,]+).{0,80}?\brequested:? ([\d,]+)/i.exec(words);
  const [limit, requested] = [found?.[1], found?.[2]].map((number) => Number(number?.replaceAll(",", "")));
  if (limit === void 0 || requested === void 0 || !(requested > limit)) return null;
  return `One request needs ${requested} tokens, but the account may use ${limit} in a minute.`;
}
function has({ codes }, wanted) {
  return codes.some((code) => wanted.has(code));
}
function isClientError(status2) {
  return status2 === null || status2 >= 400 && status2 < 500 && status2 !== 429;
}
function no(error) {
  return { retry: false, waitMs: null, error };
}
function sentence2(what, said) {
  if (said === "") return `${what}.`;
  return `${what}: ${said}${/[.!?…]$/.test(said) ? "" : "."}`;
}

// src/model/limits.ts
var STAGGER_MS = 200;
var FIRST_HOLD_MS = 250;
var LONGEST_HOLD_MS = 3e4;
var Gate = class {
  #most;
  #now;
  #sleep;
  #waiting = [];
  #width;
  #active = 0;
  /** Until when the endpoint wants quiet. */
  #closedUntil = Number.NEGATIVE_INFINITY;
  /** Until when we wait on top of that; a place that becomes free ends it. */
  #patientUntil = Number.NEGATIVE_INFINITY;
  /** Probes refused since the endpoint last took one on. */
  #refusedInARow = 0;
  /** Counts the holds: several refusals of one rush are one. */
  #holds = 0;
  #startedSinceHold = Number.POSITIVE_INFINITY;
  #alarm = null;
  constructor(options) {
    this.#most = options.width;
    this.#width = options.width;
    this.#now = options.now;
    this.#sleep = options.sleep;
  }
  /** Milliseconds until the next start is allowed by time. */
  get holdMs() {
    return Math.max(0, Math.max(this.#closedUntil, this.#patientUntil) - this.#now());
  }
  /**
   * Waits for a place. Lower tickets go first: a call that is made again keeps its turn.
   * Rejects with the signal's reason when aborted.
   */
  async enter(ticket, signal) {
    signal.throwIfAborted();
    if (this.#waiting.length > 0 || !this.#isOpen()) await this.#queue(ticket, signal);
    else this.#start();
    return this.#slot();
  }
  #slot() {
    const holds = this.#holds;
    let inside = true;
    let taken = false;
    return {
      admitted: () => {
        taken = true;
        this.#refusedInARow = 0;
        if (this.#width === this.#most || this.#width > this.#active) return;
        this.#width += 1;
        this.#advance();
      },
      refused: (waitMs, isGuess) => {
        if (holds === this.#holds) {
          this.#holds += 1;
          this.#refusedInARow += 1;
        }
        this.#refuse(waitMs, isGuess);
      },
      leave: () => {
        if (!inside) return;
        inside = false;
        this.#active -= 1;
        if (taken) this.#patientUntil = Number.NEGATIVE_INFINITY;
        this.#advance();
      }
    };
  }
  /** The refused request still has its place here: without it, one is free for the probe. */
  #refuse(waitMs, isGuess) {
    const now = this.#now();
    const longer = Math.min(LONGEST_HOLD_MS, FIRST_HOLD_MS * 2 ** (this.#refusedInARow - 1));
    if (!isGuess) this.#closedUntil = Math.max(this.#closedUntil, now + waitMs);
    this.#patientUntil = Math.max(this.#patientUntil, now + (isGuess ? Math.max(waitMs, longer) : longer));
    this.#startedSinceHold = 0;
    this.#width = Math.max(1, Math.min(this.#width, this.#active));
  }
  #isOpen() {
    return this.#active < this.#width && this.holdMs === 0;
  }
  #start() {
    this.#active += 1;
    this.#startedSinceHold += 1;
    const gap = STAGGER_MS / this.#startedSinceHold;
    if (gap >= 1) this.#closedUntil = Math.max(this.#closedUntil, this.#now() + gap);
  }
  #queue(ticket, signal) {
    return new Promise((resolve, reject) => {
      const leaveQueue = () => {
        const index = this.#waiting.indexOf(waiter);
        if (index >= 0) this.#waiting.splice(index, 1);
        signal.removeEventListener("abort", onAbort);
      };
      const onAbort = () => {
        leaveQueue();
        this.#advance();
        reject(signal.reason);
      };
      const start = () => {
        leaveQueue();
        this.#start();
        resolve();
      };
      const waiter = { ticket, start };
      const later = this.#waiting.findIndex((other) => other.ticket > ticket);
      this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, waiter);
      signal.addEventListener("abort", onAbort, { once: true });
      this.#advance();
    });
  }
  /** Starts whoever may start now, and sets the alarm for the next one. */
  #advance() {
    this.#alarm?.abort();
    this.#alarm = null;
    while (this.#waiting.length > 0 && this.#isOpen()) this.#waiting[0]?.start();
    if (this.#waiting.length === 0 || this.#active >= this.#width) return;
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#sleep(this.holdMs, alarm.signal).then(
      () => {
        if (!alarm.signal.aborted) this.#advance();
      },
      () => {
      }
    );
  }
};

// src/model/prices.json
var prices_default = {
  "gpt-6-astra": { provider: "openai", input: 10, cached: 1, cacheWrite: 12.5, output: 50 },
  "gpt-6-sol": { provider: "openai", input: 2, cached: 0.2, cacheWrite: 2.5, output: 10 },
  "gpt-6-luna": { provider: "openai", input: 0.1, cached: 0.01, cacheWrite: 0.125, output: 0.5 },
  "gpt-5.6-sol": { provider: "openai", input: 4, cached: 0.4, cacheWrite: 5, output: 20 },
  "gpt-5.6-terra": { provider: "openai", input: 2, cached: 0.2, cacheWrite: 2.5, output: 12 },
  "gpt-5.6-luna": { provider: "openai", input: 0.2, cached: 0.02, cacheWrite: 0.25, output: 1.2 },
  "gpt-5.5": { provider: "openai", input: 5, cached: 0.5, output: 30 },
  "gpt-5.4": { provider: "openai", input: 2.5, cached: 0.25, output: 15 },
  "gpt-5.4-mini": { provider: "openai", input: 0.75, cached: 0.075, output: 4.5 },
  "gpt-5.4-nano": { provider: "openai", input: 0.2, cached: 0.02, output: 1.25 },
  "gpt-5.2": { provider: "openai", input: 1.75, cached: 0.175, output: 14 },
  "gpt-4.1": { provider: "openai", input: 2, cached: 0.5, output: 8 },
  "gpt-4.1-mini": { provider: "openai", input: 0.4, cached: 0.1, output: 1.6 },
  "claude-opus-5-5": { provider: "anthropic", input: 4, cached: 0.2, cacheWrite: 5, output: 20 },
  "claude-opus-5": { provider: "anthropic", input: 5, cached: 0.5, cacheWrite: 6.25, output: 25 },
  "claude-opus-4-8": { provider: "anthropic", input: 5, cached: 0.5, cacheWrite: 6.25, output: 25 },
  "claude-sonnet-5": { provider: "anthropic", input: 2, cached: 0.2, cacheWrite: 2.5, output: 10 },
  "claude-sonnet-4-6": {
    provider: "anthropic",
    input: 3,
    cached: 0.3,
    cacheWrite: 3.75,
    output: 15
  },
  "claude-haiku-4-5": { provider: "anthropic", input: 1, cached: 0.1, cacheWrite: 1.25, output: 5 },
  "claude-fable-5-1": {
    provider: "anthropic",
    input: 10,
    cached: 0.25,
    cacheWrite: 12.5,
    output: 50
  },
  "gemini-3.1-pro-preview": { provider: "google", input: 2, cached: 0.2, output: 12 },
  "gemini-3.5-flash": { provider: "google", input: 1.5, cached: 0.15, output: 9 },
  "gemini-3.5-flash-lite": { provider: "google", input: 0.3, cached: 0.03, output: 2.5 },
  "gemini-2.5-pro": { provider: "google", input: 1.25, cached: 0.125, output: 10 },
  "gemini-2.5-flash": { provider: "google", input: 0.3, cached: 0.03, output: 2.5 },
  "grok-4.6": { provider: "x-ai", input: 2, cached: 0.5, output: 6 },
  "grok-4.5": { provider: "x-ai", input: 2, cached: 0.3, output: 6 },
  "mistral-large-2512": { provider: "mistral", input: 0.5, cached: 0.05, output: 1.5 },
  "devstral-2512": { provider: "mistral", input: 0.4, cached: 0.04, output: 2 }
};

// src/model/prices.ts
var PREFIXES = /* @__PURE__ */ new Map([
  ["openai", "openai"],
  ["anthropic", "anthropic"],
  ["google", "google"],
  ["models", "google"],
  ["x-ai", "x-ai"],
  ["mistralai", "mistral"],
  ["mistral", "mistral"]
]);
var DATE = /-(\d{4}-\d{2}-\d{2}|\d{8})$/;
var PRICES = new Map(
  Object.entries(prices_default).map(([model, price]) => [dashed(model), price])
);
function priceOf(model) {
  const [name = "", prefix, ...more] = model.trim().toLowerCase().split("/").reverse();
  if (more.length > 0) return null;
  const price = PRICES.get(dashed(name)) ?? PRICES.get(dashed(name.replace(DATE, "")));
  if (price === void 0) return null;
  return prefix === void 0 || PREFIXES.get(prefix) === price.provider ? price : null;
}
function costOf(price, tokens) {
  const written = tokens.cacheWriteTokens ?? 0;
  const plain = tokens.inputTokens - tokens.cachedTokens - written;
  const millionths = plain * price.input + tokens.cachedTokens * price.cached + written * (price.cacheWrite ?? price.input) + tokens.outputTokens * price.output;
  return millionths / 1e6;
}
function dashed(name) {
  return name.replaceAll(".", "-");
}

// src/model/quirks.ts
var DROPPABLE = ["temperature", "reasoning_effort", "stream_options", "prompt_cache_key"];
var LIMITS = ["max_completion_tokens", "max_tokens"];
var OTHER_WORDS = {
  stream_options: /\binclude_usage\b/,
  reasoning_effort: /\breasoning[ ._]effort\b|\bdoes not support (thinking|reasoning)\b/i
};
var FORMAT_WORDS = /response[_ ]format|json_schema|json_object|json mode|structured[ _]outputs?/i;
var ALTERNATE = /roles? must alternate|must alternate between|alternat\w+ (of )?(user|roles?)|consecutive (messages|roles)/i;
var NO_SYSTEM = /system (role|message|prompt|instruction)s?\b.{0,40}\b(not|un)\s?-?(supported|allowed|enabled|permitted)|(not|n't) support.{0,20}\bsystem\b|unexpected (message )?role|only user and assistant roles/i;
var IMAGES = /\bimages?\b|image_url|multi-?modal|\bvision\b|\bmmproj\b|content.{0,40}\b(must be|should be|expected|valid)\b.{0,20}\bstring\b|expected (a )?string|valid string|expected `text`/i;
var BAD_VALUE = /too (large|big|high|small|low)|at (most|least)|greater than|less than|exceed|maximum (value|allowed)/i;
var STATUSES = /* @__PURE__ */ new Set([400, 404, 415, 422, 500, 501]);
function initialQuirks(endpoint) {
  return {
    tokenLimit: endpoint.tokenLimit,
    refusedLimits: [],
    dropped: [],
    format: "json_schema",
    mergesRoles: false,
    mergesSystem: false,
    takesImages: true
  };
}
function isLearnable({ status: status2 }) {
  return status2 !== null && STATUSES.has(status2);
}
function learn(quirks, failure, body) {
  if (!isLearnable(failure)) return null;
  return images(quirks, failure, body) ?? roles(quirks, failure, body) ?? parameters(quirks, failure, body) ?? format(quirks, failure, body);
}
function images(quirks, { words }, body) {
  return hasImages(body) && IMAGES.test(words) ? { ...quirks, takesImages: false } : null;
}
function roles(quirks, { words }, body) {
  const messages = body.messages;
  const hasSystem = messages.some(({ role }) => role === "system");
  const merged = arrange(messages, { mergesRoles: true, mergesSystem: false });
  if (ALTERNATE.test(words)) {
    if (!quirks.mergesRoles && merged.length < messages.length) return { ...quirks, mergesRoles: true };
    return hasSystem ? { ...quirks, mergesRoles: true, mergesSystem: true } : null;
  }
  return hasSystem && NO_SYSTEM.test(words) ? { ...quirks, mergesRoles: true, mergesSystem: true } : null;
}
function parameters(quirks, failure, body) {
  const limit = LIMITS.find((name) => name in body && names(failure, name));
  if (limit !== void 0 && (failure.codes.includes("unsupported_parameter") || !BAD_VALUE.test(failure.words))) {
    const refusedLimits = [...quirks.refusedLimits, limit];
    const tokenLimit = LIMITS.find((name) => !refusedLimits.includes(name)) ?? null;
    return { ...quirks, refusedLimits, tokenLimit };
  }
  const refused = DROPPABLE.find((name) => name in body && names(failure, name));
  return refused === void 0 ? null : { ...quirks, dropped: [...quirks.dropped, refused] };
}
function format(quirks, failure, body) {
  const type = body.response_format?.type;
  if (type === void 0 || type === "text") return null;
  const isNamed = failure.param?.startsWith("response_format") || FORMAT_WORDS.test(failure.words);
  if (!isNamed || /invalid schema/i.test(failure.words)) return null;
  return { ...quirks, format: type === "json_schema" ? "json_object" : "text" };
}
function names({ param, words }, name) {
  if (param !== null) return param === name || param.startsWith(`${name}.`) || param === `body.${name}`;
  return new RegExp(`\\b${name}\\b`).test(words) || (OTHER_WORDS[name]?.test(words) ?? false);
}

// src/model/think.ts
var OPEN = "<think>";
var CLOSE = "</think>";
var MAX_MARGIN = 1e3;
function createThinkFilter() {
  let state = "start";
  let held = "";
  let hidden = 0;
  return {
    push(piece) {
      if (state === "reply") return piece;
      held += piece;
      if (state === "start") {
        const begun = held.trimStart();
        if (begun.startsWith(OPEN)) {
          state = "inside";
          held = begun.slice(OPEN.length);
        } else if (!OPEN.startsWith(begun) || held.length > MAX_MARGIN) {
          return release();
        }
      }
      if (state === "inside") {
        const close = held.indexOf(CLOSE);
        const gone = close < 0 ? Math.max(0, held.length - CLOSE.length + 1) : close;
        hidden += gone;
        held = held.slice(close < 0 ? gone : close + CLOSE.length);
        if (close >= 0) state = "after";
      }
      if (state !== "after") return "";
      held = held.trimStart();
      return held === "" ? "" : release();
    },
    end() {
      if (state !== "inside") return state === "start" ? release() : "";
      hidden += held.length;
      held = "";
      return "";
    },
    get hidden() {
      return hidden;
    }
  };
  function release() {
    const text2 = held;
    state = "reply";
    held = "";
    return text2;
  }
}

// src/model/usage.ts
var TOKENS_PER_MESSAGE = 4;
var CHARACTERS_PER_TOKEN = 4;
var MOST_TOKENS = 1e8;
function readUsage(value) {
  const usage = fields(value);
  const inputTokens = count(usage.prompt_tokens);
  const outputTokens = count(usage.completion_tokens);
  if (inputTokens === 0 || outputTokens === 0) return null;
  const details = fields(usage.prompt_tokens_details);
  const cached = count(details.cached_tokens ?? usage.prompt_cache_hit_tokens ?? usage.cached_tokens);
  const cachedTokens = Math.min(cached, inputTokens);
  const cacheWriteTokens = Math.min(count(details.cache_write_tokens), inputTokens - cachedTokens);
  return { inputTokens, cachedTokens, cacheWriteTokens, outputTokens };
}
function reportedUsage(usage, price) {
  return {
    inputTokens: usage.inputTokens,
    cachedTokens: usage.cachedTokens,
    outputTokens: usage.outputTokens,
    costUsd: price === null ? null : costOf(price, usage),
    estimated: false
  };
}
function estimatedUsage(messages, reply, price) {
  const input = messages.map(({ content }) => estimateTokenCount(content) + TOKENS_PER_MESSAGE);
  const usage = {
    inputTokens: input.reduce((sum, tokens) => sum + tokens, 0),
    cachedTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: estimateTokenCount(reply.text) + Math.ceil(reply.reasoning / CHARACTERS_PER_TOKEN)
  };
  return { ...reportedUsage(usage, price), estimated: true };
}
function count(value) {
  return typeof value === "number" && value > 0 && value < MOST_TOKENS ? Math.ceil(value) : 0;
}

// src/model/reply.ts
var STOPPED = /* @__PURE__ */ new Set(["stop", "eos", "eos_token", "end_turn", "stop_sequence"]);
var CUT = /* @__PURE__ */ new Set(["length", "max_tokens", "max_output_tokens"]);
var FILTERED = /* @__PURE__ */ new Set(["content_filter", "safety", "refusal", "prohibited_content", "blocklist"]);
async function readReply(batches, listener) {
  const filter = createThinkFilter();
  let text2 = "";
  let fresh = "";
  let refusal = "";
  let reasoning = 0;
  let finish = null;
  let usage = null;
  let shown = 0;
  const length = () => text2.length + fresh.length + filter.hidden + reasoning + refusal.length;
  const show = () => {
    const reached = length();
    if (reached > shown) listener.onProgress();
    shown = reached;
    if (fresh === "") return;
    const piece = fresh;
    fresh = "";
    text2 += piece;
    listener.onDelta(piece);
  };
  const take = (chunk) => {
    usage = readUsage(chunk?.usage) ?? usage;
    const choice = Array.isArray(chunk?.choices) ? chunk.choices.find((one) => (one?.index ?? 0) === 0) : null;
    const delta = choice?.delta ?? choice?.message;
    reasoning += plainText(delta?.reasoning_content).length || plainText(delta?.reasoning).length;
    refusal += plainText(delta?.refusal);
    fresh += filter.push(plainText(delta?.content));
    if (typeof choice?.finish_reason === "string" && choice.finish_reason !== "") {
      finish = choice.finish_reason.toLowerCase();
    }
    if (length() > MAX_REPLY_BYTES) throw tooLarge();
  };
  try {
    await each(batches, take, show, () => finish !== null);
    fresh += filter.end();
    show();
  } finally {
    listener.onEnd({ text: text2 + fresh + refusal, reasoning: reasoning + filter.hidden, usage });
  }
  return { text: text2, finishReason: judge(finish, text2, refusal) };
}
async function each(batches, take, show, isWhole) {
  let taking = false;
  try {
    for await (const batch of batches) {
      taking = true;
      for (const chunk of batch) take(chunk);
      show();
      taking = false;
    }
  } catch (error) {
    if (taking || !isWhole()) throw error;
  }
}
function judge(finish, text2, refusal) {
  if (refusal !== "") throw new RefusedError(`The model refused: ${clean(refusal, null)}`);
  if (finish === null) throw new BrokenReplyError("The stream ended before the reply did.");
  if (FILTERED.has(finish)) throw new RefusedError("The endpoint's content filter stopped the reply.");
  if (CUT.has(finish)) {
    if (text2.trim() === "") {
      throw new NothingWrittenError(
        "The token limit was reached before the reply began: all of it was reasoning."
      );
    }
    return "length";
  }
  if (STOPPED.has(finish)) return "stop";
  throw new BrokenReplyError(`The reply ended for an unusual reason (${clean(finish, null).slice(0, 40)}).`);
}
function plainText(content) {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map(
    (part) => part?.type === "text" && typeof part.text === "string" ? part.text : ""
  ).join("");
}

// node_modules/is-network-error/index.js
var objectToString = Object.prototype.toString;
var isError = (value) => objectToString.call(value) === "[object Error]";
var errorMessages = /* @__PURE__ */ new Set([
  "network error",
  // Chrome
  "NetworkError when attempting to fetch resource.",
  // Firefox
  "The Internet connection appears to be offline.",
  // Safari 16
  "Network request failed",
  // `cross-fetch`
  "fetch failed",
  // Undici (Node.js)
  "terminated",
  // Undici (Node.js)
  " A network error occurred.",
  // Bun (WebKit)
  "Network connection lost"
  // Cloudflare Workers (fetch)
]);
function isNetworkError(error) {
  const isValid = error && isError(error) && error.name === "TypeError" && typeof error.message === "string";
  if (!isValid) {
    return false;
  }
  const { message, stack } = error;
  if (message === "Load failed" || message.startsWith("Load failed (") && message.endsWith(")")) {
    return stack === void 0 || "__sentry_captured__" in error;
  }
  if (message.startsWith("error sending request for url")) {
    return true;
  }
  if (message === "Failed to fetch" || message.startsWith("Failed to fetch (") && message.endsWith(")")) {
    return true;
  }
  return errorMessages.has(message);
}

// node_modules/p-retry/index.js
function validateRetries(retries) {
  if (typeof retries === "number") {
    if (retries < 0) {
      throw new TypeError("Expected `retries` to be a non-negative number.");
    }
    if (Number.isNaN(retries)) {
      throw new TypeError("Expected `retries` to be a valid number or Infinity, got NaN.");
    }
    if (Number.isFinite(retries) && !Number.isInteger(retries)) {
      throw new TypeError("Expected `retries` to be a non-negative integer or Infinity.");
    }
  } else if (retries !== void 0) {
    throw new TypeError("Expected `retries` to be a number or Infinity.");
  }
}
function validateNumberOption(name, value, { allowInfinity = false } = {}) {
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? " or Infinity" : ""}.`);
  }
  if (!allowInfinity && !Number.isFinite(value)) {
    throw new TypeError(`Expected \`${name}\` to be a finite number.`);
  }
  if (value < 0) {
    throw new TypeError(`Expected \`${name}\` to be \u2265 0.`);
  }
}
function validateOption(name, value, type) {
  if (value === void 0 || value === null) {
    return;
  }
  if (typeof value !== type) {
    throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
  }
}
function validateSignal(value) {
  if (value === void 0 || value === null) {
    return;
  }
  if (typeof value.throwIfAborted !== "function" || typeof value.addEventListener !== "function" || typeof value.removeEventListener !== "function") {
    throw new TypeError("Expected `signal` to be an AbortSignal.");
  }
}
var AbortError = class _AbortError extends Error {
  constructor(message) {
    super(typeof message === "string" ? message : void 0);
    this.name = "AbortError";
    if (message instanceof Error) {
      this.originalError = message;
      ({ message } = message);
    } else {
      this.originalError = new Error(message);
      ({ message } = this.originalError);
      Error.captureStackTrace?.(this.originalError, _AbortError);
    }
    this.message = message;
  }
};
var maximumDelay = 2 ** 31 - 1;
function calculateDelay(retriesConsumed, options) {
  if (options.minTimeout === 0) {
    return 0;
  }
  const attempt = retriesConsumed + 1;
  const random = options.randomize ? Math.random() + 1 : 1;
  const timeout = Math.round(random * options.minTimeout * options.factor ** (attempt - 1));
  return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}
function calculateRemainingTime(start, max) {
  return Number.isFinite(max) ? max - (performance.now() - start) : max;
}
async function delayForRetry(delay2, options) {
  if (delay2 <= 0) {
    return;
  }
  await new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timeoutToken);
      reject(options.signal.reason);
    };
    const timeoutToken = setTimeout(() => {
      options.signal?.removeEventListener("abort", onAbort);
      resolve();
    }, delay2);
    if (options.unref) {
      timeoutToken.unref?.();
    }
    options.signal?.addEventListener("abort", onAbort, { once: true });
  });
}
function stringifyThrownValue(value) {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
function unwrapAbortError(error) {
  let cause = error;
  while (cause instanceof AbortError && cause.originalError instanceof Error) {
    cause = cause.originalError;
  }
  return cause;
}
async function onAttemptFailure({ error, attemptNumber, retriesConsumed, startTime, options }) {
  const abortIfNeeded = () => {
    options.signal?.throwIfAborted();
  };
  const normalizedError = error instanceof Error ? error : new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);
  abortIfNeeded();
  if (normalizedError instanceof AbortError) {
    throw unwrapAbortError(normalizedError);
  }
  const retriesLeft = options.retries - retriesConsumed;
  const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);
  const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
  const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;
  const consumeRetryContext = Object.freeze({
    error: normalizedError,
    attemptNumber,
    retriesLeft,
    retriesConsumed,
    retryDelay: delayTime
  });
  const consumeRetry = await options.shouldConsumeRetry(consumeRetryContext) ?? true;
  abortIfNeeded();
  const effectiveDelay = consumeRetry ? delayTime : 0;
  const context = Object.freeze({
    error: normalizedError,
    attemptNumber,
    retriesLeft,
    retriesConsumed,
    retryDelay: effectiveDelay
  });
  await options.onFailedAttempt(context);
  abortIfNeeded();
  const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);
  if (!isRetriableError || remainingTime <= 0 || retriesLeft <= 0) {
    throw normalizedError;
  }
  const shouldRetry = await options.shouldRetry(context);
  abortIfNeeded();
  if (!shouldRetry) {
    throw normalizedError;
  }
  const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);
  if (remainingTimeAfterShouldRetry <= 0) {
    throw normalizedError;
  }
  if (!consumeRetry) {
    return false;
  }
  await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);
  return true;
}
async function pRetry(input, options = {}) {
  options = { ...options };
  options.retries ??= 10;
  validateRetries(options.retries);
  if (Object.hasOwn(options, "forever")) {
    throw new Error("The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.");
  }
  options.factor ??= 2;
  options.minTimeout ??= 1e3;
  options.maxTimeout ??= Infinity;
  options.maxRetryTime ??= Infinity;
  options.randomize ??= false;
  options.onFailedAttempt ??= () => {
  };
  options.shouldRetry ??= () => true;
  options.shouldConsumeRetry ??= () => true;
  validateOption("onFailedAttempt", options.onFailedAttempt, "function");
  validateOption("shouldRetry", options.shouldRetry, "function");
  validateOption("shouldConsumeRetry", options.shouldConsumeRetry, "function");
  validateOption("randomize", options.randomize, "boolean");
  validateOption("unref", options.unref, "boolean");
  validateSignal(options.signal);
  validateNumberOption("factor", options.factor);
  validateNumberOption("minTimeout", options.minTimeout);
  validateNumberOption("maxTimeout", options.maxTimeout, { allowInfinity: true });
  validateNumberOption("maxRetryTime", options.maxRetryTime, { allowInfinity: true });
  if (options.factor === 0) {
    options.factor = 1;
  }
  options.signal?.throwIfAborted();
  let attemptNumber = 0;
  let retriesConsumed = 0;
  const startTime = performance.now();
  while (retriesConsumed <= options.retries) {
    attemptNumber++;
    try {
      options.signal?.throwIfAborted();
      const result = await input(attemptNumber);
      options.signal?.throwIfAborted();
      return result;
    } catch (error) {
      if (await onAttemptFailure({
        error,
        attemptNumber,
        retriesConsumed,
        startTime,
        options
      })) {
        retriesConsumed++;
      }
    }
  }
  throw new Error("Retry attempts exhausted without throwing an error.");
}

// src/model/retry.ts
var ATTEMPTS = 6;
var LEAST_WAIT_MS = 1e3;
var MOST_WAIT_MS = 6e4;
var IDLE_ATTEMPTS = 3;
var LARGE_ATTEMPTS = 2;
var RATE_LIMIT_WAITS = 30;
function callersFault(error) {
  return new AbortError(error instanceof Error ? error : new Error(String(error)));
}
async function withRetries(attempt, options, layer) {
  const { signal } = options;
  const counts = { refusals: 0, faults: 0, silences: 0, floods: 0 };
  let verdict = null;
  const once = async () => {
    const slot = await layer.gate.enter(options.ticket, signal);
    try {
      return await attempt(slot.admitted);
    } catch (error) {
      if (error instanceof AbortError || signal.aborted) throw error;
      verdict = classify(error, layer.clock(), layer.secret);
      if (verdict.error instanceof RateLimitedError && verdict.retry) {
        counts.refusals += 1;
        const waitMs = verdict.waitMs ?? backoff(counts.refusals, layer.random);
        slot.refused(waitMs, verdict.waitMs === null);
      }
      throw verdict.error;
    } finally {
      slot.leave();
    }
  };
  return pRetry(once, {
    retries: ATTEMPTS - 1,
    // The waits are ours: p-retry knows no server's own times.
    minTimeout: 0,
    // Looked at after each attempt too: an aborted stream may end like a good one.
    signal,
    shouldConsumeRetry: ({ error }) => !(error instanceof RateLimitedError),
    shouldRetry: ({ attemptNumber }) => verdict?.retry ? waitForNext(verdict, attemptNumber, counts, options, layer) : false
  });
}
async function waitForNext({ error, waitMs }, attempt, counts, { signal, onRetry }, layer) {
  if (error instanceof RateLimitedError) {
    if (counts.refusals > RATE_LIMIT_WAITS) return false;
    onRetry?.({ attempt, waitMs: layer.gate.holdMs, error });
    return true;
  }
  counts.faults += 1;
  if (error instanceof IdleTimeoutError) counts.silences += 1;
  if (error instanceof ReplyTooLargeError) counts.floods += 1;
  if (counts.silences >= IDLE_ATTEMPTS || counts.floods >= LARGE_ATTEMPTS) return false;
  const pause = waitMs ?? backoff(counts.faults, layer.random);
  onRetry?.({ attempt, waitMs: pause, error });
  await layer.sleep(pause, signal);
  return true;
}
function backoff(failures, random) {
  const most = Math.min(MOST_WAIT_MS, 1e3 * 2 ** failures);
  return Math.round(LEAST_WAIT_MS + random() * (most - LEAST_WAIT_MS));
}

// src/model/transport.ts
var MAX_ERROR_BYTES = 1e5;
var MAX_REDIRECTS = 3;
var SENT_HEADERS = ["accept", "authorization", "content-type"];
function guardedFetch(inner, isPatient) {
  return async (input, init = {}) => {
    const patience = isPatient && inner === globalThis.fetch ? await patientDispatcher() : {};
    const headers = onlyNeeded(new Headers(init.headers));
    const response = await follow(inner, String(input), {
      ...init,
      ...patience,
      headers,
      redirect: "manual"
    });
    if (!response.ok) return readError(response);
    if (isEventStream(response)) return response;
    return rewrap(response, toFrames(await readText(response, MAX_REPLY_BYTES)));
  };
}
async function follow(inner, url, init) {
  let from = new URL(url);
  for (let redirects = 0; ; redirects += 1) {
    const response = await inner(from.href, init);
    if (response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    const to = URL.parse(response.headers.get("location") ?? "", from.href);
    const keepsBody = response.status === 307 || response.status === 308;
    const isSafe = to?.host === from.host && (to.protocol === from.protocol || to.protocol === "https:");
    if (to === null || !isSafe || !keepsBody || redirects === MAX_REDIRECTS) {
      const where = to === null ? "nowhere" : `to ${to.host}`;
      throw new RequestRejectedError(`The endpoint redirects ${where}, which is not followed.`, {
        status: response.status
      });
    }
    from = to;
  }
}
function onlyNeeded(headers) {
  const kept = SENT_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Headers([...kept, ["user-agent", "smol"]]);
}
function isEventStream(response) {
  return /\btext\/event-stream\b/i.test(response.headers.get("content-type") ?? "");
}
async function readText(response, most) {
  const decoder = new TextDecoder();
  let text2 = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge();
    text2 += decoder.decode(chunk, { stream: true });
  }
  return text2 + decoder.decode();
}
function toFrames(body) {
  if (/^\s*(data|event|id|retry)?:/.test(body)) return body;
  const value = parseJson(body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return `data: ${body.replace(/[\r\n]+/g, " ")}

`;
  }
  const what = /^\s*</.test(body) ? "a web page" : body.trim() === "" ? "nothing" : "text";
  throw new BrokenReplyError(`The endpoint answered with ${what} instead of a reply.`);
}
async function readError(response) {
  const text2 = await readText(response, MAX_ERROR_BYTES).catch((error2) => {
    if (error2 instanceof BrokenReplyError) return "";
    throw error2;
  });
  const value = parseJson(text2);
  const body = Array.isArray(value) ? value[0] : value;
  if (typeof body !== "object" || body === null) return rewrap(response, /^\s*</.test(text2) ? "" : text2);
  const { error, message, detail, code, type, param } = body;
  const words = message ?? (typeof detail === "string" ? detail : toJson(detail));
  const said = error ?? (words || code || type ? { message: words, code, type, param } : void 0);
  return rewrap(response, said === void 0 ? "" : toJson({ error: said }));
}
function rewrap(response, body) {
  const headers = new Headers(response.headers);
  headers.set("content-type", response.ok ? "text/event-stream" : "application/json");
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(body, { status: response.ok ? 200 : Math.min(response.status, 599), headers });
}
function toJson(value) {
  try {
    return value === void 0 ? "" : JSON.stringify(value);
  } catch {
    return "";
  }
}
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
async function patientDispatcher() {
  await fetch("data:,");
  const current = Reflect.get(globalThis, /* @__PURE__ */ Symbol.for("undici.globalDispatcher.1"));
  const Agent = typeof current === "object" && current !== null ? current.constructor : null;
  if (typeof Agent !== "function") return {};
  patient ??= { dispatcher: Reflect.construct(Agent, [{ headersTimeout: 0, bodyTimeout: 0 }]) };
  return patient;
}
var patient;

// src/model/watch.ts
var IDLE_TIMEOUTS_WITHOUT_A_WORD = 5;
var IDLE_TIMEOUTS_IN_ALL = 60;
var LONGEST_MS = 2 ** 31 - 1;
function startWatch(idleTimeoutMs) {
  const controller = new AbortController();
  let expired = null;
  const after = (times, end) => {
    const ms = Math.min(LONGEST_MS, idleTimeoutMs * times);
    return setTimeout(() => {
      expired ??= end(`${ms / 1e3} s`);
      controller.abort(expired);
    }, ms);
  };
  const silence = after(1, (time) => new IdleTimeoutError(`The endpoint sent nothing for ${time}.`));
  const emptiness = after(
    IDLE_TIMEOUTS_WITHOUT_A_WORD,
    (time) => new IdleTimeoutError(`The endpoint kept the line open for ${time} without a word.`)
  );
  const crawl = after(
    IDLE_TIMEOUTS_IN_ALL,
    (time) => new TooSlowError(`The reply was not whole after ${time}.`)
  );
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    beat: () => void silence.refresh(),
    progress: () => void emptiness.refresh(),
    stop: () => {
      for (const timer of [silence, emptiness, crawl]) clearTimeout(timer);
    }
  };
}

// src/model/chat.ts
var NO_TIMEOUT_MS = 2 ** 31 - 1;
var FETCH_PATIENCE_MS = 3e5;
function createChat(settings) {
  const { clock, sleep: sleep2, random, idleTimeoutMs, apiKey: secret } = settings;
  const gate = new Gate({ width: settings.concurrency, now: clock, sleep: sleep2 });
  const layer = { gate, clock, sleep: sleep2, random, secret };
  const quirks = /* @__PURE__ */ new Map();
  const client = lazily(() => openClient(settings));
  let tickets = 0;
  return async (request) => {
    const model = settings.models[request.purpose];
    const signal = request.signal ?? new AbortController().signal;
    const price = settings.endpoint.isLocal ? null : priceOf(model);
    let spent = NO_USAGE;
    const listener = {
      onDelta: (text2) => deliver(request.onDelta, text2),
      onEnd: (streamed) => {
        const used = usageOf(request.messages, streamed, price);
        if (used !== null) spent = addUsage(spent, used);
      }
    };
    let unseen = countImages(request.messages);
    let started = false;
    const attempt = async (admitted) => {
      if (!started) request.onStart?.();
      started = true;
      const openai = await client();
      const send = (body) => {
        if (unseen > 0 && !hasImages(body)) request.onImagesUnseen?.(unseen);
        if (!hasImages(body)) unseen = 0;
        return exchange(openai, body, { signal, idleTimeoutMs, admitted, listener });
      };
      return learning({ ...request, model }, quirks, settings, send);
    };
    const ticket = tickets++;
    try {
      const reply = await withRetries(attempt, { ticket, signal, onRetry: request.onRetry }, layer);
      if (spent === NO_USAGE) spent = estimatedUsage(request.messages, { text: "", reasoning: 0 }, price);
      return { ...reply, usage: spent };
    } catch (error) {
      if (spent !== NO_USAGE) request.onSpent?.(spent);
      throw error;
    }
  };
}
async function exchange(openai, body, by) {
  const watch = startWatch(by.idleTimeoutMs);
  try {
    const options = { signal: AbortSignal.any([by.signal, watch.signal]) };
    const response = await openai.chat.completions.create(body, options).asResponse();
    by.admitted();
    return await readReply(readFrames(response, watch), { ...by.listener, onProgress: watch.progress });
  } catch (error) {
    throw watch.expired ?? error;
  } finally {
    watch.stop();
  }
}
async function learning(request, quirks, settings, send) {
  const known = () => quirks.get(request.model) ?? initialQuirks(settings.endpoint);
  for (; ; ) {
    const used = known();
    const body = buildBody(request, used, settings);
    try {
      return await send(body);
    } catch (error) {
      const failure = readFailure(error);
      if (!isLearnable(failure) || !isRejection(error, settings)) throw error;
      const latest = quirks.get(request.model);
      if (latest !== void 0 && latest !== used) continue;
      const learned = learn(used, failure, body);
      if (learned === null) throw error;
      quirks.set(request.model, learned);
    }
  }
}
function isRejection(error, { clock, apiKey }) {
  const verdict = classify(error, clock(), apiKey);
  return verdict.error instanceof RequestRejectedError || verdict.error instanceof EndpointUnavailableError;
}
async function openClient(settings) {
  const { OpenAI } = await import("./openai-JWZCBK63.js");
  return new OpenAI({
    apiKey: settings.apiKey ?? "none",
    baseURL: settings.endpoint.baseUrl,
    fetch: guardedFetch(settings.fetch, settings.idleTimeoutMs >= FETCH_PATIENCE_MS),
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: "off",
    // Not from the environment: they would go to any endpoint.
    organization: null,
    project: null,
    ...settings.apiKey === null ? { defaultHeaders: { Authorization: null } } : {}
  });
}
function deliver(onDelta, text2) {
  try {
    onDelta?.(text2);
  } catch (error) {
    throw callersFault(error);
  }
}
function usageOf(messages, streamed, price) {
  if (streamed.usage !== null) return reportedUsage(streamed.usage, price);
  if (streamed.text === "" && streamed.reasoning === 0) return null;
  return estimatedUsage(messages, streamed, price);
}
function lazily(open) {
  let opened;
  return () => {
    opened ??= open();
    return opened;
  };
}

// src/model/settings.ts
import { setTimeout as delay } from "node:timers/promises";

// src/model/endpoint.ts
import { isIPv4 } from "node:net";
var DEFAULT_BASE_URL = "https://api.openai.com/v1";
var DEFAULT_MODEL = "gpt-6-sol";
var RETIRED_HOSTS = ["models.github.ai", "models.inference.ai.azure.com"];
var AZURE = /\.(openai|services\.ai|cognitiveservices)\.azure\.com$/;
function parseEndpoint(text2) {
  const url = URL.parse(text2);
  if (url === null || url.host === "") throw invalid("is not a URL, such as https://api.openai.com/v1");
  if (url.username !== "" || url.password !== "") {
    throw invalid("has a user name or a password in it; a key belongs into `api-key`");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw invalid("must begin with https:// (http:// is for localhost only)");
  }
  if (url.search !== "" || url.hash !== "") throw invalid("must not have a query or a fragment");
  if (RETIRED_HOSTS.includes(url.hostname)) {
    throw new InvalidOptionError(
      "base-url",
      `GitHub Models (${url.hostname}) was shut down on 30 July 2026 and answers no more.`,
      "Set `base-url` to another endpoint, or leave it out and use an OpenAI key."
    );
  }
  const isOpenAI = url.hostname === "api.openai.com" || url.hostname.endsWith(".api.openai.com");
  return {
    baseUrl: url.origin + url.pathname.replace(/(\/chat\/completions)?\/*$/, ""),
    host: url.host,
    isOpenAI,
    isLocal: isLoopback(url.hostname) || isPrivate(url.hostname),
    tokenLimit: isOpenAI || AZURE.test(url.hostname) ? "max_completion_tokens" : "max_tokens"
  };
}
function invalid(what) {
  return new InvalidOptionError("base-url", `\`base-url\` ${what}.`);
}
function isLoopback(hostname) {
  if (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]") return true;
  return isIPv4(hostname) && hostname.startsWith("127.");
}
function isPrivate(hostname) {
  if (/\.(local|lan|internal|home\.arpa)$/.test(hostname) || /^\[f[cd]/.test(hostname)) return true;
  return isIPv4(hostname) && /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname);
}

// src/model/settings.ts
var DEFAULT_IDLE_TIMEOUT_MS = 12e4;
var DEFAULT_CONCURRENCY = 64;
function readSettings(options) {
  const endpoint = parseEndpoint(options.baseUrl?.trim() || DEFAULT_BASE_URL);
  const file = options.model?.trim() || (endpoint.isOpenAI ? DEFAULT_MODEL : "");
  if (file === "") {
    throw new InvalidOptionError(
      "model",
      `\`model\` is empty, and only OpenAI's endpoint has a default (${DEFAULT_MODEL}).`,
      `Set \`model\` to a model that ${endpoint.host} offers.`
    );
  }
  return {
    apiKey: readKey(options.apiKey, endpoint),
    endpoint,
    models: { file, plan: options.planModel?.trim() || file },
    effort: options.effort?.trim() || null,
    temperature: bounded("temperature", options.temperature, 0, 2),
    maxOutputTokens: whole("max-output-tokens", options.maxOutputTokens),
    promptCacheKey: options.promptCacheKey || null,
    idleTimeoutMs: bounded("idle-timeout", options.idleTimeoutMs, 1, 2 ** 31 - 1) ?? DEFAULT_IDLE_TIMEOUT_MS,
    concurrency: whole("concurrency", options.concurrency) ?? DEFAULT_CONCURRENCY,
    fetch: options.fetch ?? globalThis.fetch,
    clock: options.clock ?? Date.now,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random
  };
}
function readKey(apiKey, endpoint) {
  const key = apiKey?.trim() ?? "";
  if (key === "" && endpoint.isOpenAI) {
    throw new InvalidOptionError(
      "api-key",
      "`api-key` is empty, and OpenAI answers nobody without one.",
      "Add the key as a secret of the repository and pass it as `api-key`, or set `base-url` to an endpoint without keys."
    );
  }
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new InvalidOptionError(
      "api-key",
      "`api-key` has a space, a line break or a character in it that no key has."
    );
  }
  return key === "" ? null : key;
}
function bounded(option, value, least, most) {
  if (value === void 0) return null;
  if (value >= least && value <= most) return value;
  throw new InvalidOptionError(option, `\`${option}\` must be a number from ${least} to ${most}.`);
}
function whole(option, value) {
  if (value === void 0) return null;
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidOptionError(option, `\`${option}\` must be a whole number, 1 or more.`);
}
async function sleep(ms, signal) {
  try {
    await delay(ms, void 0, signal === void 0 ? {} : { signal });
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}

// node_modules/jsonrepair/lib/esm/utils/JSONRepairError.js
var JSONRepairError = class extends Error {
  constructor(message, position) {
    super(`${message} at position ${position}`);
    this.position = position;
  }
};

// node_modules/jsonrepair/lib/esm/utils/stringUtils.js
var codeSpace = 32;
var codeNewline = 10;
var codeTab = 9;
var codeReturn = 13;
var codeNonBreakingSpace = 160;
var codeMongolianVowelSeparator = 6158;
var codeEnQuad = 8192;
var codeZeroWidthSpace = 8203;
var codeNarrowNoBreakSpace = 8239;
var codeMediumMathematicalSpace = 8287;
var codeIdeographicSpace = 12288;
var codeZeroWidthNoBreakSpace = 65279;
function isHex(char) {
  return /^[0-9A-Fa-f]$/.test(char);
}
function isDigit(char) {
  return char >= "0" && char <= "9";
}
function isValidStringCharacter(char) {
  return char >= " ";
}
function isDelimiter(char) {
  return ",:[]/{}()\n+".includes(char);
}
function isFunctionNameCharStart(char) {
  return char >= "a" && char <= "z" || char >= "A" && char <= "Z" || char === "_" || char === "$";
}
function isFunctionNameChar(char) {
  return char >= "a" && char <= "z" || char >= "A" && char <= "Z" || char === "_" || char === "$" || char >= "0" && char <= "9";
}
var regexUrlStart = /^(http|https|ftp|mailto|file|data|irc):\/\/$/;
var regexUrlChar = /^[A-Za-z0-9-._~:/?#@!$&'()*+;=]$/;
function isUnquotedStringDelimiter(char) {
  return ",[]/{}\n+".includes(char);
}
function isStartOfValue(char) {
  return isQuote(char) || regexStartOfValue.test(char);
}
var regexStartOfValue = /^[[{\w-]$/;
function isControlCharacter(char) {
  return char === "\n" || char === "\r" || char === "	" || char === "\b" || char === "\f";
}
function isWhitespace(text2, index) {
  const code = text2.charCodeAt(index);
  return code === codeSpace || code === codeNewline || code === codeTab || code === codeReturn;
}
function isWhitespaceExceptNewline(text2, index) {
  const code = text2.charCodeAt(index);
  return code === codeSpace || code === codeTab || code === codeReturn;
}
function isSpecialWhitespace(text2, index) {
  const code = text2.charCodeAt(index);
  return code === codeNonBreakingSpace || code === codeMongolianVowelSeparator || code >= codeEnQuad && code <= codeZeroWidthSpace || code === codeNarrowNoBreakSpace || code === codeMediumMathematicalSpace || code === codeIdeographicSpace || code === codeZeroWidthNoBreakSpace;
}
function isQuote(char) {
  return isDoubleQuoteLike(char) || isSingleQuoteLike(char);
}
function isDoubleQuoteLike(char) {
  return char === '"' || char === "\u201C" || char === "\u201D";
}
function isDoubleQuote(char) {
  return char === '"';
}
function isSingleQuoteLike(char) {
  return char === "'" || char === "\u2018" || char === "\u2019" || char === "`" || char === "\xB4";
}
function isSingleQuote(char) {
  return char === "'";
}
function stripLastOccurrence(text2, textToStrip) {
  let stripRemainingText = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : false;
  const index = text2.lastIndexOf(textToStrip);
  return index !== -1 ? text2.substring(0, index) + (stripRemainingText ? "" : text2.substring(index + 1)) : text2;
}
function insertBeforeLastWhitespace(text2, textToInsert) {
  let index = text2.length;
  if (!isWhitespace(text2, index - 1)) {
    return text2 + textToInsert;
  }
  while (isWhitespace(text2, index - 1)) {
    index--;
  }
  return text2.substring(0, index) + textToInsert + text2.substring(index);
}
function removeAtIndex(text2, start, count2) {
  return text2.substring(0, start) + text2.substring(start + count2);
}
function endsWithCommaOrNewline(text2) {
  return /[,\n][ \t\r]*$/.test(text2);
}
var namedHtmlEntities = {
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'"
};
var maxHtmlEntityLength = 12;
function matchHtmlEntity(fragment) {
  if (fragment.charAt(0) !== "&") {
    return null;
  }
  const semicolon = fragment.indexOf(";");
  if (semicolon === -1) {
    return null;
  }
  const entity = fragment.substring(0, semicolon + 1);
  const named = namedHtmlEntities[entity];
  if (named !== void 0) {
    return {
      char: named,
      length: entity.length
    };
  }
  if (fragment.charAt(1) === "#") {
    const body = fragment.substring(2, semicolon);
    const hex = body.charAt(0) === "x" || body.charAt(0) === "X";
    const digits = hex ? body.substring(1) : body;
    if (digits.length > 0) {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      if (!Number.isNaN(code) && code >= 0 && code <= 1114111) {
        return {
          char: String.fromCodePoint(code),
          length: entity.length
        };
      }
    }
  }
  return null;
}
function isDoubleQuoteEntity(match) {
  return match !== null && match.char === '"';
}
function isSingleQuoteEntity(match) {
  return match !== null && match.char === "'";
}
function countOccurrences(text2, char) {
  let count2 = 0;
  for (let i = 0; i < text2.length; i++) {
    if (text2.charAt(i) === char) {
      count2++;
    }
  }
  return count2;
}
function isInsideUnclosedBracket(text2, closeChar) {
  switch (closeChar) {
    case ")":
      return countOccurrences(text2, "(") > countOccurrences(text2, ")");
    case "]":
      return countOccurrences(text2, "[") > countOccurrences(text2, "]");
    case "}":
      return countOccurrences(text2, "{") > countOccurrences(text2, "}");
    default:
      return false;
  }
}

// node_modules/jsonrepair/lib/esm/regular/jsonrepair.js
var controlCharacters = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "	": "\\t"
};
var escapeCharacters = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	"
  // note that \u is handled separately in parseString()
};
function jsonrepair(text2) {
  let i = 0;
  let output = "";
  parseMarkdownCodeBlock(["```", "[```", "{```"]);
  const processed = parseValue();
  if (!processed) {
    throwUnexpectedEnd();
  }
  parseMarkdownCodeBlock(["```", "```]", "```}"]);
  const processedComma = parseCharacter(",");
  if (processedComma) {
    parseWhitespaceAndSkipComments();
  }
  if (isStartOfValue(text2[i]) && endsWithCommaOrNewline(output)) {
    if (!processedComma) {
      output = insertBeforeLastWhitespace(output, ",");
    }
    parseNewlineDelimitedJSON();
  } else if (processedComma) {
    output = stripLastOccurrence(output, ",");
  }
  while (text2[i] === "}" || text2[i] === "]") {
    i++;
    parseWhitespaceAndSkipComments();
  }
  if (i >= text2.length) {
    return output;
  }
  throwUnexpectedCharacter();
  function parseValue() {
    parseWhitespaceAndSkipComments();
    const processed2 = parseObject() || parseArray() || parseString() || parseNumber() || parseKeywords() || parseUnquotedString(false) || parseRegex();
    parseWhitespaceAndSkipComments();
    return processed2;
  }
  function parseWhitespaceAndSkipComments() {
    let skipNewline = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : true;
    const start = i;
    let changed = parseWhitespace(skipNewline);
    do {
      changed = parseComment();
      if (changed) {
        changed = parseWhitespace(skipNewline);
      }
    } while (changed);
    return i > start;
  }
  function parseWhitespace(skipNewline) {
    const _isWhiteSpace = skipNewline ? isWhitespace : isWhitespaceExceptNewline;
    let whitespace = "";
    while (true) {
      if (_isWhiteSpace(text2, i)) {
        whitespace += text2[i];
        i++;
      } else if (isSpecialWhitespace(text2, i)) {
        whitespace += " ";
        i++;
      } else {
        break;
      }
    }
    if (whitespace.length > 0) {
      output += whitespace;
      return true;
    }
    return false;
  }
  function parseComment() {
    if (text2[i] === "/" && text2[i + 1] === "*") {
      while (i < text2.length && !atEndOfBlockComment(text2, i)) {
        i++;
      }
      i += 2;
      return true;
    }
    if (text2[i] === "/" && text2[i + 1] === "/") {
      while (i < text2.length && text2[i] !== "\n") {
        i++;
      }
      return true;
    }
    return false;
  }
  function parseMarkdownCodeBlock(blocks) {
    if (skipMarkdownCodeBlock(blocks)) {
      if (isFunctionNameCharStart(text2[i])) {
        while (i < text2.length && isFunctionNameChar(text2[i])) {
          i++;
        }
      }
      parseWhitespaceAndSkipComments();
      return true;
    }
    return false;
  }
  function skipMarkdownCodeBlock(blocks) {
    parseWhitespace(true);
    for (const block of blocks) {
      const end = i + block.length;
      if (text2.slice(i, end) === block) {
        i = end;
        return true;
      }
    }
    return false;
  }
  function parseCharacter(char) {
    if (text2[i] === char) {
      output += text2[i];
      i++;
      return true;
    }
    return false;
  }
  function skipCharacter(char) {
    if (text2[i] === char) {
      i++;
      return true;
    }
    return false;
  }
  function skipEscapeCharacter() {
    return skipCharacter("\\");
  }
  function skipEllipsis() {
    parseWhitespaceAndSkipComments();
    if (text2[i] === "." && text2[i + 1] === "." && text2[i + 2] === ".") {
      i += 3;
      parseWhitespaceAndSkipComments();
      skipCharacter(",");
      return true;
    }
    return false;
  }
  function parseObject() {
    if (text2[i] === "{") {
      output += "{";
      i++;
      parseWhitespaceAndSkipComments();
      if (skipCharacter(",")) {
        parseWhitespaceAndSkipComments();
      }
      let initial = true;
      while (i < text2.length && text2[i] !== "}") {
        let processedComma2;
        if (!initial) {
          processedComma2 = parseCharacter(",");
          if (!processedComma2) {
            output = insertBeforeLastWhitespace(output, ",");
          }
          parseWhitespaceAndSkipComments();
        } else {
          processedComma2 = true;
        }
        skipEllipsis();
        const processedKey = parseString() || parseUnquotedString(true);
        if (!processedKey) {
          if (text2[i] === "}" || text2[i] === "{" || text2[i] === "]" || text2[i] === "[" || text2[i] === void 0) {
            if (!initial) {
              output = stripLastOccurrence(output, ",");
            }
          } else {
            throwObjectKeyExpected();
          }
          break;
        }
        parseWhitespaceAndSkipComments();
        const processedColon = parseCharacter(":");
        const truncatedText = i >= text2.length;
        if (!processedColon) {
          if (isStartOfValue(text2[i]) || truncatedText) {
            output = insertBeforeLastWhitespace(output, ":");
          } else {
            throwColonExpected();
          }
        }
        const processedValue = parseValue();
        if (!processedValue) {
          if (processedColon || truncatedText) {
            output += "null";
          } else {
            throwColonExpected();
          }
        }
        initial = false;
      }
      if (text2[i] === "}") {
        output += "}";
        i++;
      } else {
        output = insertBeforeLastWhitespace(output, "}");
      }
      return true;
    }
    return false;
  }
  function parseArray() {
    if (text2[i] === "[") {
      output += "[";
      i++;
      parseWhitespaceAndSkipComments();
      if (skipCharacter(",")) {
        parseWhitespaceAndSkipComments();
      }
      let initial = true;
      while (i < text2.length && text2[i] !== "]") {
        if (!initial) {
          const processedComma2 = parseCharacter(",");
          if (!processedComma2) {
            output = insertBeforeLastWhitespace(output, ",");
          }
        }
        skipEllipsis();
        const processedValue = parseValue();
        if (!processedValue) {
          if (!initial) {
            output = stripLastOccurrence(output, ",");
          }
          break;
        }
        initial = false;
      }
      if (text2[i] === "]") {
        output += "]";
        i++;
      } else {
        output = insertBeforeLastWhitespace(output, "]");
      }
      return true;
    }
    return false;
  }
  function parseNewlineDelimitedJSON() {
    let initial = true;
    let processedValue = true;
    while (processedValue) {
      if (!initial) {
        const processedComma2 = parseCharacter(",");
        if (!processedComma2) {
          output = insertBeforeLastWhitespace(output, ",");
        }
      } else {
        initial = false;
      }
      processedValue = parseValue();
    }
    if (!processedValue) {
      output = stripLastOccurrence(output, ",");
    }
    output = `[
${output}
]`;
  }
  function parseString() {
    let stopAtDelimiter = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : false;
    let stopAtIndex = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : -1;
    const skipEscapeChars = text2[i] === "\\";
    if (skipEscapeChars) {
      i++;
      if (!isQuote(text2[i])) {
        throwUnexpectedCharacter();
      }
    }
    const openEntity = text2[i] === "&" ? matchHtmlEntity(text2.slice(i, i + maxHtmlEntityLength)) : null;
    const openedByEntity = isDoubleQuoteEntity(openEntity) || isSingleQuoteEntity(openEntity);
    if (isQuote(text2[i]) || openedByEntity) {
      const isEndQuote = isDoubleQuote(text2[i]) ? isDoubleQuote : isSingleQuote(text2[i]) ? isSingleQuote : isSingleQuoteLike(text2[i]) ? isSingleQuoteLike : isDoubleQuoteLike;
      const iBefore = i;
      const oBefore = output.length;
      let str = '"';
      i += openedByEntity && openEntity ? openEntity.length : 1;
      while (true) {
        if (i >= text2.length) {
          const iPrev = prevNonWhitespaceIndex(i - 1);
          if (!stopAtDelimiter && isDelimiter(text2.charAt(iPrev))) {
            i = iBefore;
            output = output.substring(0, oBefore);
            return parseString(true);
          }
          str = insertBeforeLastWhitespace(str, '"');
          output += str;
          return true;
        }
        if (i === stopAtIndex) {
          str = insertBeforeLastWhitespace(str, '"');
          output += str;
          return true;
        }
        const entity = openedByEntity && text2[i] === "&" ? matchHtmlEntity(text2.slice(i, i + maxHtmlEntityLength)) : null;
        const isEnd = entity && openEntity ? entity.char === openEntity.char : isEndQuote(text2[i]);
        if (isEnd) {
          const iQuote = i;
          const oQuote = str.length;
          str += '"';
          i += entity ? entity.length : 1;
          output += str;
          parseWhitespaceAndSkipComments(false);
          if (stopAtDelimiter || i >= text2.length || isDelimiter(text2[i]) && // only count the brackets inside the string when actually needed,
          // i.e. when the quote is directly followed by a closing bracket
          !isInsideUnclosedBracket(str, text2[i]) || isQuote(text2[i]) && !nextQuoteIsEndQuote(i) || isDigit(text2[i])) {
            parseConcatenatedString();
            return true;
          }
          if (text2[i] === "\\") {
            throwUnexpectedCharacter();
          }
          const iPrevChar = prevNonWhitespaceIndex(iQuote - 1);
          const prevChar = text2.charAt(iPrevChar);
          if (prevChar === ",") {
            i = iBefore;
            output = output.substring(0, oBefore);
            return parseString(false, iPrevChar);
          }
          if (isDelimiter(prevChar)) {
            i = iBefore;
            output = output.substring(0, oBefore);
            return parseString(true);
          }
          output = output.substring(0, oBefore);
          i = iQuote + (entity ? entity.length : 1);
          str = `${str.substring(0, oQuote)}\\${str.substring(oQuote)}`;
        } else if (stopAtDelimiter && isUnquotedStringDelimiter(text2[i])) {
          if (text2[i - 1] === ":" && regexUrlStart.test(text2.substring(iBefore + 1, i + 2))) {
            while (i < text2.length && regexUrlChar.test(text2[i])) {
              str += text2[i];
              i++;
            }
          }
          str = insertBeforeLastWhitespace(str, '"');
          output += str;
          parseConcatenatedString();
          return true;
        } else if (entity) {
          const char = entity.char;
          if (char === '"') {
            str += '\\"';
          } else if (isControlCharacter(char)) {
            str += controlCharacters[char];
          } else {
            str += char;
          }
          i += entity.length;
        } else if (text2[i] === "\\") {
          const char = text2.charAt(i + 1);
          const escapeChar = escapeCharacters[char];
          if (escapeChar !== void 0) {
            str += text2.slice(i, i + 2);
            i += 2;
          } else if (char === "u") {
            let j = 2;
            while (j < 6 && isHex(text2[i + j])) {
              j++;
            }
            if (j === 6) {
              str += text2.slice(i, i + 6);
              i += 6;
            } else if (i + j >= text2.length) {
              i = text2.length;
            } else {
              throwInvalidUnicodeCharacter();
            }
          } else if (char === "\n") {
            str += "\\n";
            i += 2;
          } else {
            str += char;
            i += 2;
          }
        } else {
          const char = text2.charAt(i);
          if (char === '"' && text2[i - 1] !== "\\") {
            str += `\\${char}`;
            i++;
          } else if (isControlCharacter(char)) {
            str += controlCharacters[char];
            i++;
          } else {
            if (!isValidStringCharacter(char)) {
              throwInvalidCharacter(char);
            }
            str += char;
            i++;
          }
        }
        if (skipEscapeChars) {
          skipEscapeCharacter();
        }
      }
    }
    return false;
  }
  function parseConcatenatedString() {
    let processed2 = false;
    parseWhitespaceAndSkipComments();
    while (text2[i] === "+") {
      processed2 = true;
      i++;
      parseWhitespaceAndSkipComments();
      output = stripLastOccurrence(output, '"', true);
      const start = output.length;
      const parsedStr = parseString();
      if (parsedStr) {
        output = removeAtIndex(output, start, 1);
      } else {
        output = insertBeforeLastWhitespace(output, '"');
      }
    }
    return processed2;
  }
  function parseNumber() {
    const start = i;
    let num = "";
    let invalid2 = false;
    if (text2[i] === "-") {
      num += text2[i];
      i++;
      if (!isDigit(text2[i]) && atEndOfNumber()) {
        num += "0";
      }
    }
    if (text2[i] === "0" && isDigit(text2[i + 1])) {
      invalid2 = true;
    }
    while (isDigit(text2[i])) {
      num += text2[i];
      i++;
    }
    if (text2[i] === ".") {
      if (num === "" || num === "-") {
        num += "0";
      }
      num += text2[i];
      i++;
      if (!isDigit(text2[i])) {
        num += "0";
      }
      while (isDigit(text2[i])) {
        num += text2[i];
        i++;
      }
    }
    if (i > start) {
      if (text2[i] === "e" || text2[i] === "E") {
        if (num === "-") {
          invalid2 = true;
        }
        num += text2[i];
        i++;
        if (text2[i] === "-" || text2[i] === "+") {
          num += text2[i];
          i++;
        }
        if (!isDigit(text2[i])) {
          num += "0";
        }
        while (isDigit(text2[i])) {
          num += text2[i];
          i++;
        }
      }
      if (!atEndOfNumber()) {
        i = start;
        return false;
      }
      output += invalid2 ? `"${text2.substring(start, i)}"` : num;
      return true;
    }
    return false;
  }
  function parseKeywords() {
    return parseKeyword("true", "true") || parseKeyword("false", "false") || parseKeyword("null", "null") || // repair Python keywords True, False, None
    parseKeyword("True", "true") || parseKeyword("False", "false") || parseKeyword("None", "null");
  }
  function parseKeyword(name, value) {
    if (text2.slice(i, i + name.length) === name && !isFunctionNameChar(text2[i + name.length])) {
      output += value;
      i += name.length;
      return true;
    }
    return false;
  }
  function parseUnquotedString(isKey) {
    const start = i;
    if (isFunctionNameCharStart(text2[i])) {
      while (i < text2.length && isFunctionNameChar(text2[i])) {
        i++;
      }
      let j = i;
      while (isWhitespace(text2, j)) {
        j++;
      }
      if (text2[j] === "(") {
        i = j + 1;
        parseValue();
        if (text2[i] === ")") {
          i++;
          if (text2[i] === ";") {
            i++;
          }
        }
        return true;
      }
    }
    while (i < text2.length && !isUnquotedStringDelimiter(text2[i]) && !isQuote(text2[i]) && (!isKey || text2[i] !== ":")) {
      i++;
    }
    if (text2[i - 1] === ":" && regexUrlStart.test(text2.substring(start, i + 2))) {
      while (i < text2.length && regexUrlChar.test(text2[i])) {
        i++;
      }
    }
    if (i > start) {
      while (isWhitespace(text2, i - 1) && i > 0) {
        i--;
      }
      const symbol = text2.slice(start, i);
      output += symbol === "undefined" ? "null" : JSON.stringify(symbol);
      if (text2[i] === '"') {
        i++;
      }
      return true;
    }
  }
  function parseRegex() {
    if (text2[i] === "/") {
      const start = i;
      i++;
      while (i < text2.length && (text2[i] !== "/" || text2[i - 1] === "\\")) {
        i++;
      }
      i++;
      output += JSON.stringify(text2.substring(start, i));
      return true;
    }
  }
  function prevNonWhitespaceIndex(start) {
    let prev = start;
    while (prev > 0 && isWhitespace(text2, prev)) {
      prev--;
    }
    return prev;
  }
  function nextQuoteIsEndQuote(index) {
    let next = index + 1;
    while (next < text2.length && isWhitespace(text2, next)) {
      next++;
    }
    return next >= text2.length || isDelimiter(text2[next]);
  }
  function atEndOfNumber() {
    return i >= text2.length || isDelimiter(text2[i]) || isWhitespace(text2, i);
  }
  function throwInvalidCharacter(char) {
    throw new JSONRepairError(`Invalid character ${JSON.stringify(char)}`, i);
  }
  function throwUnexpectedCharacter() {
    throw new JSONRepairError(`Unexpected character ${JSON.stringify(text2[i])}`, i);
  }
  function throwUnexpectedEnd() {
    throw new JSONRepairError("Unexpected end of json string", text2.length);
  }
  function throwObjectKeyExpected() {
    throw new JSONRepairError("Object key expected", i);
  }
  function throwColonExpected() {
    throw new JSONRepairError("Colon expected", i);
  }
  function throwInvalidUnicodeCharacter() {
    const chars = text2.slice(i, i + 6);
    throw new JSONRepairError(`Invalid unicode character "${chars}"`, i);
  }
}
function atEndOfBlockComment(text2, i) {
  return text2[i] === "*" && text2[i + 1] === "/";
}

// src/model/json.ts
var MAX_REPAIRED = 5e4;
var MAX_VALUES = 2e4;
var NO_JSON = { ok: false, reason: "it is not JSON" };
function parseReply(text2) {
  const candidates = [text2.trim(), fenced(text2), braced(text2)].filter((one) => one !== null && one !== "");
  for (const read of [strictly, repaired]) {
    for (const candidate of candidates) {
      const parsed = read(candidate);
      if (!parsed.ok) continue;
      return hasMoreThan(MAX_VALUES, parsed.value) ? { ok: false, reason: `it holds more than ${MAX_VALUES} values` } : parsed;
    }
  }
  return NO_JSON;
}
function strictly(text2) {
  try {
    return { ok: true, value: withoutProto(text2 ?? "") };
  } catch {
    return NO_JSON;
  }
}
function repaired(text2) {
  if (text2 === null || text2.length > MAX_REPAIRED || !/^[[{]/.test(text2)) return NO_JSON;
  try {
    return { ok: true, value: withoutProto(jsonrepair(text2)) };
  } catch {
    return NO_JSON;
  }
}
function withoutProto(text2) {
  const value = JSON.parse(text2);
  if (!/__proto__|\\u00/.test(text2)) return value;
  return JSON.parse(text2, (key, member) => key === "__proto__" ? void 0 : member);
}
function fenced(text2) {
  const opener = /^ {0,3}(`{3,}|~{3,})/m.exec(text2);
  const marker = opener?.[1];
  if (marker === void 0) return null;
  const start = text2.indexOf("\n", opener?.index);
  const end = start < 0 ? -1 : text2.indexOf(marker, start);
  return end < 0 ? null : text2.slice(start, end).trim();
}
function braced(text2) {
  const start = text2.search(/[[{]/);
  const end = Math.max(text2.lastIndexOf("}"), text2.lastIndexOf("]"));
  return start >= 0 && end > start ? text2.slice(start, end + 1) : null;
}
function hasMoreThan(most, value) {
  const left = [value];
  let count2 = 1;
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) continue;
    const members = Object.values(next);
    count2 += members.length;
    if (count2 > most) return true;
    left.push(...members);
  }
  return false;
}

// src/model/structured.ts
var KEYWORDS = /* @__PURE__ */ new Set([
  "type",
  "properties",
  "items",
  "enum",
  "const",
  "anyOf",
  "description",
  "$ref",
  "$defs"
]);
var MAX_ISSUES = 10;
var MAX_QUOTED = 2e4;
async function askForObject(request, chat) {
  const format2 = { name: request.name, schema: wireSchema(request.schema) };
  let usage = NO_USAGE;
  const pay = (used) => {
    usage = addUsage(usage, used);
  };
  const ask = async (messages) => {
    const reply = await chat({ ...request, format: format2, messages, onSpent: pay });
    pay(reply.usage);
    return { text: reply.text, checked: check(reply, request.schema) };
  };
  try {
    const first = await ask(request.messages);
    if (first.checked.ok) return { value: first.checked.value, usage };
    const second = await ask(repairTurn(request.messages, first.text, first.checked.issues, format2));
    if (second.checked.ok) return { value: second.checked.value, usage };
    const issues = clean(second.checked.issues, null);
    throw new MalformedReplyError(`The reply is not the value that was asked for: ${issues}.`);
  } catch (error) {
    if (usage !== NO_USAGE) request.onSpent?.(usage);
    throw error;
  }
}
function wireSchema(schema) {
  return slim(toJSONSchema(schema, { unrepresentable: "any" }));
}
function slim(schema) {
  const kept = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!KEYWORDS.has(keyword)) continue;
    if (keyword === "properties" || keyword === "$defs") kept[keyword] = slimMembers(value);
    else if (keyword === "items") kept[keyword] = slim(value);
    else if (keyword === "anyOf") kept[keyword] = value.map(slim);
    else kept[keyword] = value;
  }
  if (kept.type !== "object" && kept.properties === void 0) return kept;
  return { ...kept, required: Object.keys(kept.properties ?? {}), additionalProperties: false };
}
function slimMembers(members) {
  const entries = Object.entries(members);
  return Object.fromEntries(entries.map(([name, member]) => [name, slim(member)]));
}
function check(reply, schema) {
  if (reply.finishReason === "length") throw new MalformedReplyError("The reply was cut at the token limit.");
  const parsed = parseReply(reply.text);
  if (!parsed.ok) return { ok: false, issues: parsed.reason };
  try {
    const result = schema.safeParse(parsed.value);
    return result.success ? { ok: true, value: result.data } : { ok: false, issues: describe(result.error) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, issues: "it is nested too deeply" };
    throw error;
  }
}
function describe({ issues }) {
  const lines = issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
    const where = path.map(String).join(".");
    return where === "" ? message : `${where}: ${message}`;
  });
  const more = issues.length - lines.length;
  return more > 0 ? `${lines.join("; ")}; and ${more} more` : lines.join("; ");
}
function repairTurn(messages, reply, issues, format2) {
  const question = [
    `That does not fit: ${clean(issues, null)}.`,
    "Answer again with the corrected JSON and nothing else. It must fit this JSON Schema:",
    JSON.stringify(format2.schema)
  ].join("\n");
  return [
    ...messages,
    { role: "assistant", content: reply.slice(0, MAX_QUOTED).toWellFormed() || "(nothing)" },
    { role: "user", content: question }
  ];
}

// src/model/openai.ts
function createModel(options) {
  const settings = readSettings(options);
  const chat = createChat(settings);
  return {
    nameOf: (purpose) => settings.models[purpose],
    streamText: (request) => chat({ ...request, format: null }),
    object: (request) => askForObject(request, chat),
    cost: (purpose, tokens) => {
      const price = settings.endpoint.isLocal ? null : priceOf(settings.models[purpose]);
      return price === null ? null : costOf(price, tokens);
    }
  };
}
export {
  createModel
};
