import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import { Recent } from './recent.js';
import { retryDelay } from './retry.js';
import { inAllTexts, redactMessage, type Secrets } from './secrets.js';

/** No answer of GitHub's takes longer; a request without one is a failed one. Milliseconds. */
const REQUEST_TIMEOUT_MS = 60_000;

export type ClientOptions = {
  readonly token: string;
  /** `owner/name`: no request leaves for any other repository. */
  readonly repository: string;
  /** `https://api.github.com`, or an Enterprise Server's `https://host/api/v3`. */
  readonly apiUrl: string;
  /** Waits between attempts; rejects when the run is cancelled, which ends the attempts. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Takes secrets out of what people will read. */
  readonly redact: Secrets['redact'];
};

/** What of a request is no text for people: where it goes, and how. */
const ADDRESS = new Set(['method', 'baseUrl', 'url', 'headers', 'request', 'mediaType', 'owner', 'repo']);
/** Contents of files, which are checked instead: one with a secret in it is not committed at all. */
const CONTENTS = /\/git\/(?:trees|blobs)$/;

/** GitHub, as far as one repository. */
export type GitHub = {
  readonly rest: Octokit['rest'];
  /** For what REST cannot do; arguments are ids that came from this repository. */
  readonly graphql: Octokit['graphql'];
  /** What every call needs. */
  readonly repo: { readonly owner: string; readonly repo: string };
};

/**
 * Opens a client which is pinned to one repository and makes failed requests again where that is safe.
 * Throws an Error at any request to another place.
 */
export function createGitHub(options: ClientOptions): GitHub {
  const { redact } = options;
  const [owner = '', repo = ''] = options.repository.split('/');
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'smol',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    request: { fetch: wholeAnswer },
  });
  const home = new URL(`${options.apiUrl}/repos/${owner}/${repo}`).pathname.toLowerCase();
  const recent = new Recent();
  octokit.hook.wrap('request', async (request, parameters) => {
    const path = new URL(octokit.request.endpoint(parameters).url).pathname;
    const isGraphql = path === '/graphql' || path === '/api/graphql';
    if (!isGraphql && path.toLowerCase() !== home && !path.toLowerCase().startsWith(`${home}/`)) {
      throw new Error(`A request left the repository: ${path}`);
    }
    const { method } = parameters;
    // In place: what a hook passes on is not what the hooks before it are given.
    if (!CONTENTS.test(path)) Object.assign(parameters, withoutSecrets(parameters, redact));
    const isRecent = recent.isNamedBy(path, parameters, options.now());
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = assertAnswer(await request(parameters));
        if (method !== 'GET') recent.add(response.data, options.now());
        return response;
      } catch (error) {
        const wait = retryDelay(error, { method, path, attempt, isRecent }, options.now());
        const failure = redactMessage(error, redact);
        if (wait === null) throw failure;
        await options.sleep(wait).catch(() => Promise.reject(failure));
      }
    }
  });
  return { rest: octokit.rest, graphql: octokit.graphql, repo: { owner, repo } };
}

function withoutSecrets(parameters: object, redact: Secrets['redact']): object {
  const texts = Object.entries(parameters).filter(([name]) => !ADDRESS.has(name));
  return Object.fromEntries(texts.map(([name, value]) => [name, inAllTexts(value, redact)]));
}

/**
 * An answer, read to its end. The client library takes the half of an answer whose connection broke for the
 * whole of it; here it is a failed request. Redirects are not followed: they lead to another branch or
 * repository than the one that was asked for.
 */
async function wholeAnswer(url: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const response = await fetch(url, { ...init, redirect: 'manual', signal });
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(body.byteLength === 0 ? null : body, { status: response.status, headers });
}

/**
 * The answer, if it is one. A redirect says that what was asked for is elsewhere; a page is what a gateway or a
 * proxy shows in place of GitHub's answer, whatever its status. Throws a RequestError.
 */
function assertAnswer<T extends { status: number; url: string; data: unknown }>(response: T): T {
  const request = { method: 'GET', url: response.url, headers: {} } as const;
  if (response.status >= 300 && response.status < 400) {
    throw new RequestError('Moved to another place', 301, { request });
  }
  const isPage = response.status !== 204 && (typeof response.data !== 'object' || response.data === null);
  if (isPage) throw new RequestError('What answered is not GitHub', 502, { request });
  return response;
}
