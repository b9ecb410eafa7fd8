import { namesIn } from './names.js';
import { keyOf, literalOf } from './walk.js';
/** Collects what a file takes from others, and how it uses that. */
export class ImportCollector {
    #drafts = [];
    #members = new Map();
    #calls = new Map();
    #makesRequire = false;
    /** To be called with every node of the tree. */
    visit(node, ancestors) {
        switch (node.type) {
            case 'ImportDeclaration':
                this.#importDeclaration(node);
                return;
            case 'ExportNamedDeclaration':
            case 'ExportAllDeclaration':
                this.#reExport(node);
                return;
            case 'TSImportEqualsDeclaration':
                if (node.moduleReference.type === 'TSExternalModuleReference') {
                    const isType = node.importKind === 'type';
                    this.#add(node, node.moduleReference.expression, 'require', isType, false)?.locals.clear();
                }
                return;
            case 'TSImportType':
                this.#add(node, node.source, 'dynamic', true, false);
                return;
            case 'ImportExpression':
                this.#expression(node, node.source, 'dynamic', ancestors);
                return;
            case 'CallExpression':
            case 'NewExpression':
                this.#call(node, ancestors);
                return;
            case 'VariableDeclarator':
                if (namesIn(node.id).includes('require') && isCreateRequire(node.init))
                    this.#makesRequire = true;
                return;
            case 'MemberExpression':
            case 'OptionalMemberExpression':
                this.#member(node, ancestors);
                return;
        }
    }
    /** @returns what is imported, once the whole tree is known. */
    finish(names) {
        const isRequireOther = names.isAssigned('require') || names.count('require') !== (this.#makesRequire ? 1 : 0);
        return this.#drafts
            .filter(({ how }) => how !== 'require' || !isRequireOther)
            .map((draft) => this.#finishOne(draft, names));
    }
    #finishOne(draft, names) {
        const { specifier, line, how, isType, isGuarded } = draft;
        const taken = [...draft.names];
        const calls = [];
        for (const [local, name] of draft.locals) {
            if (!names.isFixed(local))
                continue;
            for (const call of this.#calls.get(local) ?? [])
                calls.push({ name, ...call });
        }
        const { namespace } = draft;
        const uses = namespace !== null && names.isFixed(namespace) ? (this.#members.get(namespace) ?? []) : [];
        const asked = new Set(uses.filter((use) => use.how === 'ask').map(({ name }) => name));
        for (const { name, line, count, how } of uses) {
            if (how === 'write' || asked.has(name))
                continue;
            taken.push({ name, line, isType: false, isMember: true });
            if (how === 'call' && count !== null)
                calls.push({ name, line, count });
        }
        const writes = draft.isWritten || uses.some((use) => use.how === 'write');
        return { specifier, line, how, isType, isGuarded, names: taken, calls, writes };
    }
    #add(node, source, how, isType, isGuarded) {
        const specifier = literalOf(source);
        if (specifier === null || specifier === '')
            return null;
        const line = lineOf(source ?? node);
        const draft = {
            ...{ specifier, line, how, isType, isGuarded },
            ...{ names: [], locals: new Map(), namespace: null, isWritten: false },
        };
        this.#drafts.push(draft);
        return draft;
    }
    #importDeclaration(node) {
        const isType = node.importKind === 'type' || node.importKind === 'typeof';
        const draft = this.#add(node, node.source, 'import', isType, false);
        if (draft === null || node.phase === 'source')
            return;
        for (const specifier of node.specifiers) {
            if (specifier.type === 'ImportNamespaceSpecifier')
                draft.namespace = specifier.local.name;
            else {
                const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
                const kind = specifier.type === 'ImportSpecifier' ? specifier.importKind : null;
                draft.names.push({
                    name,
                    line: lineOf(specifier),
                    isType: isType || kind === 'type' || kind === 'typeof',
                    isMember: false,
                });
                draft.locals.set(specifier.local.name, name);
            }
        }
    }
    #reExport(node) {
        if (!node.source)
            return;
        const isType = node.exportKind === 'type';
        const draft = this.#add(node, node.source, 'export', isType, false);
        if (draft === null || node.type === 'ExportAllDeclaration')
            return;
        for (const specifier of node.specifiers) {
            if (specifier.type !== 'ExportSpecifier')
                continue;
            draft.names.push({
                name: nameOf(specifier.local),
                line: lineOf(specifier),
                isType: isType || specifier.exportKind === 'type',
                isMember: false,
            });
        }
    }
    #call(node, ancestors) {
        const { callee, arguments: given } = node;
        if (callee.type !== 'Identifier')
            return;
        if (callee.name === 'require' && given.length === 1) {
            this.#expression(node, given[0], 'require', ancestors);
            return;
        }
        const count = countOf(given);
        if (count === null)
            return;
        const known = this.#calls.get(callee.name);
        const call = { line: lineOf(node), count };
        if (known === undefined)
            this.#calls.set(callee.name, [call]);
        else
            known.push(call);
    }
    /** `require('…')` and `import('…')`: what is taken is said by what stands around it. */
    #expression(node, source, how, ancestors) {
        const draft = this.#add(node, source, how, false, isGuarded(ancestors));
        if (draft === null)
            return;
        let depth = ancestors.length - 1;
        if (how === 'dynamic') {
            if (ancestors[depth]?.type === 'MemberExpression') {
                takeThen(draft, ancestors);
                return;
            }
            if (ancestors[depth]?.type !== 'AwaitExpression') {
                takeLazy(draft, ancestors);
                return;
            }
            depth--;
        }
        const parent = ancestors[depth];
        if (parent?.type === 'VariableDeclarator')
            takePattern(draft, parent.id);
        else if (parent?.type === 'MemberExpression' && parent.object.type !== 'Super') {
            const name = keyOf(parent.property, parent.computed);
            const use = howUsed(parent, ancestors[depth - 1]).how;
            if (use === 'write')
                draft.isWritten = true;
            else if (name !== null && use !== 'ask')
                draft.names.push({ name, line: lineOf(parent.property), isType: false, isMember: true });
        }
    }
    #member(node, ancestors) {
        if (node.object.type !== 'Identifier')
            return;
        const name = keyOf(node.property, node.computed);
        const { how, count } = howUsed(node, ancestors.at(-1));
        // A member whose name is made by code is of interest only where it is written.
        if (name === null && how !== 'write')
            return;
        const use = { name: name ?? '', line: lineOf(node.property), count, how };
        const known = this.#members.get(node.object.name);
        if (known === undefined)
            this.#members.set(node.object.name, [use]);
        else
            known.push(use);
    }
}
/** The line a node begins in. */
export function lineOf(node) {
    return node.loc?.start.line ?? 1;
}
/** How many arguments a call gives; null where that is not sure. */
export function countOf(given) {
    return given.some(({ type }) => type === 'SpreadElement') ? null : given.length;
}
/** What is done with a member, by the node around it. */
export function howUsed(node, parent) {
    const isOptional = node.type === 'OptionalMemberExpression' && node.optional;
    if (isOptional || parent === undefined)
        return { how: 'ask', count: null };
    switch (parent.type) {
        case 'CallExpression':
        case 'NewExpression':
            if (parent.callee === node)
                return { how: 'call', count: countOf(parent.arguments) };
            break;
        case 'AssignmentExpression':
            if (parent.left === node)
                return { how: 'write', count: null };
            break;
        case 'UpdateExpression':
        case 'ForInStatement':
        case 'ForOfStatement':
        case 'ArrayPattern':
        case 'RestElement':
            return { how: 'write', count: null };
        case 'UnaryExpression':
            return { how: parent.operator === 'delete' ? 'write' : 'ask', count: null };
        case 'LogicalExpression':
        case 'ConditionalExpression':
        case 'IfStatement':
        case 'BinaryExpression':
        case 'OptionalCallExpression':
        case 'OptionalMemberExpression':
            return { how: 'ask', count: null };
    }
    return { how: 'read', count: null };
}
function nameOf(node) {
    if (node.type === 'Identifier')
        return node.name;
    return node.type === 'StringLiteral' ? node.value : '';
}
function takePattern(draft, pattern) {
    if (pattern.type === 'Identifier')
        draft.namespace = pattern.name;
    if (pattern.type !== 'ObjectPattern')
        return;
    for (const property of pattern.properties) {
        if (property.type !== 'ObjectProperty' || property.value.type === 'AssignmentPattern')
            continue;
        const name = keyOf(property.key, property.computed);
        if (name === null)
            continue;
        draft.names.push({ name, line: lineOf(property), isType: false, isMember: false });
        if (property.value.type === 'Identifier')
            draft.locals.set(property.value.name, name);
    }
}
/** `import('…').then(({ a }) => …)`. */
function takeThen(draft, ancestors) {
    const [call, member] = [ancestors.at(-2), ancestors.at(-1)];
    if (call?.type !== 'CallExpression' || member?.type !== 'MemberExpression')
        return;
    const [then] = call.arguments;
    if (keyOf(member.property, member.computed) !== 'then' || call.arguments.length > 1)
        return;
    if (then?.type !== 'ArrowFunctionExpression' && then?.type !== 'FunctionExpression')
        return;
    const [parameter] = then.params;
    if (parameter !== undefined)
        takePattern(draft, parameter);
}
/** `lazy(() => import('…'))`: what is drawn is the default. */
function takeLazy(draft, ancestors) {
    const [call, arrow] = [ancestors.at(-2), ancestors.at(-1)];
    if (call?.type !== 'CallExpression' || arrow?.type !== 'ArrowFunctionExpression')
        return;
    if (pathEnd(call.callee) === 'lazy')
        draft.names.push({ name: 'default', line: draft.line, isType: false, isMember: false });
}
function pathEnd(node) {
    if (node.type === 'Identifier')
        return node.name;
    return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : null;
}
function isCreateRequire(node) {
    if (node?.type !== 'CallExpression' || pathEnd(node.callee) !== 'createRequire')
        return false;
    const [base] = node.arguments;
    return base?.type === 'MemberExpression'
        ? base.object.type === 'MetaProperty'
        : base?.type === 'Identifier' && base.name === '__filename';
}
/** Whether code may go on without what stands here: in a `try`, behind a condition, before a `.catch`. */
function isGuarded(ancestors) {
    return ancestors.some((node, index) => {
        const below = ancestors[index + 1];
        switch (node.type) {
            case 'TryStatement':
                return below === node.block;
            case 'IfStatement':
            case 'ConditionalExpression':
            case 'LogicalExpression':
            case 'SwitchCase':
                return true;
            case 'CallExpression':
                if (below !== node.callee || below.type !== 'MemberExpression')
                    return false;
                return pathEnd(below) === 'catch' || (pathEnd(below) === 'then' && node.arguments.length > 1);
            default:
                return false;
        }
    });
}
