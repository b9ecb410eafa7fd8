import { createHash } from 'node:crypto';
import { contentText, isObject, type JsonObject, type Usage } from './protocol.js';

/** Characters in one token, for every count this endpoint makes. */
export const CHARACTERS_PER_TOKEN = 4;

/** OpenAI caches nothing shorter, and counts in steps of 128 from there. */
const MINIMUM_TOKENS = 1024;
const STEP_TOKENS = 128;

/** Tokens of a text, rounded up. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** Remembers the beginnings of prompts, as a provider's prompt cache does. */
export type PromptCache = {
  /** Tokens of this request's prompt that an earlier one shares from the start: 0, or 1024 and more in steps of 128. */
  cachedTokens(body: JsonObject): number;
  /** Makes this request's prompt known to later ones. */
  add(body: JsonObject): void;
};

/** An empty cache. Prompts of different models share nothing. */
export function createPromptCache(): PromptCache {
  const known = new Set<string>();
  return {
    cachedTokens: (body) => {
      const blocks = blockHashes(body);
      const shared = blocks.findIndex((hash) => !known.has(hash));
      const tokens = (shared < 0 ? blocks.length : shared) * STEP_TOKENS;
      return tokens < MINIMUM_TOKENS ? 0 : tokens;
    },
    add: (body) => {
      for (const hash of blockHashes(body)) known.add(hash);
    },
  };
}

/** The usage of one answered request. */
export function usageOf(body: JsonObject, answer: string, cachedTokens: number): Usage {
  const promptTokens = countTokens(promptText(body));
  const completionTokens = countTokens(answer);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: cachedTokens },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}

/** Everything of a request that becomes prompt tokens. The schema comes first: it is part of the cached prefix. */
function promptText(body: JsonObject): string {
  const schema = isObject(body.response_format) ? body.response_format.json_schema : undefined;
  const messages = (Array.isArray(body.messages) ? body.messages : []).filter(isObject);
  const parts = messages.map((message) => `<|${String(message.role)}|>${contentText(message.content)}`);
  return (schema === undefined ? '' : JSON.stringify(schema)) + parts.join('');
}

/** One hash for every whole block of 128 tokens, each standing for the prompt up to its end. */
function blockHashes(body: JsonObject): string[] {
  const text = promptText(body);
  const size = STEP_TOKENS * CHARACTERS_PER_TOKEN;
  const hash = createHash('sha1').update(String(body.model));
  return Array.from({ length: Math.floor(text.length / size) }, (_, block) =>
    hash
      .update(text.slice(block * size, (block + 1) * size))
      .copy()
      .digest('base64'),
  );
}
