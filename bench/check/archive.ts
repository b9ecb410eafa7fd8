/** A file or a link in an archive. */
export type Entry = {
  readonly path: string;
  /** Null for a link: it is there, but what it leads to is not looked at. */
  readonly bytes: Uint8Array | null;
};

const BLOCK = 512;

/**
 * What a tar archive holds. It is read in memory and nothing of it is ever written anywhere, so that no path
 * and no link in it can lead out of a folder.
 */
export function readTar(archive: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = numberIn(header, 124, 12);
    const bytes = archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = textIn(bytes, 0, bytes.length);
    else if (type === 'x') longName = pathOfPax(bytes) ?? longName;
    else {
      const path = cleaned(longName ?? nameIn(header));
      longName = null;
      if (type === '0' || type === '\0') entries.push({ path, bytes });
      else if (type === '1' || type === '2') entries.push({ path, bytes: null });
    }
  }
  return entries;
}

/** `./a/b` → `a/b`; what would lead elsewhere loses the steps that do. */
function cleaned(path: string): string {
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/');
}

function nameIn(header: Uint8Array): string {
  const name = textIn(header, 0, 100);
  const prefix = textIn(header, 257, 5) === 'ustar' ? textIn(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function numberIn(header: Uint8Array, start: number, length: number): number {
  return Number.parseInt(textIn(header, start, length).trim(), 8) || 0;
}

/** The `path` among records such as `24 path=package/index.js`. */
function pathOfPax(bytes: Uint8Array): string | null {
  return /^\d+ path=(.*)$/m.exec(new TextDecoder().decode(bytes))?.[1] ?? null;
}
