import { readFileList } from './file-list.js';
import { foldersOf } from './path-index.js';
import { checkPath } from './paths.js';
import { isCode, namesFiles, usersOf } from './references.js';
import { readSources } from './sources.js';
/** Files of the repository that are looked through for what they use, and their characters in all. */
const MAX_LOOKED_AT = 300;
const MAX_CHARACTERS = 2_000_000;
/** What no person writes: it is made anew of what changes, or comes from elsewhere. */
const NOT_BY_HAND = /^(?!(?:.*\/)?src\/)(?:.*\/)?(?:dist|build|out|coverage)\/|(?:^|\/)(?:vendor|third_party|node_modules|\.[^/]+)\/|\.min\.\w+$|[.-]lock(?:\.(?:json|ya?ml|toml|hcl))?$/;
/**
 * The files that use one which changes, moves or goes, and which the plan of the change does not name: whoever
 * plans sees only a part of the repository. They are found by what they import, and by what the plans say that they
 * use; the nearest to what changes first.
 */
export async function findUsers(change, request, read, { rules, signal }) {
    const moved = changedBy(change);
    const moving = new Set([...moved.changed, ...moved.gone]);
    if (moving.size === 0)
        return [];
    const known = new Set([...moving, ...change.files.map(({ path }) => path)]);
    for (const { path } of change.refused)
        known.add(path);
    const { paths } = request.existing;
    const others = nearestFirst([...paths].filter((path) => isLookedAt(path, moved) && !known.has(path)), moving);
    const bounds = { maxFiles: MAX_LOOKED_AT, maxCharacters: MAX_CHARACTERS, signal };
    const contents = await readSources(others, read, bounds);
    const users = usersOf(moved, contents, usesOf(request), paths);
    const files = [...users].flatMap(([path, used]) => {
        return mayBeChanged(path, rules) && !known.has(path) ? userOf(path, used, change) : [];
    });
    return files.slice(0, Math.max(0, rules.maxFiles - change.files.length));
}
/** Whether a file that no plan names may be changed. */
export function mayBeChanged(path, { protectedPaths, refusePath }) {
    if (NOT_BY_HAND.test(path))
        return false;
    return checkPath(path, protectedPaths).kind === 'write' && !refusePath?.(path);
}
/** What the change makes of files that are there. What is set aside stays as it is. */
function changedBy({ files }) {
    const written = files.filter(({ setAside }) => setAside === null);
    const changed = written.filter(({ action }) => action === 'change').map(({ path }) => path);
    const gone = written.flatMap(({ path, action, from }) => (action === 'delete' ? path : (from ?? [])));
    return { changed: new Set(changed), gone: new Set(gone) };
}
function isLookedAt(path, { gone }) {
    return !NOT_BY_HAND.test(path) && (isCode(path) || (gone.size > 0 && namesFiles(path)));
}
/** In the order in which paths share folders with those that change, the most of them first. */
function nearestFirst(paths, moving) {
    const folders = new Set([...moving].flatMap(foldersOf));
    const shared = new Map(paths.map((path) => [path, foldersOf(path).filter((folder) => folders.has(folder)).length]));
    return [...paths].sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0));
}
/** What the plans so far say that each file uses. */
function usesOf({ plan, changes, existing }) {
    const uses = new Map();
    for (const text of [plan, ...changes]) {
        const list = readFileList(text, existing.paths);
        if (list.kind === 'none')
            continue;
        for (const { path, uses: used } of list.entries)
            uses.set(path, [...(uses.get(path) ?? []), ...used]);
    }
    return uses;
}
function userOf(path, used, { files }) {
    const renamed = files.find(({ from }) => from === used)?.path;
    const isGone = files.some((file) => file.path === used && file.action === 'delete');
    const becomes = renamed !== undefined ? `is renamed to \`${renamed}\`` : isGone ? 'is deleted' : 'changes';
    const description = `uses \`${used}\`, which ${becomes}`;
    return { path, lines: null, description, uses: [used], action: 'change', from: null, setAside: null };
}
