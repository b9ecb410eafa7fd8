import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** What scripts look up in a page, the page has, or a script makes. */
export declare function checkIds(app: App): Checked;
