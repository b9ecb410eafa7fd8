import type { Read } from '../facts.js';
/** Reads JSON as its readers do: without comments, without a comma at the end. */
export declare function readJson(path: string, text: string): Read;
/** Reads JSON whose readers allow comments. */
export declare function readJsonWithComments(_path: string, text: string): Read;
