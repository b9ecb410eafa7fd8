import { performance } from 'node:perf_hooks';
import { check } from '../../src/check/check.js';
import type { Finding, Severity } from '../../src/check/finding.js';
import { count, decimal, tableText } from '../table.js';
import { readPackage } from './contents.js';
import { isThere } from './fetch.js';
import { unknownErrors } from './known.js';
import { KINDS, type Package } from './packages.js';

/** What a check came to on one package. */
type Looked = {
  readonly one: Package;
  readonly files: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  readonly unknown: readonly Finding[];
};

/** Checks what other people wrote. @returns the report, and whether any error in it is not known to be true. */
export async function checkPackages(
  packages: readonly Package[],
  cache: string,
  shown: Severity,
): Promise<{ text: string; alarms: number }> {
  const all: Looked[] = [];
  for (const one of packages) if (await isThere(one, cache)) all.push(await lookAt(one, cache));
  const alarms = all.reduce((sum, { unknown }) => sum + unknown.length, 0);
  const parts = [table(all), ...all.map((looked) => listOf(looked, shown)).filter((list) => list !== '')];
  parts.push(
    alarms === 0
      ? 'No error is reported that is not known to be true.'
      : `${count(alarms)} errors are reported that are not known to be true.`,
  );
  return { text: parts.join('\n\n'), alarms };
}

async function lookAt(one: Package, cache: string): Promise<Looked> {
  const { files, others } = await readPackage(one, cache);
  const start = performance.now();
  const { findings } = await check({ files, others });
  const seconds = (performance.now() - start) / 1_000;
  return { one, files: files.size, seconds, findings, unknown: unknownErrors(one.name, findings) };
}

function table(all: readonly Looked[]): string {
  const rows = Object.entries(KINDS).map(([kind, name]) =>
    row(
      name,
      all.filter(({ one }) => one.kind === kind),
    ),
  );
  const columns = ['', 'packages', 'files', 'seconds', 'errors', 'of them true', 'warnings', 'notes'];
  return tableText(columns, [...rows, row('all', all)]);
}

function row(name: string, all: readonly Looked[]): string[] {
  const sum = (value: (looked: Looked) => number) => all.reduce((total, looked) => total + value(looked), 0);
  const found = (severity: Severity) =>
    sum(({ findings }) => findings.filter((finding) => finding.severity === severity).length);
  const errors = found('error');
  return [
    name,
    count(all.length),
    count(sum(({ files }) => files)),
    decimal(
      sum(({ seconds }) => seconds),
      1,
    ),
    count(errors),
    count(errors - sum(({ unknown }) => unknown.length)),
    count(found('warning')),
    count(found('note')),
  ];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** What was found in a package, as bad as asked for or worse; errors that are known to be true are left out. */
function listOf({ one, findings, unknown }: Looked, shown: Severity): string {
  const listed = findings.filter((finding) =>
    finding.severity === 'error'
      ? unknown.includes(finding)
      : ORDER.indexOf(finding.severity) <= ORDER.indexOf(shown),
  );
  if (listed.length === 0) return '';
  const lines = listed.map(
    ({ severity, rule, path, line, message }) =>
      `  ${severity} [${rule}] ${path}${line === null ? '' : `:${line}`}  ${message}`,
  );
  return [`${one.name} ${one.version}`, ...lines].join('\n');
}
