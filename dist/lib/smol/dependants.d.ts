import type { Plan, PlannedFile, ReviseRequest } from './events.js';
import type { PlanRules } from './plan.js';
import type { Stage } from './run.js';
import { type ReadSource } from './sources.js';
/**
 * The files that use one which changes, moves or goes, and which the plan of the change does not name: whoever
 * plans sees only a part of the repository. They are found by what they import, and by what the plans say that they
 * use; the nearest to what changes first.
 */
export declare function findUsers(change: Plan, request: ReviseRequest, read: ReadSource, { rules, signal }: Stage): Promise<PlannedFile[]>;
/** Whether a file that no plan names may be changed. */
export declare function mayBeChanged(path: string, { protectedPaths, refusePath }: PlanRules): boolean;
