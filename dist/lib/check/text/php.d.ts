import type { Read } from '../facts.js';
/** Reads PHP for what is not closed. */
export declare function readPhp(_path: string, text: string): Read;
