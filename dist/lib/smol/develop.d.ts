import type { Model } from '../model/port.js';
import type { DevelopEvent, DevelopRequest } from './events.js';
/**
 * Develops an app: plans it, then makes every file at the same time. What happens comes as events, in order;
 * nothing is spent beyond the event that the reader has asked for, so that a reader may stop after
 * `plan.done` by leaving the loop, which aborts whatever runs.
 *
 * A file that fails does not stop the others: it comes as `file.failed`, and stands in `failed` of the last
 * event, `done`.
 *
 * @throws PriceUnknownError before anything is spent; ModelError, TruncatedError, PlanUnreadableError,
 *   TooManyFilesError, BudgetExceededError or the signal's reason until the files begin.
 * @example
 * for await (const event of develop({ prompt: 'a Tic Tac Toe game' }, model)) {
 *   if (event.type === 'file.done') await writeFile(event.path, event.content);
 * }
 */
export declare function develop(request: DevelopRequest, model: Model): AsyncGenerator<DevelopEvent, void, void>;
