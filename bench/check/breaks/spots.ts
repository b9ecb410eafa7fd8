import { isBeside, lineAt, lines, type Place, type Texts } from './break.js';

/** A text that stands in a file. */
export type Spot = { readonly path: string; readonly at: number; readonly name: string };

/** Code that browsers or servers run. */
export const SCRIPT = /\.[cm]?[jt]sx?$/;

/** Where a pattern fits in the files of such paths; what is named is its group, or all of it. */
export function spotsOf(files: Texts, paths: RegExp, pattern: RegExp): Spot[] {
  return [...files].flatMap(([path, text]) =>
    paths.test(path) && !isBeside(path) && !isMade(path)
      ? [...text.matchAll(pattern)].map((match) => spotOf(path, match))
      : [],
  );
}

/** Made by a build, or somebody else's. */
function isMade(path: string): boolean {
  return /(?:^|\/)(?:vendor|built)\/|\.min\.js$/.test(path);
}

function spotOf(path: string, match: RegExpExecArray): Spot {
  const name = match.slice(1).find((group) => group !== undefined) ?? match[0];
  return { path, at: match.index + match[0].lastIndexOf(name), name };
}

/** The line of a spot. */
export function placeOf(files: Texts, { path, at }: Pick<Spot, 'path' | 'at'>): Place {
  return { path, lines: lines(lineAt(files.get(path) ?? '', at)) };
}

/** Such as a person, or a model, writes who does not see the other side. */
export function otherNames(name: string): string[] {
  const [slipped, other] = [numberChanged(name), `${/^[A-Z\d_]+$/.test(name) ? 'MAIN_' : 'main-'}${name}`];
  const spelled = spelledOtherwise(name);
  return [...new Set([slipped, other, ...(spelled === null ? [] : [spelled])])];
}

/** `votes` → `vote`, `vote` → `votes` */
export function numberChanged(name: string): string {
  const more = /[A-Z]$/.test(name) ? 'S' : 's';
  return /[^sS][sS]$/.test(name) ? name.slice(0, -1) : `${name}${more}`;
}

/** `poll-name` → `pollName`, `pollName` → `poll-name`; null for one word. */
function spelledOtherwise(name: string): string | null {
  if (/[a-z][-_:][a-z]/.test(name))
    return name.replace(
      /([a-z])[-_:]([a-z])/g,
      (_all, end: string, start: string) => end + start.toUpperCase(),
    );
  if (!/[a-z][A-Z]/.test(name)) return null;
  return name.replace(
    /([a-z])([A-Z])/g,
    (_all, end: string, start: string) => `${end}-${start.toLowerCase()}`,
  );
}
