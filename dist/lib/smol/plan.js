import { PlanUnreadableError, TooManyFilesError } from './errors.js';
import { readFileList } from './file-list.js';
import { selectPaths } from './paths.js';
import { planAgainMessages, planMessages } from './prompts.js';
import { streamWhole } from './whole-reply.js';
/** No plan a person would read is longer. Characters. */
const MAX_PLAN_CHARACTERS = 300_000;
/** Tokens a plan is expected to take: the budget of its prompt, with room for a few dozen files. */
const EXPECTED_PLAN_TOKENS = 2_000;
/**
 * Asks the model for a plan: the contract between the writers of all files, with the list of files in it.
 *
 * @returns the plan as markdown, exactly as the model wrote it, and what it used.
 * @throws ModelError when the endpoint fails for good; TruncatedError; EndlessReplyError; the signal's reason when aborted.
 * @example
 * const { text } = await plan({ prompt: 'a Tic Tac Toe game' }, model, { onDelta: write });
 */
export async function plan(request, model, options = {}) {
    const { repository = null, previous, images = [] } = request;
    const messages = previous === undefined
        ? planMessages(request, repository)
        : planAgainMessages(request, { ...previous, repository });
    return streamPlan(images.length === 0 ? messages : withImages(messages, images), model, options);
}
/** Streams the reply to messages that ask for a plan of any kind. Throws as `plan` does. */
export async function streamPlan(messages, model, options = {}) {
    const request = {
        ...options,
        messages,
        purpose: 'plan',
        expectedOutputTokens: EXPECTED_PLAN_TOKENS,
        maxCharacters: MAX_PLAN_CHARACTERS,
    };
    return streamWhole(request, model);
}
/** They belong to the request, which is the first thing that a person says. */
function withImages(messages, images) {
    const request = messages.findIndex(({ role }) => role === 'user');
    return messages.map((message, index) => (index === request ? { ...message, images } : message));
}
const NO_PATHS = new Set();
/**
 * Reads the list of files out of a plan's text.
 *
 * @returns the plan, or the reason why its list cannot be read, so that it must be asked for.
 * @throws TooManyFilesError
 */
export function readPlan(text, rules) {
    const list = readFileList(text, rules.existing);
    if (list.kind === 'none')
        return { unreadable: list.reason };
    const { files, refused } = admitFiles(list.entries, rules);
    if (files.length === 0)
        return { unreadable: 'it lists no file that can be written' };
    return { text, title: list.title, files, refused, replies: [] };
}
/**
 * The plan of a text whose list was asked for separately. The list is added to the text, so that every writer
 * knows it, and whoever reads the plan again finds it.
 *
 * @throws PlanUnreadableError when there is no file to write; TooManyFilesError
 */
export function planFromList(text, listed, rules) {
    const items = listed.map((file) => listItem(file, rules));
    const read = readPlan(`${text.trimEnd()}\n\n## Files\n${items.join('\n')}\n`, rules);
    if ('unreadable' in read)
        throw new PlanUnreadableError('The plan names no file that can be written.');
    return read;
}
function listItem({ path, lines, description, uses }, { existing = NO_PATHS }) {
    const novelty = existing.size === 0 ? [] : [existing.has(path) ? 'change' : 'new'];
    const facts = [...novelty, ...(lines === null ? [] : [`~${lines}`])];
    const length = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
    const used = uses.length === 0 ? '' : ` Uses ${uses.map((other) => `\`${other}\``).join(', ')}.`;
    return `- \`${path}\`${length} – ${description.replace(/\s+/g, ' ')}${used}`;
}
/** Why an icon is not drawn where there is one. */
export const PICTURE_STAYS = 'the picture that is there stays as it is';
/** What a line asks for that is neither a new file nor a change of one. */
const NOT_MADE = /^\(\s*(delete|remove|rename|move)[ds]?\b/i;
function whyNotMade({ description }) {
    return NOT_MADE.test(description)
        ? 'a build adds and changes files; it neither deletes nor renames any'
        : null;
}
function admitFiles(listed, rules) {
    const verdicts = selectPaths(listed.map((file) => file.path), { protectedPaths: rules.protectedPaths });
    const { existing = NO_PATHS, drawn = NO_PATHS } = rules;
    const files = [];
    const refused = [];
    for (const [index, file] of listed.entries()) {
        const verdict = verdicts[index];
        if (verdict === undefined)
            continue;
        const isThere = existing.has(verdict.path) && !(verdict.kind === 'draw' && drawn.has(verdict.path));
        const reason = verdict.kind === 'refused' ? verdict.reason : (whyNotMade(file) ?? rules.refusePath?.(verdict.path));
        const setAside = verdict.kind === 'set aside' ? verdict.reason : null;
        if (reason)
            refused.push({ path: file.path, reason });
        else if (verdict.kind === 'draw' && isThere)
            refused.push({ path: file.path, reason: PICTURE_STAYS });
        else
            files.push({
                ...file,
                path: verdict.path,
                setAside,
                action: isThere ? 'change' : 'add',
                from: null,
            });
    }
    if (files.length > rules.maxFiles)
        throw new TooManyFilesError(files.length, rules.maxFiles);
    const made = new Set(files.map((file) => file.path));
    return {
        files: files.map((file) => ({
            ...file,
            uses: file.uses.filter((path) => made.has(path) || existing.has(path)),
        })),
        refused,
    };
}
