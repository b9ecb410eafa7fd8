import { describe, expect, test } from 'vitest';
import { KeyRejectedError, RateLimitedError } from '../../src/model/errors.js';
import * as problems from '../../src/report/problems.js';

const at = { settingsUrl: 'https://github.com/o/r/settings' };

const ALL = [
  problems.missingInput('api-key', 'with:\n  api-key: x'),
  problems.malformedInput('max-files', 'many', 'a whole number'),
  problems.malformedInput('prompt', '', 'some text'),
  problems.unknownInput('modle', 'model'),
  problems.unknownInput('xyz'),
  problems.missingPermission('pull-requests'),
  problems.missingPermission('contents', false),
  problems.pullRequestsForbidden({ ...at, compareUrl: 'https://github.com/o/r/compare/a...b' }),
  problems.emptyRepository({ url: 'https://github.com/o/r' }),
  problems.archivedRepository(),
  problems.issuesDisabled(at),
  problems.issueMissing(7),
  problems.baseMissing('trunk'),
  problems.notAllowed({ login: 'eve', permission: 'read' }),
  problems.notAllowed({ login: 'eve', permission: 'none' }),
  problems.permissionUnknown('eve'),
  problems.emptyPrompt(),
  problems.badToken(),
  problems.repositoryNotFound({ owner: 'o', repo: 'r' }),
  problems.rateLimited({ resetAt: Date.UTC(2026, 0, 1, 9, 5) }),
  problems.githubUnavailable(),
  problems.branchTaken({ branch: 'smol/issue-1' }),
  problems.branchMoved({ branch: 'smol/issue-1' }),
  problems.rulesetRefused({ message: 'Commits must have verified signatures' }),
  problems.modelProblem(new KeyRejectedError('The endpoint rejected the key.'), at),
  problems.modelProblem(new RateLimitedError('The endpoint asked to slow down.'), at),
  problems.planUnreadable(),
  problems.tooManyFiles({ planned: 130, max: 100 }),
  problems.budgetTooSmall({ message: 'The next call would cost more than $2.00' }),
  problems.filesFailed({ failed: ['a.js'], total: 9 }),
  problems.filesFailed({ failed: ['a.js', 'b.js'], total: 9 }),
  problems.deadlinePassed({ minutes: 20 }),
  problems.cancelled(),
  problems.unexpected(new Error('Boom')),
];

describe('problems', () => {
  test('say what happened and what to do next', () => {
    const sentences = ALL.map(({ what, next }) => `${what}\n  → ${next}`).join('\n');
    expect(sentences).toMatchInlineSnapshot();
  });

  test('are whole sentences on one line', () => {
    for (const { what, next } of ALL) {
      expect(what).toMatch(/^[A-Z`].*\.$/);
      expect(next).toMatch(/^[A-Z].*\.$/);
      expect(what + next).not.toContain('\n');
    }
  });

  test('show the lines that are missing', () => {
    expect(problems.missingPermission('issues').snippet?.text).toBe(
      'permissions:\n  contents: write\n  issues: write\n  pull-requests: write',
    );
    expect(problems.missingPermission('issues', false).snippet).toBeNull();
  });

  test('lead to the secrets only when the key is wrong', () => {
    expect(problems.modelProblem(new KeyRejectedError('No.'), at).link?.url).toBe(at.settingsUrl);
    expect(problems.modelProblem(new RateLimitedError('No.'), at).link).toBeNull();
  });

  test('show a value of someone else on one line, short and as code', () => {
    const { what } = problems.malformedInput('label', `a\`b\n@alice ${'x'.repeat(500)}`, 'a label');
    expect(what).toMatch(/^The input `label` is ``a`b @alice x+…``, but must be a label\.$/);
  });

  test('say something of an error that is none', () => {
    expect(problems.unexpected('Boom').what).toBe('Something went wrong that should not: Boom.');
  });
});
