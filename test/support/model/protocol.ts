import type { IncomingMessage, ServerResponse } from 'node:http';

/** A JSON object whose members are not known. */
export type JsonObject = Record<string, unknown>;

/** The structured output a request asks for, as Chat Completions spells it. */
export type ResponseFormat = {
  type: string;
  json_schema?: { name?: string; strict?: boolean; schema?: JsonObject };
};

/** One message with its content as plain text. */
export type ChatMessage = { role: string; content: string };

/** One chat completion request that passed the endpoint's own checks. */
export type ChatRequest = {
  /** 0 for the first request that reached the server, rejected ones counted. */
  index: number;
  model: string;
  stream: boolean;
  messages: readonly ChatMessage[];
  responseFormat: ResponseFormat | undefined;
  /** The request exactly as it was sent. */
  body: JsonObject;
};

/** How fast an answer comes. One token is four characters, here and in `usage`. */
export type Pace = {
  /** Without it, everything after the first token comes at once. */
  tokensPerSecond?: number;
  firstTokenMs?: number;
  /** Characters in one streamed chunk: 4 unless told otherwise when a speed is set, else 64. */
  chunkSize?: number;
};

export type TextAnswer = Pace & { text: string; finishReason?: 'stop' | 'length' | 'content_filter' };

/** What the endpoint says to one request. */
export type Answer =
  | TextAnswer
  | { refusal: string }
  | { status: number; headers?: Record<string, string>; body: unknown }
  | { raw: RawHandler };

export type AnswerFunction = (request: ChatRequest) => Answer | Promise<Answer>;

/** One request and the response to write by hand. */
export type RawExchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** The parsed body, `{}` when it was no JSON object. */
  body: JsonObject;
  index: number;
};

export type RawHandler = (exchange: RawExchange) => void | Promise<void>;

/** Token counts in the form of Chat Completions. */
export type Usage = {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details: { cached_tokens: number };
  completion_tokens_details: { reasoning_tokens: number };
};

/** One line of the journal. Times are milliseconds since the epoch, with fractions. */
export type ModelRequest = {
  index: number;
  method: string;
  path: string;
  /** The header as sent, so that a test can see the key. */
  authorization: string | undefined;
  /** The parsed body, or its text when it was no JSON. */
  body: unknown;
  /** Undefined until the head of the answer is sent. */
  readonly status: number | undefined;
  usage: Usage | undefined;
  arrivedAt: number;
  finishedAt: number | undefined;
  /** The client went away before the answer was whole. */
  closedEarly: boolean;
};

/** A running endpoint. */
export type Model = {
  /** Base URL for a client, ending in `/v1`. */
  url: string;
  apiKey: string;
  /** The journal, in order of arrival. */
  requests(): readonly ModelRequest[];
  close(): Promise<void>;
};

/** Whether a value is a JSON object: no array, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a message's content: a string as it is, the text parts of an array joined, else nothing. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isObject(part) && typeof part.text === 'string' ? part.text : '')).join('');
}
