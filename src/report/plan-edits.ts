export type PlanEdits =
  | { kind: 'same' }
  | { kind: 'edited'; plan: string; sentences: string[] }
  | { kind: 'malformed'; reason: string };
export function readPlanEdits({ shown, edited }: { shown: string; edited: string; plan: string }): PlanEdits {
  return shown.trim() === edited.replaceAll('\r\n', '\n').trim()
    ? { kind: 'same' }
    : { kind: 'malformed', reason: 'not yet' };
}
