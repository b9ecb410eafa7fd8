import { createChat } from './chat.js';
import { costOf, priceOf } from './prices.js';
import { readSettings } from './settings.js';
import { askForObject } from './structured.js';
/**
 * A model behind an OpenAI-compatible endpoint (Chat Completions), with one retry layer and one gate for all
 * of its calls. Nothing is loaded or sent before the first call.
 *
 * @throws InvalidOptionError when an option cannot work.
 * @example
 * const model = createModel({ apiKey: process.env.OPENAI_API_KEY });
 * const { text } = await model.streamText({ purpose: 'file', messages: [{ role: 'user', content: 'Hi' }] });
 */
export function createModel(options) {
    const settings = readSettings(options);
    const chat = createChat(settings);
    return {
        nameOf: (purpose) => settings.models[purpose],
        streamText: (request) => chat({ ...request, format: null }),
        object: (request) => askForObject(request, chat),
        cost: (purpose, tokens) => {
            const price = settings.endpoint.isLocal ? null : priceOf(settings.models[purpose]);
            return price === null ? null : costOf(price, tokens);
        },
    };
}
