import type { Read } from '../facts.js';
/**
 * Reads the links, images and headings of a page in Markdown. Nothing of it can be broken. By hand: a parser makes a
 * tree of the whole page for them, and takes seconds for a long changelog.
 */
export declare function readMarkdown(_path: string, text: string): Read;
