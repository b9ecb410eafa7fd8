import { inspect } from 'node:util';
import type { Case, Verdict } from './verdict.js';

/** An experiment with what came of it. */
export type Result = Verdict & Pick<Case, 'scenario' | 'group' | 'name'>;

/**
 * Performs cases, so many at a time: they mostly wait.
 *
 * @param tell hears of each as soon as it is known, and how many are left.
 * @returns the results in the order in which they came.
 */
export async function performAll(
  cases: readonly Case[],
  jobs: number,
  tell: (result: Result, left: number) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = [...cases];
  const work = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const { scenario, group, name, perform } = next;
      const result = { scenario, group, name, ...(await perform().catch(failed)) };
      results.push(result);
      tell(result, cases.length - results.length);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}

/** An experiment that could not be made proves nothing, so it counts as broken. */
function failed(error: unknown): Verdict {
  const why = inspect(error);
  return { broken: [`the experiment failed: ${why}`], repeated: 0, hits: [] };
}
