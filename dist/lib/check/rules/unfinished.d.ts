import type { App } from '../app.js';
import type { Checked } from './rule.js';
/**
 * Nothing is left to be written: no comment stands for code that is left out, and no body says that it is none.
 *
 * In a file that a plan asked for, what is left to be written is an error; elsewhere people may leave it so.
 */
export declare function checkUnfinished(app: App): Checked;
