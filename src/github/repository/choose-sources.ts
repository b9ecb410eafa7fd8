import { checkPath } from '../../smol/paths.js';
import type { Entry } from '../branch/place.js';
import { isMade } from './by-hand.js';

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
  const texts = [...files].filter(([, file]) => isText(file)).map(([path]) => path);
  const readme = texts.filter((path) => README.test(path)).slice(0, 1);
  const manifests = nearestFirst(texts.filter((path) => MANIFEST.test(nameOf(path)) && !isMade(path)))
    .filter(mayBeShown)
    .slice(0, MOST_MANIFESTS);
  const rest = texts.filter((path) => !readme.includes(path) && !manifests.includes(path));
  return [
    ...readme.map((path) => ({ path, most: OF_README })),
    ...manifests.map((path) => ({ path, most: OF_MANIFEST })),
    ...chooseCode(rest, files, prompt).map((path) => ({ path, most: OF_SOURCE })),
  ];
}

function chooseCode(paths: readonly string[], files: ReadonlyMap<string, Entry>, prompt: string): string[] {
  const named = namedIn(prompt, paths);
  const sizeOf = (path: string) => files.get(path)?.size ?? 0;
  const code = paths.filter((path) => CODE.test(path) && !isMade(path));
  const chosen: string[] = [];
  let left = ROOM;
  for (const path of new Set([...named, ...bestFirst(code, sizeOf)])) {
    if (chosen.length === MOST_SOURCES) break;
    const size = sizeOf(path);
    // A long file is cut only where somebody spoke of it.
    const need = named.has(path) ? Math.min(size, OF_SOURCE) : size;
    if (need > left || need > OF_SOURCE || !mayBeShown(path)) continue;
    chosen.push(path);
    left -= need;
  }
  return chosen;
}

/** Where the program begins comes first, tests come last; of the others the short ones. */
function bestFirst(paths: readonly string[], sizeOf: (path: string) => number): string[] {
  const ranked = paths.map((path) => ({ path, rank: rankOf(path), size: sizeOf(path) }));
  ranked.sort((a, b) => a.rank - b.rank || a.size - b.size || (a.path < b.path ? -1 : 1));
  return ranked.map(({ path }) => path);
}

function rankOf(path: string): number {
  if (TEST.test(path)) return 2;
  return depthOf(path) === 0 || ENTRY.test(nameOf(path)) ? 0 : 1;
}

/** The paths that a request names: whole ones, or their ends, before mere names of files. */
function namedIn(prompt: string, paths: readonly string[]): ReadonlySet<string> {
  const words = new Set(
    (prompt.match(/[\p{L}\p{N}_@$~+()[\]./-]+/gu) ?? []).map((word) =>
      word.replace(/^(?:\.?\/|[([])+/, '').replace(/[.)\]/-]+$/, ''),
    ),
  );
  const isPath = (path: string) => endsOf(path).some((end) => words.has(end));
  // A word without a dot in it is rather a word than a file.
  const isName = (path: string) => /[^.]\.\w/.test(nameOf(path)) && words.has(nameOf(path));
  return new Set([...nearestFirst(paths.filter(isPath)), ...nearestFirst(paths.filter(isName))]);
}

/** The path, and what is left of it without its first folders: `a/b/c.js` → itself, `b/c.js`. */
function endsOf(path: string): string[] {
  const segments = path.split('/');
  return [path, ...segments.slice(1, -1).map((_, at) => segments.slice(at + 1).join('/'))];
}

/** What can be text: no link, no submodule, not empty. */
function isText({ mode, size }: Entry): boolean {
  return mode.startsWith('100') && size !== null && size > 0;
}

/** What is set aside is not shown: some of it is the place for secrets. Asked last, since it takes its time. */
function mayBeShown(path: string): boolean {
  return checkPath(path).kind === 'write';
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
