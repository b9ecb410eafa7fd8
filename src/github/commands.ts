import { isUnderWay } from '../report/amend.js';
import { helpReply, refusalReply } from '../report/help.js';
import * as refusals from '../report/refusals.js';
import type { Problem } from '../report/view.js';
import { asking, Stop } from './api/stop.js';
import type { World } from './api/world.js';
import { whyNotAllowed } from './asked/authorise.js';
import type { Command } from './asked/command.js';
import type { Order } from './asked/order.js';
import { findOwnPull, type OwnPull, readOwnPull } from './asked/own-pull.js';
import { pendingNotes, readUnbuilt, rebased, withPending } from './asked/pending-edit.js';
import type { Settings } from './asked/settings.js';
import type { Trigger, TriggerEvent } from './asked/trigger.js';
import { startBuild } from './build.js';
import { removeHiddenText } from './markup/hidden-text.js';
import { type Repository, readRepository } from './repository/repository.js';
import { revisePull } from './revise.js';
import { CheckpointWriter } from './saved/checkpoint.js';
import { sayOnce } from './told/answers.js';
import { type Outcome, skipped } from './told/outcome.js';
import { reactTo } from './told/reaction.js';
import { showWhole, updatePull } from './told/retell.js';
import { askToStop } from './told/stop-request.js';
import { Voice } from './told/voice.js';
import { undoLast } from './undo.js';

type CommandTrigger = Extract<Trigger, { kind: 'command' }>;

/** What a comment is about. */
type Case = {
  readonly event: TriggerEvent;
  readonly trigger: CommandTrigger;
  readonly settings: Settings;
  readonly world: World;
  /** The pull request that the comment stands on; null for one on an issue. */
  readonly pull: OwnPull | null;
  readonly issueNumber: number | null;
  readonly voice: Voice;
};

/** What is carried out, and where. */
type Task = Case & { readonly repository: Repository };

/**
 * Does what a comment asks for. Whoever may not ask, or asks on a pull request that is none of ours, gets no answer.
 *
 * @param settings or why there are none.
 * @returns how it ended. Does not reject for what a person can mend.
 */
export async function obey(
  event: TriggerEvent,
  trigger: CommandTrigger,
  settings: Settings | Stop,
  world: World,
): Promise<Outcome> {
  const { github, log } = world;
  log.chapter('Who asks, and for what');
  const refusal = await whyNotAllowed(github, trigger);
  if (refusal !== null) return skipped(refusal.what);
  const read = trigger.isPullRequest ? await readOwnPull(github, trigger.number) : { pull: null };
  if ('problem' in read) return skipped(read.problem.what);
  const said = { kind: 'comment', id: trigger.commentId } as const;
  await reactTo(github, said, 'eyes');
  const issueNumber = trigger.isPullRequest ? (read.pull?.issueNumber ?? null) : trigger.number;
  const voice = new Voice(world, issueNumber, trigger.number);
  const { outcome, isDone } =
    settings instanceof Stop
      ? await refuse(trigger, world, settings)
      : await answer({ event, trigger, settings, world, pull: read.pull, issueNumber, voice });
  // The answer is there; a reaction is worth no failed run.
  await reactTo(github, said, isDone ? 'rocket' : 'confused').catch(() => {});
  return outcome;
}

type Answered = { readonly outcome: Outcome; readonly isDone: boolean };

async function answer(about: Case): Promise<Answered> {
  const { trigger, world, voice } = about;
  const { reading } = trigger;
  try {
    if (reading.kind === 'several') throw new Stop(refusals.severalCommands());
    if (reading.kind === 'unknown') return { outcome: await help(about, reading.word), isDone: false };
    if (reading.command.verb === 'help') return { outcome: await help(about, null), isDone: true };
    if (!trigger.isOpen) throw new Stop(refusals.issueIsClosed({ number: trigger.number }));
    world.log.line(`${trigger.requester.login} asks: /smol ${reading.command.verb}`);
    const repository = await readRepository(world.github, about.settings.base, about.event.payload);
    const outcome = await carryOut({ ...about, repository }, reading.command);
    return { outcome, isDone: outcome.problem === null && outcome.status !== 'failed' };
  } catch (error) {
    const isRefusal = error instanceof Stop && !voice.hasBegun;
    if (!isRefusal) return { outcome: await voice.end('failed', voice.problemOf(error)), isDone: false };
    return refuse(trigger, world, error);
  }
}

async function refuse(trigger: CommandTrigger, world: World, { problem }: Stop): Promise<Answered> {
  // Whoever cancels a run knows it, and a run that is run again answers.
  if (!world.cancelled.aborted) {
    await sayOnce(world.github, placeOf(trigger), refusalReply(trigger.commentId, problem));
  }
  return { outcome: told(problem), isDone: false };
}

/** Whoever asked was told. The run is red only where something is wrong besides the wish. */
function told(problem: Problem): Outcome {
  if (problem.again === 'no') return skipped(problem.what);
  return { ...skipped(problem.what), status: 'failed', outputs: { status: 'failed' }, problem };
}

async function help({ trigger, world }: Case, unknown: string | null): Promise<Outcome> {
  await sayOnce(world.github, placeOf(trigger), helpReply(trigger.commentId, unknown));
  return skipped('The comment is answered by what can be asked for.');
}

function placeOf({ number, at }: CommandTrigger) {
  return { number, since: at };
}

function carryOut(about: Task, { verb, text }: Command): Promise<Outcome> {
  const { trigger } = about;
  switch (verb) {
    case 'plan':
      return build(about, { kind: 'plan', remarks: shownIn(text, about), commentId: trigger.commentId });
    case 'build':
      return build(about, { kind: 'build' });
    case 'retry':
      return retry(about, text.replaceAll('`', '').trim() || null);
    case 'fix':
      if (text === '') throw new Stop(refusals.textMissing());
      return fix(about);
    case 'undo':
      return undo(about);
    case 'stop':
      return stop(about);
    case 'help':
      return help(about, null);
  }
}

/** What a model may be told of a comment: what its readers see, without keys; null where that is nothing. */
function shownIn(text: string, { world }: Task): string | null {
  return world.secrets.redact(removeHiddenText(text).text.trim()) || null;
}

async function build(about: Task, order: Order): Promise<Outcome> {
  const { trigger, settings, world, voice, repository, issueNumber } = about;
  const { requester, triggeringActor, title, body, at } = trigger;
  if (!trigger.isPullRequest) {
    const issue = { kind: 'issue', issueNumber: trigger.number, title, body, at, hasComments: true } as const;
    const start = { settings, world, voice, repository, order };
    return startBuild({ ...start, trigger: { ...issue, requester, triggeringActor } });
  }
  if (issueNumber === null) throw new Stop(refusals.noIssue());
  // Who may write says so now: the issue is read as it stands.
  const asked = { kind: 'dispatch', prompt: null, issueNumber, requester, triggeringActor } as const;
  return startBuild({ settings, world, voice, repository, order, trigger: asked });
}

/** What is missing: a file of the app, or the answer to what was said about it. */
async function retry(about: Task, path: string | null): Promise<Outcome> {
  const pull = path === null ? await openPullOf(about) : null;
  if (pull !== null) {
    const outcome = await reviseIt(about, pull);
    if (outcome.status !== 'skipped') return outcome;
  }
  return build(about, { kind: 'retry', path });
}

async function fix(about: Task): Promise<Outcome> {
  const pull = await openPullOf(about);
  if (pull === null) throw new Stop(refusals.pullMissing());
  const outcome = await reviseIt(about, pull);
  if (outcome.status === 'skipped' && (await isEdited(about))) throw new Stop(refusals.commandEdited());
  return outcome;
}

/** Whether the comment says something else by now than what started the run. Throws Stop. */
async function isEdited({ trigger, world: { github } }: Task): Promise<boolean> {
  const { data } = await asking('issues', () =>
    github.rest.issues.getComment({ ...github.repo, comment_id: trigger.commentId }),
  );
  return data.updated_at > trigger.at;
}

function reviseIt({ trigger, settings, world }: Task, pull: OwnPull): Promise<Outcome> {
  return revisePull({ pull, upTo: trigger.at, settings, world });
}

/** The open pull request that the comment is about; null when there is none. Throws Stop. */
function openPullOf({ pull, settings, trigger, world, repository }: Task): Promise<OwnPull | null> {
  if (pull !== null) return Promise.resolve(pull);
  const { number: issueNumber, title } = trigger;
  return findOwnPull(world, settings, repository, { issueNumber, title });
}

async function undo(about: Task): Promise<Outcome> {
  const { trigger, world, settings, voice } = about;
  const pull = await openPullOf(about);
  if (pull === null) throw new Stop(refusals.pullMissing());
  const { sha, own, undone, key, hadErrors, ...now } = await undoLast(
    world,
    settings,
    pull,
    `i${trigger.commentId}`,
  );
  world.log.line(`Commit ${sha.slice(0, 7)} takes back ${undone.slice(0, 7)}.`);
  if (now.saved === null) return skipped(`The commit ${undone.slice(0, 7)} is taken back.`);
  const unbuilt = await readUnbuilt(world, await voice.readEarlier(), own);
  const { pending, note } = rebased(unbuilt?.pending ?? null, now.saved.record.plan);
  const saved = await withPending(world, now.saved, pending);
  const { record, tree } = saved;
  const retold = { pull, record, standing: own.standing, sha, isNew: true, handled: [] };
  voice.progress.setEarlierUsage(record.usage);
  showWhole(voice, retold);
  const ask = { title: pull.title, prompt: record.prompt, hiddenTextRemoved: false };
  // What is built next is what stands there again.
  await voice.begin(ask, settings, key, { key, tree });
  const notes = pendingNotes(pending, note ?? unbuilt?.note ?? null);
  voice.progress.addNotes([refusals.takenBack({ undone, sha }), ...notes]);
  await updatePull(world, voice, retold, { draft: settings.draft, hadErrors });
  voice.saveWith(new CheckpointWriter(world.github, saved), key);
  return voice.end('updated', null, pull.number);
}

async function stop({ world, voice }: Case): Promise<Outcome> {
  const comment = await voice.readEarlier();
  if (comment === null || !isUnderWay(comment.body)) throw new Stop(refusals.nothingToStop());
  await askToStop(world.github, comment.id);
  return skipped('The run that is going on is asked to stop.');
}
