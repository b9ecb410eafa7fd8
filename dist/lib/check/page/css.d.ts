import type { Read } from '../facts.js';
/** Reads a style sheet as browsers do. What only SCSS or a lenient browser would take is doubted, not broken. */
export declare function readCss(_path: string, text: string): Read;
/** Reads SCSS. */
export declare function readScss(_path: string, text: string): Read;
/** The addresses in a value: `url(a.png)`, `url("a.png")`. */
export declare function urlsIn(value: string): string[];
