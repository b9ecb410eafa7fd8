import type { Finding, RuleName } from '../check/finding.js';
import type { Usage } from '../model/port.js';
import type { FileAction, Unmade } from '../smol/events.js';
import type { HowToRun } from './how-to-run.js';
import type { Manifest } from './manifests.js';

/**
 * What a reader is told of a run, as values: every text for people is made from this and nothing else.
 * Times are milliseconds since 1970, UTC.
 */
export type RunView = {
  readonly phase: Phase;
  /** The issue asked about; null for a dispatch without an issue. */
  readonly issueNumber: number | null;
  /** `owner/name`, for links. */
  readonly repository: string;
  /** Server for links, without a slash at the end: `https://github.com`. */
  readonly serverUrl: string;
  readonly runUrl: string;
  /** Whether we write with the token of a job or an app, for whose pull requests GitHub may hold checks back. */
  readonly checksMayWait: boolean;
  /** Title of the issue, or of the plan; one line of someone else's words. */
  readonly title: string;
  /** What the model was asked, after hidden text was taken out. */
  readonly prompt: string;
  /** Short hash of the prompt, hexadecimal. */
  readonly promptHash: string;
  /** Whether text was taken out of what the person wrote because a reader could not see it. */
  readonly hiddenTextRemoved: boolean;
  readonly planModel: string;
  readonly model: string;
  /** The plan as streamed so far, as the model wrote it. */
  readonly planText: string;
  /** Empty until the plan's list of files is read. */
  readonly files: readonly FileView[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** Of the refused ones those that a person has to add; empty before the end. */
  readonly unmade: readonly Unmade[];
  readonly usage: Usage | null;
  readonly startedAt: number;
  /** Files taken over from an earlier run of the same request. */
  readonly reusedFiles: number;
  /** Whether the plan was, too. */
  readonly planReused: boolean;
  /** What is saved of the run, for a later one: the key of the request and a git tree. Null as long as nothing is. */
  readonly checkpoint: { readonly key: string; readonly tree: string } | null;
  /** Null while the run goes on. */
  readonly finishedAt: number | null;
  /** Now, for a run that goes on. */
  readonly now: number;
  readonly branch: string | null;
  readonly base: string | null;
  readonly commitSha: string | null;
  readonly pullRequest: {
    readonly number: number;
    readonly url: string;
    readonly draft: boolean;
    readonly operation: 'created' | 'updated' | 'none';
  } | null;
  /** How the app is started, made by `howToRun`; null before there are files. */
  readonly howToRun: HowToRun | null;
  /** What the app installs and runs by itself, made by `readManifests`; empty before there are files. */
  readonly manifests: readonly Manifest[];
  /**
   * Upper bound of what the files will take, to which the run that makes them is held. Not null: the plan waits for
   * a person's `/smol build`.
   */
  readonly quote: { readonly tokens: number; readonly costUsd: number | null } | null;
  /** What a person changed in the plan before it was built: one sentence each. */
  readonly planEdits: readonly string[];
  /** What became different against the plan before, where the request was edited: one sentence each. */
  readonly planDifference: readonly string[];
  /** Whether there is code already which the plan was made for. */
  readonly hasCode: boolean;
  /** Paths of the house rules that were read on the base branch. */
  readonly houseRules: readonly string[];
  /** Logins of the people whose comments are part of the request. */
  readonly commenters: readonly string[];
  /** Pictures of the request that the model was not shown. */
  readonly unseenImages: number;
  /** Not null: this run changes what is there because of remarks. */
  readonly revision: { readonly remarks: number } | null;
  /** Changes that were made after remarks, the oldest first. */
  readonly revisions: readonly RevisionView[];
  /** Keys of the remarks that are answered. */
  readonly handled: readonly string[];
  /** Null before the files are checked. */
  readonly checks: ChecksView | null;
  /** Sentences that a person should know although nothing failed (a label that could not be set). */
  readonly notes: readonly string[];
  /** Why the run stopped or is incomplete. */
  readonly problem: Problem | null;
};

/** `planned`: the run ends with the plan, in a dry run or since the plan waits for a person. `partial`: something is there, something is missing. */
export type Phase = 'planning' | 'building' | 'publishing' | 'done' | 'partial' | 'planned' | 'failed';

/** What the checks of the files came to, as far as they are. */
export type ChecksView = {
  /** All that was ever found. */
  readonly found: readonly Finding[];
  /** What is still there. */
  readonly left: readonly Finding[];
  /** Why what is left was not mended, in a sentence; null where there is no more to say. */
  readonly unmended: string | null;
  /** How many files each rule looked at; empty as long as files are mended. */
  readonly looked: ReadonlyMap<RuleName, number>;
  /** Paths of the files that are being mended. */
  readonly mending: readonly string[];
};

/** A change that was made after remarks. */
export type RevisionView = {
  readonly commitSha: string;
  readonly remarks: number;
  readonly files: readonly { readonly path: string; readonly action: FileAction }[];
};

export type FileView = {
  readonly path: string;
  readonly action: FileAction;
  /** The path before the file is renamed; null for every other action. */
  readonly from: string | null;
  readonly description: string;
  readonly uses: readonly string[];
  /** `unchanged`: it was looked at, and nothing in it has to change. */
  readonly state: 'waiting' | 'writing' | 'done' | 'unchanged' | 'failed';
  /** Characters written so far. */
  readonly characters: number;
  /** Lines of the finished file. */
  readonly lines: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Why it failed: a sentence. */
  readonly failure: string | null;
  /** Why it is not committed, with its content once made; null for an ordinary file. */
  readonly setAside: { readonly reason: string; readonly content: string | null } | null;
  /** The base branch has a file of this path, which this one replaces. */
  readonly replaces: boolean;
  /** Made, but not committed: a person changed this file on the branch, and theirs stays. */
  readonly kept: boolean;
  /** An icon, which no model is asked for. */
  readonly isDrawn: boolean;
};

/** Something that went wrong, for a person. */
export type Problem = {
  /** What happened and why: one sentence. */
  readonly what: string;
  /** What to do next: one or two sentences, markdown allowed (it is our own). */
  readonly next: string;
  /**
   * How it is run again: by re-running the job, which sees the old workflow and the old text of the issue; by a
   * new label or dispatch, where one of the two has to change; or not at all by this person.
   */
  readonly again: 'rerun' | 'relabel' | 'no';
  /** Lines to copy, if that helps: YAML of a workflow, say. */
  readonly snippet: { readonly language: 'yaml' | 'text'; readonly text: string } | null;
  /** A link to follow, if there is one (a compare page, a settings page). */
  readonly link: { readonly text: string; readonly url: string } | null;
};
