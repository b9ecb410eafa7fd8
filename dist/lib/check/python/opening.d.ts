import type { Token } from './tokens.js';
/** Whether a word makes names in its file that are not written out, or modules that have no files. */
export declare function openedBy(tokens: readonly Token[], at: number, isTop: boolean): {
    readonly names: boolean;
    readonly modules: boolean;
};
