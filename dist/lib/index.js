/**
 * The library: plan an app, then write all of its files at the same time, with any OpenAI-compatible endpoint.
 *
 * @example
 * import { createModel, develop } from 'smol-issue';
 *
 * const model = createModel({ apiKey: process.env.OPENAI_API_KEY });
 * for await (const event of develop({ prompt: 'a Tic Tac Toe game' }, model)) {
 *   if (event.type === 'file.done') console.log(event.path, event.content.length);
 * }
 */
export * from './model/errors.js';
export { createModel } from './model/openai.js';
export { addUsage, NO_USAGE, } from './model/port.js';
export { quoteOf } from './smol/budget.js';
export { generateCode } from './smol/code.js';
export { develop } from './smol/develop.js';
export { readEdits } from './smol/edit-blocks.js';
export { editCode } from './smol/edit-code.js';
export { applyEdits } from './smol/edits.js';
export * from './smol/errors.js';
export { specifyFilePaths } from './smol/file-paths.js';
export { checkPath } from './smol/paths.js';
export { plan, readPlan, } from './smol/plan.js';
export { comparePlans, filesToMake, } from './smol/plan-difference.js';
export { revise } from './smol/revise.js';
