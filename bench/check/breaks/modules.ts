import { posix } from 'node:path';
import { type Break, isBeside, lineAt, lines, type Place, spliced, type Texts, withText } from './break.js';
import { callsOf, functionsOf, type TopFunction } from './functions.js';
import { type Link, linksOf } from './links.js';

/** Files that are gone or have another name, imports in another case. */
export function breaksOfFiles(files: Texts): Break[] {
  const all = linksOf(files);
  return [...byTarget(all)].flatMap(([path, links]): Break[] => {
    if (isBeside(path) || path.endsWith('.json')) return [];
    if (!links.some(({ from }) => !isBeside(from)) || hasTwin(files, path)) return [];
    const places = [...links.map(placeOf), { path, lines: null }];
    const without = new Map(files);
    without.delete(path);
    const moved = new Map(without).set(path.replace(/(\.\w+)$/, '-main$1'), files.get(path) ?? '');
    const renamed = path.endsWith('.py') || links.some(({ from }) => from === path) ? [] : [moved];
    return [
      { kind: 'file left out', what: path, files: without, places },
      ...renamed.map((changed): Break => ({ kind: 'file renamed', what: path, files: changed, places })),
      ...links.filter(({ from }) => !isBeside(from)).flatMap((link) => inOtherCase(files, link)),
    ];
  });
}

/** Whether something else answers to the same name: then nothing breaks. */
function hasTwin(files: Texts, path: string): boolean {
  const stem = path.replace(/(?:\.d)?\.\w+$/, '');
  const folder = /\/(?:index|__init__)$/.test(stem) ? posix.dirname(stem) : stem;
  return [...files.keys()].some(
    (other) =>
      other !== path &&
      (other.replace(/(?:\.d)?\.\w+$/, '') === stem ||
        other.startsWith(`${stem}/`) ||
        other.startsWith(`${folder}.`)),
  );
}

function inOtherCase(files: Texts, link: Link): Break[] {
  const name = /[a-z](?=[^/]*$)/.exec(link.specifier);
  if (name === null || link.from.endsWith('.py')) return [];
  const at = link.at + name.index;
  const text = spliced(files.get(link.from) ?? '', at, at + 1, name[0].toUpperCase());
  const what = `${link.specifier} in ${link.from}`;
  return [
    { kind: 'import in other case', what, files: withText(files, link.from, text), places: [placeOf(link)] },
  ];
}

/** Exports that are not there any more under the name that others import, functions that want more. */
export function breaksOfExports(files: Texts): Break[] {
  return [...byTarget(linksOf(files))].flatMap(([path, links]): Break[] => {
    const text = files.get(path) ?? '';
    if (isBeside(path) || /^export \*|^\s*(?:module\.)?exports\b|^__all__|^def __getattr__/m.test(text))
      return [];
    return functionsOf(path, text).flatMap((one) => {
      const users = links.filter(({ names }) => names.includes(one.name));
      if (!users.some(({ from }) => !isBeside(from)) || definitions(text, one.name) !== 1) return [];
      const own: Place = { path, lines: lines(lineAt(text, one.start)) };
      const places = [...users.map(placeOf), own];
      return [...renamedExports(files, path, one, places), ...argumentsAdded(files, path, one, users, own)];
    });
  });
}

/** How often a file defines or exports a name. */
function definitions(text: string, name: string): number {
  const words = `\\b(?:function|class|const|let|var|def)\\s+${name}\\b|^${name}\\s*=|^export \\{[^}]*\\b${name}\\b`;
  return [...text.matchAll(new RegExp(words, 'gm'))].length;
}

function renamedExports(files: Texts, path: string, one: TopFunction, places: readonly Place[]): Break[] {
  const text = files.get(path) ?? '';
  const what = `${one.name} of ${path}`;
  const broken = (kind: Break['kind'], changed: string): Break => ({
    kind,
    what,
    files: withText(files, path, changed),
    places,
  });
  const renamed = broken(
    'export renamed',
    text.replaceAll(new RegExp(`\\b${one.name}\\b`, 'g'), `${one.name}Main`),
  );
  if (path.endsWith('.py')) return [renamed];
  const after = text.slice(one.start + 'export '.length);
  const before = text.slice(0, one.start);
  const isFree = !/\bexport default\b|\bas default\b/.test(text);
  return [
    renamed,
    broken('export dropped', before + after),
    ...(isFree ? [broken('export made default', `${before}export default ${after}`)] : []),
  ];
}

function argumentsAdded(
  files: Texts,
  path: string,
  one: TopFunction,
  users: readonly Link[],
  own: Place,
): Break[] {
  const text = files.get(path) ?? '';
  if (!one.parameters.every((parameter) => /^\w+(?:: ?[\w<>.| ]+)?$/.test(parameter))) return [];
  const calls = users.flatMap(({ from }) => {
    const theirs = files.get(from) ?? '';
    return callsOf(theirs, one.name)
      .filter(({ count }) => count === one.parameters.length)
      .map(
        ({ start, end }): Place => ({ path: from, lines: lines(lineAt(theirs, start), lineAt(theirs, end)) }),
      );
  });
  if (!calls.some((place) => !isBeside(place.path))) return [];
  const isTyped = /\.[cm]?tsx?$/.test(path);
  const added = `${one.parameters.length === 0 ? '' : ', '}extra${isTyped ? ': string' : ''}`;
  // Where nobody counts arguments, a function only fails without one that it does something with.
  const needing = isTyped || path.endsWith('.py') ? '' : '  extra.isKnown = true;\n';
  const needed = spliced(text, one.body.start, one.body.start, needing);
  const changed = spliced(needed, one.listEnd, one.listEnd, added);
  const what = `${one.name} of ${path}`;
  return [{ kind: 'argument added', what, files: withText(files, path, changed), places: [...calls, own] }];
}

function byTarget(links: readonly Link[]): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links) {
    const known = found.get(link.to);
    if (known === undefined) found.set(link.to, [link]);
    else known.push(link);
  }
  return found;
}

function placeOf({ from, lines }: Link): Place {
  return { path: from, lines };
}
