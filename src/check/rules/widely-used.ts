import type { App } from '../app.js';
import { entriesOf, lineWith } from '../data/access.js';
import type { Finding } from '../finding.js';
import { lowestMajor } from '../known/lowest-major.js';
import type { KnownNames } from '../known/names.js';
import { purposeOf } from '../purpose.js';
import { listedIn, normal } from '../python/requirements.js';
import { type Manifest, manifestsOf } from '../resolve/manifests.js';
import { code } from '../words.js';
import type { Checked } from './rule.js';

/**
 * Packages that are declared are known ones, in versions that there are: a name that is made up may be anybody's by
 * now. What is told here is for people; the files are counted where packages are held against what uses them.
 */
export async function checkWidelyUsed(app: App): Promise<Checked> {
  const manifests = [...manifestsOf(app).values()].filter(({ path }) => purposeOf(path) !== 'sample');
  const ofNpm = manifests.some(({ declared }) => declared.size > 0)
    ? nodePackages(app, manifests, (await import('../known/npm.js')).NPM)
    : [];
  const lists = [...app.files.keys()].flatMap((path) => {
    const listed = purposeOf(path) === 'sample' ? [] : listedIn(app, path);
    return listed.length > 0 ? [{ path, listed }] : [];
  });
  const ofPython =
    lists.length > 0 ? pythonPackages(app, lists, (await import('../known/pypi.js')).PYPI) : [];
  return { looked: 0, findings: [...ofNpm, ...ofPython] };
}

/** The most that is said of one file. */
const MOST = 20;

/** What a name is held against. */
type Known = {
  readonly names: KnownNames;
  /** Whether the repository has installed it before. */
  readonly isHere: (name: string) => boolean;
  /** Names that were looked at: each is told once, and of an endless list no more than a part is looked at. */
  readonly looked: Set<string>;
};

const MOST_LOOKED = 150;

function isNew(name: string, { looked, isHere }: Known): boolean {
  if (looked.has(name) || looked.size >= MOST_LOOKED) return false;
  looked.add(name);
  return !isHere(name);
}

function nodePackages(app: App, manifests: readonly Manifest[], names: KnownNames): Finding[] {
  const own = new Set(manifests.flatMap(({ name }) => (name === null ? [] : [name, scopeOf(name) ?? name])));
  const known = { names, isHere: installedIn(app), looked: new Set<string>() };
  return manifests.flatMap(({ path, parts }) => {
    const strange = KINDS.flatMap((kind) =>
      entriesOf(parts.get(kind)).flatMap(([as, value]) => {
        const wanted = typeof value === 'string' ? wantedOf(as, value) : null;
        if (wanted === null || own.has(wanted.name) || own.has(scopeOf(wanted.name) ?? wanted.name))
          return [];
        const isRun = kind === 'dependencies' || kind === 'optionalDependencies';
        const said = strangeVersion(wanted, known) ?? strangeName(wanted.name, isRun, known);
        return said === null ? [] : [{ as, said }];
      }),
    );
    return strange.slice(0, MOST).map(({ as, said }): Finding => {
      const line = lineWith(app.files.get(path), JSON.stringify(as));
      return { rule: 'packages', path, line, offers: null, ...said };
    });
  });
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

type Wanted = { readonly name: string; readonly range: string };

/** The package of the registry that is asked for; null for one that comes from elsewhere. */
function wantedOf(as: string, value: string): Wanted | null {
  const [, other, version] = /^npm:((?:@[^@/]+\/)?[^@/]+)(?:@(.*))?$/.exec(value.slice(0, 300)) ?? [];
  const wanted = other === undefined ? { name: as, range: value } : { name: other, range: version ?? '' };
  const isName = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(wanted.name);
  return isName && wanted.name.length <= 214 && !/[:/]/.test(wanted.range) ? wanted : null;
}

type Said = Pick<Finding, 'severity' | 'message'>;

/** The list ages, so it is no error: there may be such a version by now, and the next one is soon made. */
function strangeVersion({ name, range }: Wanted, known: Known): Said | null {
  const newest = known.names.newestMajor(name);
  const lowest = newest === null ? null : lowestMajor(range);
  if (newest === null || lowest === null || lowest <= newest || !isNew(name, known)) return null;
  const message = `${code(name)} has no version ${lowest} that is known; the newest known in ${known.names.month} was ${newest}.`;
  return { severity: lowest > newest + 1 ? 'warning' : 'note', message };
}

/** @param isRun the app needs it to run: tools of its makers are told of only if they look like a slip. */
function strangeName(name: string, isRun: boolean, known: Known): Said | null {
  if (known.names.has(name) || !isNew(name, known)) return null;
  const near = known.names.nearest(name);
  const what = `${code(name)} is not among the widely used packages of npm`;
  if (near !== null) return { severity: 'note', message: `${what}; is ${code(near)} meant?` };
  return isRun ? { severity: 'note', message: `${what}: look at it before you install it.` } : null;
}

function scopeOf(name: string): string | null {
  return name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : null;
}

/** Whether a package is one that a lock file has: then it was installed before. */
function installedIn({ files }: App): (name: string) => boolean {
  const locks = [...files].flatMap(([path, text]) => (LOCK.test(path) ? [text] : []));
  return (name) => locks.some((text) => isInLock(text, name));
}

const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|pdm\.lock)$/;

/** As a whole word, whatever the form of the file. */
function isInLock(text: string, name: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[\w.-]/.test(sign);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) return true;
  }
  return false;
}

/** Python's index has too many packages for a list of the usual ones: only a slip of one of those is told. */
function pythonPackages(
  app: App,
  lists: readonly { readonly path: string; readonly listed: readonly string[] }[],
  names: KnownNames,
): Finding[] {
  const known = { names, isHere: installedIn(app), looked: new Set<string>() };
  return lists.flatMap(({ path, listed }) => {
    const findings = listed.flatMap((as): Finding[] => {
      const name = normal(as);
      const isStrange = !names.has(name) && name.length <= 100 && isNew(name, known);
      const near = isStrange ? names.nearest(name) : null;
      if (near === null) return [];
      const message = `${code(as)} is not among the widely used packages of PyPI; is ${code(near)} meant?`;
      const line = lineWith(app.files.get(path), as);
      return [{ rule: 'packages', severity: 'note', path, line, message, offers: null }];
    });
    return findings.slice(0, MOST);
  });
}
