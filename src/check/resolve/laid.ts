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
