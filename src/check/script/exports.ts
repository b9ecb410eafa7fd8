import type { Exported, Exports } from './facts.js';
import { type Names, namesIn } from './names.js';
import { isFunction, signatureOf } from './signature.js';
import { keyOf, lineOf, literalOf, type Node, pathOf, toEach, type Visitors } from './walk.js';

/** Where the value of a name is made: its function is looked up when the whole tree is known. */
type Draft = { readonly line: number; readonly value: Node | null; readonly local: string | null };

/** Collects what a file gives to others, as a module or as CommonJS. */
export class ExportCollector {
  readonly #names = new Map<string, Draft>();
  readonly #stars: string[] = [];
  readonly #functions = new Map<string, Node | null>();
  /** Functions that are exported by their declaration. */
  readonly #declared = new Map<string, Node>();
  readonly #isTyped: boolean;
  #isOpen = false;
  #isCommon = false;
  #isModule = false;
  #isReplaced = false;
  /** Functions outside of classes put something on what they are called on, which may be what is exported. */
  #writesThis = false;

  constructor(path: string) {
    this.#isTyped = /\.[cm]?tsx?$/.test(path);
    // What stands in a declaration file is exported without a word.
    if (/\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path)) this.#isOpen = true;
  }

  /** What it looks at on a walk over the tree. */
  readonly visitors: Visitors = {
    ImportDeclaration: () => {
      this.#isModule = true;
    },
    ExportNamedDeclaration: (node, ancestors) => {
      // In a namespace it is exported from that only.
      if (ancestors.at(-1)?.type === 'Program') this.#named(node);
    },
    ExportDefaultDeclaration: (node) => {
      this.#isModule = true;
      this.#add('default', node, node.declaration);
    },
    ExportAllDeclaration: ({ source }) => {
      this.#isModule = true;
      this.#stars.push(source.value);
    },
    ...toEach(
      [
        ...(['TSExportAssignment', 'TSNamespaceExportDeclaration', 'DeclareModuleExports'] as const),
        ...(['DeclareExportDeclaration', 'DeclareExportAllDeclaration'] as const),
      ],
      () => {
        this.#isModule = true;
        this.#isOpen = true;
      },
    ),
    ...toEach(['FunctionDeclaration', 'TSDeclareFunction'], (node) => {
      if (node.id) this.#function(node.id.name, node);
    }),
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && isFunction(init)) this.#function(id.name, init);
    },
    Identifier: (node, ancestors) => this.#identifier(node, ancestors),
    AssignmentExpression: ({ left }, ancestors) => {
      if (isOnThis(left) && !ancestors.some(({ type }) => type.startsWith('Class'))) this.#writesThis = true;
    },
    ThisExpression: (_node, ancestors) => {
      if (!ancestors.some(({ type }) => /Function|Method|Class|Property/.test(type))) this.#isOpen = true;
    },
  };

  /** @returns what is exported, once the whole tree is known. */
  finish(names: Names): Exports {
    const isCommon = this.#isCommon && !this.#isModule;
    if (this.#isCommon && (this.#isModule || this.#writesThis)) this.#isOpen = true;
    const found = new Map<string, Exported>();
    for (const [name, { line, value, local }] of this.#names) {
      const isKnown = local !== null && names.isFixed(local);
      // What is exported where it is declared is that, whatever else inside other functions has its name.
      const declared = this.#declared.get(name);
      const isDeclared = declared !== undefined && !names.isAssigned(name);
      const made = isKnown ? this.#functions.get(local) : isDeclared ? declared : value;
      const signature = isFunction(made) ? signatureOf(made, this.#isTyped) : null;
      found.set(name, { line, signature });
    }
    const form = this.#isModule ? 'module' : isCommon ? 'commonjs' : 'none';
    return { form, names: found, stars: this.#stars, isOpen: this.#isOpen };
  }

  /** Two of one name are overloads, or of two scopes: nothing is known of either. */
  #function(name: string, node: Node): void {
    this.#functions.set(name, this.#functions.has(name) ? null : node);
  }

  #add(name: string, at: Node, value: Node | null | undefined): void {
    if (this.#names.has(name)) {
      this.#names.set(name, { line: lineOf(at), value: null, local: null });
      return;
    }
    const local =
      value?.type === 'Identifier' ? value.name : isNamed(value) ? (value.id?.name ?? null) : null;
    this.#names.set(name, { line: lineOf(at), value: value ?? null, local });
  }

  #named(node: Extract<Node, { type: 'ExportNamedDeclaration' }>): void {
    this.#isModule = true;
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ExportSpecifier') {
        const { exported, local } = specifier;
        const name = exported.type === 'Identifier' ? exported.name : exported.value;
        this.#add(name, specifier, node.source ? null : local);
      } else if (specifier.exported.type === 'Identifier')
        this.#add(specifier.exported.name, specifier, null);
      else this.#isOpen = true;
    }
    const { declaration } = node;
    if (!declaration) return;
    if (declaration.type === 'VariableDeclaration') {
      for (const { id, init } of declaration.declarations) {
        for (const name of namesIn(id)) this.#add(name, id, id.type === 'Identifier' ? id : init);
        if (id.type === 'Identifier' && isFunction(init)) this.#declared.set(id.name, init);
      }
    } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
      const { name } = declaration.id;
      // Of overloads the first says no more than the others.
      const isFirst = !this.#names.has(name);
      if (isFirst) this.#add(name, declaration, declaration.id);
      if (isFirst && isFunction(declaration)) this.#declared.set(name, declaration);
    } else this.#isOpen = true;
  }

  /** `module`, `exports`, `define`: what is not understood of them may export anything. */
  #identifier(node: Extract<Node, { type: 'Identifier' }>, ancestors: readonly Node[]): void {
    const { name } = node;
    if (name !== 'define' && name !== 'module' && name !== 'exports') return;
    const parent = ancestors.at(-1);
    if (name === 'define') {
      if (parent?.type === 'CallExpression') this.#isOpen = true;
      return;
    }
    if (parent === undefined || isKey(node, parent)) return;
    const top = node.name === 'exports' ? node : parent;
    const rest = node.name === 'exports' ? ancestors : ancestors.slice(0, -1);
    if (node.name === 'module') {
      if (parent.type !== 'MemberExpression' || parent.object !== node) {
        if (parent.type === 'UnaryExpression') return;
        if (parent.type === 'BinaryExpression' || parent.type === 'LogicalExpression') return;
        this.#isCommon = true;
        this.#isOpen = true;
        return;
      }
      if (keyOf(parent.property, parent.computed) !== 'exports') return;
    } else if (parent.type === 'UnaryExpression' || parent.type === 'BinaryExpression') return;
    this.#isCommon = true;
    this.#common(top, rest);
  }

  /** `exports` or `module.exports`, and what is done with it. */
  #common(top: Node, ancestors: readonly Node[]): void {
    const [parent, above] = [ancestors.at(-1), ancestors.at(-2)];
    if (parent?.type === 'AssignmentExpression' && parent.left === top) {
      // `exports = module.exports = …`: the inner one says what is exported.
      if (parent.right.type === 'AssignmentExpression' && isWhole(parent.right.left)) return;
      // Whoever else gets the object may put more on it: `const api = (module.exports = {})`.
      const isPlain = above?.type === 'AssignmentExpression' ? isWhole(above.left) : isStatement(above);
      if (!isPlain || parent.operator !== '=') this.#isOpen = true;
      this.#replaced(parent.right, parent);
      return;
    }
    if (parent?.type === 'MemberExpression' && parent.object === top) {
      const name = keyOf(parent.property, parent.computed);
      if (above?.type === 'AssignmentExpression' && above.left === parent) {
        if (name === null) this.#isOpen = true;
        else this.#add(name, parent, above.right);
      } else if (name === null) this.#isOpen = true;
      return;
    }
    if (parent?.type === 'CallExpression' && parent.arguments[0] === top) {
      const [, key] = parent.arguments;
      const isDefine =
        parent.callee.type === 'MemberExpression' &&
        keyOf(parent.callee.property, parent.callee.computed) === 'defineProperty';
      const name = isDefine ? literalOf(key) : null;
      if (name !== null) {
        this.#add(name, parent, null);
        return;
      }
    }
    this.#isOpen = true;
  }

  /** `module.exports = …`: all is known of an object that is written out, once. */
  #replaced(value: Node, at: Node): void {
    if (this.#isReplaced || value.type !== 'ObjectExpression') this.#isOpen = true;
    this.#isReplaced = true;
    if (value.type !== 'ObjectExpression') return;
    for (const property of value.properties) {
      const name = property.type === 'SpreadElement' ? null : keyOf(property.key, property.computed);
      if (name === null) this.#isOpen = true;
      else if (property.type === 'ObjectMethod') this.#add(name, property, property);
      else if (property.type === 'ObjectProperty') this.#add(name, property, property.value);
    }
    if (value.properties.length === 0) this.#add('', at, null);
  }
}

function isStatement(node: Node | undefined): boolean {
  return node?.type === 'ExpressionStatement';
}

/** Whether a name stands for all that is exported: `exports`, `module.exports`. */
function isWhole(node: Node): boolean {
  const path = pathOf(node)?.join('.');
  return path === 'exports' || path === 'module.exports';
}

function isOnThis(node: Node): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression';
}

function isNamed(node: Node | null | undefined): node is Extract<Node, { type: 'FunctionDeclaration' }> {
  return node?.type === 'FunctionDeclaration';
}

/** Whether an identifier is only the name of a member or of a property. */
function isKey(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') {
    return parent.property === node && !parent.computed;
  }
  if (parent.type === 'ObjectProperty') return parent.key === node && parent.value !== node;
  return /Method|ClassProperty|Label|JSX|^TS|Specifier/.test(parent.type);
}
