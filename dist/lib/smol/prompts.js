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
All files are written at the same time, so the longest one decides when the app is there: none over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. A short README.md. Only text files that a person would write: no lock files, no binaries, no build output.`;
const LIST = `List every file that this plan asks for, the longest first: its path relative to the app's folder, a rough number of lines, one sentence on what it does, and which of the other files it uses.`;
const CONTINUE = `Your reply was cut off at its length limit. Go on with the very next character, in the middle of a line if it was cut there. Repeat nothing, and say nothing else.`;
/** The prefix of every call: who answers, and what is asked for. */
function opening({ prompt, instructions }) {
    const rules = instructions?.trim();
    return [
        { role: 'system', content: rules ? `${SYSTEM}\n\nHouse rules, for every file:\n\n${rules}` : SYSTEM },
        { role: 'user', content: `The request:\n\n${prompt}` },
    ];
}
/** Messages that ask for the plan. */
export function planMessages(brief) {
    return [...opening(brief), { role: 'user', content: PLAN }];
}
/** Messages that ask for the list of files in a plan which could not be read. */
export function listMessages(brief, plan) {
    return [...opening(brief), { role: 'user', content: `The plan:\n\n${plan}\n\n${LIST}` }];
}
/** Messages that ask for one file. They differ from those of another file only after the plan. */
export function fileMessages(brief, plan, path) {
    const ask = `Write \`${path}\`, from its first line to its last. Use names, parameters and ids exactly as the plan gives them, and nothing of another file that the plan does not promise. Reply with the content of the file alone: no fence around it, no word before or after it.`;
    return [...opening(brief), { role: 'user', content: `The plan:\n\n${plan}\n\n${ask}` }];
}
/** Messages that ask to go on with a reply which was cut at the token limit. */
export function continuationMessages(asked, soFar) {
    return [...asked, { role: 'assistant', content: soFar }, { role: 'user', content: CONTINUE }];
}
