import type { Message } from '../model/port.js';

/**
 * Every word said to a model, and nothing else.
 *
 * All calls of a run begin with the same bytes, so that the provider's prompt cache pays for all but the
 * first: system, request, then the plan, and what differs (the path) last.
 */

const SYSTEM = `You are a senior software engineer on a team that writes one app. Every file is written at the same time, each by another engineer, who sees the request and the plan and nothing else: no other file, no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed.`;

const PLAN = `Write the plan for this app. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# The app's name
One or two sentences: what it is, what it runs on, how it is started.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
All files, the longest first, one line each, in this form:
- \`path/to/file\` (~lines) – what it does. Uses \`path/to/other\`, \`path/to/third\`.
All files are written at the same time, so the longest one decides when the app is there: none over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. A short README.md. Only text files that a person would write, and icons (\`.png\`, \`.ico\`) where the app cannot do without, which are drawn for you: no lock files, no other binaries, no build output.`;

const EXISTING_SYSTEM = `You are a senior software engineer on a team that works in one repository. Every file is written or changed at the same time, each by another engineer, who sees the request, the plan, the file as it stands and those it uses, and nothing else: no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed. What is there keeps working and keeps its style.`;

const EXISTING_PLAN = `Write the plan of what becomes different. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# What is built or changed, in a few words
One or two sentences: what it is, and how it is tried.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. What the repository has already is named as it stands there. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
Every file that is new or changes, the longest first, one line each, in this form:
- \`path/to/file\` (new, ~lines) – what it does. Uses \`path/to/other\`, \`path/to/third\`.
- \`path/to/file\` (change, ~lines) – what becomes different in it. Uses \`path/to/other\`.
A file without a line stays as it is, and nothing is changed that the request does not need. All files are written at the same time, so the longest one decides when it is done: no new one over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. Only text files that a person would write, and icons (\`.png\`, \`.ico\`) where the app cannot do without, which are drawn for you: no lock files, no other binaries, no build output.`;

const PLAN_AGAIN = `Write the whole plan again, so that it does what the request and the remarks ask for. Every line that need not become different stays word for word as it is: a file whose line stays the same is not written again.`;

const CHANGE = `Write the plan of the change that the remarks ask for. Every file is changed at the same time, each by another engineer, who sees the request, the plan, the remarks, this plan of the change, the file as it stands and those it uses, and nothing else.

## Change
What becomes different in the contract, by its exact name and shape: only what more than one file relies on, and what the plan says that is no longer so. Without such a thing, this section is left empty.

## Files
One line for each file that has to change, also for tests and README.md where they have to, in one of these forms:
- \`path/to/file\` – change – what becomes different in it.
- \`path/to/new\` – add – what it does. Uses \`path/to/other\`.
- \`path/to/new-name\` – rename from \`path/to/old-name\` – what else becomes different in it.
- \`path/to/old\` – delete – why.
Where no file has to change, the section is the word "None".

## Replies
One item for each remark, by its number, to the person who wrote it: what is done about it, or why nothing is, in a sentence or two. For a remark that asks for nothing, such as thanks, the item is a dash:
1. What is done, or why not.
2. –`;

const LIST = `List every file that this plan asks for, the longest first: its path relative to the app's folder, a rough number of lines, one sentence on what it does, and which of the other files it uses.`;

const CHANGE_LIST = `List every file that this plan of the change adds, changes, renames or deletes, and the reply to each remark.`;

const EDITS = `Reply with edits only, as many as it takes, each in this form, and with no other word:

<<<<<<< SEARCH
lines exactly as they stand in the file, enough of them to be found only once
=======
the lines that replace them
>>>>>>> REPLACE

No edit overlaps another. What need not change is in no edit. If nothing in this file has to change, reply with the one word UNCHANGED.`;

const CONTINUE = `Your reply was cut off at its length limit. Go on with the very next character, in the middle of a line if it was cut there. Repeat nothing, and say nothing else.`;

export type Brief = {
  /** What to build, in a person's words. */
  readonly prompt: string;
  /** Standing instructions of the people who ask; trusted, unlike the prompt. */
  readonly instructions?: string | undefined;
  /** Whether there are files already: what is made fits into them. */
  readonly isExisting?: boolean | undefined;
};

/** A file as it is, or a part of it. */
export type Source = { readonly path: string; readonly content: string };

/** The prefix of every call: who answers, and what is asked for. */
function opening({ prompt, instructions, isExisting }: Brief): Message[] {
  const rules = instructions?.trim();
  const system = isExisting ? EXISTING_SYSTEM : SYSTEM;
  return [
    { role: 'system', content: rules ? `${system}\n\nHouse rules, for every file:\n\n${rules}` : system },
    { role: 'user', content: `The request:\n\n${prompt}` },
  ];
}

/** Messages that ask for the plan. */
export function planMessages(brief: Brief, repository: Repository | null = null): Message[] {
  const ask = repository === null ? PLAN : `${shown(repository)}\n\n${EXISTING_PLAN}`;
  return [...opening(brief), { role: 'user', content: ask }];
}

/** What a planner is shown of a repository. */
export type Repository = {
  /** Paths of its files, or the more telling part of them. */
  readonly paths: readonly string[];
  /** How many there are besides. */
  readonly morePaths: number;
  readonly sources: readonly Source[];
};

function shown({ paths, morePaths, sources }: Repository): string {
  const more = morePaths === 0 ? '' : `\n… and ${morePaths} more`;
  return [`The files of the repository:\n\n${paths.join('\n')}${more}`, ...sources.map(asItIs)].join('\n\n');
}

function asItIs({ path, content }: Source): string {
  return `<file path="${path}">\n${content}${content.endsWith('\n') ? '' : '\n'}</file>`;
}

/** Messages that ask for a plan again, since remarks were made on it or the request has changed. */
export function planAgainMessages(
  brief: Brief,
  { plan, remarks, repository }: { plan: string; remarks: string | null; repository: Repository | null },
): Message[] {
  const [system, request, ask] = planMessages(brief, repository);
  const said = remarks === null ? '' : `\n\nRemarks on it:\n\n${remarks}`;
  const again = `${ask?.content ?? ''}\n\nThe plan so far:\n\n${plan}${said}\n\n${PLAN_AGAIN}`;
  return [...[system, request].flatMap((message) => message ?? []), { role: 'user', content: again }];
}

/** Messages that ask for the list of files in a plan which could not be read. */
export function listMessages(brief: Brief, plan: string): Message[] {
  return [...opening(brief), { role: 'user', content: `The plan:\n\n${plan}\n\n${LIST}` }];
}

/**
 * Messages that ask for one new file. They differ from those of another file only after the plan.
 *
 * @param uses files that are there already and that this one uses.
 */
export function fileMessages(
  brief: Brief,
  plan: string,
  path: string,
  uses: readonly Source[] = [],
): Message[] {
  const ask = `Write \`${path}\`, from its first line to its last. Use names, parameters and ids exactly as the plan gives them, and nothing of another file that the plan does not promise${uses.length === 0 ? '' : ' or that is not shown here'}. Reply with the content of the file alone: no fence around it, no word before or after it.`;
  const content = [`The plan:\n\n${plan}`, ...uses.map(asItIs), ask].join('\n\n');
  return [...opening(brief), { role: 'user', content }];
}

/** Why a file that is there is looked at. */
export type EditReason =
  | { readonly kind: 'plan' }
  | { readonly kind: 'change' }
  /** The plan of a change names not this file, but one that it uses. */
  | { readonly kind: 'use'; readonly path: string }
  /** The files were checked as a set: what is wrong with this one, and what the other side offers. */
  | { readonly kind: 'check'; readonly findings: readonly string[] };

/** Messages that ask for one file that is there already. @param file as it stands. */
export function editMessages(
  brief: Brief,
  plan: string,
  file: Source,
  {
    uses = [],
    reason = { kind: 'plan' },
  }: { uses?: readonly Source[] | undefined; reason?: EditReason | undefined } = {},
): Message[] {
  const ask = `${wishOf(file.path, reason)} Use names, parameters and ids exactly as the plan gives them. ${EDITS}`;
  const content = [`The plan:\n\n${plan}`, ...uses.map(asItIs), asItIs(file), ask].join('\n\n');
  return [...opening(brief), { role: 'user', content }];
}

function wishOf(path: string, reason: EditReason): string {
  switch (reason.kind) {
    case 'plan':
      return `Change \`${path}\`, the file above, as the plan asks for, and in nothing else.`;
    case 'change':
      return `Change \`${path}\`, the file above, as the plan of the change asks for, and in nothing else.`;
    case 'use':
      return `Change \`${path}\`, the file above, in nothing but what would be wrong otherwise: the plan of the change does not name it, but it uses \`${reason.path}\`, which becomes different.`;
    case 'check':
      return `Change \`${path}\`, the file above: it was checked together with all the other files, and this is wrong with it:\n\n${reason.findings.map((finding) => `- ${finding}`).join('\n')}\n\nMend that, and nothing else.`;
  }
}

/** Messages that ask for a file as a whole, since edits of it could not be made. @param reason a whole clause. */
export function wholeFileMessages(asked: readonly Message[], edits: string, reason: string): Message[] {
  const ask = `These edits cannot be made: ${reason}. Reply with the whole file as it is to be, from its first line to its last: no fence around it, no word before or after it.`;
  return [...asked, { role: 'assistant', content: edits }, { role: 'user', content: ask }];
}

/** What a person said about the result. */
export type Remark = {
  readonly text: string;
  /** The place in a file that it is about; null for a remark on all of it. */
  readonly where: { readonly path: string; readonly line: number | null; readonly hunk: string } | null;
};

/** What a revision is about: it stands after the request in each of its calls. */
export type Review = {
  readonly plan: string;
  /** Plans of earlier changes, the oldest first. */
  readonly changes: readonly string[];
  readonly remarks: readonly Remark[];
};

/** Messages that ask for the plan of a change. @param repository with the files that are concerned. */
export function changeMessages(brief: Brief, review: Review, repository: Repository): Message[] {
  const content = [reviewed(review), shown(repository), CHANGE].join('\n\n');
  return [...opening(brief), { role: 'user', content }];
}

/** Messages that ask for the list in a plan of a change which could not be read. */
export function changeListMessages(brief: Brief, review: Review, change: string): Message[] {
  return [...opening(brief), { role: 'user', content: `${changePlan(review, change)}\n\n${CHANGE_LIST}` }];
}

/** The plan that the files of a revision are changed by: for `fileMessages` and `editMessages`. */
export function revisionPlan(review: Review, change: string): string {
  return changePlan(review, change).replace(/^The plan:\n\n/, '');
}

function changePlan(review: Review, change: string): string {
  return `${reviewed(review)}\n\nThe plan of the change, which holds where the two differ:\n\n${change}`;
}

/** A plan with the changes that were made of its app since. */
export function planSince(plan: string, changes: readonly string[]): string {
  return [plan, ...changes.map((change) => `A change that is made already:\n\n${change}`)].join('\n\n');
}

function reviewed({ plan, changes, remarks }: Review): string {
  const numbered = remarks.map((remark, index) => `${index + 1}. ${worded(remark)}`);
  return [
    `The plan:\n\n${planSince(plan, changes)}`,
    `Remarks of the people who reviewed the result:\n\n${numbered.join('\n\n')}`,
  ].join('\n\n');
}

/** Lines of a hunk that show where a remark stands: so many are shown on GitHub as well. */
const HUNK_LINES = 8;

function worded({ text, where }: Remark): string {
  if (where === null) return text;
  const line = where.line === null ? '' : `, line ${where.line}`;
  // A hunk of a new file is all of it up to the line, and the file is shown besides.
  const hunk = where.hunk.split('\n').slice(-HUNK_LINES).join('\n');
  return `On \`${where.path}\`${line}, the last of these lines:\n\n<hunk>\n${hunk}\n</hunk>\n\n${text}`;
}

/** Messages that ask to go on with a reply which was cut at the token limit. */
export function continuationMessages(asked: readonly Message[], soFar: string): Message[] {
  return [...asked, { role: 'assistant', content: soFar }, { role: 'user', content: CONTINUE }];
}
