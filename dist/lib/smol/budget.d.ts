import { type Model, type Usage } from '../model/port.js';
import type { DevelopRequest, Limits, Plan } from './events.js';
export type Caps = Omit<Limits, 'maxFiles'>;
/** What the files of a plan take at most. */
export type Quote = {
    readonly tokens: number;
    /** US dollars; null when the model's price is not known. */
    readonly costUsd: number | null;
};
/** A model whose calls are counted, and refused when they would pass the caps. */
export type MeteredModel = Model & {
    readonly total: () => Usage;
    /** Throws a BudgetExceededError when the files of a plan cannot be made within what is left. */
    readonly assertAffordable: (plan: Plan, briefTokens: number) => void;
};
/** Tokens of a text, estimated (tokenx: about 5 % off for code and English). */
export declare function countTokens(text: string): number;
/**
 * Counts what a model uses and holds it to the caps. Each call is admitted by an estimate before it is made
 * and booked by its real usage after, so that calls at the same time cannot pass a cap together by more than
 * one estimate's error.
 *
 * @throws PriceUnknownError
 */
export declare function meter(model: Model, caps: Caps, onUsage: (total: Usage) => void): MeteredModel;
/**
 * An upper bound of what making the files of a plan takes, for a person to decide by: the input of every call
 * without the cache, and three times the expected output; and the repair of the longest files, one in four. Files that
 * are kept from earlier count nothing. A run whose limits are the quote's is held to it.
 */
export declare function quoteOf(model: Model, request: DevelopRequest, plan: Plan): Promise<Quote>;
