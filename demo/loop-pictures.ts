import type { Browser } from 'puppeteer-core';
import { collage, type Panel, panel, save, take } from './camera.js';
import { type Played, play } from './play.js';
import { readRecordedReview, readReview } from './recorded-review.js';
import { readRecording } from './recording.js';

const APP = 'lunch-poll';
/** What a person takes out of the plan. */
const UNTICKED = 'README.md';
/** Nobody looks at it while it is played. */
const TOKENS_PER_SECOND = 4_000;

/** Takes the README's picture of a plan that is edited and of a pull request that is reviewed. */
export async function takeLoop(browser: Browser): Promise<void> {
  save('loop.png', await collage(browser, [...(await takePlan(browser)), ...(await takeReview(browser))]));
}

/** The plan as it waits, and after a person has edited it. */
async function takePlan(browser: Browser): Promise<readonly Panel[]> {
  const recording = readRecording(APP);
  const played = await play({
    issue: recording.issue,
    answers: { recording, tokensPerSecond: TOKENS_PER_SECOND },
    shows: recording.shows,
    inputs: { approval: 'plan' },
  });
  try {
    const { site, github, stage } = played;
    const issue = `${site.url}/${github.repository}/issues/${stage.issueNumber}`;
    const waiting = await take(browser, issue, { ...panel(740), from: '.entry:has(.stepper)' });
    await editPlan(played);
    const edited = await take(browser, issue, {
      ...panel(620),
      from: '.task-list-item:nth-last-child(7)',
      // Between the list and the next comment stands the rest of the plan.
      without: ['.contains-task-list ~ *', '.happening'],
    });
    return [
      { caption: '1  The plan waits, with an upper bound', picture: waiting, fades: true },
      { caption: '2  Edit it, then /smol build', picture: edited, fades: false },
    ];
  } finally {
    await played.close();
  }
}

/** Ann unticks a file in the comment, and asks for the build of what stands there then. */
async function editPlan({ github, stage }: Played): Promise<void> {
  const { issueNumber } = stage;
  const [plan] = await github.comments(issueNumber);
  const ticked = `- [x] \`${UNTICKED}\``;
  if (plan === undefined || !plan.body.includes(ticked)) throw new Error(`No plan lists ${UNTICKED}.`);
  await github.editComment(plan.id, plan.body.replace(ticked, `- [ ] \`${UNTICKED}\``), 'ann');
  await github.comment(issueNumber, '/smol build', 'ann');
}

/** A thread with its reply, and the commit that came of the review. */
async function takeReview(browser: Browser): Promise<readonly Panel[]> {
  const recording = readRecording(APP);
  const played = await play({
    issue: recording.issue,
    answers: { recording, tokensPerSecond: TOKENS_PER_SECOND },
    reviewing: {
      review: readReview(APP),
      answers: { recording: readRecordedReview(APP), tokensPerSecond: TOKENS_PER_SECOND },
    },
    shows: recording.shows,
  });
  try {
    const { site, github, stage, results } = played;
    const pull = `${site.url}/${github.repository}/pull/${stage.issueNumber + 1}`;
    const commit = results[1]?.outputs['pull-request-head-sha'] ?? '';
    return [
      {
        caption: '3  Review it: each thread gets a reply',
        picture: await take(browser, pull, { ...panel(720), from: '.review-thread' }),
        fades: true,
      },
      {
        caption: '4  All of it is one more commit',
        picture: await take(browser, `${pull}/commits/${commit}`, {
          ...panel(740),
          without: ['.file-list', '.commit-message'],
        }),
        fades: true,
      },
    ];
  } finally {
    await played.close();
  }
}
