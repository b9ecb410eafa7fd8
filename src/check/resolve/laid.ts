import type { App } from '../app.js';
import { folderOf } from './paths.js';

/** Files by which a host says that it gives the files beside and below names and places of its own. */
const HOSTS = /(?:^|\/)(?:ember-cli-build\.[cm]?js|Brocfile\.js|tiddlywiki\.(?:files|info)|plugin\.info)$/;

/** Folders whose files run somewhere else than where they lie. */
export function laidElsewhere(paths: ReadonlySet<string>, folders: ReadonlySet<string>): ReadonlySet<string> {
  const laid = new Set<string>();
  for (const path of paths) if (HOSTS.test(path)) laid.add(folderOf(path));
  for (const folder of folders) {
    // Settings beside templates are copied, as those are, into what is made of them.
    const match = /^(.*?)(?:^|\/)templates?$/.exec(folder);
    if (match === null) continue;
    const beside = match[1] === '' ? 'config' : `${match[1]}/config`;
    if (folders.has(beside)) laid.add(beside);
  }
  return laid;
}

/** So many files are copied by hand where one that is missing here may lie beside the others later. */
const MANY_COPIES = 5;

/**
 * Tells whether a file of this name may be laid at a path by a Makefile or a script that puts folders into each other:
 * there are such, and a file of that name is elsewhere.
 */
export function copiesOf({ files }: App, paths: ReadonlySet<string>): (path: string) => boolean {
  let copies = 0;
  for (const [path, text] of files)
    if (/(?:^|\/)(?:GNU)?Makefile$|\.(?:sh|mk|bash)$/.test(path))
      copies += text.match(/^[ \t]*@?(?:cp|rsync) /gm)?.length ?? 0;
  if (copies < MANY_COPIES) return () => false;
  const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf('/') + 1)));
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1));
}
