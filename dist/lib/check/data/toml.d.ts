import type { Read } from '../facts.js';
/** Reads TOML. */
export declare function readToml(_path: string, text: string): Read;
