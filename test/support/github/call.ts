import { answer } from './front.js';
import { type FrontResponse, list, ok } from './wire.js';
import type { World } from './world.js';

/** Calls the front as a person, under `/repos/{owner}/{repo}`: no journal, no contract, no faults. */
export async function tryCall(
  world: World,
  method: string,
  path: string,
  body?: unknown,
  by?: string,
): Promise<FrontResponse> {
  const url = new URL(`/repos/${world.settings.repository}${path}`, world.url);
  const token = world.emulator.tokenOf(by ?? world.settings.owner);
  const { pathname, searchParams: query } = url;
  // What people do, they do a second after whatever was before, so that moments tell the order.
  if (method !== 'GET') await world.clock.pass(1);
  return answer({ method, path: pathname, query, token, headers: {}, body, origin: 'person' }, world);
}

/** The same for calls that must work; throws with GitHub's words otherwise. */
export async function call(
  world: World,
  method: string,
  path: string,
  body?: unknown,
  by?: string,
): Promise<unknown> {
  const response = await tryCall(world, method, path, body, by);
  if (!ok(response))
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
  return response.body;
}

/** Every page of a list. */
export async function all(world: World, path: string): Promise<unknown[]> {
  const items: unknown[] = [];
  const join = path.includes('?') ? '&' : '?';
  for (let page = 1; ; page += 1) {
    const found = list(await call(world, 'GET', `${path}${join}per_page=100&page=${page}`));
    items.push(...found);
    if (found.length < 100) return items;
  }
}

/** A branch name in a path. */
export const inPath = (name: string): string => name.split('/').map(encodeURIComponent).join('/');
