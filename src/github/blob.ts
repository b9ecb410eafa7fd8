import type { GitHub } from './client.js';
import { asking, orNull } from './stop.js';

/** Requests at the same time. GitHub allows 100; other workflows of the repository share them. */
const AT_ONCE = 10;

/**
 * The text of a file, byte for byte.
 *
 * @param sha of its blob.
 * @returns null when it is no text: no UTF-8, or with a character that no text has; or when it is gone.
 * @throws Stop
 */
export async function readText(github: GitHub, sha: string): Promise<string | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.git.getBlob({ ...github.repo, file_sha: sha })),
  );
  return found === null ? null : textOf(Buffer.from(found.data.content, 'base64'));
}

function textOf(bytes: Uint8Array): string | null {
  try {
    // With its byte order mark, where it has one: what is not edited stays as it is.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Does something for each item, ten at a time. Returns what came of it, in the order of the items. */
export async function eachAtOnce<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(act))));
  }
  return results;
}
