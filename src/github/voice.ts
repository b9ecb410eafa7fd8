import { renderPlanComment } from '../report/plan-comment.js';
import { renderSummary } from '../report/summary.js';
import type { Problem, RunView } from '../report/view.js';
import type { DevelopEvent } from '../smol/events.js';
import type { Ask } from './ask.js';
import { describeEvent } from './log.js';
import { type Outcome, outputsOf, type Status } from './outcome.js';
import { RunProgress } from './progress.js';
import { react } from './reaction.js';
import type { Settings } from './settings.js';
import { StatusComment } from './status.js';
import { asking } from './stop.js';
import type { World } from './world.js';

/** How a run speaks to people: the comment, the reactions, the log, and at its end the summary and outputs. */
export class Voice {
  readonly progress: RunProgress;
  readonly #world: World;
  readonly #issueNumber: number | null;
  #comment: StatusComment | null = null;

  constructor(world: World, issueNumber: number | null) {
    this.#world = world;
    this.#issueNumber = issueNumber;
    this.progress = new RunProgress({
      issueNumber,
      repository: world.repository,
      serverUrl: world.serverUrl,
      runUrl: world.runUrl,
      startedAt: world.now(),
    });
  }

  get view(): RunView {
    return this.progress.view(this.#world.now());
  }

  /** Says what will be done, before it is: 👀 and the comment. Throws Stop, or what GitHub answers. */
  async begin(ask: Ask, settings: Settings, promptHash: string): Promise<void> {
    const { title, prompt, hiddenTextRemoved } = ask;
    const { model, planModel } = settings;
    this.progress.set({ title, prompt, promptHash, hiddenTextRemoved, model, planModel });
    if (this.#issueNumber === null) return;
    const ownId = await react(this.#world.github, this.#issueNumber, 'eyes');
    await this.#openComment(this.#issueNumber, ownId);
  }

  /** Follows one event of the development. */
  follow(event: DevelopEvent): void {
    this.progress.follow(event, this.#world.now());
    if (event.type !== 'file.delta' && event.type !== 'plan.delta') this.#log(event);
    this.#comment?.update(() => renderPlanComment(this.view));
  }

  #log(event: DevelopEvent): void {
    const line = describeEvent(event, this.view);
    if (line !== null) this.#world.log.line(line);
  }

  /** Puts the plan on the pull request itself when there is no issue to hold it. */
  async commentOnPull(pullNumber: number, ownId: number): Promise<void> {
    if (this.#comment === null) await this.#openComment(pullNumber, ownId);
  }

  /** The end, good or bad: the last word in the comment, a reaction, and what the runner is told. */
  async end(status: Status, problem: Problem | null): Promise<Outcome> {
    const { now, log } = this.#world;
    this.progress.set({ finishedAt: now(), problem, phase: PHASES[status] });
    try {
      await this.#lastWord(status);
    } catch (error) {
      // The log and the summary still say it.
      log.warning(
        `The comment could not be brought up to date: ${error instanceof Error ? error.message : error}`,
      );
    }
    const { view } = this;
    const outputs = outputsOf(status, view, this.progress.usage, this.#comment?.url ?? null);
    const green = status === 'skipped' || problem === null;
    return {
      status,
      outputs,
      summary: renderSummary(view),
      problem: green ? null : problem,
      notice: status === 'skipped' ? (problem?.what ?? null) : null,
    };
  }

  async #lastWord(status: Status): Promise<void> {
    const good = status === 'created' || status === 'updated' || status === 'planned';
    if (this.#issueNumber !== null) {
      const ownId = await react(this.#world.github, this.#issueNumber, good ? 'rocket' : 'confused');
      if (this.#comment === null) return this.#openComment(this.#issueNumber, ownId);
    }
    await this.#comment?.finish(renderPlanComment(this.view));
  }

  async #openComment(issueNumber: number, ownId: number): Promise<void> {
    const comment = new StatusComment(this.#world.github, issueNumber, ownId, this.#world.now);
    await asking('issues', () => comment.open(renderPlanComment(this.view)));
    this.#comment = comment;
  }
}

const PHASES = {
  planned: 'planned',
  created: 'done',
  updated: 'done',
  partial: 'partial',
  skipped: 'failed',
  failed: 'failed',
} as const satisfies Record<Status, RunView['phase']>;
