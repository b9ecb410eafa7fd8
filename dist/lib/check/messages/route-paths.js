import { endsAnywhere, pathsOf } from '../page/paths.js';
/** Parts of a path; more are no path of a server. */
export const MOST_SEGMENTS = 20;
/** Any number of parts. */
export const ALL = '**';
/**
 * The parts of a path that is asked for; what code puts in is `*`. Null where it does not begin at the root.
 *
 * @example
 * segmentsOf('/api/polls/*?page=1') → ['api', 'polls', '*']
 */
export function segmentsOf(name) {
    if (!name.startsWith('/') || name.startsWith('//'))
        return null;
    const parts = partsOf(name.replace(/[?#].*$/s, ''));
    return parts.length > MOST_SEGMENTS ? null : parts;
}
/** One part whose text only the request tells, until all else is replaced. */
const ONE = '\u0001';
/** The parts of a path that is served, by whatever framework: what may stand there is `*`, or `**` for all below. */
export function servedSegments(path) {
    const plain = path
        .slice(0, 300)
        .replace(/:[a-z_]\w*(?:\([^()]*\)|\{[^{}]*\})?([?*+]?)/gi, (_all, more) => more === '' ? ONE : ALL)
        .replace(/<path:[^<>]*>|\{\w*:path\}/g, ALL)
        .replace(/\{\/?\*\w*\}/g, `/${ALL}`)
        .replace(/<[^<>]*>|\{\w[^{}]*\}/g, ONE)
        .replace(/\([^()]*\)\??|\{[^{}]*\}/g, ALL)
        .replace(/\*+\w*/g, ALL)
        .replaceAll(ONE, '*');
    return partsOf(plain);
}
function partsOf(path) {
    return path.split('/').filter((part) => part !== '');
}
/** Whether a path that is asked for may be one that is served. */
export function fitsRoute(asked, served) {
    const waiting = [[0, 0]];
    const seen = new Set();
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
        const [at, to] = pair;
        const key = at * 100 + to;
        if (seen.has(key) || to > 99)
            continue;
        seen.add(key);
        if (at === asked.length && to === served.length)
            return true;
        const [mine, theirs] = [asked[at], served[to]];
        if (theirs?.endsWith(ALL) === true) {
            const start = theirs.slice(0, -ALL.length);
            if (start === '' || mine?.startsWith(start) === true || mine?.includes('*') === true)
                waiting.push([at, to + 1], ...(mine === undefined
                    ? []
                    : [
                        [at + 1, to],
                        [at + 1, to + 1],
                    ]));
        }
        // What code puts in may be several parts; at the end it may be nothing.
        if (mine === '*' && at === asked.length - 1)
            waiting.push([at + 1, to]);
        if (mine === '*' && theirs !== undefined)
            waiting.push([at, to + 1], [at + 1, to + 1]);
        if (mine?.endsWith('*') === true && mine !== '*' && theirs !== undefined && fitsPart(mine, theirs))
            waiting.push([at + 1, to + 1], [at, to + 1]);
        if (mine !== undefined && theirs !== undefined && fitsPart(mine, theirs))
            waiting.push([at + 1, to + 1]);
    }
    return false;
}
function fitsPart(mine, theirs) {
    if (mine === theirs || mine === '*' || theirs === '*')
        return true;
    if (mine.includes('*'))
        return startsAlike(mine, theirs);
    return theirs.includes('*') && startsAlike(theirs, mine);
}
/** `polls*` and `polls`, `*.json` and `a.json`. */
function startsAlike(pattern, part) {
    const [start = ''] = pattern.split('*', 1);
    const end = pattern.slice(pattern.lastIndexOf('*') + 1);
    return part.includes('*') || (part.startsWith(start) && part.endsWith(end));
}
const PATHS = new WeakMap();
/** Whether a file of the app lies where a path may lead. */
export function endsIn(app, path) {
    const paths = PATHS.get(app) ?? pathsOf(app);
    PATHS.set(app, paths);
    return !path.includes('*') && endsAnywhere(paths, path);
}
