import type { Exported, GlobalObject, Globals } from './facts.js';
import { howUsed } from './members.js';
import type { Names } from './names.js';
import { isFunction } from './signature.js';
import { keyOf, lineOf, type Node, pathOf, toEach, type Visitors, walk } from './walk.js';

/** Names that every page and every server has: their members are no business of ours. */
const KNOWN: ReadonlySet<string> = new Set(
  'console document Math JSON Object Array Promise Number String Date process this Reflect Symbol navigator location'.split(
    ' ',
  ),
);
const WINDOWS: ReadonlySet<string> = new Set(['window', 'globalThis', 'self']);

/** Names that are written to `this` in one file: where there are more, any object may have any of them. */
const MOST_WRITES = 200;

type Draft = { members: Map<string, Exported>; isOpen: boolean; isMade: boolean; isSaid: boolean };

/** Collects the objects that a script puts where others see them, and the members of such objects that it calls. */
export class GlobalCollector {
  readonly #objects = new Map<string, Draft>();
  readonly #calls: { path: string; line: number; count: number | null }[] = [];
  readonly #asked = new Set<string>();
  readonly #thisWrites = new Set<string>();
  /** Names that are used as values: whoever has the object may put something on it. */
  readonly #escaped = new Set<string>();
  /** Names that this file declares at its top, for all. */
  readonly #made = new Set<string>();

  /** What it looks at on a walk over the tree. */
  readonly visitors: Visitors = {
    VariableDeclarator: ({ id, init }, ancestors) => {
      if (ancestors.length === 2 && id.type === 'Identifier') this.#declare(id.name, init);
    },
    AssignmentExpression: (node) => this.#assign(node),
    ...toEach(['MemberExpression', 'OptionalMemberExpression'], (node, ancestors) =>
      this.#member(node, ancestors.at(-1)),
    ),
    Identifier: (node, ancestors) => {
      if (!isHarmless(node, ancestors.at(-1))) this.#escaped.add(node.name);
    },
  };

  /** @returns what is shared, once the whole tree is known. */
  finish(names: Names): Globals {
    const objects = new Map<string, GlobalObject>();
    for (const [path, draft] of this.#objects) {
      const root = path.split('.')[0] ?? '';
      const isOpen =
        draft.isOpen ||
        this.#escaped.has(root) ||
        names.count(root) > 1 ||
        this.#thisWrites.size > MOST_WRITES;
      // Of an open object nobody asks what all its members are.
      if (!isOpen) for (const name of this.#thisWrites) draft.members.set(name, { line: 1, signature: null });
      objects.set(path, { ...draft, isOpen });
    }
    // An object that is handed on by a file that did not make it may get members there.
    for (const name of this.#escaped) {
      if (!objects.has(name) && names.count(name) === 0 && !KNOWN.has(name)) {
        objects.set(name, { members: new Map(), isOpen: true, isMade: false, isSaid: false });
      }
    }
    const calls = this.#calls.filter(({ path }) => {
      const root = path.split('.')[0] ?? '';
      const isOwn = names.count(root) > (this.#made.has(root) ? 1 : 0);
      return !isOwn && !this.#asked.has(path);
    });
    return { objects, calls };
  }

  #declare(name: string, value: Node | null | undefined): void {
    if (value === null || value === undefined) return;
    this.#made.add(name);
    this.#make(name, value);
  }

  #make(path: string, value: Node): void {
    const made = objectIn(value);
    const draft = this.#draft(path);
    if (isSaid(value)) {
      draft.isSaid = true;
      return;
    }
    if (draft.isMade) draft.isOpen = true;
    draft.isMade = true;
    if (made === null) {
      draft.isOpen = true;
      return;
    }
    for (const property of made.properties) {
      const name = property.type === 'SpreadElement' ? null : keyOf(property.key, property.computed);
      if (name === null) {
        draft.isOpen = true;
        continue;
      }
      draft.members.set(name, { line: lineOf(property), signature: null });
      if (property.type === 'ObjectProperty' && objectIn(property.value) !== null) {
        this.#make(`${path}.${name}`, property.value);
      }
    }
  }

  #assign({ left, right }: Extract<Node, { type: 'AssignmentExpression' }>): void {
    if (left.type !== 'MemberExpression') return;
    const path = globalPath(left);
    if (path === null) {
      const root = rootOf(left);
      if (root !== null) this.#escaped.add(root);
      return;
    }
    if (path[0] === 'this') {
      if (path[1] !== undefined) this.#thisWrites.add(path[1]);
      return;
    }
    const [owner, name] = [path.slice(0, -1).join('.'), path.at(-1) ?? ''];
    // `root.App.store = …`: whatever `root` is, it may be what all scripts see.
    for (const inner of path.slice(1, -1)) this.#escaped.add(inner);
    if (owner !== '') this.#draft(owner).members.set(name, { line: lineOf(left), signature: null });
    this.#make(path.join('.'), right);
  }

  #member(
    node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
    parent: Node | undefined,
  ): void {
    const path = globalPath(node);
    if (path === null || path.length > 6) return;
    if (path.length === 1) {
      // `window.App` as a value: it may go anywhere.
      if (!isHarmless(node, parent)) this.#escaped.add(path[0] ?? '');
      return;
    }
    if (KNOWN.has(path[0] ?? '')) return;
    const { how, count } = howUsed(node, parent);
    if (how === 'ask') this.#asked.add(path.join('.'));
    else if (how === 'call') this.#calls.push({ path: path.join('.'), line: lineOf(node.property), count });
    else if (how === 'read' && parent?.type !== 'MemberExpression') this.#open(path);
    if (how === 'write' && parent?.type !== 'AssignmentExpression') this.#open(path.slice(0, -1));
  }

  /** A member that is handed on as a value may get members there: only its own are not known any more. */
  #open(path: readonly string[]): void {
    const draft = this.#objects.get(path.join('.'));
    if (draft !== undefined) draft.isOpen = true;
  }

  #draft(path: string): Draft {
    const known = this.#objects.get(path);
    if (known !== undefined) return known;
    const made: Draft = { members: new Map(), isOpen: false, isMade: false, isSaid: false };
    this.#objects.set(path, made);
    return made;
  }
}

/** The names of a member of something global, without `window`. */
function globalPath(node: Node): string[] | null {
  const path = pathOf(node);
  if (path !== null && path.length > 1 && WINDOWS.has(path[0] ?? '')) path.shift();
  return path;
}

function rootOf(node: Node): string | null {
  let at: Node = node;
  const names: string[] = [];
  while (at.type === 'MemberExpression') {
    if (!at.computed && at.property.type === 'Identifier') names.push(at.property.name);
    at = at.object;
  }
  if (at.type !== 'Identifier') return null;
  return WINDOWS.has(at.name) ? (names.at(-1) ?? null) : at.name;
}

/** Whether an object stays what it is where it is named: a member is read, it is declared, it is asked about. */
function isHarmless(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node
        ? !parent.computed || parent.property.type === 'StringLiteral'
        : !parent.computed;
    case 'VariableDeclarator':
      return parent.id === node;
    case 'AssignmentExpression':
      return parent.left === node;
    case 'ObjectProperty':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
      return parent.key === node && !parent.computed && !('shorthand' in parent && parent.shorthand === true);
    case 'LogicalExpression':
      return parent.left === node;
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'IfStatement':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return true;
    default:
      return false;
  }
}

/** `window.App || {}`: it only says that there is one. */
function isSaid(value: Node): boolean {
  if (value.type !== 'LogicalExpression') return false;
  return value.right.type === 'ObjectExpression' && value.right.properties.length === 0;
}

/** The object that a value is, written out, or returned by a function that is called on the spot. */
function objectIn(value: Node): Extract<Node, { type: 'ObjectExpression' }> | null {
  if (value.type === 'ObjectExpression') return value;
  if (value.type === 'CallExpression') {
    const { callee } = value;
    return isFunction(callee) ? returnedBy(callee) : null;
  }
  const isFrozen = value.type === 'AssignmentExpression';
  return isFrozen ? objectIn(value.right) : null;
}

function returnedBy(made: Node): Extract<Node, { type: 'ObjectExpression' }> | null {
  if (!isFunction(made) || made.async) return null;
  if (made.body.type === 'ObjectExpression') return made.body;
  const returned: (Node | null | undefined)[] = [];
  walk(made.body, (node, ancestors) => {
    if (node.type !== 'ReturnStatement') return;
    if (!ancestors.some(({ type }) => /Function|Method/.test(type))) returned.push(node.argument);
  });
  const [only] = returned;
  return returned.length === 1 && only?.type === 'ObjectExpression' ? only : null;
}
