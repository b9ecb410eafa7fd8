import * as z from 'zod';

/** GitHub's copies agree within seconds; what is missing longer is gone. */
const RECENT_MS = 5_000;

/** What later requests name a thing with: by its address, its SHA, or as a branch. */
const Made = z.object({
  url: z.string().optional(),
  issue_url: z.string().optional(),
  sha: z.string().optional(),
  ref: z.string().optional(),
});

/**
 * What we made within the last seconds. GitHub may not know of it everywhere yet: an answer that it is not there
 * proves nothing, while the same answer about anything else does.
 */
export class Recent {
  readonly #madeAt = new Map<string, number>();

  /** Remembers what a write was answered with. */
  add(answer: unknown, now: number): void {
    const made = Made.safeParse(answer).data;
    if (made === undefined) return;
    const addresses = [made.url, made.issue_url].flatMap((url) =>
      url !== undefined && URL.canParse(url) ? [new URL(url).pathname] : [],
    );
    const names = [made.sha, made.ref?.replace(/^refs\/heads\//, '')].filter((name) => name !== undefined);
    for (const name of [...addresses, ...names]) this.#madeAt.set(name, now);
  }

  /** Whether a request is about something that was made just now. */
  isNamedBy(path: string, parameters: Readonly<Record<string, unknown>>, now: number): boolean {
    const words = new Set(Object.values(parameters).flat().map(nameOf));
    return [...this.#madeAt].some(
      ([name, madeAt]) =>
        now - madeAt < RECENT_MS && (words.has(name) || path === name || path.startsWith(`${name}/`)),
    );
  }
}

/** An entry of a tree names a file by its SHA. */
function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'sha' in value ? value.sha : value;
}
