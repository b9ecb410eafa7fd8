import type { Signature } from './facts.js';
import { type Node } from './walk.js';
/** A function, in one of its forms. */
export type FunctionNode = Extract<Node, {
    type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' | 'ObjectMethod';
}>;
/** Whether a node is a function that can be called by its name. */
export declare function isFunction(node: Node | null | undefined): node is FunctionNode;
/**
 * How many arguments a function takes; null where its list of parameters does not tell. In JavaScript every parameter
 * may be left out, so that only those are required that the function cannot do without.
 */
export declare function signatureOf(node: FunctionNode, isTyped: boolean): Signature | null;
