import { type Node } from '../script/walk.js';
import { type Called, type Draft } from './draft.js';
/** Notes a call that asks for a path, or serves one. @returns whether it is one. */
export declare function collectRequest(draft: Draft, { name, last }: Called, args: readonly Node[], ancestors: readonly Node[]): boolean;
/** `new EventSource('/api/events')` */
export declare function collectSource(draft: Draft, node: Node | undefined, ancestors: readonly Node[]): void;
/** `new Router({ prefix: '/api' })` */
export declare function collectRouter(draft: Draft, node: Node | undefined, ancestors: readonly Node[]): void;
/** `{ method: 'POST', path: '/notes', handler }`: a route in a list of them. */
export declare function collectRoute(draft: Draft, node: Node, ancestors: readonly Node[]): void;
/** A pattern that stands for a path: `/^\/api\/notes$/`. */
export declare function collectPattern(draft: Draft, node: Extract<Node, {
    type: 'RegExpLiteral';
}>): void;
/** A path from the root that stands in a text: whatever it is for, a server may go by it. */
export declare function collectSaid(draft: Draft, node: Node, ancestors: readonly Node[]): void;
/** Whether code looks at the path of a request by itself. */
export declare function looksAtPath(node: Extract<Node, {
    type: 'MemberExpression';
}>): boolean;
