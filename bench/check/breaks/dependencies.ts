import { type Break, isBeside, lineAt, lines, type Place, type Texts, withText } from './break.js';

const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Packages that are imported and not declared any more. */
export function breaksOfDependencies(files: Texts): Break[] {
  const text = files.get('package.json');
  const manifest = text === undefined ? null : parsed(text);
  if (manifest === null) return [];
  return [...dependenciesOf(manifest)].flatMap((name): Break[] => {
    const users = usersOf(files, name);
    if (users.length === 0) return [];
    const rest = Object.entries(manifest).map(([key, value]) => [
      key,
      SECTIONS.includes(key) && isRecord(value)
        ? Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
        : value,
    ]);
    const without = `${JSON.stringify(Object.fromEntries(rest), null, 2)}\n`;
    const places: Place[] = [...users, { path: 'package.json', lines: null }];
    const changed = withText(files, 'package.json', without);
    return [{ kind: 'dependency removed', what: name, files: changed, places }];
  });
}

function usersOf(files: Texts, name: string): Place[] {
  const quoted = name.replaceAll(/[.*+?^$()[\]{}|\\/]/g, '\\$&');
  const pattern = new RegExp(
    `^(?:import (?!type\\b)[^'"\`;]*?['"]${quoted}['"]|(?:const|var|let) [^=;]*= require\\(['"]${quoted}['"]\\))`,
    'gm',
  );
  return [...files].flatMap(([path, text]): Place[] =>
    /\.[cm]?[jt]sx?$/.test(path) && !isBeside(path)
      ? [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
          path,
          lines: lines(lineAt(text, index), lineAt(text, index + found.length)),
        }))
      : [],
  );
}

function dependenciesOf(manifest: Readonly<Record<string, unknown>>): Set<string> {
  const dependencies = manifest.dependencies;
  return new Set(isRecord(dependencies) ? Object.keys(dependencies) : []);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
