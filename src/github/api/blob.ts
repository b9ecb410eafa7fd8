import type { GitHub } from './client.js';
import { asking, orNull } from './stop.js';

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
