import type { Model } from './port.js';
import { type ModelOptions } from './settings.js';
export type { ModelOptions } from './settings.js';
/**
 * A model behind an OpenAI-compatible endpoint (Chat Completions), with one retry layer and one gate for all
 * of its calls. Nothing is loaded or sent before the first call.
 *
 * @throws InvalidOptionError when an option cannot work.
 * @example
 * const model = createModel({ apiKey: process.env.OPENAI_API_KEY });
 * const { text } = await model.streamText({ purpose: 'file', messages: [{ role: 'user', content: 'Hi' }] });
 */
export declare function createModel(options: ModelOptions): Model;
