import type { RunOptions } from './scene.js';

/** The model that is asked where nothing else is said. */
const OPENAI = 'https://api.openai.com/v1';

/**
 * Settings of an action that asks OpenAI, where prices are known, while the model on loopback answers: a run of which
 * nothing else is different.
 *
 * @param modelUrl ends in `/v1`.
 */
export function atOpenAI(modelUrl: string): Pick<RunOptions, 'inputs' | 'env'> {
  const script = `
    const { fetch } = globalThis;
    globalThis.fetch = (target, options) => fetch(String(target).replace('${OPENAI}', '${modelUrl}'), options);
  `;
  return {
    inputs: { 'base-url': OPENAI, model: 'gpt-6-sol' },
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` },
  };
}
