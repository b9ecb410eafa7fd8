/** A plan cut into what is shown in different places. All of it as the model wrote it. */
export type PlanParts = {
  /** The first heading's words; empty when there is none yet. */
  readonly title: string;
  /** What stands between the title and the next heading: what the app is. */
  readonly introduction: string;
  /** Everything else, without the list of files once that is shown as a checklist. */
  readonly rest: string;
};

/**
 * Cuts a plan, whole or as far as it is streamed.
 *
 * @param withFiles whether the section `## Files` stays in `rest`
 */
export function splitPlan(plan: string, withFiles: boolean): PlanParts {
  const lines = plan.replace(/\r\n?/g, '\n').split('\n');
  const headings = findHeadings(lines);
  const [first, second] = headings;
  const titled = first !== undefined && lines.slice(0, first.line).every((line) => line.trim() === '');
  const start = titled ? first.line + 1 : 0;
  const end = (titled ? second : first)?.line ?? lines.length;
  const files = withFiles ? null : filesSection(headings, lines.length);
  const rest = lines.filter((_, at) => at >= end && (files === null || at < files.start || at >= files.end));
  return {
    title: titled ? first.text : '',
    introduction: lines.slice(start, end).join('\n').trim(),
    rest: rest.join('\n').trim(),
  };
}

type Heading = { readonly line: number; readonly level: number; readonly text: string };

function findHeadings(lines: readonly string[]): readonly Heading[] {
  const headings: Heading[] = [];
  let fence: string | null = null;
  for (const [line, text] of lines.entries()) {
    const ticks = /^\s*(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    if (fence !== null) {
      if (ticks?.startsWith(fence)) fence = null;
      continue;
    }
    fence = ticks;
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text);
    if (heading !== null) headings.push({ line, level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
  }
  return headings;
}

function filesSection(
  headings: readonly Heading[],
  lineCount: number,
): { start: number; end: number } | null {
  const files = headings.findLast(({ text }) => /^files\b/i.test(text));
  if (files === undefined) return null;
  const next = headings.find(({ line, level }) => line > files.line && level <= files.level);
  return { start: files.line, end: next?.line ?? lineCount };
}
