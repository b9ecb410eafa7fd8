import { withHtml } from './images.js';
import { isCollaborator } from './options.js';
import { countReactions } from './reactions.js';
import { type FrontRequest, type FrontResponse, isJson, list, member, ok, refuse, text } from './wire.js';
import { BOT, isBot, type World } from './world.js';

/** What every request passes before any rule; an answer means it is refused. */
export async function gate(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  const { settings, emulator } = world;
  const bot = isBot(world, request.token);
  const login = emulator.loginOf(request.token ?? '');
  if (request.token !== undefined && !bot && login === undefined) return refuse(401, 'Bad credentials');
  const writes = request.method !== 'GET';
  if (writes && request.token === undefined) return refuse(401, 'Requires authentication');
  if (request.path === '/user' && bot) return refuse(403, 'Resource not accessible by integration');
  if (!`${request.path}/`.startsWith(`/repos/${settings.repository}/`)) return undefined;
  const mayRead = bot || (login !== undefined && isCollaborator(settings, login));
  if (settings.private && !mayRead) return refuse(404, 'Not Found');
  if (request.origin === 'person') return undefined;
  if (writes && settings.archived) return refuse(403, 'Repository was archived so is read-only.');
  if (!settings.hasIssues && (await isIssueCall(request, world))) {
    return refuse(410, 'Issues are disabled for this repo');
  }
  return undefined;
}

/** Pull requests keep their comments and labels when the issue tracker is off. */
async function isIssueCall(request: FrontRequest, world: World): Promise<boolean> {
  const path = request.path.slice(`/repos/${world.settings.repository}`.length);
  if (!/^\/issues(?:\/|$)/.test(path)) return false;
  const number = /^\/issues\/(\d+)/.exec(path)?.[1];
  return number === undefined || !ok(await world.asOwner('GET', `/pulls/${number}`));
}

/** Last touch on every answer: the bot's identity, GitHub's time and signatures, counted reactions, GitHub's words. */
export function polish(request: FrontRequest, response: FrontResponse, world: World): FrontResponse {
  // GraphQL has its own shapes.
  if (request.path === '/graphql') return response;
  if (!ok(response)) return { ...response, body: polishError(request, response, world) };
  return { ...response, body: withHtml(request, polishValue(response.body, world), world) };
}

function polishError(request: FrontRequest, response: FrontResponse, world: World): unknown {
  const { body } = response;
  if (!isJson(body)) return body;
  const forbidden = response.status === 403 && body.message === 'Forbidden' && isBot(world, request.token);
  const message = forbidden ? 'Resource not accessible by integration' : body.message;
  return {
    ...body,
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(response.status),
  };
}

const VERIFIED = { verified: true, reason: 'valid', signature: '-----BEGIN PGP SIGNATURE-----', payload: '' };

/** As the emulator and the rules write moments. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function polishValue(value: unknown, world: World): unknown {
  if (typeof value === 'string' && MOMENT.test(value)) return world.clock.shown(new Date(value));
  if (Array.isArray(value)) return list(value).map((each) => polishValue(each, world));
  if (!isJson(value)) return value;
  if (value.login === BOT.login) return value.id === BOT.id ? value : { ...value, ...BOT };
  const signed = typeof value.sha === 'string' && world.overlay.signed.has(value.sha);
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => {
    if (key === 'reactions') return [key, countReactions(each, world)];
    if (key === 'verification' && signed) return [key, VERIFIED];
    if (key === 'author' && each === null && isBotCommit(value)) return [key, BOT];
    if (key === 'commit' && signed && isJson(each) && each.verification) {
      return [key, { ...each, verification: VERIFIED }];
    }
    return [key, polishValue(each, world)];
  });
  return Object.fromEntries(entries);
}

const isBotCommit = (value: unknown): boolean =>
  text(member(value, 'commit', 'author', 'email')).includes(`${BOT.login}@`);
