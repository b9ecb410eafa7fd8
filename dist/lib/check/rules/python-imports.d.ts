import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Imports of Python lead to modules, and take out of them what they have. */
export declare function checkPythonImports(app: App): Checked;
