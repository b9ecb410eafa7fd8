import type { Model } from '../model/port.js';
import { type MeteredModel, meter } from './budget.js';
import { eventsOf } from './event-stream.js';
import type { DevelopEvent, DevelopRequest, Limits, Plan } from './events.js';
import { isDrawn } from './icon-path.js';
import { type Making, makeFiles } from './make-files.js';
import { checkAndMend, type Mending } from './mend.js';
import type { PlanRules } from './plan.js';
import { unmadeOf } from './unmade.js';

const DEFAULT_MAX_FILES = 100;

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
export type Prepared = Pick<Making, 'make' | 'before' | 'resume'> &
  Pick<Mending, 'around' | 'mend'> & {
    /** What the app is called, for its icons, where no manifest gives it a name. */
    readonly title: string;
  };

/** What makes a development differ from a revision. */
export type Steps = {
  readonly plan: (stage: Stage) => Promise<Plan>;
  /** Looks whether the files can be made at all, and gives what makes one. */
  readonly prepare: (plan: Plan, stage: Stage) => Promise<Prepared>;
};

type Request = Pick<
  DevelopRequest,
  'limits' | 'protectedPaths' | 'refusePath' | 'refuseContent' | 'resume' | 'drawn' | 'signal'
>;

/** Plans, then makes the files of the plan; what happens comes as events, in order. */
export async function* run(
  request: Request,
  model: Model,
  steps: Steps,
): AsyncGenerator<DevelopEvent, void, void> {
  const left = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
  const limits = limitsOf(request);
  const { protectedPaths = [], refusePath, drawn } = request;
  const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath, drawn };
  let report: Stage['emit'] = () => {};
  const emit: Stage['emit'] = (event) => report(event);
  const stage = {
    model: meter(model, limits, (usage) => emit({ type: 'usage', usage })),
    rules,
    signal,
    emit,
  };
  const within = <T>(work: () => Promise<T>) =>
    eventsOf<DevelopEvent, T>((listener) => {
      report = listener;
      return work();
    });
  try {
    yield { type: 'plan.start' };
    const plan = yield* within(() => steps.plan(stage));
    yield { type: 'plan.done', plan, reused: request.resume !== undefined };
    const prepared = yield* within(() => steps.prepare(plan, stage));
    const { files: made, failed } = yield* within(() =>
      makeFiles({ ...request, ...prepared, plan, signal, emit }),
    );
    const checked = yield* within(() =>
      checkAndMend({ ...prepared, plan, files: made, found: request.resume?.found ?? [], signal, emit }),
    );
    const texts = textsOf(prepared.around, checked.files);
    const drawn = new Map<string, Uint8Array>();
    for (const [path, content] of await drawingsOf(checked.plan, texts, prepared.title)) {
      drawn.set(path, content);
      yield { type: 'file.drawn', path, content };
    }
    const unmade = unmadeOf(checked.plan, texts, prepared.around.paths);
    const usage = stage.model.total();
    yield { type: 'done', result: { ...checked, drawn, unmade, failed, usage } };
  } finally {
    left.abort();
  }
}

/** The app as it is after the run, as far as its texts are known. */
function textsOf(
  { before, gone }: Mending['around'],
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...before, ...files].filter(([path]) => !gone.has(path)));
}

/** What draws is loaded where there is something to draw. */
async function drawingsOf(
  { files }: Plan,
  texts: ReadonlyMap<string, string>,
  title: string,
): Promise<Iterable<readonly [path: string, bytes: Uint8Array]>> {
  if (!files.some(isDrawn)) return [];
  const { drawIcons } = await import('./icons.js');
  return drawIcons(files, texts, title);
}

function limitsOf({ limits }: Request): Limits {
  return {
    maxFiles: limits?.maxFiles ?? DEFAULT_MAX_FILES,
    maxCostUsd: limits?.maxCostUsd ?? null,
    maxTotalTokens: limits?.maxTotalTokens ?? null,
    isAgreed: limits?.isAgreed ?? false,
  };
}
