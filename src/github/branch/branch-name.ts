/** Letters and digits of a title, for a branch name: `Build a ☕ counter!` → `build-a-counter`. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'app' : words;
}

export type BranchFacts = {
  readonly issueNumber: number | null;
  /** Title or prompt, from which the slug is made. */
  readonly title: string;
  readonly runId: number;
};

/**
 * The branch of a run: the user's template, or `smol/issue-12`, or `smol/counter-app-987654` without an issue.
 * `{number}` (of the issue, else of the run), `{slug}` and `{run}` are filled in.
 */
export function branchName(template: string | null, facts: BranchFacts): string {
  const fallback = facts.issueNumber === null ? 'smol/{slug}-{run}' : 'smol/issue-{number}';
  return (template ?? fallback)
    .replaceAll('{number}', String(facts.issueNumber ?? facts.runId))
    .replaceAll('{slug}', slug(facts.title))
    .replaceAll('{run}', String(facts.runId));
}

/** The names to try in turn when earlier ones were merged or closed: `x`, `x-2`, `x-3`, … */
export function nthBranch(name: string, n: number): string {
  return n === 1 ? name : `${name}-${n}`;
}
