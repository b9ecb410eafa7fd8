import type { Call, Import } from './facts.js';
import { countOf, howUsed, type Use } from './members.js';
import { type Names, namesIn } from './names.js';
import { type ImportDraft, isGuarded, pathEnd, takeLazy, takePattern, takeThen } from './taken.js';
import { keyOf, lineOf, literalOf, type Node, toEach, type Visitors } from './walk.js';

/** Collects what a file takes from others, and how it uses that. */
export class ImportCollector {
  readonly #drafts: ImportDraft[] = [];
  readonly #members = new Map<string, Use[]>();
  readonly #calls = new Map<string, Omit<Call, 'name'>[]>();
  #makesRequire = false;

  /** What it looks at on a walk over the tree. */
  readonly visitors: Visitors = {
    ImportDeclaration: (node) => this.#importDeclaration(node),
    ...toEach(['ExportNamedDeclaration', 'ExportAllDeclaration'], (node) => this.#reExport(node)),
    TSImportEqualsDeclaration: (node) => {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return;
      const isType = node.importKind === 'type';
      this.#add(node, node.moduleReference.expression, 'require', isType, false)?.locals.clear();
    },
    TSImportType: (node) => {
      this.#add(node, node.source, 'dynamic', true, false);
    },
    ImportExpression: (node, ancestors) => this.#expression(node, node.source, 'dynamic', ancestors),
    ...toEach(['CallExpression', 'NewExpression'], (node, ancestors) => this.#call(node, ancestors)),
    VariableDeclarator: ({ id, init }) => {
      if (isCreateRequire(init) && namesIn(id).includes('require')) this.#makesRequire = true;
    },
    ...toEach(['MemberExpression', 'OptionalMemberExpression'], (node, ancestors) =>
      this.#member(node, ancestors),
    ),
  };

  /** @returns what is imported, once the whole tree is known. */
  finish(names: Names): Import[] {
    const isRequireOther =
      names.isAssigned('require') || names.count('require') !== (this.#makesRequire ? 1 : 0);
    return this.#drafts
      .filter(({ how }) => how !== 'require' || !isRequireOther)
      .map((draft) => this.#finishOne(draft, names));
  }

  #finishOne(draft: ImportDraft, names: Names): Import {
    const { specifier, line, how, isType, isGuarded } = draft;
    const taken = [...draft.names];
    const calls: Call[] = [];
    for (const [local, name] of draft.locals) {
      if (!names.isFixed(local)) continue;
      for (const call of this.#calls.get(local) ?? []) calls.push({ name, ...call });
    }
    const { namespace } = draft;
    const uses = namespace !== null && names.isFixed(namespace) ? (this.#members.get(namespace) ?? []) : [];
    const asked = new Set(uses.filter((use) => use.how === 'ask').map(({ name }) => name));
    for (const { name, line, count, how } of uses) {
      if (how === 'write' || asked.has(name)) continue;
      taken.push({ name, line, isType: false, isMember: true });
      if (how === 'call' && count !== null) calls.push({ name, line, count });
    }
    const writes = draft.isWritten || uses.some((use) => use.how === 'write');
    return { specifier, line, how, isType, isGuarded, names: taken, calls, writes };
  }

  #add(node: Node, source: Node | null | undefined, how: Import['how'], isType: boolean, isGuarded: boolean) {
    const specifier = literalOf(source);
    if (specifier === null || specifier === '') return null;
    const line = lineOf(source ?? node);
    const draft: ImportDraft = {
      ...{ specifier, line, how, isType, isGuarded },
      ...{ names: [], locals: new Map(), namespace: null, isWritten: false },
    };
    this.#drafts.push(draft);
    return draft;
  }

  #importDeclaration(node: Extract<Node, { type: 'ImportDeclaration' }>): void {
    const isType = node.importKind === 'type' || node.importKind === 'typeof';
    const draft = this.#add(node, node.source, 'import', isType, false);
    if (draft === null || node.phase === 'source') return;
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ImportNamespaceSpecifier') draft.namespace = specifier.local.name;
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

  #reExport(node: Extract<Node, { type: 'ExportNamedDeclaration' | 'ExportAllDeclaration' }>): void {
    if (!node.source) return;
    const isType = node.exportKind === 'type';
    const draft = this.#add(node, node.source, 'export', isType, false);
    if (draft === null || node.type === 'ExportAllDeclaration') return;
    for (const specifier of node.specifiers) {
      if (specifier.type !== 'ExportSpecifier') continue;
      draft.names.push({
        name: nameOf(specifier.local),
        line: lineOf(specifier),
        isType: isType || specifier.exportKind === 'type',
        isMember: false,
      });
    }
  }

  #call(node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>, ancestors: readonly Node[]): void {
    const { callee, arguments: given } = node;
    if (callee.type !== 'Identifier') return;
    if (callee.name === 'require' && given.length === 1) {
      this.#expression(node, given[0], 'require', ancestors);
      return;
    }
    const count = countOf(given);
    if (count === null) return;
    const known = this.#calls.get(callee.name);
    const call = { line: lineOf(node), count };
    if (known === undefined) this.#calls.set(callee.name, [call]);
    else known.push(call);
  }

  /** `require('…')` and `import('…')`: what is taken is said by what stands around it. */
  #expression(
    node: Node,
    source: Node | null | undefined,
    how: 'require' | 'dynamic',
    ancestors: readonly Node[],
  ): void {
    const draft = this.#add(node, source, how, false, isGuarded(ancestors));
    if (draft === null) return;
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
    if (parent?.type === 'VariableDeclarator') takePattern(draft, parent.id);
    else if (parent?.type === 'MemberExpression' && parent.object.type !== 'Super') {
      const name = keyOf(parent.property, parent.computed);
      const use = howUsed(parent, ancestors[depth - 1]).how;
      if (use === 'write') draft.isWritten = true;
      else if (name !== null && use !== 'ask')
        draft.names.push({ name, line: lineOf(parent.property), isType: false, isMember: true });
    }
  }

  #member(
    node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
    ancestors: readonly Node[],
  ): void {
    if (node.object.type !== 'Identifier') return;
    const name = keyOf(node.property, node.computed);
    const { how, count } = howUsed(node, ancestors.at(-1));
    // A member whose name is made by code is of interest only where it is written.
    if (name === null && how !== 'write') return;
    const use: Use = { name: name ?? '', line: lineOf(node.property), count, how };
    const known = this.#members.get(node.object.name);
    if (known === undefined) this.#members.set(node.object.name, [use]);
    else known.push(use);
  }
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : '';
}

function isCreateRequire(node: Node | null | undefined): boolean {
  if (node?.type !== 'CallExpression' || pathEnd(node.callee) !== 'createRequire') return false;
  const [base] = node.arguments;
  return base?.type === 'MemberExpression'
    ? base.object.type === 'MetaProperty'
    : base?.type === 'Identifier' && base.name === '__filename';
}
