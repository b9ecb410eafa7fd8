/**
 * What a failed call tells, read from whatever was thrown. The classes of the `openai` package are not
 * imported (it loads late); errors are known by their fields.
 */
export type Failure = {
    /** HTTP status; also the one that some servers put into an error inside a stream. Null without an answer. */
    readonly status: number | null;
    /** Lower-case `code` and `type` of the server's error object. */
    readonly codes: readonly string[];
    readonly param: string | null;
    /** The server's own words, raw: for matching, not for showing. Empty when it said nothing. */
    readonly words: string;
    readonly headers: Headers | null;
    /** Code of a failed connection or TLS handshake, such as `ECONNREFUSED`. */
    readonly networkCode: string | null;
};
type Fields = Readonly<Record<string, unknown>>;
/** Reads a failure. Never throws, whatever it is given. */
export declare function readFailure(error: unknown): Failure;
/** The error itself and what it says caused it, outermost first. */
export declare function causes(error: unknown): unknown[];
/**
 * A server's words, fit to be shown: one line, 200 characters at most, nothing in them that looks like a key.
 *
 * @param secret the key in use; masked wherever it stands.
 * @example clean('Wrong key sk-proj-abcdefgh1234\nsorry', null) === 'Wrong key *** sorry'
 */
export declare function clean(words: string, secret: string | null): string;
/** The members of an object; none of anything else. */
export declare function fields(value: unknown): Fields;
export {};
