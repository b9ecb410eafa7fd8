/**
 * Every sentence about something that went wrong, in one place so that they read alike: what happened and
 * why; what to do next; how it is run again; lines to copy or a page to open where that helps. `what` is text
 * for a log as well as for a comment, in which only code spans are markdown. `next` is an order that stands on
 * its own: a log has nothing after it, while a comment goes on with what `again` says (`howToGoOn`).
 */
export * from './problems/github.js';
export * from './problems/inputs.js';
export * from './problems/issue.js';
export * from './problems/repository.js';
export * from './problems/run.js';
