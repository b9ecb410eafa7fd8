import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysIn } from '../../src/github/api/key-patterns.js';
import { createSecrets, inAllTexts } from '../../src/github/api/secrets.js';
import { renderSummary } from '../../src/report/summary.js';
import { view } from '../report/views.js';
import { cpuTime } from '../support/cpu-time.js';

const TOKEN = 'ghs_9pQ2vX7mL4kT1wZ8rN5bH3cJ6dF0gYsAeU2i';
/** With what JSON, URLs and markdown each write otherwise. */
const KEY = 'k3y"with\\odd/chars+and_more&*~9Zq';
const secrets = createSecrets([TOKEN, KEY]);

/** What others do to a secret before it turns up in a text. */
const ENCODINGS: Record<string, (secret: string) => string> = {
  'as it is': (secret) => secret,
  'base64, first alignment': (secret) => Buffer.from(`abc${secret}xyz`).toString('base64'),
  'base64, second alignment': (secret) => Buffer.from(`ab${secret}xyz`).toString('base64'),
  'base64, third alignment': (secret) => Buffer.from(`a${secret}xyz`).toString('base64'),
  'base64 alone': (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(`user:${secret}`).toString('base64url'),
  'URL-encoded': encodeURIComponent,
  'URL-encoded in small letters': (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  hexadecimal: (secret) => Buffer.from(secret).toString('hex'),
  'hexadecimal in capitals': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  JSON: (secret) => JSON.stringify({ secret }),
  'escaped for markdown': (secret) => secret.replace(/[\\`*_[\]~|$#]/g, '\\$&'),
  'broken by code spans': (secret) => `${secret.slice(0, 9)}\`${secret.slice(9, 20)}\`${secret.slice(20)}`,
};
/** What may stand in front: a letter of an escape, a colour, a word. */
const PREFIXES = ['', ' ', '\n', '\\n', '\u001b[31m', 'x', '=', '"', '/'];

let drawn = 0;

/** Other bytes at each call, and the same ones in each run: of a thousand keys, one looks like no key. */
function nextBytes(length: number): Buffer {
  drawn += 1;
  return createHash('shake256', { outputLength: length }).update(String(drawn)).digest();
}

/** Made here each time, so that no file of this project holds anything that looks like a key. */
function random(length: number, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  // Every 6th a digit, so that no unlucky draw has none.
  return Array.from(nextBytes(length), (byte, at) =>
    at % 6 === 5 && /\d/.test(alphabet) ? String(byte % 8) : alphabet[byte % alphabet.length],
  ).join('');
}

const KEYS: Record<string, () => string> = {
  'sk-': () => `sk-${random(48)}`,
  'sk- in hexadecimal': () => `sk-${random(32, '0123456789abcdef')}`,
  'sk-proj-': () => `sk-proj-${random(74)}_${random(70)}-${random(8)}`,
  'sk-ant-': () => `sk-ant-api03-${random(93)}-${random(6)}AA`,
  'sk-or-': () => `sk-or-v1-${random(64, '0123456789abcdef')}`,
  gsk_: () => `gsk_${random(52)}`,
  ghp_: () => `ghp_${random(36)}`,
  gho_: () => `gho_${random(36)}`,
  ghu_: () => `ghu_${random(36)}`,
  ghs_: () => `ghs_${random(52)}`,
  ghr_: () => `ghr_${random(76)}`,
  github_pat_: () => `github_pat_${random(22)}_${random(59)}`,
  AKIA: () => `AKIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  ASIA: () => `ASIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  'xoxb-': () => `xoxb-27${random(10, '0123456789')}-98${random(11, '0123456789')}-${random(24)}`,
  'xoxp-': () => `xoxp-27${random(10, '0123456789')}-98${random(10, '0123456789')}-${random(32)}`,
  'glpat-': () => `glpat-${random(20)}`,
  AIza: () => `AIza${random(35)}`,
  npm_: () => `npm_${random(36)}`,
  'a private key': () =>
    `-----BEGIN RSA PRIVATE KEY-----\n${random(64)}\n${random(64)}\n${random(20)}==\n-----END RSA PRIVATE KEY-----`,
  'a private key in a string': () =>
    `-----BEGIN PRIVATE KEY-----\\n${random(64)}\\n${random(64)}\\n-----END PRIVATE KEY-----\\n`,
  'a private key that was cut': () => `-----BEGIN OPENSSH PRIVATE KEY-----\n${random(70)}\n${random(29)}`,
};
const jsonWebToken = () =>
  [{ alg: 'HS256' }, { sub: random(12), iat: 1 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(random(43))
    .join('.');

const HARMLESS = [
  'AKIAIOSFODNN7EXAMPLE',
  'sk-your-key-here',
  'sk-...',
  'OPENAI_API_KEY=sk-your-openai-api-key-goes-here-0000',
  'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789',
  'sk-1234567890abcdef1234567890abcdef',
  `ghp_${'x'.repeat(36)}`,
  'ghp_yourPersonalAccessToken000000000000000000',
  'github_pat_11EXAMPLE0000000000000000_0000000000000000000000000000',
  'xoxb-your-token-goes-here-please-0000',
  'glpat-xxxxxxxxxxxxxxxxxxxx',
  'risk-assessment-of-the-2024-q1-budget-v2-final',
  'task-manageUserProfileSettings2',
  'class="mask-image-linear-gradient-to-bottom-2"',
  'id="task-550e8400-e29b-41d4-a716-446655440000"',
  'desk-and-disk-and-flask-2024-01-31T10-20-30Z',
  '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  `-----BEGIN PRIVATE KEY-----\n${'x'.repeat(64)}\n-----END PRIVATE KEY-----`,
  '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf\n-----END PUBLIC KEY-----',
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'sha512-q9vMyVhwFkLDUqqhVTjFkyGx1FJzDBqFdjz2YWb5oNVgVgyC5hdOFwLmOWHSPrHtRmOqqxKKUQH0wVnzPnlHYg==',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
];

describe('a secret of the run', () => {
  const rows = Object.entries(ENCODINGS).flatMap(([name, encode]) => [
    { name: `the token ${name}`, text: encode(TOKEN), secret: TOKEN },
    { name: `the key ${name}`, text: encode(KEY), secret: KEY },
  ]);

  test.each(rows)('S47 S64 $name is redacted, whatever stands around it, and is in no file', ({ text }) => {
    for (const prefix of PREFIXES) {
      const redacted = secrets.redact(`Look: ${prefix}${text} and on`);
      expect(redacted).toContain('[redacted]');
      // What is left is what stood around it: at most three characters of an encoded neighbour at each end.
      expect(redacted.replace(/\[redacted\]/g, '').length).toBeLessThan(`Look: ${prefix} and on`.length + 24);
      expect(redacted.endsWith(' and on')).toBe(true);
      expect(secrets.refuseContent(`const a = "${prefix}${text}";\n`)).toBe(
        "the file holds this run's own token or key",
      );
    }
  });

  test('S47 is redacted where a text was cut in the middle of it', () => {
    for (let length = 16; length < TOKEN.length; length += 1) {
      expect(secrets.redact(`Wrong token ${TOKEN.slice(0, length)}…`)).toBe('Wrong token [redacted]…');
    }
  });

  test('S64 is masked in all its forms', () => {
    expect(secrets.forms).toEqual(
      expect.arrayContaining(
        [TOKEN, KEY, encodeURIComponent(KEY), Buffer.from(TOKEN).toString('base64').slice(0, -4)].map(
          (form) => expect.stringContaining(form),
        ),
      ),
    );
    expect(Math.min(...secrets.forms.map((form) => form.length))).toBeGreaterThanOrEqual(8);
  });

  test('S47 words that stand where a key is asked for are none', () => {
    const local = createSecrets(['ollama', 'none', 'lm-studio', 'sk-no-key-required', '', undefined]);
    expect(local.forms).toEqual([]);
    const text = 'Run ollama or lm-studio; the key is sk-no-key-required, none else.';
    expect(local.redact(text)).toBe(text);
    expect(local.refuseContent(text)).toBeNull();
  });

  test('S47 whatever it is, no encoding of it is left in any text', () => {
    const secret = fc.stringMatching(/^[\x21-\x7e]{12,60}\d$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (own, before, after) => {
        const { redact } = createSecrets([own]);
        for (const form of [own, encodeURIComponent(own), Buffer.from(own).toString('hex')]) {
          expect(redact(`${before} ${form} ${after}`)).not.toContain(form);
        }
        const packed = Buffer.from(before + own + after).toString('base64');
        const seen = Buffer.from(redact(packed).split('[redacted]').join(' '), 'base64').toString();
        expect(seen).not.toContain(own);
      }),
    );
  });
});

describe('a key of some service', () => {
  const kinds = [...Object.entries(KEYS), ['a JSON Web Token', jsonWebToken] as const];

  test.each(kinds)('S47 %s is redacted in a text, with nothing but itself', (_, make) => {
    for (const prefix of PREFIXES) {
      const key = make();
      const redacted = secrets.redact(`Use ${prefix}${key} or not`);
      expect(redacted, key).toMatch(/\[redacted\].{0,3} or not$/s);
      expect(redacted, key).not.toContain(key.slice(-12));
    }
  });

  test.each(Object.entries(KEYS))('S47 %s is in no file', (_, make) => {
    expect(secrets.refuseContent(`key = "${make()}"\n`)).toMatch(/^the file holds what looks like a real /);
  });

  test('S47 a JSON Web Token may stand in a file: tests are full of them', () => {
    expect(secrets.refuseContent(`const expired = '${jsonWebToken()}';\n`)).toBeNull();
  });

  test.each(HARMLESS)('S47 none is seen in %j', (text) => {
    expect(keysIn(text)).toEqual([]);
    expect(secrets.redact(`A ${text} b`)).toBe(`A ${text} b`);
    expect(secrets.refuseContent(text)).toBeNull();
  });

  test('S47 many random keys: all but a few of a thousand are seen', () => {
    for (const make of Object.values(KEYS)) {
      const missed = Array.from({ length: 300 }, make).filter((key) => keysIn(key).length === 0);
      expect(missed.length, missed[0]).toBeLessThan(6);
    }
  });
});

describe('redacting', () => {
  const SEED = [
    'eyJ',
    'sk-',
    'eyJ.',
    'eyJa.eyJ',
    '-----BEGIN PRIVATE KEY-----',
    '-----END',
    'ghp_',
    'A',
    '`',
    '\\',
    '-',
    TOKEN,
  ];

  test.each(SEED)('S47 takes time in proportion to the text: %j a million characters long', (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    const took = cpuTime(() => {
      secrets.redact(text);
      secrets.refuseContent(text);
    });
    expect(took).toBeLessThan(1_500);
  });

  test('S47 changes nothing else, and nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (before, after) => {
        expect(secrets.redact(before + after)).toBe(before + after);
        const once = secrets.redact(`${before} ${TOKEN} ${after}`);
        expect(once).toBe(`${before} [redacted] ${after}`);
        expect(secrets.redact(once)).toBe(once);
      }),
    );
  });

  test('S47 a code span that a key stood in is still closed', () => {
    expect(secrets.redact(`Use \`${TOKEN}\` now`)).toBe('Use `[redacted]` now');
    expect(secrets.redact(`Use \`${TOKEN.slice(0, 9)}\`\`${TOKEN.slice(9)}\` now`)).toBe(
      'Use `[redacted]` now',
    );
  });

  test('S47 reaches every string of a value and keeps the rest', () => {
    const value = { a: TOKEN, b: [1, null, { c: `x ${TOKEN}` }], d: true };
    expect(inAllTexts(value, secrets.redact)).toEqual({
      a: '[redacted]',
      b: [1, null, { c: 'x [redacted]' }],
      d: true,
    });
  });
});

test('S55 the summary of a plan of 3 MB is below 1 MiB, and holds no secret', () => {
  const line = `- \`漢字\` ${TOKEN} and \`${KEY}\` in ${Buffer.from(TOKEN).toString('base64')}\n`;
  const planText = `# App\n\n## Contract\n${line.repeat(3_000_000 / Buffer.byteLength(line))}`;
  expect(Buffer.byteLength(planText)).toBeGreaterThan(2_900_000);
  const text = secrets.redact(renderSummary(view({ planText })));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  expect(text).toContain('[redacted]');
  for (const form of secrets.forms) expect(text).not.toContain(form);
});
