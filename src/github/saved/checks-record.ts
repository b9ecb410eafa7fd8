import * as z from 'zod';
import { type Finding, RULES, type RuleName, sameFinding } from '../../check/finding.js';
import type { ChecksView } from '../../report/view.js';
import type { Checks } from '../../smol/events.js';
import { countErrors } from '../../smol/mend.js';

const Rule = z.custom<RuleName>((value) => typeof value === 'string' && Object.hasOwn(RULES, value));
const Found = z.object({
  rule: Rule,
  severity: z.enum(['error', 'warning', 'note']),
  path: z.string(),
  line: z.number().nullable(),
  message: z.string(),
  offers: z.string().nullable(),
});

/** What the checks came to, as it is kept with the files. */
export const ChecksRecord = z.object({
  found: z.array(Found),
  left: z.array(Found),
  looked: z.array(z.tuple([Rule, z.number()])),
  unmended: z.string().nullable().default(null),
});
type ChecksRecord = z.infer<typeof ChecksRecord>;

/** Most findings that are kept: nobody reads more. */
const MAX_KEPT = 500;

export function checksRecord({ found, left, looked, unmended }: Checks): ChecksRecord {
  return { found: found.slice(0, MAX_KEPT), left: left.slice(0, MAX_KEPT), looked: [...looked], unmended };
}

/** What is known while files are mended: a run that breaks off leaves to the next what was found. */
export function checksSoFar(record: ChecksRecord | null, findings: readonly Finding[]): ChecksRecord {
  const found = record?.found ?? [];
  const fresh = findings.filter((one) => !found.some((other) => sameFinding(one, other)));
  const now = { found: [...found, ...fresh], left: findings, looked: new Map(), skipped: [], unmended: null };
  return checksRecord(now);
}

/** As people see it. */
export function checksView({ checks }: { readonly checks: ChecksRecord | null }): ChecksView | null {
  return checks === null ? null : { ...checks, looked: new Map(checks.looked), mending: [] };
}

/** How many errors the checks left. */
export function errorsLeft({ checks }: { readonly checks: ChecksRecord | null }): number {
  return countErrors(checks?.left ?? []);
}
