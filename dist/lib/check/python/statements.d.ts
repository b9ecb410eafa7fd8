import type { Broken } from '../facts.js';
import type { LogicalLine, Token } from './tokens.js';
/** Where a statement stands. */
export type Scope = {
    /** What it is directly in. */
    readonly kind: 'module' | 'class' | 'function';
    /** Name of the class or function that it is in; empty at the top. */
    readonly owner: string;
    /** Whether it always runs, may be skipped or caught, or is there for a type checker only. */
    readonly runs: 'always' | 'maybe' | 'never';
};
/** One simple statement, or the head of a block. */
export type Statement = {
    readonly tokens: readonly Token[];
    readonly line: number;
    /** The word it begins with, `async` aside. */
    readonly keyword: string;
    readonly scope: Scope;
    /** The statement is the head of a block. */
    readonly isHead: boolean;
    /** Lines that stand directly above it and begin with `@`. */
    readonly decorators: number;
};
/**
 * Tells the statements of a file one after another, and where the file stops being Python.
 *
 * @param isWhole these are all lines; else nothing is said of how they end
 */
export declare function walkStatements(lines: readonly LogicalLine[], visit: (statement: Statement) => void, isWhole?: boolean): Broken | null;
