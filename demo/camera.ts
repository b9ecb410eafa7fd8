import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');

/** The collage: two by two panels, 1600 device pixels wide in all. Sizes in device pixels. */
const COLLAGE = { width: 1600, gap: 28, panel: { width: 758, height: 430 } } as const;

/** The demo's own lines are no part of the product, and what every page begins with says nothing. */
const HIDDEN = '.banner, .stepper, .top';

/** Keeps a picture for the README. */
export function save(name: string, picture: Uint8Array): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), picture);
  process.stdout.write(`${name}  ${Math.round(picture.length / 1000)} kB\n`);
}

/** Sizes in CSS pixels. */
type Size = { readonly width: number; readonly height: number; readonly scale: number };

export type Shot = Size & {
  /** Selector of where the picture begins; the top of the page without it. */
  readonly from?: string;
  /** Selectors of what is left out. */
  readonly without?: readonly string[];
};

/** A view of this width in CSS pixels, which fills a panel of the collage. */
export function panel(width: number): Shot {
  const scale = COLLAGE.panel.width / width;
  return { width, height: Math.round(COLLAGE.panel.height / scale), scale };
}

/** Opens a page at a size. */
export async function openAt(browser: Browser, url: string, { width, height, scale }: Size): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(url, { waitUntil: 'networkidle0' });
  return page;
}

/** A page as it stands, its pictures drawn. */
export async function take(browser: Browser, url: string, shot: Shot): Promise<Uint8Array> {
  const page = await openAt(browser, url, shot);
  await page.addStyleTag({
    content: `${[HIDDEN, ...(shot.without ?? [])].join(', ')} { display: none !important } ::-webkit-scrollbar { display: none }`,
  });
  if (shot.from !== undefined) {
    await page.$eval(shot.from, (element) => element.scrollIntoView());
    await sleep(500);
  }
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

export type Panel = {
  readonly caption: string;
  readonly picture: Uint8Array;
  /** Whether the page goes on below. */
  readonly fades: boolean;
};

/** Pictures with a caption each, two beside one another. */
export async function collage(browser: Browser, panels: readonly Panel[]): Promise<Uint8Array> {
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
