import { amendComment } from '../../report/amend.js';
import type { CommentMark } from '../../report/marker.js';
import { editableText, renderPlanComment } from '../../report/plan-comment.js';
import * as refusals from '../../report/refusals.js';
import { renderSummary } from '../../report/summary.js';
import type { Problem, RunView } from '../../report/view.js';
import type { DevelopEvent } from '../../smol/events.js';
import { asking, Stop } from '../api/stop.js';
import { repositoryUrl, type World } from '../api/world.js';
import { type Ask, shortHash } from '../asked/ask.js';
import type { Settings } from '../asked/settings.js';
import type { CheckpointWriter } from '../saved/checkpoint.js';
import { messageOf, problemOf } from './failure.js';
import { describeEvent } from './log.js';
import { lastLine, type Outcome, outputsOf, type Status } from './outcome.js';
import { RunProgress } from './progress.js';
import { type Reacted, react } from './reaction.js';
import { type EarlierComment, StatusComment } from './status.js';
import { wasAskedToStop } from './stop-request.js';

/** How long another run may take from its commit to its last word. Milliseconds between looks. */
const OTHERS_MS = [1_000, 2_000, 3_000];

/** How a run speaks to people: the comment, the reactions, the log, and at its end the summary and outputs. */
export class Voice {
  readonly progress: RunProgress;
  readonly #world: World;
  /** The issue or pull request that carries the comment; null where only the end tells which. */
  readonly #commentsOn: number | null;
  readonly #stop = new AbortController();
  /** Our first 👀, which tells whether a run was here before this one. */
  #seen: Reacted | null = null;
  #comment: StatusComment | null = null;
  #found: StatusComment | null = null;
  #hasBegun = false;
  #saved: { readonly key: string; readonly writer: CheckpointWriter } | null = null;

  /** @param commentsOn the issue or pull request that carries the comment; the issue unless told otherwise. */
  constructor(world: World, issueNumber: number | null, commentsOn: number | null = null) {
    this.#world = world;
    this.#commentsOn = issueNumber ?? commentsOn;
    this.progress = new RunProgress({
      issueNumber,
      repository: world.repository,
      serverUrl: world.serverUrl,
      runUrl: world.runUrl,
      checksMayWait: world.hasInstallationToken,
      startedAt: world.now(),
    });
  }

  /** Aborted when a person asked this run to stop. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  get commentUrl(): string | null {
    return this.#comment?.url ?? null;
  }

  /** Whether an earlier run left its comment. Known once it was looked for. */
  get isAgain(): boolean {
    return (this.#comment ?? this.#found)?.wasThere ?? false;
  }

  get view(): RunView {
    return this.progress.view(this.#world.now());
  }

  /** Whether people were told of this run. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Sets 👀 and looks for the comment of an earlier run; null where there is none, or nowhere to look. Throws Stop. */
  async readEarlier(): Promise<EarlierComment | null> {
    if (this.#commentsOn === null) return null;
    this.#found ??= await this.#commentOn(this.#commentsOn);
    const found = this.#found;
    return asking('issues', () => found.look());
  }

  /**
   * Says what will be done, before it is: 👀 and the comment.
   *
   * @param key of the request: what an earlier run of the same one saved stays named in the comment.
   * @param kept what is to be named in its place, until something newer is saved.
   * @throws Stop, or what GitHub answers.
   */
  async begin(
    ask: Pick<Ask, 'title' | 'prompt' | 'hiddenTextRemoved'>,
    settings: Settings,
    key: string,
    kept: CommentMark['checkpoint'] = null,
  ): Promise<void> {
    const { title, prompt, hiddenTextRemoved } = ask;
    const { model, planModel } = settings;
    this.progress.set({ title, prompt, promptHash: shortHash(prompt), hiddenTextRemoved, model, planModel });
    this.#hasBegun = true;
    if (this.#commentsOn === null) return;
    const comment = this.#found ?? (await this.#commentOn(this.#commentsOn));
    const render = (earlier: CommentMark | null) => {
      const { checkpoint = null, usage = null } = earlier ?? {};
      // What people were shown last: it counts runs as well that no commit and no checkpoint knows of.
      if (usage !== null) this.progress.setEarlierUsage(usage);
      this.progress.set({
        checkpoint: kept ?? (checkpoint?.key === key ? checkpoint : null),
        handled: earlier?.handled ?? [],
      });
      return renderPlanComment(this.view);
    };
    await asking('issues', () => comment.open(render));
    this.#comment = comment;
  }

  /** From now on, what a text shows as done is saved first, so that no later run pays for it again. */
  saveWith(writer: CheckpointWriter, key: string): void {
    this.#saved = { writer, key };
  }

  /** A failure as people read it; the reason of whoever broke the run off, where somebody did. */
  problemOf(error: unknown): Problem {
    const { cancelled } = this.#world;
    const cause = [cancelled, this.stopped].find((signal) => signal.aborted)?.reason ?? error;
    return problemOf(cause, `${repositoryUrl(this.#world)}/settings/secrets/actions`);
  }

  /** Follows one event of the development. */
  follow(event: DevelopEvent): void {
    this.progress.follow(event, this.#world.now());
    this.#saved?.writer.follow(event);
    if (event.type !== 'file.delta' && event.type !== 'plan.delta') this.#log(event);
    this.#comment?.update(() => this.#savedText());
  }

  /** The comment's text, once all that it shows as done is saved. Throws Stop. */
  async #savedText(): Promise<string> {
    // Of before: what is finished during the save is not in it.
    const { view } = this;
    await this.#save();
    return renderPlanComment({ ...view, checkpoint: this.view.checkpoint });
  }

  /** Saves what is done, and names it in what is said next. Throws Stop. */
  async #save(): Promise<void> {
    if (this.#saved === null) return;
    const { writer, key } = this.#saved;
    await writer.save();
    if (writer.tree !== null) this.progress.set({ checkpoint: { key, tree: writer.tree } });
  }

  #log(event: DevelopEvent): void {
    const line = describeEvent(event, this.progress.counts);
    if (line !== null) this.#world.log.line(line);
  }

  /**
   * The end, good or bad: the last word in the comment, a reaction, and what the runner is told.
   *
   * @param pullNumber the pull request, which carries the plan where no issue does.
   */
  async end(status: Status, problem: Problem | null, pullNumber: number | null = null): Promise<Outcome> {
    const { now, log } = this.#world;
    this.progress.set({ finishedAt: now(), problem, phase: PHASES[status] });
    try {
      await this.#lastWord(status, problem, this.#commentsOn ?? pullNumber);
    } catch (error) {
      const same = error instanceof Stop && error.problem.what === problem?.what;
      // The log and the summary still say how it ended.
      if (!same) log.warning(`The comment could not be brought up to date: ${messageOf(error)}`);
    }
    return this.#outcome(status, problem);
  }

  /**
   * Waits for the last word of another run, which did the same work and was faster, and shows nothing more itself.
   *
   * @returns whether it is there. If not, that run has died, or its last word came before our first one.
   */
  async waitForOther(): Promise<boolean> {
    const comment = this.#comment;
    if (comment === null) return true;
    await comment.settle();
    const isThere = async () => !(await comment.isUnderWay().catch(() => false));
    for (const wait of OTHERS_MS) {
      if (await isThere()) return true;
      await this.#world.sleep(wait);
    }
    return isThere();
  }

  /** The end of a run whose last word is another one's. */
  leave(status: Status): Outcome {
    this.progress.set({ finishedAt: this.#world.now(), phase: PHASES[status] });
    return this.#outcome(status, null);
  }

  #outcome(status: Status, problem: Problem | null): Outcome {
    const { view } = this;
    const isGreen = status === 'skipped' || problem === null;
    return {
      status,
      outputs: outputsOf(status, view, this.progress.usage, this.#comment?.url ?? null),
      summary: renderSummary(view),
      problem: isGreen ? null : problem,
      notice: lastLine(status, view),
    };
  }

  async #lastWord(status: Status, problem: Problem | null, number: number | null): Promise<void> {
    if (number === null) return;
    const reaction = ['created', 'updated', 'planned'].includes(status) ? 'rocket' : 'confused';
    if (this.#comment !== null) {
      await this.#comment.settle();
      this.keepShown();
      await this.#save().catch((error) =>
        this.#world.log.warning(`The last files are not saved: ${messageOf(error)}`),
      );
      await asking('issues', async () => this.#comment?.finish(renderPlanComment(this.view)));
      // The comment says it already.
      await react(this.#world.github, number, reaction).catch(() => {});
      return;
    }
    const comment = this.#found ?? (await this.#commentOn(number));
    const body = renderPlanComment(this.view);
    if (this.#commentsOn === null) await asking('issues', () => comment.open(() => body));
    else await asking('issues', () => comment.add(body, (old) => amended(old, status, problem)));
    this.#comment = comment;
    await react(this.#world.github, number, reaction).catch(() => {});
  }

  /**
   * The plan is kept as it is shown in the end: what people make of it is told by the difference.
   *
   * @param phase that of the end, where it is known before.
   */
  keepShown(phase: RunView['phase'] = this.view.phase): void {
    if (this.#saved === null) return;
    const { key, writer } = this.#saved;
    const { quote } = this.view;
    // As long as the name of what is saved next: where a long plan is cut depends on it.
    const checkpoint = { key, tree: '0'.repeat(40) };
    const body = renderPlanComment({ ...this.view, phase, checkpoint });
    const shown = quote === null ? editableText(body) : body.slice(body.indexOf('\n') + 1);
    if (shown !== null) writer.keepShown(shown, quote);
  }

  async #commentOn(number: number): Promise<StatusComment> {
    const { github } = this.#world;
    this.#seen ??= await react(github, number, 'eyes');
    const { accountId } = this.#seen;
    const comment = new StatusComment(github, number, this.#seen, {
      ...this.#world,
      onEdited: (edited) => {
        const isRevision = this.view.revision !== null;
        // A look that fails is made again with the next edit.
        wasAskedToStop(github, edited, accountId)
          .then((stop) => stop && this.#stop.abort(new Stop(refusals.stoppedByPerson({ isRevision }))))
          .catch(() => {});
      },
    });
    return comment;
  }
}

/** What is said above an earlier run's comment; nothing for somebody who may not start a run. */
function amended(body: string, status: Status, problem: Problem | null): string | null {
  return problem === null || status === 'skipped' ? null : amendComment(body, problem);
}

const PHASES = {
  planned: 'planned',
  created: 'done',
  updated: 'done',
  partial: 'partial',
  skipped: 'failed',
  failed: 'failed',
} as const satisfies Record<Status, RunView['phase']>;
