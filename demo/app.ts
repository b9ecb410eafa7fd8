import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from '../test/support/loopback.js';
import type { Shows } from './recording.js';

/** Where the generated app runs, or what its commands printed. */
export type Showing = { readonly url: string } | { readonly output: string };

/** The generated app until it is closed. */
export type App = Showing & { close(): Promise<void> };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
const START_MS = 10_000;
const COMMAND_MS = 60_000;

/**
 * Runs an app in a folder of its own.
 *
 * @param files path → content, paths as git has them
 * @param shows how; only recorded apps may run as a process, since people have read them
 * @param signal ends what is being started
 * @throws Error when a service does not answer within ten seconds
 */
export async function startApp(
  files: Readonly<Record<string, string | Uint8Array>>,
  shows: Shows,
  signal?: AbortSignal,
): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'smol-app-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const app = await start(folder, shows, signal);
    return {
      ...app,
      close: async () => {
        await app.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function start(folder: string, shows: Shows, signal: AbortSignal | undefined): Promise<App> {
  if (shows.kind === 'page') return servePages(folder);
  if (shows.kind === 'service') return startService(folder, shows.script, signal);
  return runCommands(folder, shows.commands, signal);
}

async function servePages(folder: string): Promise<App> {
  const server = createServer(async (request, response) => {
    const path = readPath(request.url ?? '/');
    try {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const content = await readFile(file);
      const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      // Browsers ask for an icon by themselves; an app without one is not broken.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  });
  const { url, close } = await listenOnLoopback(server);
  return { url: `${url}/`, close };
}

/** The path of a request as files have it; one that nobody can read is no file's. */
function readPath(address: string): string {
  try {
    return normalize(`/${decodeURIComponent(address.replace(/[?#].*$/s, ''))}`);
  } catch {
    return '';
  }
}

/** The service sees its own folder and nothing else of the disk, and can start no other process. */
async function startService(folder: string, script: string, signal: AbortSignal | undefined): Promise<App> {
  const port = await freePort();
  const permissions = ['--permission', `--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
  const child = spawn(process.execPath, [...permissions, script], {
    cwd: folder,
    env: { PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += String(bytes)));
  const url = `http://127.0.0.1:${port}/`;
  if (await answers(child, url, signal)) return { url, close: () => end(child) };
  await end(child);
  throw new Error(`The app did not answer at ${url}.\n${said}`);
}

async function answers(child: ChildProcess, url: string, signal: AbortSignal | undefined): Promise<boolean> {
  const tooLate = AbortSignal.any([AbortSignal.timeout(START_MS), ...(signal === undefined ? [] : [signal])]);
  while (!tooLate.aborted && child.exitCode === null) {
    try {
      await fetch(url, { signal: tooLate });
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

async function freePort(): Promise<string> {
  const { url, close } = await listenOnLoopback(createServer());
  await close();
  return new URL(url).port;
}

async function runCommands(
  folder: string,
  commands: readonly (readonly string[])[],
  signal: AbortSignal | undefined,
): Promise<App> {
  const parts: string[] = [];
  for (const command of commands)
    parts.push(`$ ${command.join(' ')}\n${await printed(folder, command, signal)}`);
  return { output: parts.join('\n'), close: async () => {} };
}

/** What a command prints; a command that is not on this machine is no error of the app. */
function printed(
  folder: string,
  [file = '', ...args]: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string> {
  const env = {
    PATH: process.env.PATH ?? '',
    PYTHONPATH: 'src',
    PYTHONDONTWRITEBYTECODE: '1',
    LANG: 'C.UTF-8',
  };
  return new Promise((resolve) => {
    const options = { cwd: folder, env, timeout: COMMAND_MS, ...(signal !== undefined && { signal }) };
    execFile(file, args, options, (error, stdout, stderr) => {
      const missing = error !== null && error.code === 'ENOENT';
      resolve(missing ? `(there is no ${file} on this machine, so this was not run)\n` : stdout + stderr);
    });
  });
}
