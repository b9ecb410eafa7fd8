import type { Import, Taken } from './facts.js';
import { keyOf, lineOf, type Node } from './walk.js';

/** An import, as far as it is known while the walk goes on. */
export type ImportDraft = {
  readonly specifier: string;
  readonly line: number;
  readonly how: Import['how'];
  readonly isType: boolean;
  readonly isGuarded: boolean;
  readonly names: Taken[];
  /** What a name of this file is called where it comes from. */
  readonly locals: Map<string, string>;
  /** The name that stands for all that is exported. */
  namespace: string | null;
  isWritten: boolean;
};

/** `const { a, b: c } = …`, or one name for all. */
export function takePattern(draft: ImportDraft, pattern: Node): void {
  if (pattern.type === 'Identifier') draft.namespace = pattern.name;
  if (pattern.type !== 'ObjectPattern') return;
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.value.type === 'AssignmentPattern') continue;
    const name = keyOf(property.key, property.computed);
    if (name === null) continue;
    draft.names.push({ name, line: lineOf(property), isType: false, isMember: false });
    if (property.value.type === 'Identifier') draft.locals.set(property.value.name, name);
  }
}

/** `import('…').then(({ a }) => …)`. */
export function takeThen(draft: ImportDraft, ancestors: readonly Node[]): void {
  const [call, member] = [ancestors.at(-2), ancestors.at(-1)];
  if (call?.type !== 'CallExpression' || member?.type !== 'MemberExpression') return;
  const [then] = call.arguments;
  if (keyOf(member.property, member.computed) !== 'then' || call.arguments.length > 1) return;
  if (then?.type !== 'ArrowFunctionExpression' && then?.type !== 'FunctionExpression') return;
  const [parameter] = then.params;
  if (parameter !== undefined) takePattern(draft, parameter);
}

/** `lazy(() => import('…'))`: what is drawn is the default. */
export function takeLazy(draft: ImportDraft, ancestors: readonly Node[]): void {
  const [call, arrow] = [ancestors.at(-2), ancestors.at(-1)];
  if (call?.type !== 'CallExpression' || arrow?.type !== 'ArrowFunctionExpression') return;
  if (pathEnd(call.callee) === 'lazy')
    draft.names.push({ name: 'default', line: draft.line, isType: false, isMember: false });
}

/** The name that `name` or `a.b.name` ends in; null where code makes it. */
export function pathEnd(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : null;
}

/** Whether code may go on without what stands here: in a `try`, behind a condition, before a `.catch`. */
export function isGuarded(ancestors: readonly Node[]): boolean {
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
        if (below !== node.callee || below.type !== 'MemberExpression') return false;
        return pathEnd(below) === 'catch' || (pathEnd(below) === 'then' && node.arguments.length > 1);
      default:
        return false;
    }
  });
}
