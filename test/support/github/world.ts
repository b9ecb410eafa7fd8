import { type Clock, createClock } from './clock.js';
import { moveUrls, type RunningEmulator } from './emulator.js';
import { createImages, type Images } from './images.js';
import type { Settings } from './options.js';
import { type FrontRequest, type FrontResponse, type Json, list, ok } from './wire.js';

/** A reaction as GitHub answers it, and what it stands on (`issues/1`, `issues/comments/7`, …). */
export interface StoredReaction {
  readonly on: string;
  readonly id: number;
  readonly content: string;
  readonly user: Json;
  readonly created_at: string;
}

/** What the emulator does not keep and GitHub does. */
export interface Overlay {
  /** No commit yet: git endpoints answer 409. */
  empty: boolean;
  readonly reactions: StoredReaction[];
  /** Assignees of pull requests, by number. */
  readonly assignees: Map<number, string[]>;
  /** Head of a pull request when it was closed. */
  readonly closedHeads: Map<number, string>;
  /** Merge commit of a merged pull request. */
  readonly merges: Map<number, { sha: string; at: string }>;
  /** Commits that GitHub signed itself. */
  readonly signed: Set<string>;
  /** Review comment id → what GitHub keeps of it. */
  readonly reviewComments: Map<number, StoredReviewComment>;
  /** Node id → the versions of its text, oldest first; absent as long as it is as it was written. */
  readonly versions: Map<string, CommentVersion[]>;
  /** Pull request number → the fork it comes from. */
  readonly forks: Map<number, Fork>;
}

/** Where a review comment was written, besides what the emulator keeps. */
export interface StoredReviewComment {
  readonly reviewId: number;
  readonly hunk: string;
  readonly position: number | null;
  readonly startLine: number | null;
}

/** A text that something had, who wrote it, and when (this machine's time). */
export interface CommentVersion {
  readonly body: string;
  readonly editor: Json;
  readonly at: string;
}

/** The other repository of a pull request; its commits are kept in this one, without a branch. */
export interface Fork {
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
  /** Deleted meanwhile. */
  readonly gone: boolean;
}

/** Everything a rule may use. */
export interface World {
  readonly settings: Settings;
  readonly emulator: RunningEmulator;
  readonly overlay: Overlay;
  readonly clock: Clock;
  readonly images: Images;
  /** Base URL of the front. */
  readonly url: string;
  /** What `html_url` begins with. */
  readonly serverUrl: string;
  /** Sends the request (changed by `change`) to the emulator; URLs of the answer are the front's. */
  pass(request: FrontRequest, change?: Partial<FrontRequest>): Promise<FrontResponse>;
  /** Runs writes one after another, as GitHub's locks do: a look and the write after it are one step. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  /** Calls the emulator as the owner, under `/repos/{owner}/{repo}`. */
  asOwner(method: string, path: string, body?: unknown): Promise<FrontResponse>;
}

/** A rule answers a request, or returns undefined to leave it to the next one. */
export interface Rule {
  readonly method: string;
  /** On the decoded path below `/repos/{owner}/{repo}`; the groups are the parameters. */
  readonly path: RegExp;
  apply(
    request: FrontRequest,
    parameters: readonly string[],
    world: World,
  ): Promise<FrontResponse | undefined>;
}

/** The bot which owns the token under test, as GitHub shows it. */
export const BOT: Json = {
  login: 'github-actions[bot]',
  id: 41898282,
  node_id: 'MDM6Qm90NDE4OTgyODI=',
  avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
  gravatar_id: '',
  url: 'https://api.github.com/users/github-actions%5Bbot%5D',
  html_url: 'https://github.com/apps/github-actions',
  type: 'Bot',
  site_admin: false,
};

function createTurn(): World['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Makes the world around a started emulator. */
export function createWorld(settings: Settings, emulator: RunningEmulator, url: string): World {
  const serverUrl = settings.serverUrl ?? url;
  const urls = { url, serverUrl };
  const pass: World['pass'] = async (request, change = {}) =>
    moveUrls(await emulator.forward({ ...request, ...change }), emulator.url, urls);
  return {
    settings,
    emulator,
    ...urls,
    overlay: {
      empty: settings.empty,
      reactions: [],
      assignees: new Map(),
      closedHeads: new Map(),
      merges: new Map(),
      signed: new Set(),
      reviewComments: new Map(),
      versions: new Map(),
      forks: new Map(),
    },
    clock: createClock(),
    images: createImages(settings.images),
    pass,
    inTurn: createTurn(),
    asOwner: async (method, path, body) => {
      const [bare = '', query = ''] = path.split('?');
      const request = {
        method,
        path: `/repos/${settings.repository}${bare}`,
        query: new URLSearchParams(query),
        token: emulator.tokenOf(settings.owner),
        headers: {},
        body,
      };
      return moveUrls(await emulator.forward(request), emulator.url, urls);
    },
  };
}

/** The body of an owner's call that must work; the reason of a failure is in the error. */
export async function ownerJson(
  world: World,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await world.asOwner(method, path, body);
  if (!ok(answer)) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Every page of a list, as the owner sees it. */
export async function ownerAll(world: World, path: string): Promise<unknown[]> {
  const items: unknown[] = [];
  const join = path.includes('?') ? '&' : '?';
  for (let page = 1; ; page += 1) {
    const found = list(await ownerJson(world, 'GET', `${path}${join}per_page=100&page=${page}`));
    items.push(...found);
    if (found.length < 100) return items;
  }
}

/** Is this the token under test? */
export const isBot = (world: World, token: string | undefined): boolean => token === world.emulator.token;

/** The user a token acts as. */
export async function userOf(world: World, token: string | undefined): Promise<Json> {
  if (isBot(world, token)) return BOT;
  return (await findUser(world, world.emulator.loginOf(token ?? '') ?? '')) ?? {};
}

/** A person's public user object, or undefined when there is no such account. */
export async function findUser(world: World, login: string): Promise<Json | undefined> {
  if (login.toLowerCase() === BOT.login) return BOT;
  const token = world.emulator.tokenOf(world.settings.owner);
  const request = {
    method: 'GET',
    path: `/users/${encodeURIComponent(login)}`,
    query: new URLSearchParams(),
    token,
    headers: {},
    body: undefined,
  };
  const answer = moveUrls(await world.emulator.forward(request), world.emulator.url, world);
  if (!ok(answer)) return undefined;
  const { login: name, id, node_id, avatar_url, url, html_url, type, site_admin } = answer.body as Json;
  return { login: name, id, node_id, avatar_url, gravatar_id: '', url, html_url, type, site_admin };
}
