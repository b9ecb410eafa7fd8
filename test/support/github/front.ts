/**
 * The front of the emulator: an HTTP server on loopback which the program under test takes for api.github.com (or, with
 * `/api/v3` and `/api/graphql`, for a GitHub Enterprise Server).
 *
 * OUR reading of GitHub, not the emulator's (tests that lean on it prove agreement with us):
 * - gates.ts: 401 for an unknown token, 404 for a private repository without access, 403 in an archived one, 410 with
 *   issues off, 403 for `GET /user` with an installation token; the words of 403; the bot's id, login and type.
 * - git-rules.ts: 409 in an empty repository, ref names and their conflicts, tree paths, 404 for a tree with a workflow
 *   file, 422 for deleting what is not there, missing refs, `Branch not found`, commits that GitHub signs.
 * - pull-rules.ts: 422 for a second pull request, a missing head or base, no commits; heads, files, commits and counts
 *   that follow the branch; closing with the branch; merging; reviewers; 65,536 and 256 characters; `draft` is fixed.
 * - issue-rules.ts: permission look-ups, pull requests as issues, locked issues, who may label and edit, assignees.
 * - reactions.ts: reactions. review-rules.ts, review-comments.ts, diff-hunk.ts: reviews with line comments inside the
 *   diff, which grow outdated; replies. versions.ts: who changed which text when. clock.ts: whole seconds.
 * - images.ts: texts as a page shows them, for images only, and the images people attached.
 * - graphql*.ts: the small part of the schema in graphql-schema.ts, with its errors in an answer of status 200.
 * - here: the rate-limit headers (1,000 an hour, never exhausted but by a fault).
 * The emulator's own: storage, git objects and their hashes, fast-forward checks, permissions of the installation token,
 * labels, timestamps, comparison of commits, contents.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from '../loopback.js';
import type { Contract } from './contract.js';
import { type Effect, type Faults, faultAnswer } from './faults.js';
import { gate, polish } from './gates.js';
import { GIT_RULES } from './git-rules.js';
import { graphql } from './graphql.js';
import { serveImage } from './images.js';
import { ISSUE_RULES } from './issue-rules.js';
import type { Journal } from './journal.js';
import { PULL_RULES } from './pull-rules.js';
import { REACTION_RULES } from './reactions.js';
import { REVIEW_RULES } from './review-rules.js';
import { decodePath, type FrontRequest, type FrontResponse, refuse } from './wire.js';
import { isBot, type Rule, type World } from './world.js';

const RULES: readonly Rule[] = [
  ...REACTION_RULES,
  ...GIT_RULES,
  ...REVIEW_RULES,
  ...PULL_RULES,
  ...ISSUE_RULES,
];
/** Requests an hour and repository of a `GITHUB_TOKEN` (F12). */
const HOURLY_LIMIT = 1000;

/** Answers one request: gates, then GraphQL or the first rule with an answer, then the emulator. */
export async function answer(request: FrontRequest, world: World): Promise<FrontResponse> {
  const respond = async () =>
    (await gate(request, world)) ??
    (await graphql(request, world)) ??
    (await byRules(request, world)) ??
    (await world.pass(request));
  const response = request.method === 'GET' ? await respond() : await world.inTurn(respond);
  return polish(request, response, world);
}

async function byRules(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  const root = `/repos/${world.settings.repository}`;
  const path = decodePath(request.path);
  if (!path.startsWith(root)) return undefined;
  for (const rule of RULES) {
    const match = rule.method === request.method ? rule.path.exec(path.slice(root.length)) : null;
    const response = match && (await rule.apply(request, match.slice(1), world));
    if (response) return response;
  }
  return undefined;
}

/** What the front watches while it serves. */
export interface Watch {
  readonly contract: Contract;
  readonly faults: Faults;
  readonly journal: Journal;
}

/** A listening front; requests are served once `serve` was called with the world. */
export interface Front {
  readonly url: string;
  serve(world: World, watch: Watch): void;
  close(): Promise<void>;
}

/** Listens on a free port of loopback. */
export async function listen(): Promise<Front> {
  let serving: { world: World; watch: Watch } | undefined;
  const server = createServer((incoming, outgoing) => {
    if (!serving) return void outgoing.writeHead(503).end();
    if (serveImage(incoming, outgoing, serving.world)) return;
    handle(incoming, outgoing, serving.world, serving.watch).catch((error: unknown) => {
      send(
        outgoing,
        refuse(500, `the test bed failed: ${error instanceof Error ? error.stack : String(error)}`),
      );
    });
  });
  return {
    ...(await listenOnLoopback(server)),
    serve: (world, watch) => {
      serving = { world, watch };
    },
  };
}

/** The path as on api.github.com. An Enterprise Server has GraphQL beside `/api/v3`, not below it. */
function apiPath(path: string): string {
  if (path === '/api/graphql') return '/graphql';
  return path.replace(/^\/api\/v3(?=\/)(?!\/graphql$)/, '');
}

async function parse(incoming: IncomingMessage): Promise<FrontRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://front');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const content = Buffer.concat(chunks).toString();
  return {
    method: incoming.method ?? 'GET',
    path: apiPath(url.pathname),
    query: url.searchParams,
    token: headers.authorization?.replace(/^(bearer|token) +/i, ''),
    headers,
    body: content === '' ? undefined : JSON.parse(content),
    origin: 'wire',
  };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  world: World,
  watch: Watch,
): Promise<void> {
  let request: FrontRequest;
  try {
    request = await parse(incoming);
  } catch {
    return send(outgoing, refuse(400, 'Problems parsing JSON'));
  }
  // People are known; every other token is the program under test, also a wrong one.
  const tested = world.emulator.loginOf(request.token ?? '') === undefined;
  const entry = tested ? watch.journal.open(request, watch.contract.check(request)) : undefined;
  const effects = tested ? watch.faults.hitting(request.method, decodePath(request.path)) : [];
  const response = await withEffects(effects, () => answer(request, world));
  entry?.close(response?.status ?? 0);
  if (response)
    return send(outgoing, withLimits(response, watch.journal.total, isBot(world, request.token), world));
  outgoing.socket?.resetAndDestroy();
}

/** Applies the request unless an effect says otherwise; undefined: no answer, cut the connection. */
async function withEffects(
  effects: readonly Effect[],
  apply: () => Promise<FrontResponse>,
): Promise<FrontResponse | undefined> {
  for (const effect of effects) {
    if (effect === 'reset') return undefined;
    if (effect === 'drop') continue;
    if ('answer' in effect) return faultAnswer(effect.answer);
    if ('delay' in effect) await wait(effect.delay);
    if ('before' in effect) await effect.before();
  }
  let response: FrontResponse | undefined = await apply();
  for (const effect of effects) {
    if (effect === 'drop') response = undefined;
    else if (typeof effect === 'object' && 'answerAfter' in effect)
      response = faultAnswer(effect.answerAfter);
    else if (typeof effect === 'object' && 'after' in effect) await effect.after();
  }
  return response;
}

function withLimits(response: FrontResponse, used: number, bot: boolean, world: World): FrontResponse {
  const hour = 3_600;
  const reset = (Math.floor(Date.now() / 1000 / hour) + 1) * hour;
  const limit = bot ? HOURLY_LIMIT : 60;
  const headers = {
    date: new Date(world.clock.now()).toUTCString(),
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(1, limit - used)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
    'x-github-request-id': `TEST:${used}`,
    'x-github-media-type': 'github.v3; format=json',
    ...response.headers,
  };
  return { ...response, headers };
}

function send(outgoing: ServerResponse, response: FrontResponse): void {
  const { status, headers, body } = response;
  if (outgoing.destroyed) return;
  if (body === undefined) return void outgoing.writeHead(status, headers).end();
  if (Buffer.isBuffer(body) || typeof body === 'string') {
    const type = Buffer.isBuffer(body)
      ? 'application/vnd.github.raw; charset=utf-8'
      : 'text/html; charset=utf-8';
    return void outgoing.writeHead(status, { 'content-type': type, ...headers }).end(body);
  }
  const type = { 'content-type': 'application/json; charset=utf-8' };
  outgoing.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}
