import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Imports find the file they name, and in it what they take. */
export declare function checkImports(app: App): Checked;
