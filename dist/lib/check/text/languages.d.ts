import type { Read } from '../facts.js';
/** Reads Go for what is not closed. */
export declare function readGo(_path: string, text: string): Read;
/** Reads Java for what is not closed. */
export declare function readJava(_path: string, text: string): Read;
/** Reads Rust for what is not closed. */
export declare function readRust(_path: string, text: string): Read;
