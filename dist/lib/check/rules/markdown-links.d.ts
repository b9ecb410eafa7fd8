import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Links and images of pages in Markdown lead to files, or to headings of their own page. */
export declare function checkMarkdownLinks(app: App): Checked;
