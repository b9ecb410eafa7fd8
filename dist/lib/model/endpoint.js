import { isIPv4 } from 'node:net';
import { InvalidOptionError } from './errors.js';
/** The endpoint and the model of whoever names none. */
export const DEFAULT_BASE_URL = 'https://api.openai.com/v1';
export const DEFAULT_MODEL = 'gpt-6-sol';
/** GitHub Models: closed on 2026-07-30, answers 410. https://github.blog/changelog/2026-07-30-github-models-is-now-retired/ */
const RETIRED_HOSTS = ['models.github.ai', 'models.inference.ai.azure.com'];
const AZURE = /\.(openai|services\.ai|cognitiveservices)\.azure\.com$/;
/**
 * Reads a base URL. Only `https`, or `http` to this machine; no credentials, query or fragment.
 * `/chat/completions` at its end is taken off: people copy it along.
 *
 * @throws InvalidOptionError
 * @example parseEndpoint('http://localhost:11434/v1/').baseUrl === 'http://localhost:11434/v1'
 */
export function parseEndpoint(text) {
    const url = URL.parse(text);
    if (url === null || url.host === '')
        throw invalid('is not a URL, such as https://api.openai.com/v1');
    if (url.username !== '' || url.password !== '') {
        throw invalid('has a user name or a password in it; a key belongs into `api-key`');
    }
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
        throw invalid('must begin with https:// (http:// is for localhost only)');
    }
    if (url.search !== '' || url.hash !== '')
        throw invalid('must not have a query or a fragment');
    if (RETIRED_HOSTS.includes(url.hostname)) {
        throw new InvalidOptionError('base-url', `GitHub Models (${url.hostname}) was shut down on 30 July 2026 and answers no more.`, 'Set `base-url` to another endpoint, or leave it out and use an OpenAI key.');
    }
    const isOpenAI = url.hostname === 'api.openai.com' || url.hostname.endsWith('.api.openai.com');
    return {
        baseUrl: url.origin + url.pathname.replace(/(\/chat\/completions)?\/*$/, ''),
        host: url.host,
        isOpenAI,
        isLocal: isLoopback(url.hostname) || isPrivate(url.hostname),
        tokenLimit: isOpenAI || AZURE.test(url.hostname) ? 'max_completion_tokens' : 'max_tokens',
    };
}
function invalid(what) {
    return new InvalidOptionError('base-url', `\`base-url\` ${what}.`);
}
/** `URL` has already written every spelling of an IPv4 address (`0x7f.1`) as four decimal numbers. */
function isLoopback(hostname) {
    if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]')
        return true;
    return isIPv4(hostname) && hostname.startsWith('127.');
}
function isPrivate(hostname) {
    if (/\.(local|lan|internal|home\.arpa)$/.test(hostname) || /^\[f[cd]/.test(hostname))
        return true;
    return isIPv4(hostname) && /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname);
}
