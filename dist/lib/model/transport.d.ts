import type { Fetch } from './settings.js';
/**
 * A `fetch` for the `openai` package that closes its gaps: it follows redirects to other hosts, it takes
 * whatever comes with status 200 for an answer, and it drops the words of many servers' errors.
 *
 * - A redirect to another host: RequestRejectedError. To the same host: followed, with method and body.
 * - Status 200 and a JSON body: turned into a stream of one frame. Neither JSON nor a stream: BrokenReplyError.
 * - Bodies of errors: cut, and brought into the one form that the package reads.
 *
 * @param isPatient whether more than 300 seconds may pass without a byte; Node's `fetch` ends there.
 */
export declare function guardedFetch(inner: Fetch, isPatient: boolean): Fetch;
