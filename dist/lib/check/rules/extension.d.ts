import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** What a manifest of a browser extension or a web app names is there, and what an extension calls it may call. */
export declare function checkManifests(app: App): Checked;
