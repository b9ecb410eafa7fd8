import type { App } from '../app.js';
import type { Signature } from '../script/facts.js';
import type { Checked } from './rule.js';
/** Calls of another file's functions give a possible number of arguments, and members of shared objects exist. */
export declare function checkCalls(app: App): Checked;
/** How many arguments a function takes, in words. */
export declare function takesOf({ required, most }: Signature): string;
/** A number of arguments, in words. */
export declare function argumentsOf(count: number): string;
