import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** The commands and files that a `pyproject.toml` names are there. */
export declare function checkPythonEntries(app: App): Checked;
