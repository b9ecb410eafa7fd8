import type { App } from '../app.js';
import type { Checked } from './rule.js';
/**
 * Packages that are declared are known ones, in versions that there are: a name that is made up may be anybody's by
 * now. What is told here is for people; the files are counted where packages are held against what uses them.
 */
export declare function checkWidelyUsed(app: App): Promise<Checked>;
