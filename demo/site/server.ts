import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '../../test/support/loopback.js';
import { type Clone, createClone } from './clone.js';
import { homeOf } from './frame.js';
import { answer } from './routes.js';
import type { Stage } from './stage.js';

/** The demo's pages on loopback. */
export type Site = {
  /** Without a slash at the end. */
  readonly url: string;
  /** Gives the pages something to show; until then every request is answered 503. */
  readonly show: (stage: Stage) => void;
  readonly close: () => Promise<void>;
};

/**
 * Text of a model stands on these pages: no script but ours runs, nothing is loaded from elsewhere, and frames
 * may only show this machine.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const resolve = createRequire(import.meta.url).resolve;
const own = (name: string) => fileURLToPath(new URL(`assets/${name}`, import.meta.url));

const ASSETS: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  'frame.css': { file: own('frame.css'), type: 'text/css' },
  'thread.css': { file: own('thread.css'), type: 'text/css' },
  'files.css': { file: own('files.css'), type: 'text/css' },
  'site.js': { file: own('site.js'), type: 'text/javascript' },
  'markdown.css': { file: resolve('github-markdown-css/github-markdown-light.css'), type: 'text/css' },
  'code.css': { file: resolve('highlight.js/styles/github.css'), type: 'text/css' },
  'mermaid.js': { file: resolve('@mermaid-js/tiny'), type: 'text/javascript' },
};

/**
 * Serves the pages of the demo on a free port of 127.0.0.1.
 *
 * @example
 * const site = await startSite();
 * site.show(stage);
 */
export async function startSite(): Promise<Site> {
  const clone = createClone();
  let stage: Stage | undefined;
  let url = '';
  const server = createServer((request, response) => {
    respond({ stage, clone, url }, request, response).catch((error: unknown) => {
      say(response, 500, `This page failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  const listening = await listenOnLoopback(server);
  url = listening.url;
  return {
    url,
    show: (next) => {
      stage = next;
    },
    close: async () => {
      await listening.close();
      await clone.close();
    },
  };
}

type Serving = { readonly stage: Stage | undefined; readonly clone: Clone; readonly url: string };

async function respond(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { stage, clone, url } = serving;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(response, 405, 'These pages are to read.\n');
  const address = URL.parse(request.url ?? '/', url);
  const path = address === null ? undefined : decode(address.pathname);
  if (address === null || path === undefined) return say(response, 400, 'This address cannot be read.\n');
  if (path.startsWith('/assets/')) return asset(path.slice('/assets/'.length), response);
  // Browsers ask for an icon by themselves on a page that is plain text.
  if (path === '/favicon.ico') return send(response, 204, 'image/x-icon', '');
  if (stage === undefined) {
    response.setHeader('refresh', '1');
    return say(response, 503, 'starting\n');
  }
  const git = `${homeOf(stage.github)}.git`;
  if (path === git) return redirect(response, homeOf(stage.github));
  if (path.startsWith(`${git}/`)) return gitFile(clone, stage, path.slice(git.length + 1), response);
  const found = await answer(stage, path, address.searchParams, url);
  if (found === undefined) return say(response, 404, 'There is no such page in the demo.\n');
  if ('location' in found) return redirect(response, found.location);
  send(response, 200, 'text/html', found.page);
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function asset(name: string, response: ServerResponse): Promise<void> {
  const known = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (known === undefined) return say(response, 404, 'There is no such file.\n');
  send(response, 200, known.type, await readFile(known.file));
}

async function gitFile(
  clone: Clone,
  { github }: Stage,
  path: string,
  response: ServerResponse,
): Promise<void> {
  try {
    const content = await clone.file(github, path);
    if (content === undefined) return say(response, 404, 'There is no such object.\n');
    // Plain text tells git that this is no smart server: https://git-scm.com/docs/http-protocol
    send(response, 200, path === 'info/refs' ? 'text/plain' : 'application/octet-stream', content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    say(response, 501, 'To serve a clone the demo needs git, which is not installed here.\n');
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('location', location.split('/').map(encodeURIComponent).join('/'));
  say(response, 302, '');
}

function say(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain', text);
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
