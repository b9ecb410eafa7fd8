/** Numbers for people. Always the same text, whatever the machine's language is. */

/** Tokens, short: 950 → `950`, 48123 → `48.1k`, 1234567 → `1.23M`. */
export function formatTokens(tokens: number): string {
  if (tokens < 1000) return String(Math.round(tokens));
  if (tokens < 999_950) return `${trimZeros((tokens / 1000).toFixed(1))}k`;
  return `${trimZeros((tokens / 1_000_000).toFixed(2))}M`;
}

/** US dollars: 0.214 → `$0.21`, 0.0042 → `$0.0042`, null → `price not known`. */
export function formatCost(usd: number | null): string {
  if (usd === null) return 'price not known';
  if (usd > 0 && usd < 0.00005) return '$0.0001';
  return `$${usd > 0 && usd < 0.01 ? trimZeros(usd.toFixed(4)) : usd.toFixed(2)}`;
}

/** Milliseconds: 400 → `0.4 s`, 41200 → `41 s`, 64000 → `1 min 4 s`, 3720000 → `1 h 2 min`. */
export function formatDuration(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < 950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return twoUnits(minutes, 'min', seconds % 60, 's');
  return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** Bytes, decimal units: 812 → `812 B`, 1240 → `1.2 kB`, 3100000 → `3.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  if (bytes < 999_950) return `${trimZeros((bytes / 1000).toFixed(1))} kB`;
  return `${trimZeros((bytes / 1_000_000).toFixed(1))} MB`;
}

/** A whole number with its thousands set apart: 1479 → `1,479`. */
export function formatNumber(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A whole number with its noun: (1, 'file') → `1 file`, (1479, 'line') → `1,479 lines`. */
export function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function trimZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
