import { Octokit } from '@octokit/rest';
import { retryDelay } from './retry.js';

/** No answer of GitHub's takes longer; a request without one is a failed one. Milliseconds. */
const REQUEST_TIMEOUT_MS = 60_000;

export type ClientOptions = {
  readonly token: string;
  /** `owner/name`: no request leaves for any other repository. */
  readonly repository: string;
  /** `https://api.github.com`, or an Enterprise Server's `https://host/api/v3`. */
  readonly apiUrl: string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
};

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
  const [owner = '', repo = ''] = options.repository.split('/');
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'smol',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, redirect: 'follow', signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    },
  });
  const home = new URL(`${options.apiUrl}/repos/${owner}/${repo}`).pathname.toLowerCase();
  octokit.hook.wrap('request', async (request, parameters) => {
    const path = new URL(octokit.request.endpoint(parameters).url).pathname;
    const isGraphql = path === '/graphql' || path === '/api/graphql';
    if (!isGraphql && path.toLowerCase() !== home && !path.toLowerCase().startsWith(`${home}/`)) {
      throw new Error(`A request left the repository: ${path}`);
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(parameters);
      } catch (error) {
        const wait = retryDelay(error, { method: parameters.method, path, attempt }, options.now());
        if (wait === null) throw error;
        await options.sleep(wait);
      }
    }
  });
  return { rest: octokit.rest, graphql: octokit.graphql, repo: { owner, repo } };
}
