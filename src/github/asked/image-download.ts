/** The largest picture that is sent: models take 5 MiB of it in base64, which is a third longer. Bytes. */
export const LARGEST_IMAGE = 3_932_160;

const TIMEOUT_MS = 15_000;

/** Fetches a picture. Null where there is none at that address, or a larger one; rejects when the network fails. */
export type FetchImage = (url: string) => Promise<Uint8Array | null>;

/**
 * Fetches a picture as anybody might: the address itself is the key to it, so no token goes along. A redirect is not
 * followed, since only the first address was looked at.
 */
export const downloadImage: FetchImage = async (url) => {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { redirect: 'manual', credentials: 'omit', signal });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the download.
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > LARGEST_IMAGE) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};
