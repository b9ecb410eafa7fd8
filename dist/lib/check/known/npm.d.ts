import { KnownNames } from './names.js';
/** The packages of npm that many use or declare. */
export declare const NPM: KnownNames;
