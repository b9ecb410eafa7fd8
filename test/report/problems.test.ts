import { describe, expect, test } from 'vitest';
import * as models from '../../src/model/errors.js';
import * as problems from '../../src/report/problems.js';
import * as refusals from '../../src/report/refusals.js';

const at = { settingsUrl: 'https://github.com/o/r/settings' };

const REFUSED = { path: 'a.js', reason: 'The model refused: I can’t help with that.' };

const ALL = [
  problems.missingInput('api-key', 'with:\n  api-key: x'),
  problems.malformedInput('max-files', 'many', 'a whole number'),
  problems.malformedInput('prompt', '', 'some text'),
  problems.unknownInput('modle', 'model'),
  problems.unknownInput('xyz'),
  problems.missingInput('model', 'with:\n  model: x'),
  problems.missingPermission('contents'),
  problems.missingPermission('issues'),
  problems.missingPermission('pull-requests'),
  problems.missingPermission('contents', { orGone: true }),
  problems.missingPermission('issues', { orGone: true }),
  problems.pullRequestsForbidden({ ...at, compareUrl: 'https://github.com/o/r/compare/a...b' }),
  problems.pullRequestsDenied({ compareUrl: 'https://github.com/o/r/compare/a...b' }),
  problems.emptyRepository({ url: 'https://github.com/o/r' }),
  problems.archivedRepository(),
  problems.issuesDisabled(),
  problems.issueMissing(7),
  problems.issueDeleted(),
  problems.issueMoved(),
  problems.issueLocked(),
  problems.baseMissing('trunk'),
  problems.notAllowed({ login: 'eve', permission: 'read' }),
  problems.notAllowed({ login: 'eve', permission: 'none' }),
  problems.permissionUnknown('eve'),
  problems.emptyPrompt(),
  problems.badToken(),
  problems.repositoryNotFound({ owner: 'o', repo: 'r' }),
  problems.repositoryMoved(),
  problems.refusedByGitHub({ message: 'Validation Failed: title is too long' }),
  problems.rateLimited({ resetAt: Date.UTC(2026, 0, 1, 9, 5) }),
  problems.githubUnavailable(),
  problems.githubUnavailable({ reason: 'self-signed certificate' }),
  problems.branchTaken({ branch: 'smol/issue-1' }),
  problems.branchMoved({ branch: 'smol/issue-1' }),
  problems.rulesetRefused({ message: 'Commits must have verified signatures' }),
  problems.modelProblem(new models.KeyRejectedError('The endpoint rejected the key.'), at),
  problems.modelProblem(new models.RateLimitedError('The endpoint asked to slow down.'), at),
  problems.filesFailed({ failed: [REFUSED], total: 9 }),
  problems.filesFailed({ failed: [REFUSED, { path: 'b.js', reason: 'No.' }], total: 1400 }),
  problems.deadlinePassed({ minutes: 20 }),
  problems.cancelled(),
  problems.unexpected(new Error('Boom')),
  problems.issueClosed(7),
  problems.nothingToCommit(),
  refusals.pullFromFork({ number: 13 }),
  refusals.pullNotOurs({ number: 13 }),
  refusals.pullMerged({ number: 13 }),
  refusals.pullClosed({ number: 13 }),
  refusals.pullMissing(),
  refusals.branchGone({ branch: 'smol/issue-1' }),
  refusals.issueIsClosed({ number: 7 }),
  refusals.textMissing(),
  refusals.commandEdited(),
  refusals.nothingToUndo(),
  refusals.firstCommit(),
  refusals.changedSince({ paths: ['a.js'] }),
  refusals.changedSince({ paths: ['a.js', 'b.js', 'c.js', 'd.js', 'e.js', 'f.js', 'g.js'] }),
  refusals.nothingToRetry(),
  refusals.pathUnknown({ path: 'b.js' }),
  refusals.nothingToStop(),
  refusals.severalCommands(),
  refusals.planEditMalformed({ reason: 'No file is left in the list: at least one must be ticked.' }),
  refusals.stoppedByPerson({ isRevision: false }),
  refusals.stoppedByPerson({ isRevision: true }),
  refusals.branchBusy({ branch: 'smol/issue-1' }),
  refusals.noIssue(),
  refusals.changeFailed({ failed: [REFUSED], total: 9 }),
  refusals.repositoryTooLarge(),
];

describe('problems', () => {
  test('say what happened and what to do next', () => {
    const sentences = ALL.map(({ what, next, again }) => `${what}\n  → ${next} (${again})`).join('\n');
    expect(sentences).toMatchInlineSnapshot(`
      "The input \`api-key\` is missing.
        → Add it to the step in your workflow. If it stands there, the secret behind it is empty. (relabel)
      The input \`max-files\` is \`many\`, but must be a whole number.
        → Correct it in your workflow. (relabel)
      The input \`prompt\` is empty, but must be some text.
        → Correct it in your workflow. (relabel)
      There is no input \`modle\`.
        → Did you mean \`model\`? Correct it in your workflow. (relabel)
      There is no input \`xyz\`.
        → Take it out of your workflow. (relabel)
      The input \`model\` is missing.
        → Add it to the step in your workflow. (relabel)
      The token may not push to this repository (\`contents: write\`).
        → Add these lines to the job in your workflow. (relabel)
      The token may not write comments (\`issues: write\`).
        → Add these lines to the job in your workflow. (relabel)
      The token may not open pull requests (\`pull-requests: write\`).
        → Add these lines to the job in your workflow. (relabel)
      The token may not push to this repository (\`contents: write\`), or the repository is gone.
        → Add these lines to the job in your workflow. (relabel)
      The token may not write comments (\`issues: write\`), or the issue is gone.
        → Add these lines to the job in your workflow. (relabel)
      The branch is ready, but this repository does not let GitHub Actions open pull requests.
        → To have smol open it next time: [Settings → Actions → General → Workflow permissions](https://github.com/o/r/settings) → **Allow GitHub Actions to create and approve pull requests**; a re-run then opens it without asking the model. (rerun)
      The branch is ready, but the token may not open pull requests (\`pull-requests: write\`).
        → To have smol open it next time, add these lines to the job in your workflow. (relabel)
      This repository is empty, so there is no branch to build on.
        → Add a first file, a README for example. (relabel)
      This repository is archived, so nothing can be written to it.
        → Unarchive it under Settings → General → Danger Zone. (relabel)
      Issues are switched off in this repository.
        → Switch them on under Settings → General → Features, or start the workflow by hand with a \`prompt\`. (relabel)
      There is no issue 7 in this repository.
        → Correct the input \`issue-number\`. (relabel)
      The issue has been deleted.
        → Describe the app in a new one. (relabel)
      The issue is elsewhere by now: it was transferred, or its repository was renamed.
        → Start smol from there. (relabel)
      The conversation of the issue is locked, so smol cannot answer in it.
        → Unlock it, then re-run the failed job. (rerun)
      There is no branch \`trunk\` in this repository.
        → Correct the input \`base\`, or leave it out to build on the default branch. (relabel)
      Only people with write access can start smol; \`eve\` has read access.
        → Someone with write access can take the label off and put it back on. (no)
      Only people with write access can start smol; \`eve\` has no access.
        → Someone with write access can take the label off and put it back on. (no)
      GitHub did not say whether \`eve\` may start smol, so nothing was started.
        → Re-run the failed job in a few minutes. (rerun)
      There is nothing to build from: the text is empty once hidden text, comments and images are taken out.
        → Describe the app in words. (relabel)
      GitHub does not accept the token.
        → Leave the input \`token\` out to use the job’s own, or renew the secret behind it. (relabel)
      The token cannot see the repository \`o/r\`.
        → Use a token that may read it, or leave the input \`token\` out to use the job’s own. (relabel)
      This repository has been renamed, or moved to another owner.
        → Start the run again from its new address. (relabel)
      GitHub refused a request: Validation Failed: title is too long.
        → Mend what it names, if it is yours, and re-run the failed job. If that does not help, report it with the log of the run. (rerun)
      GitHub’s limit of requests is used up for now.
        → Re-run the failed job after 09:05 UTC. (rerun)
      GitHub did not answer as it should, several times in a row.
        → Re-run the failed job in a few minutes. (rerun)
      GitHub could not be reached, several times in a row: self-signed certificate.
        → Re-run the failed job in a few minutes. (rerun)
      The branch \`smol/issue-1\` cannot be created, because another branch stands in its way.
        → Rename or delete that branch, or choose another name with the input \`branch\`. (relabel)
      Someone else wrote to the branch \`smol/issue-1\` during the run.
        → Re-run the failed job: the work goes on top of theirs. (rerun)
      A rule of this repository refused the commit: Commits must have verified signatures.
        → Let the workflow pass the rule under Settings → Rules, or choose a branch it does not cover with the input \`branch\`. (relabel)
      The endpoint rejected the key.
        → Check the \`api-key\` input and the secret behind it. (rerun)
      The endpoint asked to slow down.
        → Run again later, or set \`concurrency\` lower. (rerun)
      \`a.js\` is missing: the model refused (I can’t help with that).
        → Re-run the failed job: only what is missing is asked for, the rest is kept. (rerun)
      2 of 1,400 files are missing.
        → Re-run the failed job: only what is missing is asked for, the rest is kept. (rerun)
      The run took longer than 20 minutes.
        → Re-run the failed job, or raise the input \`timeout-minutes\` if the model is slow. (rerun)
      The run was cancelled.
        → Re-run the job when you want it to go on. (rerun)
      Something went wrong that should not: Boom.
        → Re-run the failed job. If it happens again, report it with the log of the run. (rerun)
      Issue 7 is closed.
        → Reopen it, or name another one with \`issue-number\`. (relabel)
      Every file of the plan is a protected one, such as a workflow, so there is nothing to commit.
        → Ask for an app, or add these files yourself. (relabel)
      The branch of pull request 13 is in another repository.
        → Ask in an issue of this repository: smol changes only pull requests that it opened itself. (no)
      Pull request 13 was not opened by smol.
        → Ask in an issue of this repository: smol changes only pull requests that it opened itself. (no)
      Pull request 13 is merged already.
        → Open an issue for what is to become different, and put the label on it. (no)
      Pull request 13 is closed.
        → Reopen it, then say it again. (no)
      There is no open pull request of smol for this issue.
        → Comment \`/smol build\`, or put the label on the issue. (no)
      The branch \`smol/issue-1\` is gone, or has no commit of smol any more.
        → Put the label on the issue again for a new one. (no)
      Issue 7 is closed.
        → Reopen it, then say it again. (no)
      It is not said what is to become different.
        → Write it behind the command: \`/smol fix The score is lost on reload\`. (no)
      The comment was edited before the run began, so nothing was done.
        → Say it again in a new one. (no)
      The branch has no commit of smol that could be taken back.
        → Nothing was changed. (no)
      The last commit of smol is the one that made the app: without it nothing would be left.
        → Close the pull request and delete its branch instead. (no)
      Since the last commit of smol a person has changed \`a.js\`.
        → To take it back would take back their work: do it by hand, or say with \`/smol fix\` what is to become different. (no)
      Since the last commit of smol a person has changed \`a.js\`, \`b.js\`, \`c.js\`, \`d.js\`, \`e.js\`, 2 more.
        → To take it back would take back their work: do it by hand, or say with \`/smol fix\` what is to become different. (no)
      Nothing failed and nothing is missing.
        → Name a file to have it written again: \`/smol retry src/app.js\`. (no)
      The plan has no file \`b.js\`.
        → Write the path as it stands in the list of files: \`/smol retry src/app.js\`. (no)
      No run of smol is going on here.
        → Nothing was changed. (no)
      The comment asks for more than one thing.
        → Write one command in a comment. (no)
      The plan cannot be built as it was edited. No file is left in the list: at least one must be ticked.
        → Edit it again, then comment \`/smol build\`. Nothing was changed. (no)
      A person stopped the run.
        → Comment \`/smol build\` to go on: what is finished is kept. (no)
      A person stopped the run.
        → Comment \`/smol retry\` to go on: what is finished is kept. (no)
      Somebody else wrote to the branch \`smol/issue-1\` at the same moment.
        → Say it again. (no)
      This pull request was asked for by a prompt, not by an issue, so there is no plan to go back to.
        → Say with \`/smol fix\` what is to become different, or start the workflow with another prompt. (no)
      1 of 9 files could not be made, so nothing was changed. \`a.js\`: The model refused: I can’t help with that.
        → Comment \`/smol retry\` to go on: what is made is kept. (rerun)
      The repository has more than 100,000 files, of which GitHub does not list all at once.
        → Have the app made in a smaller repository: in this one smol would not know which files are there already. (relabel)"
    `);
  });

  test('S60 name a minute in which the limit is over', () => {
    const { next } = problems.rateLimited({ resetAt: Date.UTC(2026, 0, 1, 9, 5, 1) });
    expect(next).toContain('after 09:06 UTC');
    expect(problems.rateLimited({ resetAt: Number.NaN }).next).toContain('later');
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
  });

  test('lead to the secrets only when the key is wrong', () => {
    expect(problems.modelProblem(new models.KeyRejectedError('No.'), at).link?.url).toBe(at.settingsUrl);
    expect(problems.modelProblem(new models.RateLimitedError('No.'), at).link).toBeNull();
  });

  test('show a value of someone else on one line, short and as code', () => {
    const { what } = problems.malformedInput('label', `a\`b\n@alice ${'x'.repeat(500)}`, 'a label');
    expect(what).toMatch(/^The input `label` is ``a`b @alice x+…``, but must be a label\.$/);
  });

  test.each([
    ['rerun', models.KeyRejectedError],
    ['rerun', models.CreditExhaustedError],
    ['rerun', models.RateLimitedError],
    ['rerun', models.EndpointUnavailableError],
    ['rerun', models.BrokenReplyError],
    ['rerun', models.MalformedReplyError],
    ['rerun', models.IdleTimeoutError],
    ['relabel', models.ModelNotFoundError],
    ['relabel', models.ContextTooLongError],
    ['relabel', models.LimitTooSmallError],
    ['relabel', models.RefusedError],
    ['relabel', models.RequestRejectedError],
    ['relabel', models.NothingWrittenError],
  ] as const)('are met with a %s after a %o', (again, Kind) => {
    expect(problems.modelProblem(new Kind('No.'), at).again).toBe(again);
  });

  test.each([
    ['The model refused: No, says it.', 'the model refused (No, says it)'],
    ['The endpoint sent nothing for 120 s.', 'the endpoint sent nothing for 120 s'],
    ['GitHub failed', 'GitHub failed'],
    ['The endpoint failed (500): Oh.', 'the endpoint failed (500): Oh'],
  ])('tell %j as the end of a sentence', (reason, clause) => {
    expect(problems.filesFailed({ failed: [{ path: 'a', reason }], total: 2 }).what).toBe(
      `\`a\` is missing: ${clause}.`,
    );
  });

  test('cut the reason of a file', () => {
    const failed = [{ path: 'a', reason: 'No. '.repeat(200) }];
    expect(problems.filesFailed({ failed, total: 2 }).what.length).toBeLessThan(250);
  });

  test('know of which file and of which failure they are', () => {
    const problem = problems.filesFailed({ failed: [REFUSED], total: 2 });
    expect(problems.isOfFile(problem, 'a.js')).toBe(true);
    expect(problems.isOfFile(problem, 'a')).toBe(false);
    expect(problems.isOfFile(null, 'a.js')).toBe(false);
    expect(problems.isOfRun(problems.cancelled(), 'The run was cancelled.')).toBe(true);
    expect(problems.isOfRun(problems.cancelled(), 'No.')).toBe(false);
    expect(problems.isCancelled(problems.cancelled())).toBe(true);
    expect(problems.isCancelled(problem)).toBe(false);
    expect(refusals.isStopped(refusals.stoppedByPerson({ isRevision: false }))).toBe(true);
    expect(refusals.isStopped(problems.cancelled())).toBe(false);
  });

  test('have notes beside them, on what was left to people', () => {
    expect(refusals.editIgnored({ login: 'eve' })).toMatchInlineSnapshot(
      `"The plan was edited by \`eve\`, who has no write access: that edit does not count."`,
    );
    expect(refusals.conflictLeft({ paths: ['a.js', 'b.js'] })).toMatchInlineSnapshot(
      `"A person changed the same lines of \`a.js\`, \`b.js\`: what they wrote stays."`,
    );
  });

  test('say something of an error that is none', () => {
    expect(problems.unexpected('Boom').what).toBe('Something went wrong that should not: Boom.');
  });
});
