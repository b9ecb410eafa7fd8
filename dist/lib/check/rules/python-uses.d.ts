import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** What Python takes of another file's module is there, and is called with what it takes. */
export declare function checkPythonUses(app: App): Checked;
