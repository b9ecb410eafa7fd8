import { styleText } from 'node:util';
import type { Finding, RuleName, Severity } from '../check/finding.js';
import type { Skipped } from '../check/readers.js';
import { count } from '../report/format.js';
import type { Format } from './check-options.js';
import { printableJson, printableLine } from './printable.js';

/** What the checks of a folder came to. */
export type Report = {
  /** As it was typed. */
  readonly folder: string;
  /** A file as a person would type it. */
  readonly place: (path: string) => string;
  readonly findings: readonly Finding[];
  /** How many files each rule looked at. */
  readonly looked: ReadonlyMap<RuleName, number>;
  /** How many texts there are. */
  readonly files: number;
  readonly skipped: readonly Skipped[];
  /** The file that was read as the plan; null for none. */
  readonly plan: string | null;
  readonly milliseconds: number;
};

/** Skipped files that are named; the rest is counted. */
const MOST_NAMED = 20;

/** The report as it is printed, with a line end. */
export function printReport(report: Report, format: Format, isColoured: boolean): string {
  if (format === 'json') return asJson(report);
  const lines = format === 'github' ? asCommands(report) : asText(report, isColoured);
  // A runner obeys this anywhere in a line of a log.
  return `${[...lines, summaryOf(report)].join('\n').replaceAll('##[', '# #[')}\n`;
}

/** Like a compiler's: `file:line: severity: sentence [rule]`, an empty line between files. */
function asText({ findings, skipped, place }: Report, isColoured: boolean): string[] {
  const style = (how: Parameters<typeof styleText>[0], text: string) =>
    isColoured ? styleText(how, text, { validateStream: false }) : text;
  const lines: string[] = [];
  let path: string | null = null;
  for (const { rule, severity, line, message, offers, ...finding } of findings) {
    if (path !== null && path !== finding.path) lines.push('');
    path = finding.path;
    const at = line === null ? harmless(place(path)) : `${harmless(place(path))}:${line}`;
    const said = `${style(COLOURS[severity], `${severity}:`)} ${printableLine(message)}`;
    lines.push(`${style('bold', `${at}:`)} ${said} ${style('dim', `[${rule}]`)}`);
    if (offers !== null) {
      // A runner reads over the spaces before a command.
      lines.push(style('dim', `  ${printableLine(offers).replace(/^::/, ': :')}`));
    }
  }
  if (lines.length > 0) lines.push('');
  for (const { path, reason } of skipped.slice(0, MOST_NAMED)) {
    lines.push(`${harmless(place(path))}: not looked into: ${reason}.`);
  }
  if (skipped.length > MOST_NAMED) lines.push(`${skipped.length - MOST_NAMED} more were not looked into.`);
  return lines;
}

/** What a line begins with: a runner would obey a file of the name `::stop-commands::x`. */
function harmless(path: string): string {
  const line = printableLine(path);
  return line.startsWith('::') ? `./${line}` : line;
}

/** Workflow commands, which GitHub shows at the lines of the files. */
function asCommands({ findings, skipped, place }: Report): string[] {
  const commands = findings.map(({ rule, severity, path, line, message, offers }) => {
    const at = [`file=${inProperty(place(path))}`, ...(line === null ? [] : [`line=${line}`])];
    const said = [message, ...(offers === null ? [] : [offers])].map(inMessage).join('%0A');
    return `::${COMMANDS[severity]} ${at.join(',')},title=${inProperty(`smol check: ${rule}`)}::${said}`;
  });
  const notices = skipped
    .slice(0, MOST_NAMED)
    .map(
      ({ path, reason }) =>
        `::notice file=${inProperty(place(path))}::Not looked into: ${inMessage(reason)}.`,
    );
  return [...commands, ...notices];
}

function inMessage(text: string): string {
  return printableLine(text).replaceAll('%', '%25');
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The same for the same files. Paths are relative to the folder. */
function asJson({ folder, findings, looked, files, skipped, plan }: Report): string {
  const counts = countsOf(findings);
  const value = { folder, files, plan, ...counts, findings, looked: Object.fromEntries(looked), skipped };
  return `${printableJson(value).replaceAll('##[', '##\\u005b')}\n`;
}

/** `2 errors, 1 warning in 12 files, 84 ms.` */
function summaryOf({ findings, files, plan, milliseconds }: Report): string {
  const { errors, warnings, notes } = countsOf(findings);
  const counts: readonly (readonly [number, string])[] = [
    [errors, 'error'],
    [warnings, 'warning'],
    [notes, 'note'],
  ];
  const found = counts.flatMap(([number, noun]) => (number === 0 ? [] : [count(number, noun)]));
  const checked = `${count(files, 'file')}${plan === null ? '' : ` and the plan in ${plan}`}`;
  const what = found.length === 0 ? 'Nothing found' : found.join(', ');
  return `${what} in ${checked}, ${Math.round(milliseconds)} ms.`;
}

function countsOf(findings: readonly Finding[]): { errors: number; warnings: number; notes: number } {
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('note') };
}

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;
