import { JSON_WEB_TOKEN, keysIn } from './key-patterns.js';

/** What a run must not give away, and how texts are kept free of it. */
export type Secrets = {
  /** The run's own secrets, as they are and as they are commonly encoded: what the runner has to mask. */
  readonly forms: readonly string[];
  /** A text with every secret of ours and everything that looks like somebody's key replaced by `[redacted]`. */
  readonly redact: (text: string) => string;
  /** Why a file may not be committed, as a clause; null when it may. */
  readonly refuseContent: (content: string) => string | null;
};

type Span = { readonly start: number; readonly end: number };

const REDACTED = '[redacted]';

/**
 * Shorter words that stand where a key is asked for, `ollama` or `none`, are no secret, and are words that an app
 * needs. So is what llama.cpp tells people to write.
 */
const SHORTEST = 8;
const SHORTEST_WITHOUT_DIGIT = 16;
const NO_SECRETS = new Set(['no-key-required', 'sk-no-key-required']);

/** So many characters of a secret count as the whole: a sentence may have been cut in the middle of it. */
const TELLING = 16;

/**
 * Knows a run's own secrets and what keys look like. Own secrets are found as they are, in base64 wherever they
 * stand in the encoded text, URL-encoded, in hexadecimal and escaped for JSON; also where markdown's backslashes
 * and backticks stand between, as the texts that we publish have them.
 *
 * In files, JSON Web Tokens are let through: tests of anything that signs in are full of them, they end by
 * themselves, and one made up is not told from a real one.
 *
 * @param own the token and the key; those that are empty or no secret are left out.
 */
export function createSecrets(own: readonly (string | undefined)[]): Secrets {
  const secrets = own.map((secret) => secret?.trim() ?? '').filter(isSecret);
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const needles = secrets.flatMap(needlesOf);
  const ownIn = (text: string) => needles.flatMap((needle) => spansOf(text, needle));
  return {
    forms,
    redact: (text) => {
      const plain = plainOf(text);
      const found = [...ownIn(plain), ...keysIn(plain)];
      // A plan is looked through with every file: what is clean, as nearly all of it is, needs no table of places.
      if (found.length === 0) return text;
      const at = placesIn(text);
      return replaced(
        text,
        found.map(({ start, end }) => ({ start: at(start), end: at(end - 1) + 1 })),
      );
    },
    refuseContent: (content) => {
      const plain = plainOf(content);
      if (ownIn(plain).length > 0) return "the file holds this run's own token or key";
      const key = keysIn(plain).find(({ kind }) => kind !== JSON_WEB_TOKEN);
      return key === undefined ? null : `the file holds what looks like a real ${key.kind}`;
    },
  };
}

/** A value with a change made to every string in it. */
export function inAllTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => inAllTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inAllTexts(each, change)]));
}

/** Takes secrets out of an error's message. Returns the error. */
export function redactMessage(error: unknown, redact: (text: string) => string): unknown {
  if (error instanceof Error) error.message = redact(error.message);
  return error;
}

function isSecret(text: string): boolean {
  if (NO_SECRETS.has(text)) return false;
  return text.length >= (/\d/.test(text) ? SHORTEST : SHORTEST_WITHOUT_DIGIT);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
  return [
    secret,
    json,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The characters that the bytes alone decide when so many bytes stand before them, and any after them. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

/** What is looked for of one form: the beginning that is enough, and the rest. */
type Needle = { readonly form: string; readonly telling: string };

function needlesOf(secret: string): Needle[] {
  const share = Math.min(1, TELLING / secret.length);
  const plainForms = new Set(formsOf(secret).map(plainOf));
  return [...plainForms].map((form) => ({ form, telling: form.slice(0, Math.ceil(form.length * share)) }));
}

function spansOf(text: string, { form, telling }: Needle): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(telling); start >= 0; ) {
    let length = telling.length;
    while (length < form.length && text[start + length] === form[length]) length += 1;
    spans.push({ start, end: start + length });
    start = text.indexOf(telling, start + length);
  }
  return spans;
}

/** The text without backslashes and backticks. */
function plainOf(text: string): string {
  return text.replace(/[\\`]+/g, '');
}

/** Where in the text each character of `plainOf` stands. */
function placesIn(text: string): (index: number) => number {
  const places = new Int32Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\' || text[index] === '`') continue;
    places[length] = index;
    length += 1;
  }
  return (index) => places[index] ?? text.length;
}

function replaced(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    if (start >= done) result += text.slice(done, start) + REDACTED;
    done = closed(text, Math.max(start, done), end);
  }
  return spans.length === 0 ? text : result + text.slice(done);
}

/** Where a span ends when a code span that began in it is to end in it too. */
function closed(text: string, start: number, end: number): number {
  const ticks = text.slice(start, end).replace(/[^`]/g, '').length;
  return ticks % 2 === 1 && text[end] === '`' ? end + 1 : end;
}
