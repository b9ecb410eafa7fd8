import type { PlanDifference } from '../smol/plan-difference.js';
import { count } from './format.js';
import { pathSpan } from './sections.js';

/** What a person is told of the difference between two plans: one sentence each, in the order of the files. */
export function differenceSentences({ files, contract }: PlanDifference): string[] {
  const lines = Math.max(contract.removed.length, contract.added.length);
  const told = files.map(({ path, kind }) => {
    if (kind === 'added') return `Added ${pathSpan(path)}.`;
    if (kind === 'removed') return `Without ${pathSpan(path)}.`;
    return kind === 'changed' ? `${pathSpan(path)}: other words.` : null;
  });
  return [
    ...told.filter((sentence) => sentence !== null),
    ...(lines === 0 ? [] : [`${count(lines, 'line')} of the contract changed.`]),
  ];
}
