import { type Endpoint } from './endpoint.js';
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
/** Waits; rejects with the signal's reason when aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;
export type ModelOptions = {
    /** Left out or null for an endpoint that wants no key. */
    readonly apiKey?: string | null | undefined;
    /** Default OpenAI's. `https`, or `http` on this machine. */
    readonly baseUrl?: string | undefined;
    /** Default `gpt-6-sol` at OpenAI; required elsewhere. */
    readonly model?: string | undefined;
    /** The model of the plan, where it is another than the files'. */
    readonly planModel?: string | undefined;
    /** Reasoning effort. Not sent unless set. */
    readonly effort?: string | undefined;
    /** 0 to 2. Not sent unless set: reasoning models refuse it. */
    readonly temperature?: number | undefined;
    /** Tokens of one reply at most. Not sent unless set. */
    readonly maxOutputTokens?: number | undefined;
    /** Milliseconds without a byte after which a reply is given up. Default 120,000. */
    readonly idleTimeoutMs?: number | undefined;
    /** Requests at the same time at most. Default 64. */
    readonly concurrency?: number | undefined;
    /** Routes requests that share a prefix to the same cache. Sent to OpenAI only. */
    readonly promptCacheKey?: string | undefined;
    readonly fetch?: Fetch | undefined;
    /** Milliseconds since the epoch. For tests, as are `sleep` and `random`. */
    readonly clock?: (() => number) | undefined;
    readonly sleep?: Sleep | undefined;
    /** A number from 0 (included) to 1 (excluded). */
    readonly random?: (() => number) | undefined;
};
/** Options with their defaults, checked. */
export type Settings = {
    readonly apiKey: string | null;
    readonly endpoint: Endpoint;
    readonly models: {
        readonly plan: string;
        readonly file: string;
    };
    readonly effort: string | null;
    readonly temperature: number | null;
    readonly maxOutputTokens: number | null;
    readonly promptCacheKey: string | null;
    readonly idleTimeoutMs: number;
    readonly concurrency: number;
    readonly fetch: Fetch;
    readonly clock: () => number;
    readonly sleep: Sleep;
    readonly random: () => number;
};
/**
 * Checks options and fills in the defaults.
 *
 * @throws InvalidOptionError, whose message is a sentence for a person and never shows a key.
 */
export declare function readSettings(options: ModelOptions): Settings;
