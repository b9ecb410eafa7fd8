import { ANYTHING } from '../browser/texts.js';
import { NearNames } from '../near.js';
import { wordsOf } from '../page/mentions.js';
import { siteOf } from '../page/site.js';
import { purposeOf } from '../purpose.js';
import { code, isInPlan } from '../words.js';
import { containedIn } from './contained.js';
import { exchangesOf } from './exchanges.js';
import { MOST_PATTERNS, mayBeSame } from './matched.js';
import { NATIVE } from './native-events.js';
const EVENTS = { sends: 'sends the event', hears: 'listens to the event', severity: 'warning' };
const MESSAGES = { sends: 'sends the message', hears: 'waits for the message', severity: 'error' };
const CHANNELS = { sends: 'asks on the channel', hears: 'answers on the channel', severity: 'error' };
/** Events and messages that are sent are listened to, and the other way round. */
export function spokenFindings(app) {
    const exchanges = exchangesOf(app);
    const [sent, heard] = [exchanges.of('event-sent'), exchanges.of('event-heard')];
    const isDom = ({ of }) => of === 'dispatchEvent' || of === 'addEventListener';
    const isOther = (use) => !isDom(use);
    const channels = sidesOf(app, exchanges.of('channel-asked'), exchanges.of('channel-answered'));
    const messages = sidesOf(app, exchanges.of('message-sent'), exchanges.of('message-heard'));
    const dom = sidesOf(app, sent.filter(isDom), heard.filter(isDom), [...sent, ...heard]);
    const isHere = isOneEnd(app) ? (use) => isOther(use) && !OF_SOCKETS.test(use.of ?? '') : isOther;
    const emitted = sidesOf(app, sent.filter(isHere), heard.filter(isHere), [...sent, ...heard]);
    return [
        ...slips(app, EVENTS, dom),
        ...slips(app, EVENTS, emitted),
        ...slips(app, MESSAGES, messages),
        ...slips(app, CHANNELS, channels),
        ...unsent(app, dom),
        ...unheard(messages, ({ of }) => of === 'runtime' || of === 'worker', MESSAGES, 'waits for it', 'warning'),
        ...unheard(channels, () => true, CHANNELS, 'answers there', siteOf(app).isPartlyUnknown ? 'warning' : 'error'),
        ...unheard(dom, () => isPlain(app), EVENTS, 'listens to it', 'note'),
    ];
}
/** What the ends of sockets are called, and what they send by. */
const OF_SOCKETS = /^(?:socket\w*|io|client|nsp|namespace|broadcast|volatile|\?)$/i;
/** Whether an app has but one end of a socket: then it hears what the other one sends, and not what it sends itself. */
function isOneEnd(app) {
    const sources = [...app.facts.values()].filter(({ path }) => purposeOf(path) === 'source');
    const names = sources.flatMap(({ scripts, page, python }) => [
        ...scripts.flatMap(({ imports }) => imports.map(({ specifier }) => specifier)),
        ...(page?.references ?? []).flatMap(({ address }) => /socket\.io/.test(address) ? ['socket.io-client'] : []),
        ...(python?.imports ?? []).map(({ module }) => module),
    ]);
    const hasClient = names.some((name) => name === 'socket.io-client' || /:\/\/.*socket\.io/.test(name));
    const hasServer = names.some((name) => /^(?:socket\.io|fastify-socket\.io)$/.test(name));
    return hasClient !== hasServer || names.some((name) => /^(?:flask_)?socketio\b/.test(name));
}
/** @param all names that have another side in whatever way, if that is more than the two */
function sidesOf(app, sent, heard, all = []) {
    const isAny = ({ name }) => name === ANYTHING;
    const isSent = namesOf([...sent, ...all.filter(({ kind }) => kind === 'event-sent')]);
    const isHeard = namesOf([...heard, ...all.filter(({ kind }) => kind === 'event-heard')]);
    return {
        lonelySent: lonely(app, sent, isHeard),
        lonelyHeard: lonely(app, heard, isSent),
        mayBeMade: wordsOf(app).mayBeMade,
        hearsAny: heard.some(isAny),
        hearsSome: heard.some((use) => !isNative(use)),
        sendsAny: sent.some(isAny),
        sendsSome: sent.some((use) => use.name !== ANYTHING && !isNative(use)),
    };
}
/** What browsers and libraries send by themselves. */
function isNative({ kind, name }) {
    return kind.startsWith('event') && NATIVE.has(name);
}
function namesOf(uses) {
    return new Set(uses.map(({ name }) => name));
}
/** The first use of each name that nobody else has, in whatever place. */
function lonely(app, uses, others) {
    const [words, { said }] = [wordsOf(app), exchangesOf(app)];
    const patterns = [...others].filter((other) => other.includes('*') && other !== ANYTHING);
    const found = new Map();
    if (patterns.length > MOST_PATTERNS)
        return found;
    for (const use of uses) {
        const { name } = use;
        if (found.has(name) || others.has(name) || name.includes('*') || isNative(use))
            continue;
        // What a function is given to hand on stands where it is called, as a text like any other.
        const isSaid = (use.via === null && words.has(name)) || said.has(name) || words.hasKey(name);
        if (name.length < 3 || isSaid)
            continue;
        if (patterns.some((pattern) => mayBeSame(pattern, name)))
            continue;
        found.set(name, use);
    }
    return found;
}
/** Sent under one name, and heard under nearly the same. */
function slips(app, way, { lonelySent, lonelyHeard, mayBeMade }) {
    if (lonelySent.size === 0 || lonelyHeard.size === 0)
        return [];
    const near = new NearNames(lonelySent.keys());
    const longer = containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]);
    return [...lonelyHeard].flatMap(([name, use]) => {
        const nearest = near.nearest(name);
        const sent = lonelySent.get(nearest ?? longer.get(name) ?? '');
        if (sent === undefined)
            return [];
        const isSendersFault = isInPlan(app.plan, name) && !isInPlan(app.plan, sent.name);
        const isUnsure = nearest === null || siteOf(app).isPartlyUnknown || mayBeMade(name) || mayBeMade(sent.name);
        const severity = isUnsure ? 'warning' : way.severity;
        const place = isSendersFault ? sent : use;
        const message = isSendersFault
            ? `${code(sent.path)} ${way.sends} ${code(sent.name)}; ${code(use.path)} ${way.hears} ${code(name)}, as the plan says.`
            : `${code(use.path)} ${way.hears} ${code(name)}; what ${code(sent.path)} sends is ${code(sent.name)}.`;
        const offers = isSendersFault
            ? `${code(use.path)} ${way.hears} ${code(name)}.`
            : `${code(sent.path)} ${way.sends} ${code(sent.name)}.`;
        return [{ rule: 'messages', severity, path: place.path, line: place.line, message, offers }];
    });
}
/** Whether all that runs in the pages of the app stands in it. */
function isPlain(app) {
    const site = siteOf(app);
    if (site.isBuilt || site.isPartlyUnknown || site.pages.length === 0)
        return false;
    return site.pages.every(({ page }) => page === null ||
        (!page.isTemplate &&
            !page.references.some(({ target, address }) => target === 'code' && /^(?:https?:)?\/\//.test(address))));
}
/** Listened to, and sent by nobody: where the app sends some events of its own, and nothing else can. */
function unsent(app, { lonelySent, lonelyHeard, mayBeMade, sendsAny, sendsSome }) {
    if (sendsAny || !sendsSome || !isPlain(app))
        return [];
    const near = new NearNames(lonelySent.keys());
    const longer = containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]);
    return [...lonelyHeard].flatMap(([name, { path, line }]) => {
        if (!/[:.-]|[a-z][A-Z]/.test(name) || mayBeMade(name))
            return [];
        if (near.nearest(name) !== null || longer.has(name))
            return [];
        const message = `${code(path)} listens to the event ${code(name)}, and nothing sends it.`;
        return [{ rule: 'messages', severity: 'warning', path, line, message, offers: null }];
    });
}
/** Sent, and heard by nobody. */
function unheard({ lonelySent, lonelyHeard, mayBeMade, hearsAny, hearsSome }, isAmong, way, hears, severity) {
    if (hearsAny || !hearsSome)
        return [];
    const near = new NearNames(lonelyHeard.keys());
    const paired = new Set(containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]).values());
    return [...lonelySent].flatMap(([name, use]) => {
        if (!isAmong(use) || mayBeMade(name) || near.nearest(name) !== null || paired.has(name))
            return [];
        const { path, line } = use;
        const message = `${code(path)} ${way.sends} ${code(name)}, and nothing ${hears}.`;
        return [{ rule: 'messages', severity, path, line, message, offers: null }];
    });
}
