import { check } from '../../src/check/check.js';
import type { Finding, RuleName, Severity } from '../../src/check/finding.js';

/** Files by path; a page is whole and well. */
export type Files = Readonly<Record<string, string>>;

/** A whole page around a body. */
export function page(body: string): string {
  return `<!DOCTYPE html>\n<html>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** What one rule finds in an app. */
export async function found(rule: RuleName, files: Files, plan?: string): Promise<readonly Finding[]> {
  const { findings } = await check({
    files: new Map(Object.entries(files)),
    plan: plan === undefined ? null : { text: plan, files: [] },
  });
  return findings.filter((finding) => finding.rule === rule);
}

/** Findings as a reader of a log sees them. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, path, line, message }) => `${severity} ${path}:${line} ${message}`);
}

/** What is found in an app, as a reader of a log sees it; of some rules and severities only, where that is said. */
export async function toldIn(
  files: Files,
  only: { readonly rules?: readonly RuleName[]; readonly severities?: readonly Severity[] } = {},
): Promise<string[]> {
  const { findings } = await check({ files: new Map(Object.entries(files)) });
  return told(
    findings.filter(
      ({ rule, severity }) =>
        (only.rules?.includes(rule) ?? true) && (only.severities?.includes(severity) ?? true),
    ),
  );
}

/** Texts without the indentation that they have in a test. */
export function text(lines: string): string {
  const rows = lines
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent)).join('\n');
}
