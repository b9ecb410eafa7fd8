import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** What Python imports comes with it, is in the set, or is declared. */
export declare function checkPythonPackages(app: App): Checked;
