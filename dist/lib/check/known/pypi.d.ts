import { KnownNames } from './names.js';
/** The packages of PyPI that are installed most. */
export declare const PYPI: KnownNames;
