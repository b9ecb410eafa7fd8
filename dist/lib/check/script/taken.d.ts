import type { Import, Taken } from './facts.js';
import { type Node } from './walk.js';
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
export declare function takePattern(draft: ImportDraft, pattern: Node): void;
/** `import('…').then(({ a }) => …)`. */
export declare function takeThen(draft: ImportDraft, ancestors: readonly Node[]): void;
/** `lazy(() => import('…'))`: what is drawn is the default. */
export declare function takeLazy(draft: ImportDraft, ancestors: readonly Node[]): void;
/** The name that `name` or `a.b.name` ends in; null where code makes it. */
export declare function pathEnd(node: Node): string | null;
/** Whether code may go on without what stands here: in a `try`, behind a condition, before a `.catch`. */
export declare function isGuarded(ancestors: readonly Node[]): boolean;
