/** A piece of a text that looks like a key of some service. */
export type FoundKey = { readonly kind: string; readonly start: number; readonly end: number };

type Pattern = {
  readonly kind: string;
  /** One greedy run after a fixed beginning, so that it is linear. No word boundary: an escape may stand in front. */
  readonly run: RegExp;
  readonly isReal: (key: string, before: string) => boolean;
};

const PATTERNS: readonly Pattern[] = [
  { kind: 'API key', run: /sk-[\w-]{20,}/g, isReal: isApiKey },
  { kind: 'API key', run: /(?:sk_live_|rk_live_|gsk_|xai-|hf_)[A-Za-z0-9]{24,}/g, isReal: isRandom },
  { kind: 'GitHub token', run: /gh[pousr]_\w{36,}/g, isReal: isRandom },
  { kind: 'GitHub token', run: /github_pat_\w{36,}/g, isReal: isRandom },
  { kind: 'GitLab token', run: /glpat-[\w.-]{20,}/g, isReal: isRandom },
  { kind: 'npm token', run: /npm_[A-Za-z0-9]{36,}/g, isReal: isRandom },
  { kind: 'AWS key', run: /A[KS]IA[A-Z0-9]{16}/g, isReal: isVaried },
  { kind: 'Google key', run: /AIza[\w-]{35}/g, isReal: isRandom },
  { kind: 'Slack token', run: /xox[abeprs]-[A-Za-z0-9-]{20,}/g, isReal: isVaried },
];

/** The kind of what `keysIn` finds that test fixtures are full of, and that ends by itself. */
export const JSON_WEB_TOKEN = 'JSON Web Token';

/** What people write where a key would stand. Lower or upper case throughout: a random key has both. */
const STAND_INS = [
  'example',
  'your',
  'placeholder',
  'dummy',
  'fake',
  'sample',
  'redacted',
  'changeme',
  'change-me',
  'replace',
  'insert',
  'secret',
  'test',
  'here',
  'abcdef',
  '123456',
];
const REPEATED = /(.)\1{5}/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Fewer different characters than any random key has. */
const FEWEST_DISTINCT = 8;
/** How often a random key goes from one of small letters, capitals and digits to another, at least: per character. */
const FEWEST_CHANGES = 0.15;
/** A word that ends in "sk" stands in front: what follows must look more like a key than `task-userProfile2` does. */
const FEWEST_DIGITS_AFTER_WORD = 4;

/** The subject `1234567890` of the token that jwt.io shows, and half of all examples with it. */
const EXAMPLE_PAYLOAD = 'eyJzdWIiOiIxMjM0NTY3ODkwIi';
const PART_LENGTH = 8;

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g;
const END = '-----END';
const END_LINE = /-----END [A-Z ]{0,30}-----/y;
/** In characters: one of 16,384 bits has 13,000. */
export const LONGEST_PRIVATE_KEY = 20_000;
const KEY_BODY = /[A-Za-z0-9+/]{32,}/;
const BODY_LINES = /(?:\s*[A-Za-z0-9+/=]{16,})*/y;

/**
 * What looks like a key of a well-known service, with enough chance in it to be a real one: neither
 * `sk-your-key-here` nor `task-…`. Time grows with the length of the text only.
 */
export function keysIn(text: string): FoundKey[] {
  const found: FoundKey[] = [];
  for (const { kind, run, isReal } of PATTERNS) {
    for (const { 0: key, index } of text.matchAll(run)) {
      if (isReal(key, text[index - 1] ?? '')) {
        found.push({ kind, start: index, end: index + key.length });
      }
    }
  }
  return [...found, ...jsonWebTokens(text), ...privateKeys(text)];
}

function isApiKey(key: string, before: string): boolean {
  const body = key.slice('sk-'.length);
  if (!isRandom(body)) return false;
  if (!/[a-z]/i.test(before)) return true;
  return !UUID.test(body) && body.replace(/\D/g, '').length >= FEWEST_DIGITS_AFTER_WORD;
}

function isRandom(key: string): boolean {
  if (!isVaried(key) || !/\d/.test(key)) return false;
  let changes = 0;
  let last = '';
  for (const character of key) {
    const kind = kindOf(character);
    if (last !== '' && kind !== '' && kind !== last) changes += 1;
    last = kind;
  }
  return changes >= key.length * FEWEST_CHANGES;
}

function isVaried(key: string): boolean {
  if (new Set(key).size < FEWEST_DISTINCT || REPEATED.test(key)) return false;
  return !STAND_INS.some((word) => key.includes(word) || key.includes(word.toUpperCase()));
}

function kindOf(character: string): 'small' | 'capital' | 'digit' | '' {
  if (character >= 'a' && character <= 'z') return 'small';
  if (character >= 'A' && character <= 'Z') return 'capital';
  return character >= '0' && character <= '9' ? 'digit' : '';
}

function jsonWebTokens(text: string): FoundKey[] {
  return [...text.matchAll(/eyJ[\w.-]+/g)].flatMap(({ 0: run, index }) => {
    const parts = run.split('.');
    const isToken = parts.some(
      (payload, at) =>
        payload.startsWith('eyJ') &&
        !payload.startsWith(EXAMPLE_PAYLOAD) &&
        payload.length >= PART_LENGTH &&
        (parts[at - 1]?.length ?? 0) >= PART_LENGTH &&
        (parts[at + 1]?.length ?? 0) >= PART_LENGTH,
    );
    return isToken ? [{ kind: JSON_WEB_TOKEN, start: index, end: index + run.length }] : [];
  });
}

/** Private keys with what makes them one: `-----BEGIN PRIVATE KEY-----` and an ellipsis is none. */
function privateKeys(text: string): FoundKey[] {
  const found: FoundKey[] = [];
  let covered = 0;
  let next = -1;
  for (const { 0: begin, index } of text.matchAll(PRIVATE_KEY)) {
    if (index < covered) continue;
    const from = index + begin.length;
    if (next !== Number.POSITIVE_INFINITY && next < from) {
      const at = text.indexOf(END, from);
      next = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    covered =
      next - from <= LONGEST_PRIVATE_KEY ? endOf(END_LINE, text, next) : endOf(BODY_LINES, text, from);
    const body = KEY_BODY.exec(text.slice(from, covered))?.[0];
    if (body === undefined || !isVaried(body.slice(0, 64))) continue;
    found.push({ kind: 'private key', start: index, end: covered });
  }
  return found;
}

function endOf(run: RegExp, text: string, from: number): number {
  run.lastIndex = from;
  return from + (run.exec(text)?.[0].length ?? 0);
}
