import type { Browser, Page } from 'puppeteer-core';
import * as z from 'zod';
import { openAt, save } from './camera.js';
import { type Played, play } from './play.js';
import { type Recording, readRecording } from './recording.js';

const APP = 'lunch-poll';
/** A slip as writers make them who cannot see each other: another name than the one that the other file exports. */
const SLIP = { path: 'src/app.js', right: 'newPoll', wrong: 'makePoll' };
/** Nobody looks at it while it is played. */
const TOKENS_PER_SECOND = 4_000;
/** CSS pixels around what is shown. */
const MARGIN = 12;

/** Takes the README's picture of the checks: what was looked at, and a slip that was mended. */
export async function takeChecks(browser: Browser): Promise<void> {
  const recording = readRecording(APP);
  const played = await play({
    issue: recording.issue,
    answers: { recording: withSlip(recording), edits: edits(recording), tokensPerSecond: TOKENS_PER_SECOND },
    shows: recording.shows,
  });
  try {
    save('checks.png', await takeTable(browser, played));
  } finally {
    await played.close();
  }
}

function withSlip(recording: Recording): Recording {
  const { path, right, wrong } = SLIP;
  const written = recording.files[path]?.replaceAll(right, wrong);
  if (written === undefined) throw new Error(`No recorded file is ${path}.`);
  return { ...recording, files: { ...recording.files, [path]: written } };
}

/** Path → the reply of whoever is shown the finding: the lines as they were recorded. */
function edits({ files }: Recording): Readonly<Record<string, string>> {
  const { path, right, wrong } = SLIP;
  const lines = (files[path] ?? '').split('\n').filter((line) => line.includes(right));
  const blocks = lines.map(
    (line) => `<<<<<<< SEARCH\n${line.replaceAll(right, wrong)}\n=======\n${line}\n>>>>>>> REPLACE`,
  );
  return { [path]: `${blocks.join('\n\n')}\n` };
}

async function takeTable(browser: Browser, { site, github, stage }: Played): Promise<Uint8Array> {
  const pull = `${site.url}/${github.repository}/pull/${stage.issueNumber + 1}`;
  const page = await openAt(browser, pull, { width: 1_100, height: 1_000, scale: 1.6 });
  const clip = await placeOfTable(page);
  const picture = await page.screenshot({ clip });
  await page.close();
  return picture;
}

/** Where the heading begins and the table below it ends. */
const FIND_TABLE = `(() => {
  const heading = [...document.querySelectorAll('h3')].find((each) => each.textContent.trim() === 'Checks');
  let table = heading;
  while (table && table.tagName !== 'TABLE') table = table.nextElementSibling;
  if (!table) return null;
  const [from, to] = [heading.getBoundingClientRect(), table.getBoundingClientRect()];
  return { x: from.x, y: from.y + scrollY, width: to.right - from.x, height: to.bottom - from.y };
})()`;

const Place = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

async function placeOfTable(page: Page) {
  const { x, y, width, height } = Place.parse(await page.evaluate(FIND_TABLE));
  const more = 2 * MARGIN;
  return { x: x - MARGIN, y: y - MARGIN, width: width + more, height: height + more };
}
