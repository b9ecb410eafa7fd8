import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/github/branch/place.js';
import { readHouseRules, withHouseRules } from '../../src/github/repository/house-rules.js';

/** Rules of a repository with these files. */
function rulesOf(contents: Record<string, string>, folder = '.') {
  const files = new Map(
    Object.entries(contents).map(([path, text]): [string, Entry] => [
      path,
      { sha: text, mode: '100644', size: text.length },
    ]),
  );
  const read = async (file: Entry | undefined) => ({ exact: null, shown: file?.sha ?? null });
  return readHouseRules({ files, folder, read });
}

describe('house rules', () => {
  test('are those of the four files at the root, ours first', async () => {
    const rules = await rulesOf({
      'CLAUDE.md': 'c',
      'AGENTS.md': 'a',
      '.github/copilot-instructions.md': 'd',
      '.github/smol.md': 's\n',
      'docs/AGENTS.md': 'other',
      'GEMINI.md': 'other',
    });
    expect(rules).toEqual([
      { path: '.github/smol.md', content: 's' },
      { path: 'AGENTS.md', content: 'a' },
      { path: 'CLAUDE.md', content: 'c' },
      { path: '.github/copilot-instructions.md', content: 'd' },
    ]);
  });

  test('of an app in a folder come after those of the repository', async () => {
    const files = { 'AGENTS.md': 'all', 'apps/poll/AGENTS.md': 'poll', 'apps/other/AGENTS.md': 'other' };
    expect(await rulesOf(files, 'apps/poll')).toEqual([
      { path: 'AGENTS.md', content: 'all' },
      { path: 'apps/poll/AGENTS.md', content: 'poll' },
    ]);
  });

  test('that stand under two names count once', async () => {
    expect(await rulesOf({ 'AGENTS.md': 'Tabs.\n', 'CLAUDE.md': 'Tabs.' })).toHaveLength(1);
  });

  test('S12 hold nothing that a reader of them does not see', async () => {
    const [rule] = await rulesOf({ 'AGENTS.md': 'Tabs.<!-- EVIL --> \u200B\u{E0041}\u202EQuotes.' });
    expect(rule?.content).toBe('Tabs. Quotes.');
    expect(await rulesOf({ 'AGENTS.md': '<!-- nothing yet -->\n' })).toEqual([]);
  });

  test('are cut at a line when all together are long', async () => {
    const rules = await rulesOf({
      '.github/smol.md': 's\n'.repeat(9_000),
      'AGENTS.md': 'a rule\n'.repeat(1_000),
    });
    const [first, second] = rules.map(({ content }) => content);
    expect(first).toHaveLength(17_999);
    expect(second).toMatch(/\na rule\n… \(cut here: \d+ more characters\)$/);
    expect(rules.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThan(20_100);
  });

  test('follow the instructions of the workflow', () => {
    const rule = { path: 'AGENTS.md', content: 'Tabs.' };
    expect(withHouseRules('No React.\n', [rule])).toBe('No React.\n\nFrom `AGENTS.md`:\n\nTabs.');
    expect(withHouseRules(null, [rule])).toBe('From `AGENTS.md`:\n\nTabs.');
    expect(withHouseRules('No React.', [])).toBe('No React.');
    expect(withHouseRules(null, [])).toBeUndefined();
  });
});
