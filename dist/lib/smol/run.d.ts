import type { Model } from '../model/port.js';
import { type MeteredModel } from './budget.js';
import type { DevelopEvent, DevelopRequest, Plan } from './events.js';
import { type Making } from './make-files.js';
import { type Mending } from './mend.js';
import type { PlanRules } from './plan.js';
/** What the steps of a run work with. */
export type Stage = {
    /** Counts what is used, and holds it to the request's limits. */
    readonly model: MeteredModel;
    readonly rules: PlanRules;
    /** Aborted when the request's signal is, or when the reader leaves. */
    readonly signal: AbortSignal;
    readonly emit: (event: DevelopEvent) => void;
};
/** What the files of a plan are made by. */
export type Prepared = Pick<Making, 'make' | 'before' | 'resume'> & Pick<Mending, 'around' | 'mend'> & {
    /** What the app is called, for its icons, where no manifest gives it a name. */
    readonly title: string;
};
/** What makes a development differ from a revision. */
export type Steps = {
    readonly plan: (stage: Stage) => Promise<Plan>;
    /** Looks whether the files can be made at all, and gives what makes one. */
    readonly prepare: (plan: Plan, stage: Stage) => Promise<Prepared>;
};
type Request = Pick<DevelopRequest, 'limits' | 'protectedPaths' | 'refusePath' | 'refuseContent' | 'resume' | 'drawn' | 'signal'>;
/** Plans, then makes the files of the plan; what happens comes as events, in order. */
export declare function run(request: Request, model: Model, steps: Steps): AsyncGenerator<DevelopEvent, void, void>;
export {};
