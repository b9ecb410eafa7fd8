/** The endpoint and the model of whoever names none. */
export declare const DEFAULT_BASE_URL = "https://api.openai.com/v1";
export declare const DEFAULT_MODEL = "gpt-6-sol";
/** Where the model answers, and what follows from it. */
export type Endpoint = {
    /** No slash at its end. */
    readonly baseUrl: string;
    readonly host: string;
    readonly isOpenAI: boolean;
    /** On this machine or in a private network: nobody bills for it. */
    readonly isLocal: boolean;
    /** The name under which the limit of a reply's tokens is sent first. Reasoning models know only the newer one. */
    readonly tokenLimit: 'max_completion_tokens' | 'max_tokens';
};
/**
 * Reads a base URL. Only `https`, or `http` to this machine; no credentials, query or fragment.
 * `/chat/completions` at its end is taken off: people copy it along.
 *
 * @throws InvalidOptionError
 * @example parseEndpoint('http://localhost:11434/v1/').baseUrl === 'http://localhost:11434/v1'
 */
export declare function parseEndpoint(text: string): Endpoint;
