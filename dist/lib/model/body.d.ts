import type OpenAI from 'openai';
import type { Message } from './port.js';
import type { Quirks } from './quirks.js';
import type { Settings } from './settings.js';
/** A JSON Schema with a name, for a reply that is one JSON value. */
export type Format = {
    readonly name: string;
    readonly schema: Record<string, unknown>;
};
export type Body = OpenAI.ChatCompletionCreateParamsStreaming;
export type BodyRequest = {
    readonly model: string;
    readonly messages: readonly Message[];
    /** Null for plain text. */
    readonly format: Format | null;
};
/** The body of a request as this endpoint takes it. */
export declare function buildBody(request: BodyRequest, quirks: Quirks, settings: Settings): Body;
/** Messages in the order of roles that the endpoint's chat template takes. */
export declare function arrange(messages: readonly Message[], quirks: Pick<Quirks, 'mergesRoles' | 'mergesSystem'>): Message[];
/** How many pictures there are. */
export declare function countImages(messages: readonly Message[]): number;
/** Whether a body shows any of them. */
export declare function hasImages({ messages }: Body): boolean;
