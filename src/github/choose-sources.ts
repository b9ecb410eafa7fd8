import { checkPath } from '../smol/paths.js';
import { isByHand } from './by-hand.js';
import type { Entry } from './place.js';

/** What is read of a repository, for those who plan: so many files, and so many bytes of them. */
const MOST_MANIFESTS = 6;
const MOST_SOURCES = 30;
const ROOM = 60_000;
/** Characters of one file that are shown. */
const OF_README = 8_000;
const OF_MANIFEST = 4_000;
const OF_SOURCE = 20_000;

const README = /^readme(?:\.(?:md|markdown|rst|adoc|txt))?$/i;
const MANIFEST =
  /^(?:package\.json|pyproject\.toml|Cargo\.toml|go\.mod|composer\.json|Gemfile|pom\.xml|build\.gradle(?:\.kts)?|requirements\.txt|tsconfig\.json|Makefile|Dockerfile|deno\.jsonc?|.+\.(?:cs|fs|vb)proj)$/;
/** Where a program or a library begins. */
const ENTRY =
  /^(?:index|main|app|server|cli|mod|lib|program|manage|routes?|schema|models?|types|__main__|__init__)\.\w+$/i;
const TEST =
  /(?:^|\/)(?:tests?|specs?|__tests__|e2e|fixtures?)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)test_\w+\.py$/i;
const CODE = new RegExp(
  `\\.(?:${(
    'ts tsx mts cts js jsx mjs cjs vue svelte astro html htm css scss sass less py pyi rb erb go rs java kt kts ' +
      'scala groovy swift m mm c h cc cpp cxx hpp cs fs vb php ex exs erl elm hs ml clj cljs lua r jl dart nim zig ' +
      'sh bash zsh ps1 sql graphql gql proto prisma tf hbs ejs pug twig liquid njk'
  ).replaceAll(' ', '|')})$`,
  'i',
);

/** A file to read, and how much of it is shown. */
export type Choice = { readonly path: string; readonly most: number };

/**
 * Which files of a repository a planner is shown: README, manifests, then as much of the code as there is room for.
 * What the request names comes first, then where the program begins, then short files, tests last.
 *
 * @param files by their paths in the app.
 */
export function chooseSources(files: ReadonlyMap<string, Entry>, prompt: string): Choice[] {
  const readable = [...files].filter(([path, file]) => isReadable(path, file)).map(([path]) => path);
  const readme = readable.filter((path) => README.test(path)).slice(0, 1);
  const manifests = nearestFirst(
    readable.filter((path) => isByHand(path) && MANIFEST.test(nameOf(path))),
  ).slice(0, MOST_MANIFESTS);
  const rest = readable.filter((path) => !readme.includes(path) && !manifests.includes(path));
  return [
    ...readme.map((path) => ({ path, most: OF_README })),
    ...manifests.map((path) => ({ path, most: OF_MANIFEST })),
    ...chooseCode(rest, files, prompt).map((path) => ({ path, most: OF_SOURCE })),
  ];
}

function chooseCode(paths: readonly string[], files: ReadonlyMap<string, Entry>, prompt: string): string[] {
  const named = namedIn(prompt);
  const sizeOf = (path: string) => files.get(path)?.size ?? 0;
  const code = paths.filter((path) => isByHand(path) && CODE.test(path));
  const ranked = [...new Set([...named(paths), ...code.toSorted(byRank(sizeOf))])];
  const chosen: string[] = [];
  let left = ROOM;
  for (const path of ranked) {
    const size = sizeOf(path);
    const isNamed = named([path]).length > 0;
    // A long file is cut only where somebody spoke of it.
    const need = isNamed ? Math.min(size, OF_SOURCE) : size;
    if (chosen.length === MOST_SOURCES || need > left || need > OF_SOURCE) continue;
    chosen.push(path);
    left -= need;
  }
  return chosen;
}

function byRank(sizeOf: (path: string) => number): (a: string, b: string) => number {
  const rank = (path: string) => {
    if (TEST.test(path)) return 2;
    return depthOf(path) === 0 || ENTRY.test(nameOf(path)) ? 0 : 1;
  };
  return (a, b) => rank(a) - rank(b) || sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1);
}

/** Picks the paths that a request names, whole ones before mere names of files. */
function namedIn(prompt: string): (paths: readonly string[]) => string[] {
  const words = new Set(
    (prompt.match(/[\p{L}\p{N}_@$~+()[\]./-]+/gu) ?? []).map((word) =>
      word.replace(/^(?:\.?\/|[([])+/, '').replace(/[.)\]/-]+$/, ''),
    ),
  );
  const endings = [...words].filter((word) => word.includes('/')).map((word) => `/${word}`);
  const isPath = (path: string) => words.has(path) || endings.some((end) => path.endsWith(end));
  // A word without a dot in it is rather a word than a file.
  const isName = (path: string) => /[^.]\.\w/.test(nameOf(path)) && words.has(nameOf(path));
  return (paths) => [
    ...nearestFirst(paths.filter(isPath)),
    ...nearestFirst(paths.filter((path) => !isPath(path) && isName(path))),
  ];
}

/** Text that may be shown to a model. What is set aside is not: some of it is the place for secrets. */
function isReadable(path: string, { mode, size }: Entry): boolean {
  return mode.startsWith('100') && size !== null && size > 0 && checkPath(path).kind === 'write';
}

function nearestFirst(paths: readonly string[]): string[] {
  return paths.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

function depthOf(path: string): number {
  return path.split('/').length - 1;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
