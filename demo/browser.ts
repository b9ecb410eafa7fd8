import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Chromium or Chrome is: what `CHROMIUM` or `CHROME` says, else a usual place; undefined without one. */
export function findChromium(): string | undefined {
  const said = [process.env.CHROMIUM, process.env.CHROME].filter((path) => path !== undefined && path !== '');
  return [...said, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/** Starts it without a window. Throws when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found. Install it, or say where it is: CHROMIUM=/path/to/chromium.');
  }
  // Chromium refuses to run its sandbox as root, which is who one is in most containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return launch({ executablePath, args });
}
