import type { Model } from '../model/port.js';
import { countTokens } from '../smol/budget.js';
import { expectedTokens } from '../smol/code.js';
import type { Plan, PlannedFile } from '../smol/events.js';
import { printableLine } from './printable.js';
import { count } from './progress.js';
import type { World } from './world.js';

export type Answer = 'yes' | 'no' | 'interrupted';

/** Asks a question that is answered with yes or no. Aborting `signal` answers it with `interrupted`. */
export async function ask(question: string, world: World, signal: AbortSignal): Promise<Answer> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const { stdin: input, stderr: output } = world;
  const answer = await confirm({ message: question, input, output, signal, withGuide: false });
  if (isCancel(answer)) return 'interrupted';
  return answer ? 'yes' : 'no';
}

/**
 * What is asked before files are paid for, with what they will come to.
 *
 * @example 'Write 8 files, about 640 lines, roughly $0.04, with gpt-6-sol?'
 */
export function spendQuestion(plan: Plan, missing: readonly PlannedFile[], model: Model): string {
  const files = `${count(missing.length)} ${missing.length === 1 ? 'file' : 'files'}`;
  const lines = missing.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const costUsd = roughCost(plan, missing, model);
  const facts = [
    files,
    lines === 0 ? null : `about ${count(lines)} lines`,
    costUsd === null ? null : `roughly $${costUsd.toFixed(2)}`,
  ].filter((fact) => fact !== null);
  return `Write ${facts.join(', ')}, with ${printableLine(model.nameOf('file'))}?`;
}

/** All calls share the plan, which the provider's cache serves to all but the first. */
function roughCost(plan: Plan, missing: readonly PlannedFile[], model: Model): number | null {
  const shared = countTokens(plan.text);
  return model.cost('file', {
    inputTokens: shared * missing.length,
    cachedTokens: shared * Math.max(0, missing.length - 1),
    outputTokens: missing.reduce((sum, file) => sum + expectedTokens(file.lines), 0),
  });
}
