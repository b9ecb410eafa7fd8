/** A name that a selector looks for. */
export type Sought = {
    readonly kind: 'id' | 'class' | 'data';
    readonly name: string;
};
/**
 * The names that must exist for a selector to find anything: `#a .b [data-c]` → a, b, data-c. What is one of several,
 * or must not be there, is left out.
 *
 * @returns nothing for a selector that is not plain.
 */
export declare function soughtBy(selector: string): Sought[];
/** `cardId` of `element.dataset.cardId` → `data-card-id`. */
export declare function dataName(key: string): string;
