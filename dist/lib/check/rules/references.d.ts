import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Addresses in pages, style sheets and scripts lead to files that are there. */
export declare function checkReferences(app: App): Checked;
