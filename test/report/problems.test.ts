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
    expect(sentences).toMatchInlineSnapshot(`
      "The input \`api-key\` is missing.
        → Add it to the step in your workflow, then run again.
      The input \`max-files\` is \`many\`, but must be a whole number.
        → Correct it in your workflow, then run again.
      The input \`prompt\` is empty, but must be some text.
        → Correct it in your workflow, then run again.
      There is no input \`modle\`.
        → Did you mean \`model\`? Correct it in your workflow, then run again.
      There is no input \`xyz\`.
        → Take it out of your workflow, then run again.
      The token may not write pull requests in this repository.
        → Add these lines to the job in your workflow, then run again.
      The token may not write contents in this repository.
        → Give the token the permission \`contents\` (read and write), then run again.
      The branch is ready, but this repository does not let GitHub Actions open pull requests.
        → Open it yourself with one click. To have it opened next time, switch on [Settings → Actions → General → Workflow permissions → **Allow GitHub Actions to create and approve pull requests**](https://github.com/o/r/settings); a re-run then opens it without asking the model again.
      This repository is empty, so there is no branch to build on.
        → Add a first file, a README for example, then run again.
      This repository is archived, so nothing can be written to it.
        → Unarchive it in its settings, then run again.
      Issues are switched off in this repository.
        → Switch them on under Settings → General → Features, or start the workflow by hand with a \`prompt\`.
      There is no issue 7 in this repository.
        → Correct the input \`issue-number\`, then run again.
      There is no branch \`trunk\` in this repository.
        → Correct the input \`base\`, or leave it out to build on the default branch.
      Only people with write access may start smol, and \`eve\` has \`read\` access.
        → Ask someone with write access to start it.
      Only people with write access may start smol, and \`eve\` has no access.
        → Ask someone with write access to start it.
      GitHub did not say whether \`eve\` may start smol, so nothing was started.
        → Run again in a few minutes.
      There is nothing to build from: the text is empty once hidden text, comments and images are taken out.
        → Describe the app in words in the issue, then start again.
      GitHub does not accept the token.
        → Leave the input \`token\` out to use the job’s own, or renew the secret behind it.
      The token cannot see the repository \`o/r\`.
        → Use a token that may read it, or leave the input \`token\` out to use the job’s own.
      GitHub’s limit of requests is used up for now.
        → Run again after 09:05 UTC.
      GitHub did not answer as it should, several times in a row.
        → Run again in a few minutes.
      The branch \`smol/issue-1\` cannot be created, because another branch stands in its way.
        → Rename or delete that branch, or choose another name with the input \`branch\`.
      Someone else wrote to the branch \`smol/issue-1\` during the run.
        → Run again: the work goes on top of theirs.
      A rule of this repository refused the commit: Commits must have verified signatures.
        → Let the workflow pass the rule under Settings → Rules, or choose a branch it does not cover with the input \`branch\`.
      The endpoint rejected the key.
        → Check the \`api-key\` input and the secret behind it.
      The endpoint asked to slow down.
        → Run again later, or set \`concurrency\` lower.
      The model’s plan names no file that can be written.
        → Say in the request what the app is and what it consists of, then run again.
      The plan has 130 files, and this run may write 100.
        → Raise the input \`max-files\`, or ask for less at once.
      The next call would cost more than $2.00.
        → Raise the input \`max-cost-usd\` or \`max-total-tokens\`, or ask for less at once.
      \`a.js\` could not be written.
        → Run again: finished files are kept, and only the missing ones are asked for.
      2 of 9 files could not be written.
        → Run again: finished files are kept, and only the missing ones are asked for.
      The run took longer than 20 minutes.
        → Run again, and raise the input \`timeout-minutes\` if the model is slow.
      The run was cancelled.
        → Run it again when you want it.
      Something went wrong that should not: Boom.
        → Run again. If it happens once more, report it with the log of the run."
    `);
  });

  test('are whole sentences on one line', () => {
    for (const { what, next } of ALL) {
      expect(what).toMatch(/^[A-Z\d`].*\.$/);
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
