import type { Read } from '../facts.js';
/** Reads the instructions of a Dockerfile, each with its continued lines. */
export declare function readDockerfile(_path: string, text: string): Read;
