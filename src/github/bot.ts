import { Stop } from './api/stop.js';
import type { World } from './api/world.js';
import type { OwnTrigger } from './asked/ask.js';
import { whyNotAllowed } from './asked/authorise.js';
import { readOwnPull } from './asked/own-pull.js';
import { readSettings, type Settings } from './asked/settings.js';
import { readTrigger, type Trigger, type TriggerEvent } from './asked/trigger.js';
import { startBuild } from './build.js';
import { obey } from './commands.js';
import { readRepository } from './repository/repository.js';
import { revisePull } from './revise.js';
import { together } from './told/failure.js';
import { type Outcome, refused, skipped } from './told/outcome.js';
import { Voice } from './told/voice.js';

/**
 * One run of the action, from the event to its end: an issue or a prompt is built, a comment's command is carried out,
 * a review is answered.
 *
 * @param inputs name → value of every input that is set.
 * @returns how it ended. Does not reject for what a person can mend.
 */
export async function runBot(
  event: TriggerEvent,
  inputs: Readonly<Record<string, string>>,
  world: World,
): Promise<Outcome> {
  const read = readSettings(inputs);
  const trigger = readTrigger(event, read.kind === 'settings' ? read.settings : read.trigger);
  if (trigger.kind === 'none') return skipped(trigger.reason);
  if (trigger.kind === 'refused') return refused(trigger.problem);
  if (read.kind === 'settings') for (const warning of read.warnings) world.log.warning(warning);
  const settings = read.kind === 'settings' ? read.settings : new Stop(together(read.problems));
  switch (trigger.kind) {
    case 'issue':
    case 'dispatch':
      if (settings instanceof Stop) return endAt(trigger, world, settings);
      return build(event, trigger, settings, world);
    case 'command':
      return obey(event, trigger, settings, world).catch((error) => endAt(trigger, world, error));
    case 'feedback':
      return answer(trigger, settings, world);
  }
}

async function build(
  event: TriggerEvent,
  trigger: OwnTrigger,
  settings: Settings,
  world: World,
): Promise<Outcome> {
  const voice = new Voice(world, trigger.issueNumber);
  try {
    world.log.chapter('Who asks, and for what');
    const repository = await readRepository(world.github, settings.base, event.payload);
    const refusal = await whyNotAllowed(world.github, trigger);
    if (refusal !== null) return await voice.end('skipped', refusal);
    return await startBuild({ order: { kind: 'start' }, trigger, settings, world, voice, repository });
  } catch (error) {
    return voice.end('failed', voice.problemOf(error));
  }
}

/**
 * Whoever may not ask for a change, or reviews what is none of ours, gets no answer, whatever is wrong with the
 * settings: anybody can start that event, from a fork without any secret.
 *
 * @param settings or why there are none.
 */
async function answer(
  trigger: Extract<Trigger, { kind: 'feedback' }>,
  settings: Settings | Stop,
  world: World,
): Promise<Outcome> {
  const { pullNumber, at } = trigger;
  try {
    world.log.chapter('Who asks, and for what');
    const refusal = await whyNotAllowed(world.github, trigger);
    if (refusal !== null) return skipped(refusal.what);
    const read = await readOwnPull(world.github, pullNumber);
    if ('problem' in read) return skipped(read.problem.what);
    const { pull } = read;
    try {
      if (settings instanceof Stop) throw settings;
      return await revisePull({ pull, upTo: at, settings, world });
    } catch (error) {
      // Whoever reviews looks at the conversation, not at the list of runs.
      const voice = new Voice(world, pull.issueNumber, pull.number);
      return await voice.end('failed', voice.problemOf(error), pull.number);
    }
  } catch (error) {
    return endAt(trigger, world, error);
  }
}

/** The end of a run that has told people nothing yet. Only an issue is written to: a comment is somebody's own talk. */
async function endAt(
  trigger: Extract<Trigger, { triggeringActor: string }>,
  world: World,
  error: unknown,
): Promise<Outcome> {
  const hasIssue = trigger.kind === 'issue' || trigger.kind === 'dispatch';
  const voice = new Voice(world, hasIssue ? trigger.issueNumber : null);
  return voice.end('failed', voice.problemOf(error));
}
