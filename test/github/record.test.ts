import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGitHub, type GitHub } from '../../src/github/client.js';
import { loadRecord, type RunRecord, saveBlob, saveRecord } from '../../src/github/record.js';
import { startGitHub } from '../support/github/index.js';

let github: GitHub;
let close: () => Promise<void>;

beforeAll(async () => {
  const emulated = await startGitHub();
  close = () => emulated.close();
  github = createGitHub({
    token: emulated.token,
    repository: emulated.repository,
    apiUrl: emulated.url,
    sleep: async () => {},
    now: Date.now,
  });
});

afterAll(() => close());

const RECORD: RunRecord = {
  version: 1,
  plan: '# Zürich 🚀\n\n## Files\n- `a.js`\n',
  files: {},
  committed: ['a.js'],
  usage: { inputTokens: 1, cachedTokens: 0, outputTokens: 2, costUsd: null, estimated: false },
};

describe('a record', () => {
  test.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['an empty file', { 'a.js': '' }],
    [
      'quotes, line ends and every kind of character',
      { 'ü "x".js': 'a\r\n"\\\u0000é漢🚀\ud83d', 'b.js': '\n' },
    ],
    ['a file whose name means something to JavaScript', { constructor: '1', toString: '2' }],
    [
      'many files',
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.js`, `${at}`.repeat(500)])),
    ],
  ])('with %s is read as it was written', async (_, files) => {
    const sha = await saveRecord(github, { ...RECORD, files });
    expect(await loadRecord(github, sha)).toEqual({ ...RECORD, files });
  });

  const json = JSON.stringify(RECORD);
  const packed = gzipSync(json);
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['what is not packed', Buffer.from(json)],
    ['half of one', packed.subarray(0, packed.length / 2)],
    ['a damaged one', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)])],
    ['packed text that is no JSON', gzipSync('x')],
    ['JSON of another form', gzipSync('{"version":2}')],
  ])('is none where there is %s', async (_, bytes) => {
    expect(await loadRecord(github, await saveBlob(github, bytes))).toBeNull();
  });

  test('is none where it would fill the memory, however small it is packed', async () => {
    const part = gzipSync(Buffer.alloc(10_000_000, 'x'));
    const [head = '', tail = ''] = JSON.stringify({ ...RECORD, plan: '…' }).split('…');
    // Members in a row are one text: https://www.rfc-editor.org/rfc/rfc1952#section-2.2
    const of = (parts: number) =>
      Buffer.concat([gzipSync(head), ...Array.from({ length: parts }, () => part), gzipSync(tail)]);
    expect((await loadRecord(github, await saveBlob(github, of(1))))?.plan).toHaveLength(10_000_000);
    expect(await loadRecord(github, await saveBlob(github, of(20)))).toBeNull();
  });

  test('is none where GitHub has no such blob', async () => {
    expect(await loadRecord(github, '0'.repeat(40))).toBeNull();
  });
});
