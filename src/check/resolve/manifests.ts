import type { App } from '../app.js';
import { folderOf, foldersAbove } from './paths.js';

/** What a check needs of a `package.json`. */
export type Manifest = {
  readonly path: string;
  readonly folder: string;
  readonly name: string | null;
  readonly type: string | null;
  /** Packages that are declared, of whatever kind, with the kind. */
  readonly declared: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, unknown>;
};

const KINDS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'bundledDependencies',
  'bundleDependencies',
];

/** All manifests of an app, by folder. */
export function manifestsOf({ facts }: App): ReadonlyMap<string, Manifest> {
  const manifests = new Map<string, Manifest>();
  for (const [path, { data }] of facts) {
    if (path !== 'package.json' && !path.endsWith('/package.json')) continue;
    if (data === undefined || path.includes('node_modules/')) continue;
    manifests.set(folderOf(path), manifestOf(path, data));
  }
  return manifests;
}

function manifestOf(path: string, data: unknown): Manifest {
  const parts = entriesOf(data);
  const declared = new Map<string, string>();
  for (const kind of KINDS) {
    const part = parts.get(kind);
    const names = Array.isArray(part) ? part.map(String) : [...entriesOf(part).keys()];
    for (const name of names) if (!declared.has(name)) declared.set(name, kind);
  }
  const scripts = new Map([...entriesOf(parts.get('scripts'))].map(([name, text]) => [name, String(text)]));
  return {
    ...{ path, folder: folderOf(path), declared, scripts, parts },
    name: textOf(parts.get('name')),
    type: textOf(parts.get('type')),
  };
}

/** The manifests that hold for a file, the nearest first. */
export function manifestsAbove(manifests: ReadonlyMap<string, Manifest>, path: string): Manifest[] {
  return foldersAbove(path).flatMap((folder) => manifests.get(folder) ?? []);
}

/** The entries of a value, if it is an object; foreign names never become names of ours. */
export function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}

/** The value, if it is a text. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
