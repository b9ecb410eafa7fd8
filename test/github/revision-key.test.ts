import { expect, test } from 'vitest';
import type { PersonsRemark } from '../../src/github/asked/remarks.js';
import { revisionKey } from '../../src/github/asked/revision-key.js';
import { readSettings, type Settings } from '../../src/github/asked/settings.js';

const inputs = { token: 'ghs_x', 'api-key': 'k', 'base-url': 'http://127.0.0.1:9/v1', model: 'm' };

function settingsOf(more: Record<string, string> = {}): Settings {
  const read = readSettings({ ...inputs, ...more });
  if (read.kind !== 'settings') return expect.fail('no settings');
  return read.settings;
}

const remark = (key: string, text: string): PersonsRemark => ({
  ...{ key, text, author: 'ann', at: '2026-01-01T00:00:00Z', where: null, thread: null },
  said: { kind: 'comment', id: 1 },
});

test('the same remarks on the same commit with the same settings are the same work, and nothing else is', () => {
  const key = revisionKey([remark('c1', 'a')], 'sha', settingsOf());
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(revisionKey([remark('c1', 'a')], 'sha', settingsOf())).toBe(key);
  const others = [
    revisionKey([remark('c1', 'b')], 'sha', settingsOf()),
    revisionKey([remark('c2', 'a')], 'sha', settingsOf()),
    revisionKey([remark('c1', 'a'), remark('c2', 'a')], 'sha', settingsOf()),
    revisionKey([], 'sha', settingsOf()),
    revisionKey([remark('c1', 'a')], 'other', settingsOf()),
    revisionKey([remark('c1', 'a')], 'sha', settingsOf({ model: 'other' })),
    revisionKey([remark('c1', 'a')], 'sha', settingsOf({ instructions: 'Be brief.' })),
    revisionKey([remark('c1', '\ud800')], 'sha', settingsOf()),
  ];
  expect(new Set([key, ...others]).size).toBe(others.length + 1);
});
