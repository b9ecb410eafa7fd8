import { type CommentMark, readMarker } from './marker.js';

/** Last line of our part of a pull request's text. It cannot be seen. */
export const OWN_END = '<!-- /smol -->';

/** What people wrote around our part of a pull request's text. */
export type Theirs = { readonly above: string; readonly below: string };

/** What people wrote where our part of a pull request's text may be gone: then all of it is theirs, up to our last line. */
export function readTheirs(body: string): Theirs {
  const end = body.lastIndexOf(OWN_END);
  const rest =
    end < 0
      ? { above: body.trim(), below: '' }
      : { above: '', below: body.slice(end + OWN_END.length).trim() };
  return readOwnPart(body)?.theirs ?? rest;
}

/**
 * Finds our part of a pull request's text, in which people may write above and below.
 *
 * @returns null where there is none.
 */
export function readOwnPart(body: string): { readonly mark: CommentMark; readonly theirs: Theirs } | null {
  for (let start = 0; ; ) {
    const mark = readMarker(body.slice(start));
    if (mark !== null) {
      // The last one: a file that is shown may have such a line in it.
      const end = body.lastIndexOf(OWN_END);
      const below = end < start ? '' : body.slice(end + OWN_END.length);
      return { mark, theirs: { above: body.slice(0, start).trim(), below: below.trim() } };
    }
    const next = body.indexOf('\n', start);
    if (next < 0) return null;
    start = next + 1;
  }
}
