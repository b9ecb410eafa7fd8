import type { Fetch } from './settings.js';
/** One frame of a stream, or one whole body that is no stream. No reply a person wants is longer (S39). */
export declare const MAX_REPLY_BYTES = 5000000;
/**
 * A `fetch` for the `openai` package that closes its gaps: its timeout does not cover a streamed body, it
 * follows redirects to other hosts, and it takes whatever comes with status 200 for an answer (F3, F6, S65).
 *
 * - No byte for `idleTimeoutMs`, from the request on: IdleTimeoutError.
 * - A redirect to another host: RequestRejectedError. To the same host: followed, with method and body.
 * - Status 200 and a JSON body: turned into a stream of one frame. Neither JSON nor a stream: BrokenReplyError.
 * - Bodies of errors: cut, and brought into the one form that the package reads.
 */
export declare function guardedFetch(inner: Fetch, idleTimeoutMs: number): Fetch;
