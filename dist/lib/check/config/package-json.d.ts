import type { Finding } from '../finding.js';
import { type Places } from './places.js';
/** Files that a `package.json` names are there, but for those that its build makes. */
export declare function packagePaths(path: string, text: string | undefined, data: unknown, places: Places): readonly Finding[];
