import { KnownNames } from './names.js';
import table from './pypi.json' with { type: 'json' };
/** The packages of PyPI that are installed most. */
export const PYPI = new KnownNames(table);
