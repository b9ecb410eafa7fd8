import type { App } from '../app.js';
import type { Checked } from './rule.js';
/** Every file parses: the first place of each where it does not. */
export declare function checkSyntax({ facts }: App): Checked;
