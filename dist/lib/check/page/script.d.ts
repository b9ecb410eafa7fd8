import type { Read } from '../facts.js';
/** Reads JavaScript or TypeScript, with JSX or without. */
export declare function readScript(path: string, text: string): Read;
/** Reads code that stands in a file of its own, or in a page from a line on. */
export declare function readCode(path: string, text: string, firstLine: number): Read;
