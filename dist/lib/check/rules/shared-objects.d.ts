import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Members of objects that scripts share without importing exist where they are called. */
export declare function checkGlobals(app: App): Checked;
