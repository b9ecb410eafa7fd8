import { KnownNames } from './names.js';
import table from './npm.json' with { type: 'json' };
/** The packages of npm that many use or declare. */
export const NPM = new KnownNames(table);
