import type { Finding } from '../finding.js';
import type { Instruction } from '../text/facts.js';
import { type Places } from './places.js';
/** What a `COPY` takes is there, in the folder of the Dockerfile or in one that it may be built from. */
export declare function dockerPaths(path: string, instructions: readonly Instruction[], contexts: readonly string[], places: Places): readonly Finding[];
/** Folders that a compose file builds images from. */
export declare function contextsOf(path: string, data: unknown): readonly string[];
/** Folders and files that a compose file names are there. */
export declare function composePaths(path: string, text: string | undefined, data: unknown, places: Places): readonly Finding[];
