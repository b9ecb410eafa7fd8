import type { Promised } from '../../src/check/app.js';
import { check } from '../../src/check/check.js';
import type { Finding, RuleName } from '../../src/check/finding.js';

/** A plan as the rules know it: its contract, and its list of files. */
export function planOf(
  contract: string,
  paths: readonly string[],
  setAside: readonly string[] = [],
): Promised {
  const files = [...paths, ...setAside].map((path) => ({
    path,
    description: `what ${path} is for`,
    uses: [],
    setAside: setAside.includes(path) ? 'it is set aside' : null,
  }));
  const list = files.map(({ path, description }) => `- \`${path}\` (~10) – ${description}.`).join('\n');
  return { text: `# App\nAn app.\n\n## Contract\n${contract}\n\n## Files\n${list}\n`, files };
}

/** What one rule says of files; each finding as `severity path:line message`. */
export async function said(
  rule: RuleName,
  files: Readonly<Record<string, string>>,
  plan: Promised | null = null,
): Promise<string[]> {
  return (await findings(rule, files, plan)).map(
    ({ severity, path, line, message }) => `${severity} ${path}${line === null ? '' : `:${line}`} ${message}`,
  );
}

/** What one rule finds in files. */
export async function findings(
  rule: RuleName,
  files: Readonly<Record<string, string>>,
  plan: Promised | null = null,
): Promise<Finding[]> {
  const checked = await check({ files: new Map(Object.entries(files)), plan });
  return checked.findings.filter((finding) => finding.rule === rule);
}
