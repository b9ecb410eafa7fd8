import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** What is sent is listened to, what is read is stored, what is fetched is served. */
export declare function checkMessages(app: App): Checked;
