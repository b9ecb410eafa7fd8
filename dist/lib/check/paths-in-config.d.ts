import type { App } from './app.js';
import type { Checked } from './check.js';
/** Files and folders that configuration names are there. */
export declare function checkConfigPaths(app: App): Checked;
