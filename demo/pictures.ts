import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { openBrowser } from './browser.js';
import { collage, openAt, type Panel, panel, type Shot, save, take } from './camera.js';
import { takeChecks } from './checks-picture.js';
import { takeLoop } from './loop-pictures.js';
import { type Played, play } from './play.js';
import { readRecording } from './recording.js';

const PLAYED_MS = 14_000;

/** Where the red ball is, as a share of the height from the top; the middle while there is none. */
const FIND_BALL = `(() => {
  const canvas = document.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 200 && data[at + 1] < 60) return Math.floor(at / 4 / canvas.width) / canvas.height;
  }
  return 0.5;
})()`;

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

/** Plays Pong at its real speed, then a plan that waits, a review and a slip, and takes the README's pictures; the exit code. */
async function main(): Promise<number> {
  const recording = readRecording('pong');
  const played = await play({
    issue: recording.issue,
    answers: { recording },
    shows: recording.shows,
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  const browser = await openBrowser();
  try {
    await takeAll(browser, played);
    await takeLoop(browser);
    await takeChecks(browser);
    return 0;
  } finally {
    await browser.close();
    await played.close();
  }
}

async function takeAll(browser: Browser, { site, stage, app, github }: Played): Promise<void> {
  const repository = `${site.url}/${github.repository}`;
  const issue = `${repository}/issues/${stage.issueNumber}`;
  const pull = `${repository}/pull/${stage.issueNumber + 1}`;
  if (app === undefined || !('url' in app)) throw new Error('There is no app to take a picture of.');

  const building = await whileBuilding(browser, issue);
  const panels: readonly Panel[] = [
    { caption: '1  An issue, labelled smol', picture: await take(browser, issue, panel(560)), fades: true },
    {
      caption: '2  One comment: the plan and a checklist',
      picture: await take(browser, building, { ...panel(740), from: '.entry:has(.stepper)' }),
      fades: true,
    },
    { caption: '3  A pull request', picture: await take(browser, pull, panel(700)), fades: true },
    { caption: '4  The app', picture: await takeGame(browser, app.url, panel(860)), fades: false },
  ];
  save('result.png', await collage(browser, panels));
}

/** The address of the comment as it stood when about half of its files were ticked. */
async function whileBuilding(browser: Browser, issue: string): Promise<string> {
  const page = await openAt(browser, issue, { width: 800, height: 800, scale: 1 });
  const versions = await page.$eval('.stepper input', (input) => Number(input.getAttribute('max')));
  let best = { version: versions, distance: Number.POSITIVE_INFINITY };
  for (let version = 1; version <= versions; version += 1) {
    await page.goto(`${issue}?version=${version}`);
    const [all, ticked] = await Promise.all([
      page.$$('.task-list-item'),
      page.$$('.task-list-item :checked'),
    ]);
    const distance = all.length === 0 ? best.distance : Math.abs(ticked.length / all.length - 0.5);
    if (distance < best.distance) best = { version, distance };
  }
  await page.close();
  return `${issue}?version=${best.version}`;
}

/** The game after it was played for a while: the mouse follows the ball. */
async function takeGame(browser: Browser, url: string, size: Shot): Promise<Uint8Array> {
  const page = await openAt(browser, url, size);
  const canvas = await page.waitForSelector('canvas');
  const box = await canvas?.boundingBox();
  if (!box) throw new Error('The game has no canvas.');
  for (const end = Date.now() + PLAYED_MS; Date.now() < end; await sleep(30)) {
    const height = Number(await page.evaluate(FIND_BALL));
    await page.mouse.move(box.x + box.width / 4, box.y + box.height * height);
  }
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
