import type { Model } from '../model/port.js';
import { countTokens } from './budget.js';
import { generateCode } from './code.js';
import type { DevelopEvent, DevelopRequest, Plan } from './events.js';
import { specifyFilePaths } from './file-paths.js';
import type { MakeFile } from './make-files.js';
import { plan, planFromList, readPlan } from './plan.js';
import { fileMessages } from './prompts.js';
import { run, type Stage } from './run.js';

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
export function develop(request: DevelopRequest, model: Model): AsyncGenerator<DevelopEvent, void, void> {
  return run(request, model, {
    plan: (stage) => makePlan(request, stage),
    prepare: async (made, stage) => {
      assertAffordable(made, request, stage);
      const make: MakeFile = async ({ path, lines }, options) => {
        const ask = { ...request, plan: made.text, path, lines };
        const { content } = await generateCode(ask, stage.model, options);
        return { content, kind: 'changed' };
      };
      return { make };
    },
  });
}

async function makePlan(request: DevelopRequest, stage: Stage): Promise<Plan> {
  const { model, rules, signal, emit } = stage;
  const text = request.resume?.plan ?? (await streamPlan(request, stage));
  const read = readPlan(text, rules);
  if (!('unreadable' in read)) return read;
  emit({ type: 'plan.list', reason: read.unreadable });
  const { files } = await specifyFilePaths({ ...request, plan: text }, model, {
    signal,
    onRetry: (retry) => emit({ type: 'plan.retry', retry }),
  });
  return planFromList(text, files, rules);
}

async function streamPlan(request: DevelopRequest, { model, signal, emit }: Stage): Promise<string> {
  const { text } = await plan(request, model, {
    signal,
    onDelta: (delta) => emit({ type: 'plan.delta', text: delta }),
    onRetry: (retry) => emit({ type: 'plan.retry', retry }),
  });
  return text;
}

function assertAffordable(made: Plan, request: DevelopRequest, { model }: Stage): void {
  const left = made.files.filter((file) => !request.resume?.files.has(file.path));
  const brief = fileMessages(request, '', '').reduce((sum, message) => sum + countTokens(message.content), 0);
  model.assertAffordable({ ...made, files: left }, brief);
}
