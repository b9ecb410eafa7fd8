import type { App } from './app.js';
import type { Checked } from './check.js';
/** Every file parses: the first place of each where it does not. */
export declare function checkSyntax({ facts }: App): Checked;
