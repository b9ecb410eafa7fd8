import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Files and folders that configuration names are there. */
export declare function checkConfigPaths(app: App): Checked;
