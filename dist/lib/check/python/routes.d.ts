import type { PythonRoute } from './facts.js';
import type { Token } from './tokens.js';
/** What a statement of Python says of paths. */
export declare function routesIn(tokens: readonly Token[], isDecorator: boolean): readonly PythonRoute[];
