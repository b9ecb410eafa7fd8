import type { App } from '../app.js';
import type { Finding } from '../finding.js';
/** Variables of the environment that code reads are named where people look for them. */
export declare function variableFindings(app: App): readonly Finding[];
