import { createSign, generateKeyPairSync } from 'node:crypto';
import { createEmulator } from 'emulate';
import { peopleOf, type Settings } from './options.js';
import { type FrontRequest, type FrontResponse, isJson, member, reply } from './wire.js';

/** The App whose installation tokens GitHub Actions hands out; its id at GitHub. */
const ACTIONS_APP_ID = 15368;
const INSTALLATION_ID = 1;

/** `emulate`, started, with its tokens; it knows nothing of the front. */
export interface RunningEmulator {
  readonly url: string;
  /** The installation token of the program under test. */
  readonly token: string;
  /** The login of a person's token, or undefined. */
  loginOf(token: string): string | undefined;
  tokenOf(login: string): string;
  /** Sends a request on to the emulator. */
  forward(
    request: Pick<FrontRequest, 'method' | 'path' | 'query' | 'token' | 'body' | 'headers'>,
  ): Promise<FrontResponse>;
  close(): Promise<void>;
}

/** One key for every emulator of this process: making one costs 50 to 200 ms. */
const { privateKey: APP_KEY } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function appToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const head = base64url({ alg: 'RS256', typ: 'JWT' });
  const payload = base64url({ iat: now - 60, exp: now + 540, iss: String(ACTIONS_APP_ID) });
  const signature = createSign('RSA-SHA256').update(`${head}.${payload}`).sign(APP_KEY, 'base64url');
  return `${head}.${payload}.${signature}`;
}

/** The App is given exactly the permissions under test, so that the emulator itself refuses what is missing. */
function seedOf(settings: Settings) {
  const people = peopleOf(settings);
  return {
    tokens: Object.fromEntries(
      people.map((login) => [personToken(login), { login, scopes: ['repo', 'user'] }]),
    ),
    github: {
      users: people.map((login) => ({ login, name: login, email: `${login}@users.noreply.github.com` })),
      repos: [
        {
          owner: settings.owner,
          name: settings.repo,
          private: settings.private,
          default_branch: settings.defaultBranch,
          auto_init: !settings.empty,
        },
      ],
      apps: [
        {
          app_id: ACTIONS_APP_ID,
          slug: 'github-actions',
          name: 'GitHub Actions',
          private_key: APP_KEY,
          permissions: settings.permissions,
          installations: [
            { installation_id: INSTALLATION_ID, account: settings.owner, repository_selection: 'all' },
          ],
        },
      ],
    },
  };
}

const personToken = (login: string): string => `ghp_${login}`;

/**
 * Starts `emulate`'s GitHub on loopback with the people, the repository and the App of the settings.
 * Its base URL is left to it (with `baseUrl` set, port 0 is not reported back) and the front rewrites it.
 */
export async function startEmulator(settings: Settings): Promise<RunningEmulator> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    hostname: '127.0.0.1',
    seed: seedOf(settings),
  });
  const url = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const answer = await fetch(`${url}/app/installations/${INSTALLATION_ID}/access_tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken()}` },
  });
  const token = member(await answer.json(), 'token');
  if (typeof token !== 'string') throw new Error(`emulate gave no installation token: ${answer.status}`);
  const logins = new Map(peopleOf(settings).map((login) => [personToken(login), login]));
  return {
    url,
    token,
    loginOf: (each) => logins.get(each),
    tokenOf: (login) => {
      if (!logins.has(personToken(login))) throw new Error(`no such person: ${login}; name them in users`);
      return personToken(login);
    },
    forward: (request) => forward(url, request),
    close: () => emulator.close(),
  };
}

async function forward(
  url: string,
  request: Pick<FrontRequest, 'method' | 'path' | 'query' | 'token' | 'body' | 'headers'>,
): Promise<FrontResponse> {
  const query = request.query.size > 0 ? `?${request.query}` : '';
  const headers: Record<string, string> = { accept: request.headers.accept ?? 'application/json' };
  if (request.token !== undefined) headers.authorization = `Bearer ${request.token}`;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`${url}${request.path}${query}`, {
    method: request.method,
    headers,
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const link = answer.headers.get('link');
  return reply(
    answer.status,
    bodyOf(bytes, answer.headers.get('content-type') ?? ''),
    link === null ? {} : { link },
  );
}

function bodyOf(bytes: Buffer, contentType: string): unknown {
  if (bytes.length === 0) return undefined;
  return contentType.includes('json') ? JSON.parse(bytes.toString()) : bytes;
}

/** Replaces every URL of the emulator by the front's, in the whole answer. */
export function moveUrls(
  response: FrontResponse,
  emulatorUrl: string,
  { url, serverUrl }: { readonly url: string; readonly serverUrl: string },
): FrontResponse {
  const port = new URL(emulatorUrl).port;
  const move = (value: string): string =>
    value
      .replaceAll(`http://localhost:${port}`, emulatorUrl)
      .replaceAll(`"html_url":"${emulatorUrl}`, `"html_url":"${serverUrl}`)
      .replaceAll(emulatorUrl, url);
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, move(value)]),
  );
  if (!isJson(response.body) && !Array.isArray(response.body)) return { ...response, headers };
  return { ...response, headers, body: JSON.parse(move(JSON.stringify(response.body))) };
}
