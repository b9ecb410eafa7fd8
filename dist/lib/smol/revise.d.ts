import type { Model } from '../model/port.js';
import type { DevelopEvent, ReviseRequest } from './events.js';
/**
 * Changes what a run came to, as the remarks of people ask for: plans the change, then makes and changes every file
 * of it at the same time. The events are those of `develop`; the plan in `plan.done` is that of the change, with a
 * reply to each remark. Files that use one which changes are looked at, too, although the plan does not name them.
 *
 * In the result, `files` holds what a file is to be by its new path. What is to be removed is in the plan: files
 * to `delete`, and the path that a renamed file was at before. Nothing that is set aside is written or removed.
 *
 * @throws as `develop`; ChangeUnreadableError instead of PlanUnreadableError.
 * @example
 * const remarks = [{ text: 'Sort by name, please.', where: null }];
 * for await (const event of revise({ prompt, plan, changes: [], remarks, existing }, model)) {
 *   if (event.type === 'file.done') await writeFile(event.path, event.content);
 * }
 */
export declare function revise(request: ReviseRequest, model: Model): AsyncGenerator<DevelopEvent, void, void>;
