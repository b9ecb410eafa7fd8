import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Packages are declared where they are used, and used where they are declared. */
export declare function checkPackages(app: App): Checked;
