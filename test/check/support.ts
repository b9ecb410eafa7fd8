import { check } from '../../src/check/check.js';
import type { RuleName, Severity } from '../../src/check/finding.js';

/** Texts without the indentation that they have in a test. */
export function text(lines: string): string {
  const rows = lines
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent)).join('\n');
}

/** What is found in an app: `error a.py:3 the sentence`. */
export async function found(
  files: Readonly<Record<string, string>>,
  only: { readonly rules?: readonly RuleName[]; readonly severities?: readonly Severity[] } = {},
): Promise<readonly string[]> {
  const { findings } = await check({ files: new Map(Object.entries(files)) });
  return findings
    .filter(({ rule }) => only.rules?.includes(rule) ?? true)
    .filter(({ severity }) => only.severities?.includes(severity) ?? true)
    .map(({ severity, path, line, message }) => `${severity} ${path}:${line} ${message}`);
}
