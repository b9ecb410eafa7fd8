import type { Read } from '../facts.js';
/** Reads JavaScript or TypeScript, with JSX or without. */
export declare function readScript(path: string, text: string): Read;
