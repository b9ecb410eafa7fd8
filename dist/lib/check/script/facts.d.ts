/** What the rules know of code in JavaScript or TypeScript: filled by `read.ts` in one walk over its tree. */
export type ScriptFacts = {
    /** Whether it is a module: it imports, exports, or awaits at its top. */
    readonly isModule: boolean;
};
