import type { PlanDifference } from '../smol/plan-difference.js';
export function differenceSentences(difference: PlanDifference): string[] {
  return difference.files
    .filter(({ kind }) => kind !== 'same')
    .map(({ path, kind }) => `\`${path}\` ${kind}.`);
}
