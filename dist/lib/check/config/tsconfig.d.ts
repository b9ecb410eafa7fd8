import type { Finding } from '../finding.js';
import type { Places } from './places.js';
/** Files that a `tsconfig.json` builds on are there. */
export declare function tsconfigPaths(path: string, text: string | undefined, data: unknown, places: Places): readonly Finding[];
