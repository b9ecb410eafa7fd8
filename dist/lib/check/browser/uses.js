import { keyOf, literalOf, pathOf } from '../script/walk.js';
import { calledName, calledOn, lineOf, use } from './draft.js';
import { collectTextCall, isOpenObject, propertyOf } from './passing.js';
import { collectPattern, collectRequest, collectRoute, collectRouter, collectSource } from './requests.js';
import { collectStored, collectStoreMember } from './stores.js';
import { ANYTHING } from './texts.js';
import { collectVariables } from './variables.js';
/** Notes what a node says to other code, or waits for: events, messages, storage keys, routes, variables. */
export function collectUses(draft, node, ancestors) {
    collectVariables(draft, node, ancestors.at(-1));
    switch (node.type) {
        case 'CallExpression':
        case 'OptionalCallExpression':
            inCall(draft, node.callee, node.arguments, ancestors);
            break;
        case 'NewExpression': {
            const name = calledName(node.callee);
            if (name === 'CustomEvent' || name === 'Event')
                use(draft, 'event-sent', node.arguments[0], ancestors, 'dispatchEvent');
            if (name === 'Router' || name === 'Hono')
                collectRouter(draft, node.arguments[0], ancestors);
            if (name === 'EventSource')
                collectSource(draft, node.arguments[0], ancestors);
            break;
        }
        case 'Identifier':
            collectStoreMember(draft, node, ancestors);
            break;
        case 'MemberExpression':
            inMember(draft, node, ancestors.at(-1));
            break;
        case 'ObjectExpression':
            collectRoute(draft, node, ancestors);
            break;
        case 'SwitchStatement':
            if (isTag(node.discriminant))
                for (const { test } of node.cases)
                    heard(draft, test, ancestors);
            break;
        case 'BinaryExpression':
            if (/^[!=]==?$/.test(node.operator)) {
                if (isTag(node.left))
                    heard(draft, node.right, ancestors);
                else if (isTag(node.right))
                    heard(draft, node.left, ancestors);
            }
            break;
        case 'RegExpLiteral':
            collectPattern(draft, node);
            break;
    }
}
/** Fields that tell messages apart. */
const TAGS = new Set(['type', 'action', 'kind', 'command', 'cmd', 'event', 'op']);
const HEARING = new Set(['on', 'once', 'addListener', 'prependListener']);
function inCall(draft, callee, args, ancestors) {
    const name = calledName(callee);
    const [first] = args;
    if (name === 'addEventListener')
        use(draft, 'event-heard', first, ancestors, name);
    else if (name === 'removeEventListener' && first !== undefined)
        draft.taken.add(first);
    else if (name === 'postMessage' || name === 'sendMessage')
        sentTo(draft, callee, args, ancestors);
    else if (onChannel(draft, callee, first, ancestors))
        return;
    else if (collectStored(draft, callee, args, ancestors))
        return;
    else if (collectRequest(draft, callee, args, ancestors))
        return;
    else if (name === 'emit' && callee.type !== 'Identifier')
        use(draft, 'event-sent', first, ancestors, emitterOf(callee));
    else if (name !== null && HEARING.has(name) && args.length > 1 && callee.type !== 'Identifier')
        use(draft, 'event-heard', first, ancestors, emitterOf(callee));
    else
        collectTextCall(draft, callee, args, ancestors);
}
/** `ipcRenderer.invoke('save')` of Electron, and `ipcMain.handle('save', …)`. */
function onChannel(draft, callee, first, ancestors) {
    const name = calledName(callee) ?? '';
    const on = calledOn(callee)?.at(-1);
    if (on === 'ipcRenderer' && /^(?:invoke|send|sendSync)$/.test(name))
        use(draft, 'channel-asked', first, ancestors);
    else if (on === 'ipcMain' && /^(?:handle|on)(?:Once)?$|^once$/.test(name))
        use(draft, 'channel-answered', first, ancestors);
    else if (on === 'webContents' && name === 'send')
        use(draft, 'event-sent', first, ancestors, on);
    else
        return false;
    return true;
}
/** What an event is sent by, by its name: `socket` of `this.socket.emit('move')`. */
function emitterOf(callee) {
    return calledOn(callee)?.at(-1) ?? '?';
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
    const path = pathOf(object);
    if (path === null)
        return;
    const [root, space] = path;
    const isHost = root === 'chrome' || root === 'browser';
    const isTaken = parent?.type === 'MemberExpression' && parent.object === node;
    if (isHost && path.length === 2 && space !== undefined)
        draft.uses.push({ kind: 'extension-api', name: `${space}.${key}`, line: lineOf(node), of: root ?? null });
    if (isHost && path.length === 1 && !isTaken)
        draft.uses.push({ kind: 'extension-asked', name: key, line: lineOf(node), of: root ?? null });
}
/** What is sent: `{ type: 'add' }` with its tag; nothing is known of what code makes. */
function sentTo(draft, callee, args, ancestors) {
    const on = calledOn(callee);
    const last = on?.at(-1) ?? '';
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
