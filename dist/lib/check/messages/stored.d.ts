import type { App } from '../app.js';
import type { Finding } from '../finding.js';
/** What is read under a name is stored under it. */
export declare function storedFindings(app: App): readonly Finding[];
