import { check } from '../check/check.js';
import { type Finding, sameFinding } from '../check/finding.js';
import type { CodeOptions } from './code.js';
import type { Checks, DevelopEvent, Plan, PlannedFile } from './events.js';
import { type Made, reporting } from './make-files.js';
import type { EditReason } from './prompts.js';

/** Findings are given back to the model so often at most. */
const MAX_ROUNDS = 2;
/** Findings of one file that its writer is told of: who mends the first ones mends most. */
const MAX_TOLD = 20;

/** What is around the files that were made. */
export type Surroundings = {
  /** Path → text of other files that are known, and of those that were made as they stood before. */
  readonly before: ReadonlyMap<string, string>;
  /** Paths of all files that are there. */
  readonly paths: ReadonlySet<string>;
  /** Paths that are no more. */
  readonly gone: ReadonlySet<string>;
  /** What earlier checks of what was made left: it counts until it is mended. */
  readonly left: readonly Finding[];
};

/** Asks the model to mend one file. */
export type MendFile = (
  file: PlannedFile,
  content: string,
  findings: readonly Finding[],
  options: CodeOptions,
) => Promise<Made>;

export type Mending = {
  readonly plan: Plan;
  /** Path → content of the files that were made, in the plan's order. */
  readonly files: ReadonlyMap<string, string>;
  readonly around: Surroundings;
  readonly mend: MendFile;
  readonly signal: AbortSignal;
  readonly emit: (event: DevelopEvent) => void;
};

/**
 * Checks files as a set, and has those with errors mended by whoever wrote them: only those, at the same time, at most
 * twice. A round after which there are more errors than before is thrown away; a file that cannot be mended stays as
 * it is.
 */
export async function checkAndMend(
  mending: Mending,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly checks: Checks }> {
  const { emit, signal } = mending;
  let { files } = mending;
  const { left, gone } = mending.around;
  const own = concerned(mending, files);
  // Of files that nobody looks at now.
  const stays = left.filter(({ path }) => !own.has(path) && !gone.has(path));
  if (own.size === 0) return { files, checks: { ...NOTHING_CHECKED, found: stays, left: stays } };
  const before = await findingsBefore(mending);
  const known = before.filter((one) => !left.some((other) => sameFinding(one, other)));
  let now = await look(mending, files, known);
  const seen: Finding[] = [...now.findings];
  emit({ type: 'check', round: 0, findings: now.findings });
  for (let round = 1; round <= MAX_ROUNDS && countErrors(now.findings) > 0; round += 1) {
    const mended = await mendAll(mending, files, now.findings);
    signal.throwIfAborted();
    if (mended.size === 0) break;
    const next = withMended(mending, files, mended);
    const after = await look(mending, next, known);
    const isWorse = countErrors(after.findings) > countErrors(now.findings);
    emit({ type: 'check', round, findings: isWorse ? now.findings : after.findings });
    if (isWorse) {
      // What is shown and kept is what counts.
      for (const path of mended.keys()) {
        emit({ type: 'file.done', path, content: contentOf(mending, files, path) ?? '', reused: false });
      }
      break;
    }
    seen.push(...after.findings.filter((one) => !seen.some((other) => sameFinding(one, other))));
    [files, now] = [next, after];
  }
  const { looked, skipped } = now;
  return {
    files,
    checks: { found: [...seen, ...stays], left: [...now.findings, ...stays], looked, skipped },
  };
}

/** A file as it was made, or as it stands where it was looked at and left alone. */
function contentOf(
  { around }: Mending,
  files: ReadonlyMap<string, string>,
  path: string,
): string | undefined {
  return files.get(path) ?? around.before.get(path);
}

function withMended(
  { plan }: Mending,
  files: ReadonlyMap<string, string>,
  mended: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const inOrder = plan.files.flatMap(({ path }) => {
    const content = mended.get(path) ?? files.get(path);
    return content === undefined ? [] : [[path, content] as const];
  });
  return new Map(inOrder);
}

/** The files whose findings are this run's concern: those of the plan that there are. */
function concerned(mending: Mending, files: ReadonlyMap<string, string>): Set<string> {
  const { plan, around } = mending;
  const paths = plan.files.map(({ path }) => path).filter((path) => !around.gone.has(path));
  return new Set(paths.filter((path) => contentOf(mending, files, path) !== undefined));
}

/** What was found in the files before they were changed is none of what the change brought. */
async function findingsBefore(mending: Mending): Promise<readonly Finding[]> {
  const { around, files } = mending;
  if (around.before.size === 0) return [];
  const others = new Set([...around.paths].filter((path) => !around.before.has(path)));
  return (await check({ files: around.before, others, only: concerned(mending, files) })).findings;
}

async function look(
  mending: Mending,
  files: ReadonlyMap<string, string>,
  known: readonly Finding[],
): Promise<Pick<Checks, 'looked' | 'skipped'> & { readonly findings: readonly Finding[] }> {
  const { plan, around } = mending;
  const all = new Map([...around.before, ...files]);
  for (const path of around.gone) all.delete(path);
  const isOther = (path: string) => !all.has(path) && !around.gone.has(path);
  // A file that could not be made this time comes with the next run: nobody is at fault for using it.
  const planned = plan.files.filter(({ action }) => action !== 'delete').map(({ path }) => path);
  const others = new Set([...around.paths, ...planned].filter(isOther));
  const { findings, ...rest } = await check({ files: all, others, plan, only: concerned(mending, files) });
  return { ...rest, findings: findings.filter((one) => !known.some((other) => sameFinding(one, other))) };
}

const NOTHING_CHECKED: Checks = { found: [], left: [], looked: new Map(), skipped: [] };

/** What is told to whoever mends a file. */
export function reasonOf(findings: readonly Finding[]): EditReason {
  return {
    kind: 'check',
    findings: findings.map(({ line, message, offers }) => {
      const place = line === null ? '' : `Line ${line}: `;
      return `${place}${message}${offers === null ? '' : ` ${offers}`}`;
    }),
  };
}

/** How many of them are errors. */
export function countErrors(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** Path → new content of the files that were mended. */
async function mendAll(
  mending: Mending,
  files: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const { plan, mend, emit, signal } = mending;
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const mended = new Map<string, string>();
  const mendOne = async (file: PlannedFile) => {
    const { path } = file;
    const content = contentOf(mending, files, path) ?? '';
    const own = findings.filter((finding) => finding.path === path);
    emit({ type: 'repair', path, findings: own });
    try {
      const options = { ...reporting(path, emit), signal };
      const made = await mend(file, content, own.slice(0, MAX_TOLD), options);
      if (made.kind === 'changed') mended.set(path, made.content);
      emit({ type: 'file.done', path, content: made.content, reused: false });
    } catch {
      signal.throwIfAborted();
      // The file that there is can be read by a person; what is wrong with it is said.
      emit({ type: 'file.done', path, content, reused: false });
    }
  };
  await Promise.all(plan.files.filter(({ path }) => wrong.has(path)).map(mendOne));
  return mended;
}
