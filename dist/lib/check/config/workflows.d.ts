import type { Finding } from '../finding.js';
import { type Places } from './places.js';
/** Files of the repository that a workflow names are there. */
export declare function workflowPaths(path: string, text: string | undefined, data: unknown, places: Places): readonly Finding[];
