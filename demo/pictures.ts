import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from './browser.js';
import { type Played, play } from './play.js';
import { readRecording } from './recording.js';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');

/** The collage: two by two panels, 1600 device pixels wide in all. Sizes in device pixels. */
const COLLAGE = { width: 1600, gap: 28, panel: { width: 758, height: 430 } } as const;

const PLAYED_MS = 14_000;

/** The demo's own lines are no part of the product, and what every page begins with says nothing. */
const HIDDEN = '.banner, .stepper, .top';

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

/** Plays Pong at its real speed and takes the README's picture of it; the exit code. */
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

function save(name: string, picture: Uint8Array): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), picture);
  process.stdout.write(`${name}  ${Math.round(picture.length / 1000)} kB\n`);
}

/** Sizes in CSS pixels. */
type Size = { readonly width: number; readonly height: number; readonly scale: number };

type Shot = Size & {
  /** Selector of where the picture begins; the top of the page without it. */
  readonly from?: string;
};

/** A view of this width in CSS pixels, which fills a panel of the collage. */
function panel(width: number): Shot {
  const scale = COLLAGE.panel.width / width;
  return { width, height: Math.round(COLLAGE.panel.height / scale), scale };
}

async function openAt(browser: Browser, url: string, { width, height, scale }: Size): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(url, { waitUntil: 'networkidle0' });
  return page;
}

/** A page as it stands, its pictures drawn. */
async function take(browser: Browser, url: string, shot: Shot): Promise<Uint8Array> {
  const page = await openAt(browser, url, shot);
  await page.addStyleTag({
    content: `${HIDDEN} { display: none !important } ::-webkit-scrollbar { display: none }`,
  });
  if (shot.from !== undefined) {
    await page.$eval(shot.from, (element) => element.scrollIntoView());
    await sleep(500);
  }
  const picture = await page.screenshot();
  await page.close();
  return picture;
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
async function takeGame(browser: Browser, url: string, size: Size): Promise<Uint8Array> {
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

type Panel = {
  readonly caption: string;
  readonly picture: Uint8Array;
  /** Whether the page goes on below. */
  readonly fades: boolean;
};

/** Pictures with a caption each, two beside one another. */
async function collage(browser: Browser, panels: readonly Panel[]): Promise<Uint8Array> {
  const { width, gap, panel } = COLLAGE;
  const figures = panels.map(({ caption, picture, fades }) => {
    const address = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
    return `<figure><figcaption>${caption}</figcaption><div${fades ? ' class="fades"' : ''}><img src="${address}"></div></figure>`;
  });
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    body { margin: 0; padding: ${gap}px; display: grid; grid-template-columns: repeat(2, ${panel.width}px); gap: ${gap}px; background: #f0f3f6; color: #1f2328; font: 600 30px "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
    figure { margin: 0 } figcaption { padding: 0 4px 12px; white-space: pre }
    div { position: relative; overflow: hidden; border-radius: 12px; box-shadow: 0 0 0 2px #d1d9e0 }
    .fades::after { position: absolute; inset: auto 0 0; height: 90px; background: linear-gradient(#fff0, #fff); content: "" }
    img { display: block; width: ${panel.width}px; height: ${panel.height}px }
  </style>${figures.join('')}`);
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
