import { type BodyRequest } from './body.js';
import { type CallOptions, type Usage } from './port.js';
import { type Reply } from './reply.js';
import type { Settings } from './settings.js';
export type ChatRequest = Omit<BodyRequest, 'model'> & CallOptions & {
    readonly onDelta?: ((text: string) => void) | undefined;
};
export type ChatReply = Reply & {
    readonly usage: Usage;
};
/** One question, one reply; retried, at the shared gate, put as the endpoint takes it. */
export type Chat = (request: ChatRequest) => Promise<ChatReply>;
/** Opens the way to an endpoint. Nothing is loaded or sent before the first request. */
export declare function createChat(settings: Settings): Chat;
