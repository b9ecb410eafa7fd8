import type { App } from '../app.js';
import type { Finding } from '../finding.js';
/** What pages ask a server for, the server of the app serves. */
export declare function routeFindings(app: App): readonly Finding[];
