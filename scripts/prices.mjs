// Writes src/model/prices.json from @pydantic/genai-prices. Run it after an update of that package:
//   node scripts/prices.mjs
// US dollars per million tokens, at the rate for prompts of usual length.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calcPrice, findProvider } from '@pydantic/genai-prices';

const MODELS = {
  openai: [
    'gpt-6-astra',
    'gpt-6-sol',
    'gpt-6-luna',
    'gpt-5.6-sol',
    'gpt-5.6-terra',
    'gpt-5.6-luna',
    'gpt-5.5',
    'gpt-5.4',
    'gpt-5.4-mini',
    'gpt-5.4-nano',
    'gpt-5.2',
    'gpt-4.1',
    'gpt-4.1-mini',
  ],
  anthropic: [
    'claude-opus-5-5',
    'claude-opus-5',
    'claude-opus-4-8',
    'claude-sonnet-5',
    'claude-sonnet-4-6',
    'claude-haiku-4-5',
    'claude-fable-5-1',
  ],
  google: [
    'gemini-3.1-pro-preview',
    'gemini-3.5-flash',
    'gemini-3.5-flash-lite',
    'gemini-2.5-pro',
    'gemini-2.5-flash',
  ],
  'x-ai': ['grok-4.6', 'grok-4.5'],
  mistral: ['mistral-large-2512', 'devstral-2512'],
};
// Few enough for no long-context rate, enough for exact decimals.
const SAMPLE = 1_000;

/** Dollars per million of one kind of token; undefined when the provider does not price it apart. */
function rate(model, providerId, kind) {
  const usage = { input_tokens: SAMPLE, output_tokens: 0, [kind]: SAMPLE };
  if (kind === 'output_tokens') usage.input_tokens = 0;
  const result = calcPrice(usage, model, { providerId });
  if (result === null) throw new Error(`No price for ${providerId} ${model}.`);
  return Number(((result.total_price / SAMPLE) * 1_000_000).toFixed(6));
}

/** A price that depends on the day or the hour would be wrong in a table. */
function assertSteady(model, providerId) {
  const { prices } = findProvider({ providerId }).models.find(({ id }) => id === model) ?? {};
  const later = Array.isArray(prices) ? prices.filter(({ constraint }) => constraint !== undefined) : [];
  const unsteady = later.find(
    ({ constraint }) => constraint.type !== 'start_date' || Date.parse(constraint.start_date) > Date.now(),
  );
  if (unsteady !== undefined)
    throw new Error(`The price of ${model} changes: ${JSON.stringify(unsteady.constraint)}`);
}

function row(model, provider) {
  assertSteady(model, provider);
  const input = rate(model, provider, 'input_tokens');
  const cacheWrite = rate(model, provider, 'cache_write_tokens');
  return {
    provider,
    input,
    cached: rate(model, provider, 'cache_read_tokens'),
    ...(cacheWrite === input ? {} : { cacheWrite }),
    output: rate(model, provider, 'output_tokens'),
  };
}

const rows = Object.entries(MODELS).flatMap(([provider, models]) =>
  models.map((model) => [model, row(model, provider)]),
);
const file = fileURLToPath(new URL('../src/model/prices.json', import.meta.url));
writeFileSync(
  file,
  `{\n${rows.map(([model, price]) => `  ${JSON.stringify(model)}: ${oneLine(price)}`).join(',\n')}\n}\n`,
);
console.log(`${rows.length} prices written.`);

function oneLine(price) {
  const members = Object.entries(price).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${members.join(', ')} }`;
}
