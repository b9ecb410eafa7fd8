import type { PythonVariable } from './facts.js';
import type { Token } from './tokens.js';
/** Variables of the environment that a statement reads: `os.environ['PORT']`, `os.getenv('PORT', '80')`. */
export declare function variablesIn(tokens: readonly Token[]): readonly PythonVariable[];
