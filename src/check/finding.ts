/** What is wrong with a file: `error`, it cannot work; `warning`, probably wrong; `note`, a person should know. */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of check. */
export type RuleName =
  | 'syntax'
  | 'imports'
  | 'references'
  | 'packages'
  | 'ids'
  | 'calls'
  | 'messages'
  | 'plan'
  | 'unfinished';

/** Rules in the order in which people read of them, with what each looks at. */
export const RULES: Readonly<Record<RuleName, string>> = {
  syntax: 'every file parses',
  imports: 'imports find what they name',
  references: 'paths lead somewhere',
  packages: 'packages are declared, and used',
  ids: 'ids and classes exist where they are looked up',
  calls: 'calls fit what they call',
  messages: 'what is sent is listened to, what is read is written',
  plan: 'what the plan promised is there',
  unfinished: 'nothing is left to be written',
};

/** What a check found. */
export type Finding = {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** The file that has to change: where two disagree, the one that departs from the plan; else the one that uses. */
  readonly path: string;
  /** From 1; null where it is about the file as a whole. */
  readonly line: number | null;
  /** One sentence for people; names stand in backticks. */
  readonly message: string;
  /** For whoever mends it: what the other side offers, in one sentence; null where there is no other side. */
  readonly offers: string | null;
};

/** Whether two findings say the same of a file, wherever the lines moved. */
export function sameFinding(left: Finding, right: Finding): boolean {
  return left.rule === right.rule && left.path === right.path && left.message === right.message;
}

/** Orders findings as people read them: by file, then by line; the worse first. */
export function byPlace(left: Finding, right: Finding): number {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0) || WEIGHT[left.severity] - WEIGHT[right.severity];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
