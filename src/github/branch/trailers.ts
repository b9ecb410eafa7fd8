/**
 * What our commits say of themselves, in git trailers. They are how a later run knows its own work, whether
 * or not there is a comment.
 */
export type Trailers = {
  /** Hash of the request and the settings that decide the result. */
  readonly key: string;
  /** Git tree with the record of the run; see `checkpoint.ts`. */
  readonly record: string;
  /** Of the issue; null for a dispatch without one. */
  readonly issueNumber: number | null;
  /** Keys of the remarks that the commit answers, or of the command that asked for it; empty for every other commit. */
  readonly handled: readonly string[];
  /** The commit that this one takes back; null for every other commit. */
  readonly undone: string | null;
};

const KEY = /^[rci]\d{1,18}$/;

/** The trailers of a commit, in the order in which they are written. */
export function writeTrailers(trailers: Trailers & { readonly runUrl: string }): Record<string, string> {
  return {
    ...(trailers.issueNumber === null ? {} : { 'Smol-Issue': String(trailers.issueNumber) }),
    'Smol-Key': trailers.key,
    'Smol-Record': trailers.record,
    ...(trailers.handled.length === 0 ? {} : { 'Smol-Handled': trailers.handled.join(' ') }),
    ...(trailers.undone === null ? {} : { 'Smol-Undone': trailers.undone }),
    'Smol-Run': trailers.runUrl,
  };
}

/**
 * Reads the trailers of a commit message; null when the commit is not ours. As git does, in the last paragraph only:
 * the first line is the title of an issue, which a stranger may have written.
 */
export function readTrailers(message: string): Trailers | null {
  const last =
    message
      .trimEnd()
      .replaceAll('\r\n', '\n')
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const key = /^Smol-Key: ([0-9a-f]{16})$/m.exec(last)?.[1];
  const record = /^Smol-Record: ([0-9a-f]{40})$/m.exec(last)?.[1];
  const issue = /^Smol-Issue: (\d+)$/m.exec(last)?.[1];
  const handled = /^Smol-Handled: (.+)$/m.exec(last)?.[1]?.split(' ') ?? [];
  const undone = /^Smol-Undone: ([0-9a-f]{40})$/m.exec(last)?.[1];
  if (key === undefined || record === undefined) return null;
  return {
    key,
    record,
    issueNumber: issue === undefined ? null : Number(issue),
    handled: handled.filter((each) => KEY.test(each)),
    undone: undone ?? null,
  };
}
