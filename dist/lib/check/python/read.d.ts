import type { Read } from '../facts.js';
/** Reads Python, of any version: what is found broken is broken in each. */
export declare function readPython(_path: string, text: string): Read;
