/**
 * What can go wrong in the development itself (the model's own failures are `ModelError`s). `message`
 * says what happened, `advice` what a person can do about it.
 */
export class DevelopError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = new.target.name;
    }
}
/** The plan names no file that can be written. */
export class PlanUnreadableError extends DevelopError {
    advice = 'Say in the request what the app is and what it consists of.';
}
/** The plan of a change names no file and gives no reply. */
export class ChangeUnreadableError extends DevelopError {
    advice = 'Say in the remark which file is meant, and what becomes different in it.';
}
/** The plan has more files than the run may write. */
export class TooManyFilesError extends DevelopError {
    advice = 'Raise `max-files`, or ask for less at once.';
    planned;
    allowed;
    constructor(planned, allowed) {
        super(`The plan has ${planned} files; this run may write ${allowed}.`);
        this.planned = planned;
        this.allowed = allowed;
    }
}
/** The files together are more than can be committed. */
export class TooLargeError extends DevelopError {
    advice = 'Ask for less at once.';
}
/** The next call would pass the run's budget. */
export class BudgetExceededError extends DevelopError {
    advice = 'Raise `max-total-tokens` or `max-cost-usd`, or ask for less at once.';
}
/** A cap on money was set for a model whose price is not known. */
export class PriceUnknownError extends DevelopError {
    advice = 'Set `max-total-tokens` instead of `max-cost-usd`, or choose a model with a known price.';
}
/** A reply was cut at the token limit more often than it is continued. */
export class TruncatedError extends DevelopError {
    advice = 'Raise `max-output-tokens`, or ask for smaller files.';
}
/** A reply repeats itself without end, or is longer than any that a person would write. */
export class EndlessReplyError extends DevelopError {
    advice = 'Run again, or choose a more capable model.';
}
/** The model answered, but not with a file that can be written. */
export class UnusableContentError extends DevelopError {
    advice = 'Run again, or choose a more capable model.';
}
/** The plan changes a file whose content cannot be read as text, or must not be shown. */
export class NotEditableError extends DevelopError {
    advice = 'Change this file by hand, or ask for a new one in its place.';
    constructor(path) {
        super(`\`${path}\` cannot be changed: it is no text, is too large, or holds what looks like a key.`);
    }
}
