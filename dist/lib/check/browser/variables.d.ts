import { type Node } from '../script/walk.js';
import { type Draft } from './draft.js';
/** What a variable is read for: code goes on without it, or needs it. */
export type Need = 'optional' | 'needed';
/** Notes the variables of the environment that a node reads. */
export declare function collectVariables(draft: Draft, node: Node, parent: Node | undefined): void;
