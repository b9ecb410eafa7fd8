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
export { createModel, type ModelOptions } from './model/openai.js';
export { addUsage, type CallOptions, type Message, type Model, NO_USAGE, type ObjectRequest, type ObjectResult, type Purpose, type Retry, type TextRequest, type TextResult, type Usage, } from './model/port.js';
export type { Fetch, Sleep } from './model/settings.js';
export { type Quote, quoteOf } from './smol/budget.js';
export { type CodeOptions, type CodeRequest, generateCode } from './smol/code.js';
export { develop } from './smol/develop.js';
export { type Edit, type EditsReply, readEdits } from './smol/edit-blocks.js';
export { type EditedCode, type EditRequest, editCode } from './smol/edit-code.js';
export { type Applied, applyEdits } from './smol/edits.js';
export * from './smol/errors.js';
export type { DevelopEvent, DevelopRequest, DevelopResult, ExistingRepository, FileAction, FileFailure, Limits, Plan, PlannedFile, RefusedFile, ReviseRequest, Unmade, } from './smol/events.js';
export type { ListedFile } from './smol/file-list.js';
export { specifyFilePaths } from './smol/file-paths.js';
export { checkPath, type PathVerdict } from './smol/paths.js';
export { type PlanOptions, type PlanRequest, type PlanRules, plan, readPlan, type StreamOptions, } from './smol/plan.js';
export { comparePlans, type FileDifference, filesToMake, type PlanDifference, } from './smol/plan-difference.js';
export type { Brief, Remark, Repository, Review, Source } from './smol/prompts.js';
export { revise } from './smol/revise.js';
