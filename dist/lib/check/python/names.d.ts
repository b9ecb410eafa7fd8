import type { PythonImport } from './facts.js';
import type { Statement } from './statements.js';
/** Names that a statement makes where it stands. More than it makes is better than less. */
export declare function namesMadeBy({ tokens, keyword, isHead }: Statement): readonly string[];
/** What a statement imports; empty where it is none that does. */
export declare function importsOf({ tokens, keyword, line, scope }: Statement): readonly PythonImport[];
