import type { App } from '../app.js';
import type { Finding } from '../finding.js';
/** Events and messages that are sent are listened to, and the other way round. */
export declare function spokenFindings(app: App): readonly Finding[];
