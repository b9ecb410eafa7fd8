import type { Read } from '../facts.js';
/** Reads YAML: what its first document says. */
export declare function readYaml(path: string, text: string): Read;
