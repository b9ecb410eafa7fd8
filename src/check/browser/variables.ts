import { keyOf, literalOf, type Node, pathOf } from '../script/walk.js';
import { calledName, type Draft, lineOf } from './draft.js';

/** What a variable is read for: code goes on without it, or needs it. */
export type Need = 'optional' | 'needed';

/** Notes the variables of the environment that a node reads. */
export function collectVariables(draft: Draft, node: Node, parent: Node | undefined): void {
  switch (node.type) {
    case 'MemberExpression':
      if (!isEnvironment(node.object) || (parent?.type === 'AssignmentExpression' && parent.left === node))
        return;
      note(
        draft,
        keyOf(node.property, node.computed),
        node,
        isOptional(node, parent) ? 'optional' : 'needed',
      );
      return;
    case 'VariableDeclarator':
      if (node.id.type !== 'ObjectPattern' || node.init == null || !isEnvironment(node.init)) return;
      for (const property of node.id.properties) {
        if (property.type !== 'ObjectProperty') continue;
        const need = property.value.type === 'AssignmentPattern' ? 'optional' : 'needed';
        note(draft, keyOf(property.key, property.computed), property, need);
      }
      return;
    case 'CallExpression':
      // `Deno.env.get('PORT')`
      if (calledName(node.callee) === 'get' && pathOf(node.callee)?.join('.') === 'Deno.env.get')
        note(draft, literalOf(node.arguments[0]), node, 'optional');
  }
}

function note(draft: Draft, name: string | null, node: Node, of: Need): void {
  if (name !== null) draft.uses.push({ kind: 'variable-read', name, line: lineOf(node), of });
}

/** `process.env`, `import.meta.env` */
function isEnvironment(node: Node): boolean {
  if (node.type !== 'MemberExpression' || keyOf(node.property, node.computed) !== 'env') return false;
  const { object } = node;
  return (
    object.type === 'MetaProperty' || (object.type === 'Identifier' && /^(?:process|Bun)$/.test(object.name))
  );
}

const TESTS: ReadonlySet<string> = new Set([
  'LogicalExpression',
  'ConditionalExpression',
  'IfStatement',
  'UnaryExpression',
  'BinaryExpression',
]);

function isOptional(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || !TESTS.has(parent.type)) return false;
  return !('right' in parent && parent.type === 'LogicalExpression' && parent.right === node);
}
