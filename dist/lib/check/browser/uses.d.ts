import { type Visitors } from '../script/walk.js';
import { type Draft } from './draft.js';
/** Notes what code says to other code, or waits for: events, messages, storage keys, routes. */
export declare function uses(draft: Draft): Visitors;
