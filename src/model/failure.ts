/**
 * What a failed call tells, read from whatever was thrown. The classes of the `openai` package are not
 * imported (it loads late); errors are known by their fields.
 */
export type Failure = {
  /** HTTP status; also the one that some servers put into an error inside a stream. Null without an answer. */
  readonly status: number | null;
  /** Lower-case `code` and `type` of the server's error object. */
  readonly codes: readonly string[];
  readonly param: string | null;
  /** The server's own words, raw: for matching, not for showing. Empty when it said nothing. */
  readonly words: string;
  readonly headers: Headers | null;
  /** Code of a failed connection or TLS handshake, such as `ECONNREFUSED`. */
  readonly networkCode: string | null;
};

/** Characters of a server's message that are read at all; more is noise or an attack. */
const MAX_WORDS = 4_000;
const MAX_SHOWN = 200;
const CAUSE_DEPTH = 6;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a failure. Never throws, whatever it is given. */
export function readFailure(error: unknown): Failure {
  const outer = fields(error);
  const body = fields(outer.error);
  const code = body.code ?? outer.code;
  return {
    status: status(outer.status) ?? status(code) ?? status(body.status),
    codes: [code, body.type ?? outer.type, body.status]
      .filter((value) => typeof value === 'string')
      .map((value) => value.toLowerCase()),
    param: text(body.param) ?? text(outer.param),
    words: serverWords(outer, body).slice(0, MAX_WORDS),
    headers: outer.headers instanceof Headers ? outer.headers : null,
    networkCode:
      causes(error)
        .map((cause) => text(fields(cause).code))
        .find((found) => found !== null && /^[A-Z][A-Z0-9_]+$/.test(found)) ?? null,
  };
}

/** The error itself and what it says caused it, outermost first. */
export function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let current = error; current !== undefined && chain.length < CAUSE_DEPTH; ) {
    chain.push(current);
    current = fields(current).cause;
  }
  return chain;
}

/**
 * A server's words, fit to be shown: one line, 200 characters at most, nothing in them that looks like a key.
 *
 * @param secret the key in use; masked wherever it stands.
 * @example clean('Wrong key sk-proj-abcdefgh1234\nsorry', null) === 'Wrong key *** sorry'
 */
export function clean(words: string, secret: string | null): string {
  const known = secret === null || secret.length < 4 ? words : words.replaceAll(secret, '***');
  const line = known
    .slice(0, MAX_WORDS)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\b(bearer|basic)\s+[^\s"']+/gi, '$1 ***')
    .replace(/\b(sk|pk|rk|gsk|xai|key|ghp|gho|ghs|ghu|ghr|github_pat|hf|pplx|nvapi)[-_][\w*.-]{6,}/gi, '***')
    .replace(/\bAIza[\w-]{10,}/g, '***')
    // Long runs with a digit in them: keys without a prefix, tokens, request ids.
    .replace(/[\w+/=-]{32,}/g, (run) => (/\d/.test(run) ? '***' : run))
    .trim();
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1).toWellFormed()}…`;
}

/** The members of an object; none of anything else. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function status(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 300 && number <= 599 ? number : null;
}

/** OpenAI sends `error.message`, others `error` as a string, `detail` or `message`. */
function serverWords(outer: Fields, body: Fields): string {
  const found = text(body.message) ?? text(outer.error) ?? text(body.detail);
  if (found !== null) return found;
  const own = text(outer.message) ?? '';
  // The package's own text: the status, then the body.
  return own.replace(/^\d{3}( status code \(no body\)| |$)/, '');
}
