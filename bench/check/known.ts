import * as z from 'zod';
import type { Finding } from '../../src/check/finding.js';
import listed from './true-errors.json' with { type: 'json' };

const knownSchema = z.strictObject({
  package: z.string(),
  rule: z.string(),
  path: z.string(),
  /** Null where it is about the file as a whole. */
  line: z.number().nullable(),
  /** Why the package really is broken there. */
  reason: z.string().min(1),
});

/** An error that was looked at and is one. */
export type Known = z.infer<typeof knownSchema>;

/** All errors that were looked at and are true. */
export const TRUE_ERRORS: readonly Known[] = z.array(knownSchema).parse(listed);

/** Finds the errors that nobody has looked at, or that are false. */
export function unknownErrors(
  name: string,
  findings: readonly Finding[],
  known: readonly Known[] = TRUE_ERRORS,
): Finding[] {
  const places = new Set(
    known.filter((one) => one.package === name).map(({ rule, path, line }) => placeOf(rule, path, line)),
  );
  return findings.filter(
    ({ severity, rule, path, line }) => severity === 'error' && !places.has(placeOf(rule, path, line)),
  );
}

function placeOf(rule: string, path: string, line: number | null): string {
  return `${rule} ${path}:${line ?? ''}`;
}
