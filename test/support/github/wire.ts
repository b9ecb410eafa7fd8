/** A parsed JSON object whose members are not yet known. */
export type Json = Record<string, unknown>;

/** One request to the API, as the front sees it. */
export interface FrontRequest {
  readonly method: string;
  /** As sent (percent-encoded), without `/api/v3` or the `/api` of GraphQL, and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `person`: a test acts or reads; archived repositories and closed issue trackers do not stop it. */
  readonly origin: 'wire' | 'person';
}

/** What is answered. `body`: JSON, bytes (sent as they are) or undefined for no body. */
export interface FrontResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Is this a JSON object (not an array, not null)? */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

/** The member as an object; `{}` when it is none, so that chains stay short. */
export function member(value: unknown, ...keys: string[]): unknown {
  let current = value;
  for (const key of keys) current = isJson(current) ? current[key] : undefined;
  return current;
}

/** The value as a list; anything else is an empty one. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The value as text; anything else is an empty one. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An answer with a JSON body. */
export function reply(status: number, body?: unknown, headers: Record<string, string> = {}): FrontResponse {
  return { status, body, headers };
}

/**
 * An error as GitHub words it: `message`, `errors` when given, `documentation_url`, and the status as text.
 */
export function refuse(status: number, message: string, errors?: readonly Json[]): FrontResponse {
  const body = {
    message,
    ...(errors && { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  };
  return reply(status, body);
}

/** 422 with one entry in `errors`. */
export const invalid = (error: Json): FrontResponse => refuse(422, 'Validation Failed', [error]);

/** Was the request accepted? */
export const ok = (response: FrontResponse): boolean => response.status < 300;

/** The same answer with another status; refusals stay as they are. */
export const withStatus = (response: FrontResponse, status: number): FrontResponse =>
  ok(response) ? { ...response, status } : response;

/** Path segments, decoded: `/repos/o/r/git/ref/heads%2Fx` has 6, the last being `heads/x`. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
