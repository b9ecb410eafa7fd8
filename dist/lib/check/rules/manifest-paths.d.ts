import type { App } from '../app.js';
import type { Finding } from '../finding.js';
/** The files that a manifest of a browser extension or a web app names are there. */
export declare function manifestPaths(app: App, path: string, data: unknown): readonly Finding[];
