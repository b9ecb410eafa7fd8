/** One thing that is held to a target. */
export type Check = {
  readonly what: string;
  readonly value: number;
  /** How the value is shown: a number of decimals and what stands behind. */
  readonly decimals: number;
  readonly unit: string;
  /** Whether the target is the most or the least that is wanted. */
  readonly bound: 'most' | 'least';
  readonly target: number;
  /** Beyond this, noise of the machine is no explanation. */
  readonly tolerated: number;
  /** What smol_dev 0.0.3 did. */
  readonly original: string;
};

/** Some rows that are printed together. */
export type Section = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly checks: readonly Check[];
};

export function isMet({ value, bound, target }: Check): boolean {
  return bound === 'most' ? value <= target : value >= target;
}

export function isTolerable({ value, bound, tolerated }: Check): boolean {
  return bound === 'most' ? value <= tolerated : value >= tolerated;
}

/** A section as markdown that can also be read as it is. */
export function sectionText({ title, columns, rows }: Section): string {
  return `## ${title}\n\n${tableText(columns, rows)}\n`;
}

/** All checks in one table, each with its verdict. */
export function checksText(checks: readonly Check[]): string {
  const columns = ['target', 'measured', 'wanted', '', 'fails beyond', 'smol_dev 0.0.3'];
  const rows = checks.map((check) => {
    const sign = check.bound === 'most' ? '≤' : '≥';
    const show = (value: number) => `${decimal(value, check.decimals)}${check.unit}`;
    const verdict = isMet(check) ? 'met' : 'missed';
    return [
      check.what,
      show(check.value),
      `${sign} ${show(check.target)}`,
      verdict,
      show(check.tolerated),
      check.original,
    ];
  });
  return `## Targets\n\n${tableText(columns, rows)}\n`;
}

/** A table in GitHub's markdown, its columns padded; all but the first are aligned to the right. */
export function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => pad(cells[index] ?? '', width, index)).join(' | ')} |`;
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, index: number): string {
  return index === 0 ? text.padEnd(width) : text.padStart(width);
}

/** A number with so many decimals; a dash for what has no value. */
export function decimal(number: number, decimals: number): string {
  return Number.isFinite(number) ? number.toFixed(decimals) : '–';
}

/** 12345 → `12,345`. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}
