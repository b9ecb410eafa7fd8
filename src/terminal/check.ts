import { relative, resolve, sep } from 'node:path';
import type { Promised } from '../check/app.js';
import { check } from '../check/check.js';
import type { Finding } from '../check/finding.js';
import type { CheckOptions } from './check-options.js';
import { printReport, type Report } from './check-report.js';
import { PLAN_FILE, pathIn } from './folder.js';
import { type FolderTexts, readFolderTexts, TooManyToCheckError } from './folder-texts.js';
import { EXIT, UsageError } from './options.js';
import type { World } from './world.js';

/**
 * Looks whether the files of a folder hold together, and prints what it finds. Nothing is run, written or sent.
 *
 * @returns the exit code: 1 where something cannot work, else 0.
 * @throws UsageError when there is no such folder; the signal's reason; what the disk says.
 */
export async function checkFolder({ folder, format }: CheckOptions, world: World): Promise<number> {
  const begin = world.now();
  const root = resolve(world.cwd, folder);
  const texts = await readFolderTexts(root, world.signal).catch((error: Error) => {
    throw error instanceof TooManyToCheckError ? new UsageError(error.message) : error;
  });
  if (texts === null) throw new UsageError(`There is no folder ${folder}.`);
  const { files, others } = texts;
  const { plan, hasPlan } = await planOf(files);
  const checked = await check({ files, others, plan });
  world.signal.throwIfAborted();
  const findings = checked.findings.filter((finding) => !leadsBehindLink(finding, texts.links));
  const out = relative(world.cwd, root).split(sep).join('/') || '.';
  const report: Report = {
    folder,
    place: (path) => pathIn(out, path),
    findings,
    looked: checked.looked,
    files: files.size,
    skipped: [...checked.skipped, ...unread(texts)],
    plan: hasPlan ? PLAN_FILE : null,
    milliseconds: world.now() - begin,
  };
  world.stdout.write(printReport(report, format, hasColour(world)));
  return findings.some(({ severity }) => severity === 'error') ? EXIT.incomplete : EXIT.written;
}

/** The plan beside the files, as the command writes it: what it sets aside or would take away is not promised. */
async function planOf(
  files: ReadonlyMap<string, string>,
): Promise<{ plan: Promised | null; hasPlan: boolean }> {
  const text = files.get(PLAN_FILE);
  if (text === undefined) return { plan: null, hasPlan: false };
  const { readPlan } = await import('../smol/plan.js');
  const plan = readPlan(text, { protectedPaths: [], maxFiles: Number.POSITIVE_INFINITY });
  return 'unreadable' in plan ? { plan: null, hasPlan: false } : { plan, hasPlan: true };
}

/** Whether a finding misses something in a folder that is a link, of which nothing is known. */
function leadsBehindLink({ rule, message }: Finding, links: readonly string[]): boolean {
  if (rule !== 'imports' && rule !== 'references') return false;
  return links.some((link) => message.includes(`${link.slice(link.lastIndexOf('/') + 1)}/`));
}

function unread({ unreadable, beyond }: FolderTexts): Report['skipped'] {
  const skipped = unreadable.map((path) => ({ path, reason: 'it cannot be read' }));
  if (beyond === 0) return skipped;
  return [...skipped, { path: '.', reason: `it has so many files that ${beyond} of them were not read` }];
}

function hasColour({ stdout, env }: World): boolean {
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
