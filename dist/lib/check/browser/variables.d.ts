import { type Visitors } from '../script/walk.js';
import { type Draft } from './draft.js';
/** What a variable is read for: code goes on without it, or needs it. */
export type Need = 'optional' | 'needed';
/** Notes the variables of the environment that code reads. */
export declare function variables(draft: Draft): Visitors;
