import { entriesOf, lineWith } from '../data/access.js';
import { lowestMajor } from '../known/lowest-major.js';
import { purposeOf } from '../purpose.js';
import { listedIn, normal } from '../python/requirements.js';
import { manifestsOf } from '../resolve/manifests.js';
import { code } from '../words.js';
/**
 * Packages that are declared are known ones, in versions that there are: a name that is made up may be anybody's by
 * now. What is told here is for people; the files are counted where packages are held against what uses them.
 */
export async function checkWidelyUsed(app) {
    const manifests = [...manifestsOf(app).values()].filter(({ path }) => purposeOf(path) !== 'sample');
    const ofNpm = manifests.some(({ declared }) => declared.size > 0)
        ? nodePackages(app, manifests, (await import('../known/npm.js')).NPM)
        : [];
    const lists = [...app.files.keys()].flatMap((path) => {
        const listed = purposeOf(path) === 'sample' ? [] : listedIn(app, path);
        return listed.length > 0 ? [{ path, listed }] : [];
    });
    const ofPython = lists.length > 0 ? pythonPackages(app, lists, (await import('../known/pypi.js')).PYPI) : [];
    return { looked: 0, findings: [...ofNpm, ...ofPython] };
}
/** The most that is said of one file. */
const MOST = 20;
const MOST_LOOKED = 150;
function isNew(name, { looked, isHere }) {
    if (looked.has(name) || looked.size >= MOST_LOOKED)
        return false;
    looked.add(name);
    return !isHere(name);
}
function nodePackages(app, manifests, names) {
    const own = new Set(manifests.flatMap(({ name }) => (name === null ? [] : [name, scopeOf(name) ?? name])));
    const known = { names, isHere: installedIn(app), looked: new Set() };
    return manifests.flatMap(({ path, parts }) => {
        const strange = KINDS.flatMap((kind) => entriesOf(parts.get(kind)).flatMap(([as, value]) => {
            const wanted = typeof value === 'string' ? wantedOf(as, value) : null;
            if (wanted === null || own.has(wanted.name) || own.has(scopeOf(wanted.name) ?? wanted.name))
                return [];
            const isRun = kind === 'dependencies' || kind === 'optionalDependencies';
            const said = strangeVersion(wanted, known) ?? strangeName(wanted.name, isRun, known);
            return said === null ? [] : [{ as, said }];
        }));
        return strange.slice(0, MOST).map(({ as, said }) => {
            const line = lineWith(app.files.get(path), JSON.stringify(as));
            return { rule: 'packages', path, line, offers: null, ...said };
        });
    });
}
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/** The package of the registry that is asked for; null for one that comes from elsewhere. */
function wantedOf(as, value) {
    const [, other, version] = /^npm:((?:@[^@/]+\/)?[^@/]+)(?:@(.*))?$/.exec(value.slice(0, 300)) ?? [];
    const wanted = other === undefined ? { name: as, range: value } : { name: other, range: version ?? '' };
    const isName = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(wanted.name);
    return isName && wanted.name.length <= 214 && !/[:/]/.test(wanted.range) ? wanted : null;
}
/** The list ages, so it is no error: there may be such a version by now, and the next one is soon made. */
function strangeVersion({ name, range }, known) {
    const newest = known.names.newestMajor(name);
    const lowest = newest === null ? null : lowestMajor(range);
    if (newest === null || lowest === null || lowest <= newest || !isNew(name, known))
        return null;
    const message = `${code(name)} has no version ${lowest} that is known; the newest known in ${known.names.month} was ${newest}.`;
    return { severity: lowest > newest + 1 ? 'warning' : 'note', message };
}
/** @param isRun the app needs it to run: tools of its makers are told of only if they look like a slip. */
function strangeName(name, isRun, known) {
    if (known.names.has(name) || !isNew(name, known))
        return null;
    const near = known.names.nearest(name);
    const what = `${code(name)} is not among the widely used packages of npm`;
    if (near !== null)
        return { severity: 'note', message: `${what}; is ${code(near)} meant?` };
    return isRun ? { severity: 'note', message: `${what}: look at it before you install it.` } : null;
}
function scopeOf(name) {
    return name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : null;
}
/** Whether a package is one that a lock file has: then it was installed before. */
function installedIn({ files }) {
    const locks = [...files].flatMap(([path, text]) => (LOCK.test(path) ? [text] : []));
    return (name) => locks.some((text) => isInLock(text, name));
}
const LOCK = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|pdm\.lock)$/;
/** As a whole word, whatever the form of the file. */
function isInLock(text, name) {
    const isPart = (sign) => sign !== undefined && /[\w.-]/.test(sign);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        if (!isPart(text[at - 1]) && !isPart(text[at + name.length]))
            return true;
    }
    return false;
}
/** Python's index has too many packages for a list of the usual ones: only a slip of one of those is told. */
function pythonPackages(app, lists, names) {
    const known = { names, isHere: installedIn(app), looked: new Set() };
    return lists.flatMap(({ path, listed }) => {
        const findings = listed.flatMap((as) => {
            const name = normal(as);
            const isStrange = !names.has(name) && name.length <= 100 && isNew(name, known);
            const near = isStrange ? names.nearest(name) : null;
            if (near === null)
                return [];
            const message = `${code(as)} is not among the widely used packages of PyPI; is ${code(near)} meant?`;
            const line = lineWith(app.files.get(path), as);
            return [{ rule: 'packages', severity: 'note', path, line, message, offers: null }];
        });
        return findings.slice(0, MOST);
    });
}
