import type { Signature } from './facts.js';
import { namesIn } from './names.js';
import { type Node, walk } from './walk.js';

/** A function, in one of its forms. */
export type FunctionNode = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' | 'ObjectMethod' }
>;

/** Longer functions are not looked into: nothing is known of what they need. Characters. */
const MAX_BODY = 20_000;

/** Whether a node is a function that can be called by its name. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression' ||
    (node?.type === 'ObjectMethod' && node.kind === 'method')
  );
}

/**
 * How many arguments a function takes; null where its list of parameters does not tell. In JavaScript every parameter
 * may be left out, so that only those are required that the function cannot do without.
 */
export function signatureOf(node: FunctionNode, isTyped: boolean): Signature | null {
  const parameters = node.params.filter((each) => each.type !== 'Identifier' || each.name !== 'this');
  const last = parameters.at(-1);
  const used = usesIn(node);
  if (used === null) return null;
  const most = last?.type === 'RestElement' ? null : parameters.length;
  let required = 0;
  for (const [index, parameter] of parameters.entries()) {
    // `const show: Show = (text, options) => …`: what has no type of its own has one that stands elsewhere.
    const isKnown = isTyped && (parameter.type !== 'Identifier' || parameter.typeAnnotation != null);
    if (isRequired(parameter) && (isKnown || isNeeded(parameter, used))) required = index + 1;
  }
  return { required, most };
}

function isRequired(parameter: Node): boolean {
  if (parameter.type === 'AssignmentPattern' || parameter.type === 'RestElement') return false;
  if (parameter.type !== 'Identifier' && parameter.type !== 'ObjectPattern') return true;
  return parameter.optional !== true && !allowsUndefined(parameter.typeAnnotation);
}

function allowsUndefined(annotation: Node | null | undefined): boolean {
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  const types =
    annotation.typeAnnotation.type === 'TSUnionType'
      ? annotation.typeAnnotation.types
      : [annotation.typeAnnotation];
  return types.some(({ type }) =>
    ['TSUndefinedKeyword', 'TSVoidKeyword', 'TSAnyKeyword', 'TSUnknownKeyword', 'TSTypeReference'].includes(
      type,
    ),
  );
}

function isNeeded(parameter: Node, { needed, spared }: Uses): boolean {
  if (parameter.type !== 'Identifier') return true;
  return needed.has(parameter.name) && !spared.has(parameter.name);
}

type Uses = {
  /** Names that something is read from, or that are called. */
  readonly needed: ReadonlySet<string>;
  /** Names that are asked about, given another value, or handed on: they may be without a value. */
  readonly spared: ReadonlySet<string>;
};

/** How a function uses names; null where it reads `arguments`, or is too long. */
function usesIn(root: FunctionNode): Uses | null {
  if ((root.end ?? 0) - (root.start ?? 0) > MAX_BODY) return null;
  const needed = new Set<string>();
  const spared = new Set<string>();
  let readsArguments = false;
  walk(root.body, (node, ancestors) => {
    if (node.type !== 'Identifier') {
      if (node.type === 'VariableDeclarator') for (const name of namesIn(node.id)) spared.add(name);
      return;
    }
    if (node.name === 'arguments') readsArguments = true;
    const parent = ancestors.at(-1);
    const use = useOf(node, parent);
    if (use === 'needed') needed.add(node.name);
    if (use === 'spared') spared.add(node.name);
  });
  return readsArguments ? null : { needed, spared };
}

function useOf(node: Node, parent: Node | undefined): 'needed' | 'spared' | 'none' {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? 'needed' : parent.computed ? 'spared' : 'none';
    case 'CallExpression':
      return parent.callee === node ? 'needed' : 'spared';
    case 'ForOfStatement':
      return parent.right === node ? 'needed' : 'spared';
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type !== 'Identifier' ? 'needed' : 'spared';
    case 'ObjectProperty':
      return parent.key === node && parent.value !== node && !parent.computed ? 'none' : 'spared';
    case 'BinaryExpression':
      return '+-*/%**'.includes(parent.operator) ? 'needed' : 'spared';
    default:
      return 'spared';
  }
}
