import { type Finding, RULES, type RuleName, sameFinding } from '../check/finding.js';
import { count, formatNumber } from './format.js';
import { fold } from './markdown.js';
import { limited, pathSpan, sentence } from './sections.js';
import type { ChecksView, RunView } from './view.js';

/** Where the checks stand, in one line for the comment; empty before there are any. */
export function checksLine({ checks }: RunView): string {
  if (checks === null) return '';
  const { found, left, mending } = checks;
  if (found.length === 0) return 'Checked: nothing found.';
  if (mending.length > 0) {
    return `Checked: ${count(errorsOf(left).length, 'error')} found, ${list(mending)} ${mending.length === 1 ? 'is' : 'are'} being mended.`;
  }
  const mended = found.length - left.length;
  const facts = [
    `${count(found.length, 'finding')}`,
    ...(mended === 0 ? [] : [`${formatNumber(mended)} mended`]),
    ...(errorsOf(left).length === 0 ? [] : [`**${count(errorsOf(left).length, 'error')} left**`]),
  ];
  return `Checked: ${facts.join(', ')}.`;
}

/**
 * What was checked, found, mended and left: a table, in the open where there is something to see, and what is left
 * as a task list. Empty where nothing was checked.
 */
export function checksSection({ checks }: RunView): string {
  if (checks === null || checks.looked.size === 0) return '';
  const { found, left } = checks;
  const table = rulesTable(checks);
  if (found.length === 0) {
    return fold(`Checked without a model: ${count(checks.looked.size, 'rule')}, nothing found`, table);
  }
  const [errors, others] = [errorsOf(left), left.filter(({ severity }) => severity !== 'error')];
  const mended = found.filter((one) => !left.some((other) => sameFinding(one, other)));
  const parts = [
    '### Checks',
    'By parsers and rules, without a model. Nothing was run.',
    table,
    errors.length === 0 ? '' : unmendedLine(checks),
    errors.length === 0 ? '' : limited(errors.map((finding) => `- [ ] ${told(finding)}`)).join('\n'),
    folded(`${count(others.length, 'thing')} to look at`, others),
    folded(`${formatNumber(mended.length)} mended`, mended),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function folded(title: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  return fold(title, limited(findings.map((each) => `- ${told(each)}`)).join('\n'));
}

/** Why nobody mended what is left. */
function unmendedLine({ unmended }: ChecksView): string {
  return unmended === null ? '' : `What is left was not mended: ${sentence(unmended)}`;
}

function rulesTable({ looked, found, left }: ChecksView): string {
  const rows = (Object.keys(RULES) as RuleName[])
    .filter((rule) => looked.has(rule))
    .map((rule) => {
      const all = found.filter((finding) => finding.rule === rule);
      const still = left.filter((finding) => finding.rule === rule);
      const mended = all.filter((one) => !still.some((other) => sameFinding(one, other)));
      const numbers = [looked.get(rule) ?? 0, all.length, mended.length, still.length];
      return `| ${[RULES[rule], ...numbers.map(formatNumber)].join(' | ')} |`;
    });
  return ['| Checked | Files | Found | Mended | Left |', '|:--|--:|--:|--:|--:|', ...rows].join('\n');
}

function told({ path, line, message }: Finding): string {
  const place = line === null ? '' : `, line ${formatNumber(line)}`;
  return `${pathSpan(path)}${place}: ${sentence(message)}`;
}

function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** Most files that are named in a line. */
const NAMED = 3;

function list(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED).map(pathSpan);
  const more = paths.length > NAMED ? [`${formatNumber(paths.length - NAMED)} more`] : [];
  return [...named, ...more].join(', ');
}
