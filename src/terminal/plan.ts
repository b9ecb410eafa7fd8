import type { Model } from '../model/port.js';
import { count, formatCost } from '../report/format.js';
import { countTokens } from '../smol/budget.js';
import { expectedTokens } from '../smol/code.js';
import type { Plan, PlannedFile } from '../smol/events.js';
import { fit, grouped } from './display.js';
import { folderName, PLAN_FILE } from './folder.js';
import type { Following, Stop } from './follow.js';
import { printable, printableLine } from './printable.js';
import { isFree, placePlan, type RunRecord, startRecord, writeRecord } from './record.js';
import type { Output, World } from './world.js';

/** Names of a list that are said; the rest is counted. */
const MOST_NAMED = 5;

/** Prints a plan as it arrives. */
export type PlanPrinter = {
  readonly write: (text: string) => void;
  /** Prints what waits for its line end. What is written next is another text. */
  readonly end: () => void;
};

/**
 * Prints a plan line by line. In a terminal its lines are broken at spaces, except those between fences;
 * elsewhere they are what the model wrote. Blank lines at the end are left out.
 */
export function createPlanPrinter(output: Output): PlanPrinter {
  let line = '';
  let blank = '';
  let fence: string | null = null;
  const put = (whole: string) => {
    if (whole.trim() === '') {
      blank += `${whole}\n`;
      return;
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(whole)?.[1] ?? null;
    const rows = fence === null && mark === null ? fit(whole, output) : [whole];
    output.write(`${blank}${rows.join('\n')}\n`);
    blank = '';
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) && whole.trim() === mark) fence = null;
  };
  return {
    write: (text) => {
      const lines = (line + printable(text)).split('\n');
      line = lines.pop() ?? '';
      for (const whole of lines) put(whole);
    },
    end: () => {
      if (line.trim() !== '') put(line);
      line = '';
      blank = '';
      fence = null;
    },
  };
}

/** Saves the plan before anything else is spent: for the next run, and for people where no file has its name. */
export async function savePlan(
  plan: Plan,
  { folder, start, request, display }: Following,
): Promise<RunRecord> {
  const continued = start.resume !== null && start.record?.plan === plan.text ? start.record : null;
  const record = continued ?? startRecord(start.record, request, plan.text);
  if (plan.files.some(({ path }) => path.toLowerCase() === PLAN_FILE)) {
    await writeRecord(folder, record);
    return record;
  }
  const written = await placePlan(folder, record, PLAN_FILE);
  if (written.planAt !== PLAN_FILE) {
    display.say(`! ${PLAN_FILE} is yours and stays; the plan is in ${printableLine(written.planAt ?? '')}`);
  }
  return written;
}

/**
 * Shows a plan that is whole, says what it will do, and asks a person who is there whether to pay for it.
 *
 * @returns why the run ends here; null when it goes on.
 */
export async function confirmPlan(
  { plan, reused }: { plan: Plan; reused: boolean },
  record: RunRecord,
  following: Following,
): Promise<Stop | null> {
  const { start, model, display, world, deadline, out, mayAsk, planOnly, streamsPlan } = following;
  if (planOnly || !reused) {
    const isPrinted = !reused && streamsPlan;
    if (!isPrinted) printPlan(plan, world.stdout);
    // Only in a terminal something else follows at once.
    if (world.stdout.isTTY === true) world.stdout.write('\n');
  }
  if (planOnly) return { kind: 'planned' };

  const missing = plan.files.filter(({ path }) => !start.resume?.files.has(path));
  const files = count(plan.files.length, 'file');
  if (reused) display.say(`${plan.files.length - missing.length} of ${files} reused.`);
  else display.say(`${files} planned for ${folderName(out)}.`);
  await warnOfOthers(plan, record, following);
  if (!mayAsk || missing.length === 0) return null;

  display.settle();
  deadline.pause();
  const answer = await ask(spendQuestion(plan, missing, model), world);
  deadline.go();
  if (answer === 'yes') return null;
  return { kind: answer === 'no' ? 'declined' : 'interrupted' };
}

function printPlan(plan: Plan, output: Output): void {
  const printer = createPlanPrinter(output);
  printer.write(plan.text);
  printer.end();
}

/** Says before anything is paid which files of the plan stand in the folder and are not ours. */
async function warnOfOthers(
  plan: Plan,
  record: RunRecord,
  { folder, start, display, out }: Following,
): Promise<void> {
  const wanted = plan.files.filter(
    ({ path, setAside }) => setAside === null && !start.resume?.files.has(path),
  );
  const free = await Promise.all(wanted.map(({ path }) => isFree(folder, record, path)));
  const taken = wanted.flatMap(({ path }, index) => (free[index] ? [] : [path]));
  if (taken.length === 0) return;
  const named = taken.slice(0, MOST_NAMED).join(', ');
  const more = taken.length > MOST_NAMED ? ` and ${taken.length - MOST_NAMED} more` : '';
  display.say(
    printableLine(
      `! Already in ${folderName(out)} and not written by smol: ${named}${more}. What is yours stays as it is.`,
    ),
  );
}

/** Asks a question that is answered with yes or no; an interruption answers it too. */
async function ask(question: string, world: World): Promise<'yes' | 'no' | 'interrupted'> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const { stdin: input, stderr: output, signal } = world;
  const answer = await confirm({ message: question, input, output, signal, withGuide: false });
  if (isCancel(answer)) return 'interrupted';
  return answer ? 'yes' : 'no';
}

/** `Write 8 files, about 640 lines, roughly $0.04, with gpt-6-sol?` What is not known is left out. */
function spendQuestion(plan: Plan, missing: readonly PlannedFile[], model: Model): string {
  const lines = missing.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  const costUsd = roughCost(plan, missing, model);
  const facts = [
    count(missing.length, 'file'),
    lines === 0 ? null : `about ${grouped(lines)} lines`,
    costUsd === null ? null : `roughly ${formatCost(costUsd)}`,
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
