import { keyOf, literalOf, pathOf, toEach } from '../script/walk.js';
import { calledBy, calledName, lineOf, use } from './draft.js';
import { collectTextCall, isOpenObject, propertyOf } from './passing.js';
import { collectPattern, collectRequest, collectRoute, collectRouter, collectSource } from './requests.js';
import { collectStored, collectStoreMember } from './stores.js';
import { ANYTHING } from './texts.js';
/** Notes what code says to other code, or waits for: events, messages, storage keys, routes. */
export function uses(draft) {
    return {
        ...toEach(['CallExpression', 'OptionalCallExpression'], (node, ancestors) => inCall(draft, node.callee, node.arguments, ancestors)),
        NewExpression: (node, ancestors) => {
            const name = calledName(node.callee);
            if (name === 'CustomEvent' || name === 'Event')
                use(draft, 'event-sent', node.arguments[0], ancestors, 'dispatchEvent');
            if (name === 'Router' || name === 'Hono')
                collectRouter(draft, node.arguments[0], ancestors);
            if (name === 'EventSource')
                collectSource(draft, node.arguments[0], ancestors);
        },
        Identifier: (node, ancestors) => collectStoreMember(draft, node, ancestors),
        MemberExpression: (node, ancestors) => inMember(draft, node, ancestors.at(-1)),
        ObjectExpression: (node, ancestors) => collectRoute(draft, node, ancestors),
        SwitchStatement: ({ discriminant, cases }, ancestors) => {
            if (isTag(discriminant))
                for (const { test } of cases)
                    heard(draft, test, ancestors);
        },
        BinaryExpression: ({ operator, left, right }, ancestors) => {
            if (!/^[!=]==?$/.test(operator))
                return;
            if (isTag(left))
                heard(draft, right, ancestors);
            else if (isTag(right))
                heard(draft, left, ancestors);
        },
        RegExpLiteral: (node) => collectPattern(draft, node),
    };
}
/** Fields that tell messages apart. */
const TAGS = new Set(['type', 'action', 'kind', 'command', 'cmd', 'event', 'op']);
const HEARING = new Set(['on', 'once', 'addListener', 'prependListener']);
function inCall(draft, callee, args, ancestors) {
    const called = calledBy(callee);
    const { name, last } = called;
    const [first] = args;
    if (name === 'addEventListener')
        use(draft, 'event-heard', first, ancestors, name);
    else if (name === 'removeEventListener' && first !== undefined)
        draft.taken.add(first);
    else if (name === 'postMessage' || name === 'sendMessage')
        sentTo(draft, called, args, ancestors);
    else if (onChannel(draft, called, first, ancestors))
        return;
    else if (collectStored(draft, callee, called, args, ancestors))
        return;
    else if (collectRequest(draft, called, args, ancestors))
        return;
    else if (name === 'emit' && callee.type !== 'Identifier')
        use(draft, 'event-sent', first, ancestors, last || '?');
    else if (name !== null && HEARING.has(name) && args.length > 1 && callee.type !== 'Identifier')
        use(draft, 'event-heard', first, ancestors, last || '?');
    else
        collectTextCall(draft, called, args, ancestors);
}
/** `ipcRenderer.invoke('save')` of Electron, and `ipcMain.handle('save', …)`. */
function onChannel(draft, { name, last }, first, ancestors) {
    if (last === 'ipcRenderer' && /^(?:invoke|send|sendSync)$/.test(name ?? ''))
        use(draft, 'channel-asked', first, ancestors);
    else if (last === 'ipcMain' && /^(?:handle|on)(?:Once)?$|^once$/.test(name ?? ''))
        use(draft, 'channel-answered', first, ancestors);
    else if (last === 'webContents' && name === 'send')
        use(draft, 'event-sent', first, ancestors, last);
    else
        return false;
    return true;
}
function inMember(draft, node, parent) {
    const key = keyOf(node.property, node.computed);
    if (key === 'hash')
        draft.readsHash = true;
    if (key === 'baseURL')
        draft.keys.add(key);
    if (key === null)
        return;
    const { object } = node;
    const path = isOfHost(object) ? pathOf(object) : null;
    if (path === null)
        return;
    const [root, space] = path;
    const isTaken = parent?.type === 'MemberExpression' && parent.object === node;
    if (path.length === 2 && space !== undefined)
        draft.uses.push({ kind: 'extension-api', name: `${space}.${key}`, line: lineOf(node), of: root ?? null });
    if (path.length === 1 && !isTaken)
        draft.uses.push({ kind: 'extension-asked', name: key, line: lineOf(node), of: root ?? null });
}
/** What browsers give extensions: `chrome`, and its parts. */
function isOfHost(node) {
    const root = node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression' ? node.object : node;
    return root.type === 'Identifier' && (root.name === 'chrome' || root.name === 'browser');
}
/** What is sent: `{ type: 'add' }` with its tag; nothing is known of what code makes. */
function sentTo(draft, { last }, args, ancestors) {
    const of = last === 'runtime' ? last : /worker/i.test(last) ? 'worker' : null;
    const message = args.find(({ type }) => type === 'ObjectExpression');
    const tags = [...TAGS].flatMap((tag) => propertyOf(message, tag) ?? []);
    for (const tag of tags)
        use(draft, 'message-sent', tag, ancestors, of);
    const [first] = args;
    const isOpen = message === undefined || (tags.length === 0 && isOpenObject(message));
    const isText = first !== undefined && literalOf(first) !== null;
    if (isOpen && first !== undefined && !isText)
        draft.uses.push({ kind: 'message-sent', name: ANYTHING, line: lineOf(first), of: null });
}
function isTag(node) {
    return node.type === 'Identifier'
        ? node.name === 'type' || node.name === 'action' || node.name === 'command'
        : TAGS.has(calledName(node) ?? '');
}
/** `message.type === 'add'` */
function heard(draft, node, ancestors) {
    if (node === null || node === undefined)
        return;
    if (literalOf(node) === null && pathOf(node) === null)
        return;
    use(draft, 'message-heard', node, ancestors);
}
