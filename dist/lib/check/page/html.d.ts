import type { Read } from '../facts.js';
/**
 * Reads a page, with the scripts and styles in it. By its tags alone: a tree of them says nothing more about names
 * and addresses, and a page that nests without end would cost without end.
 */
export declare function readHtml(path: string, content: string): Read;
