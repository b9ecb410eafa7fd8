import type { GitHub } from '../api/client.js';
import { eachAtOnce } from '../api/requests.js';
import { asking } from '../api/stop.js';
import { blobSha, type RunRecord } from '../saved/checkpoint.js';

/** A file as it is written: text, or the bytes of a picture. */
export type Content = string | Uint8Array;

/**
 * Gives git the pictures among files: a tree takes texts as they are, and bytes by their name only. Nothing points to
 * them before the commit does.
 *
 * @returns path → SHA.
 * @throws Stop
 */
export async function writePictures(
  github: GitHub,
  files: ReadonlyMap<string, Content>,
): Promise<ReadonlyMap<string, string>> {
  const pictures = [...files].flatMap(([path, content]) =>
    typeof content === 'string' ? [] : [[path, Buffer.from(content).toString('base64')] as const],
  );
  const contents = [...new Set(pictures.map(([, content]) => content))];
  const shas = await eachAtOnce(contents, async (content) => {
    const blob = { ...github.repo, content, encoding: 'base64' };
    return (await asking('contents', () => github.rest.git.createBlob(blob))).data.sha;
  });
  const named = new Map(contents.map((content, index) => [content, shas[index] ?? '']));
  return new Map(pictures.map(([path, content]) => [path, named.get(content) ?? '']));
}

/** Git's name of each picture that was drawn. */
export function drawnRecord(drawn: ReadonlyMap<string, Uint8Array>): RunRecord['drawn'] {
  return [...drawn].map(([path, bytes]) => ({ path, sha: blobSha(bytes) }));
}
