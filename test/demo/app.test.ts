import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { type App, startApp } from '../../demo/app.js';

async function started(...args: Parameters<typeof startApp>): Promise<App> {
  const app = await startApp(...args);
  onTestFinished(() => app.close());
  return app;
}

const urlOf = (app: App): string => ('url' in app ? app.url : '');

test('a page is served with the types that browsers need, and nothing beside its folder', async () => {
  const icon = new Uint8Array([0x89, 0x50, 0xff, 0]);
  const files = {
    'index.html': '<h1>hi</h1>',
    'src/a.js': 'export {}',
    'icon.png': icon,
    'site.webmanifest': '{}',
  };
  const url = urlOf(await started(files, { kind: 'page' }));
  const page = await fetch(url);
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<h1>hi</h1>',
  ]);
  expect((await fetch(`${url}src/a.js`)).headers.get('content-type')).toMatch(/^text\/javascript/);
  const picture = await fetch(`${url}icon.png`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(icon);
  const manifest = await fetch(`${url}site.webmanifest`);
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
  expect((await fetch(`${url}missing.js`)).status).toBe(404);
  for (const path of ['..%2f..%2f..%2fetc/passwd', '%', '/', 'src', '%00']) {
    expect((await fetch(url + path)).status, path).toBe(path === '/' ? 200 : 404);
  }
});

const Answer = z.object({ said: z.array(z.string()), folder: z.string(), secrets: z.array(z.string()) });
const SERVICE = `
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
createServer((request, response) => {
  const said = [];
  for (const path of ['/etc/passwd', 'note.txt']) {
    try { if (path === 'note.txt') writeFileSync(path, 'x'); readFileSync(path); said.push('read'); } catch (error) { said.push(error.code); }
  }
  response.end(JSON.stringify({ said, folder: process.cwd(), secrets: Object.keys(process.env) }));
}).listen(process.env.PORT, '127.0.0.1');
`;

test('a service runs, sees its own folder alone, and is gone after it is closed', async () => {
  const app = await startApp({ 'server.mjs': SERVICE }, { kind: 'service', script: 'server.mjs' });
  const answer = Answer.parse(await (await fetch(urlOf(app))).json());
  expect(answer.said).toEqual(['ERR_ACCESS_DENIED', 'read']);
  expect(answer.secrets).toEqual(['PORT']);
  await app.close();
  await expect(fetch(urlOf(app))).rejects.toThrow();
  expect(existsSync(answer.folder)).toBe(false);
});

test('a service that ends at once is an error with what it said', async () => {
  const broken = startApp(
    { 'server.mjs': 'throw new Error("no luck")' },
    { kind: 'service', script: 'server.mjs' },
  );
  await expect(broken).rejects.toThrow(/did not answer(.|\n)*no luck/);
});

test('commands show what they print, and say when they are not there', async () => {
  const app = await started(
    { 'hello.txt': 'hello\n' },
    {
      kind: 'command',
      commands: [
        ['cat', 'hello.txt'],
        ['no-such-command', '--version'],
      ],
    },
  );
  expect(app).toMatchObject({
    output:
      '$ cat hello.txt\nhello\n\n$ no-such-command --version\n(there is no no-such-command on this machine, so this was not run)\n',
  });
});
