/** A name that a plan gives a file. */
export type PromisedName = {
    /** The file that is to have it. */
    readonly path: string;
    readonly kind: 'function' | 'constant' | 'name' | 'id' | 'class' | 'attribute' | 'flag' | 'route';
    /** As it is looked for: an id without `#`, a class without its dot, a route without its method. */
    readonly name: string;
    /** As the plan has it. */
    readonly shown: string;
};
/**
 * The names that a piece of code in a plan promises for a file; none where it is prose, a value or a type.
 *
 * @param shown what stands between the backticks.
 */
export declare function namesOf(shown: string, path: string): PromisedName[];
