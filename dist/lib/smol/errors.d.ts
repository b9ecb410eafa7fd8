/**
 * What can go wrong in the development itself (the model's own failures are `ModelError`s). `message`
 * says what happened, `advice` what a person can do about it.
 */
export declare abstract class DevelopError extends Error {
    abstract readonly advice: string;
    constructor(message: string, options?: {
        cause?: unknown;
    });
}
/** The plan names no file that can be written. */
export declare class PlanUnreadableError extends DevelopError {
    readonly advice = "Say in the request what the app is and what it consists of.";
}
/** The plan of a change names no file and gives no reply. */
export declare class ChangeUnreadableError extends DevelopError {
    readonly advice = "Say in the remark which file is meant, and what becomes different in it.";
}
/** The plan has more files than the run may write. */
export declare class TooManyFilesError extends DevelopError {
    readonly advice = "Raise `max-files`, or ask for less at once.";
    readonly planned: number;
    readonly allowed: number;
    constructor(planned: number, allowed: number);
}
/** The files together are more than can be committed. */
export declare class TooLargeError extends DevelopError {
    readonly advice = "Ask for less at once.";
}
/** The next call would pass the run's budget. */
export declare class BudgetExceededError extends DevelopError {
    readonly advice = "Raise `max-total-tokens` or `max-cost-usd`, or ask for less at once.";
}
/** A cap on money was set for a model whose price is not known. */
export declare class PriceUnknownError extends DevelopError {
    readonly advice = "Set `max-total-tokens` instead of `max-cost-usd`, or choose a model with a known price.";
}
/** A reply was cut at the token limit more often than it is continued. */
export declare class TruncatedError extends DevelopError {
    readonly advice = "Raise `max-output-tokens`, or ask for smaller files.";
}
/** A reply repeats itself without end, or is longer than any that a person would write. */
export declare class EndlessReplyError extends DevelopError {
    readonly advice = "Run again, or choose a more capable model.";
}
/** The model answered, but not with a file that can be written. */
export declare class UnusableContentError extends DevelopError {
    readonly advice = "Run again, or choose a more capable model.";
}
/** The plan changes a file whose content cannot be read as text, or must not be shown. */
export declare class NotEditableError extends DevelopError {
    readonly advice = "Change this file by hand, or ask for a new one in its place.";
    constructor(path: string);
}
