import { keyOf, literalOf } from '../script/walk.js';
import { addresses, refer } from './addresses.js';
import { lookups } from './lookups.js';
import { collectSaid, looksAtPath } from './requests.js';
import { soughtBy } from './selectors.js';
import { isConstant, textOf, withConstants } from './texts.js';
import { uses } from './uses.js';
import { variables } from './variables.js';
/** Collects them on a walk over the tree of a script. */
export function browserCollector() {
    const draft = {
        taken: new Set(),
        lookups: [],
        helpers: new Map(),
        helperCalls: [],
        guarded: new Set(),
        uses: [],
        passing: new Map(),
        forwards: new Map(),
        textCalls: [],
        openCalls: new Map(),
        constants: new Map(),
        lists: new Map(),
        listed: [],
        references: [],
        loads: [],
        mentions: new Set(),
        keys: new Set(),
        ends: new Set(),
        makesAnyId: false,
        makesAnyData: false,
        isServer: false,
        servesMore: false,
        looksAtPath: false,
        readsHash: false,
    };
    const visitors = [lookups, addresses, variables, uses, strings].map((collect) => collect(draft));
    return { visitors, finish: () => finish(draft) };
}
/** Longer texts are looked into by their words alone. */
const SHORT = 100;
/** Notes what stands in texts. */
function strings(draft) {
    return {
        StringLiteral: (node, ancestors) => {
            if (!draft.taken.has(node))
                mention(draft, node, node.value, ancestors);
        },
        TemplateElement: (node, ancestors) => inTemplate(draft, node, ancestors),
        RegExpLiteral: (node) => {
            if (!draft.taken.has(node))
                words(draft.mentions, node.pattern);
        },
        MemberExpression: (node) => {
            if (looksAtPath(node))
                draft.looksAtPath = true;
        },
        BinaryExpression: ({ operator, left, right }) => {
            if (operator === '+')
                for (const side of [left, right])
                    end(draft, literalOf(side));
        },
        ObjectProperty: ({ key, computed, value }, ancestors) => {
            const name = keyOf(key, computed);
            if (name === null)
                return;
            draft.keys.add(name);
            constant(draft, value, () => [...namesAbove(ancestors), name]);
        },
        VariableDeclarator: ({ id, init }) => {
            if (id.type === 'Identifier' && init != null)
                constant(draft, init, () => [id.name]);
        },
    };
}
/** `KEYS` of `const KEYS = { cards: 'cards' }`, for what stands in it. */
function namesAbove(ancestors) {
    const names = [];
    for (let at = ancestors.length - 1; at >= 0 && names.length < 4; at -= 1) {
        const node = ancestors[at];
        if (node?.type === 'VariableDeclarator')
            return node.id.type === 'Identifier' ? [node.id.name, ...names] : ['?'];
        if (node?.type === 'ObjectProperty')
            names.unshift(keyOf(node.key, node.computed) ?? '?');
        else if (node?.type === 'CallExpression' && calledFreeze(node.callee))
            continue;
        else if (node?.type !== 'ObjectExpression' && node?.type.startsWith('TS') !== true)
            return ['?'];
    }
    return ['?'];
}
function calledFreeze(callee) {
    return callee.type === 'MemberExpression' && keyOf(callee.property, callee.computed) === 'freeze';
}
function constant(draft, value, path) {
    const isText = value.type === 'StringLiteral' || value.type === 'TemplateLiteral' || value.type === 'BinaryExpression';
    const text = isText ? textOf(value) : null;
    if (text === null || text.length > SHORT)
        return;
    const name = path().join('.');
    draft.constants.set(name, draft.constants.has(name) && draft.constants.get(name) !== text ? null : text);
}
function mention(draft, node, text, ancestors) {
    collectSaid(draft, node, ancestors);
    words(draft.mentions, text);
}
/** The words of a text, and the text itself if it is short. */
function words(mentions, text) {
    if (text.length <= SHORT) {
        mentions.add(text.trim());
        if (/^[\w-]*$/.test(text))
            return;
    }
    for (const word of text.match(/[\p{L}\p{N}_-]+/gu) ?? [])
        if (word.length <= SHORT)
            mentions.add(word);
}
function inTemplate(draft, node, ancestors) {
    const parent = ancestors.at(-1);
    if (parent === undefined || draft.taken.has(parent))
        return;
    const text = node.value.cooked ?? node.value.raw;
    words(draft.mentions, text);
    if (parent.type !== 'TemplateLiteral')
        return;
    if (parent.quasis[0] === node)
        collectSaid(draft, parent, ancestors.slice(0, -1));
    if (parent.expressions.length > 0)
        end(draft, text);
}
/** The words at both ends of a text, which what stands beside may complete. */
function end(draft, text) {
    if (text === null)
        return;
    const [, last] = /([\w-]{2,100})$/.exec(text.slice(-SHORT)) ?? [];
    const [, first] = /^([\w-]{2,100})/.exec(text) ?? [];
    if (last !== undefined)
        draft.ends.add(last);
    if (first !== undefined)
        draft.ends.add(first);
}
function finish(draft) {
    for (const name of draft.listed)
        for (const node of draft.lists.get(name) ?? [])
            refer(draft, node, 'addAll', 'file', null);
    const lookups = draft.lookups.map(({ holder, ...lookup }) => ({
        ...lookup,
        isOptional: lookup.isOptional || (holder !== null && draft.guarded.has(holder)),
    }));
    const helperCalls = draft.helperCalls.filter((call) => {
        const helper = draft.helpers.get(call.helper);
        if (helper !== undefined)
            lookups.push(...lookupsOf(call, helper));
        return helper === undefined;
    });
    const known = (text) => withConstants(text, draft.constants, false);
    const { references, loads, helpers, mentions, keys, ends, passing, openCalls, forwards, ...flags } = draft;
    const { makesAnyId, makesAnyData, isServer, looksAtPath: isByHand, servesMore, readsHash } = flags;
    return {
        references,
        loads,
        lookups,
        helpers,
        helperCalls,
        mentions,
        keys,
        ends,
        makesAnyId,
        makesAnyData,
        isServer,
        looksAtPath: isByHand,
        servesMore,
        readsHash,
        uses: draft.uses.map((use) => ({ ...use, name: known(use.name) })),
        passing: new Map([...passing].map(([name, all]) => [
            name,
            all.map((one) => ({ ...one, before: known(one.before), after: known(one.after) })),
        ])),
        textCalls: draft.textCalls.map((call) => ({
            ...call,
            texts: call.texts.map((text) => (text === null ? null : known(text))),
        })),
        openCalls,
        forwards,
        constants: sharedOf(draft.constants),
    };
}
/** Constants that another file may take, at most. */
const MOST_SHARED = 300;
function sharedOf(constants) {
    const shared = new Map();
    for (const [name, text] of constants) {
        if (text === null || !isConstant(name) || shared.size >= MOST_SHARED)
            continue;
        shared.set(name, withConstants(text, constants, false));
    }
    return shared;
}
/** What a call of a function looks up that looks up what it is given. */
export function lookupsOf({ helper, text, line }, { by, isSure }) {
    const sought = by === 'id' ? [{ kind: 'id', name: text }] : soughtBy(text);
    return sought.map((each) => ({ ...each, line, how: helper, isOptional: !isSure }));
}
