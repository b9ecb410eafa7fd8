import { Lines } from '../lines.js';
import { promisedNames } from '../plan/contract.js';
import { plannedPaths } from '../plan/planned.js';
import { shortened } from '../shortened.js';
import { canScan, scan } from '../unfinished/comments.js';
import { emptyBodies } from '../unfinished/empty-bodies.js';
import { isTelling, leftOut } from '../unfinished/left-out.js';
import { passedStubs, raisedStubs, thrownStubs } from '../unfinished/stubs.js';
/**
 * Nothing is left to be written: no comment stands for code that is left out, and no body says that it is none.
 *
 * In a file that a plan asked for, what is left to be written is an error; elsewhere people may leave it so.
 */
export function checkUnfinished(app) {
    const planned = plannedPaths(app);
    const looked = [...app.facts.values()].filter((facts) => isLookedInto(facts, planned));
    const functions = functionsOf(app.plan);
    const found = looked.flatMap((facts) => findIn(facts, app.files.get(facts.path) ?? '', functions.get(facts.path) ?? NONE));
    const hasMethods = found.some(({ owner }) => owner !== null);
    const heirs = new Set(hasMethods ? looked.flatMap(({ path }) => [...heirsIn(app.files.get(path) ?? '')]) : []);
    const findings = found
        // A method may be there for others to fill, who may be elsewhere; a person may note what shall come.
        .filter(({ path, owner, isTodo }) => (owner === null && !isTodo) || planned.has(path))
        .filter(({ owner }) => owner === null || !heirs.has(owner))
        .map(({ path, line, message, isCertain, isUnmistakable }) => {
        const isError = isCertain || (isUnmistakable && planned.has(path));
        const severity = isError ? 'error' : 'warning';
        return { rule: 'unfinished', severity, path, line, message, offers: null };
    });
    return { looked: looked.length, findings };
}
/** What shows how files look that are not finished. */
const EXAMPLES = /(?:^|\/)(?:__)?(?:fixtures?|testdata|snapshots?|templates?|examples?|stubs)(?:__)?\//i;
function isLookedInto({ path, language }, planned) {
    if (language === 'markdown' || path.endsWith('.pyi') || path.endsWith('.d.ts'))
        return false;
    return canScan(path, language) && (planned.has(path) || !EXAMPLES.test(path));
}
const NONE = new Set();
/** Often empty for good reason, whatever the plan says. */
const MAY_DO_NOTHING = /^(?:init|setup|set_?up|start|stop|close|dispose|destroy|teardown|tear_down|cleanup|noop|on[A-Z_]\w*)$/i;
/** The functions that a plan gives each file a purpose of. */
function functionsOf(plan) {
    const names = plan === null
        ? []
        : promisedNames(plan).filter(({ kind, name }) => kind === 'function' && !MAY_DO_NOTHING.test(name));
    const byPath = Map.groupBy(names, ({ path }) => path);
    return new Map([...byPath].map(([path, promised]) => [path, new Set(promised.map(({ name }) => name))]));
}
function findIn({ path, language }, text, functions) {
    if (text.length > LARGEST || !(functions.size > 0 || isTelling(text)))
        return [];
    const scanned = scan(path, language, text);
    const lines = new Lines(text);
    const comments = commentsIn(path, text, scanned, lines);
    const stubs = language === 'python'
        ? [...raisedStubs(text, scanned), ...passedStubs(text, scanned)]
        : thrownStubs(text, scanned);
    const promised = functions.size > 0 ? emptyBodies(language, scanned, functions) : [];
    const empty = promised.map(({ offset, name }) => {
        const message = `\`${shortened(name)}\` is empty, and the plan says what it does.`;
        return { path, line: lines.at(offset), message, ...LEFT };
    });
    const seen = new Set(comments.map(({ line }) => line));
    // What says so inside is enough.
    const silent = empty.filter(({ line }) => ![1, 2].some((below) => seen.has(line + below)));
    return [...comments, ...silent, ...stubs.map((stub) => asFound(path, stub, lines))];
}
/** Left to be written, for sure. */
const LEFT = { owner: null, isCertain: false, isUnmistakable: true, isTodo: false };
/** Larger files are generated. Characters. */
const LARGEST = 1_000_000;
function asFound(path, { offset, says, owner }, lines) {
    return {
        path,
        line: lines.at(offset),
        message: `\`${shortened(says)}\` is all that stands here, where code is to be written.`,
        ...LEFT,
        owner,
    };
}
function commentsIn(path, text, scanned, lines) {
    const { comments } = scanned;
    if (comments.every((comment) => leftOut(comment.text) === null))
        return [];
    const { code } = scanned;
    const alone = comments.filter((comment) => isAlone(code, comment));
    const rows = new Set(alone.flatMap(({ start, end }) => [lines.at(start), lines.at(end - 1)]));
    return alone.flatMap((comment, index) => {
        const said = leftOut(comment.text);
        if (said === null)
            return [];
        const line = lines.at(comment.start);
        // One line of a longer comment, which says something as a whole.
        if (said.kind !== 'certain' && (rows.has(line - 1) || rows.has(lines.at(comment.end - 1) + 1)))
            return [];
        if (goesOn(alone[index - 1], comment, text))
            return [];
        // In a page it may well say what a script puts there.
        if (path.endsWith('.html') && said.kind !== 'certain')
            return [];
        const isBody = isWholeBody(code, comment);
        const shown = shortened(text.slice(comment.start, comment.end));
        return [
            {
                path,
                line,
                message: `The comment \`${shown}\` stands where code is to be written.`,
                owner: null,
                isCertain: said.kind === 'certain' && !(isBody && isHook(text, comment)),
                isUnmistakable: isBody,
                isTodo: said.kind === 'todo' && !isBody,
            },
        ];
    });
}
/** Words that no sentence ends with. */
const GOING_ON = /(?:,|\b(?:a|all|an|and|as|before|by|for|from|in|into|like|of|on|or|our|than|that|the|this|to|when|while|with|without|your))\s*$/i;
/** Whether a comment is the end of a sentence that the one above begins: `// so that it never blocks` `// the rest of the app.` */
function goesOn(before, { start, text: said }, text) {
    if (before === undefined || !/^\s*[a-z]/.test(said))
        return false;
    const isOpen = GOING_ON.test(before.text) || (/ing\s*$/.test(before.text) && /\w\.\s*$/.test(said));
    return isOpen && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(before.end, start));
}
/** Whether a body is left for others to fill, as is said above it. */
function isHook(text, { start }) {
    return /\bhooks?\b|\boverrid|\bsubclass/i.test(text.slice(Math.max(0, start - 800), start));
}
/** Whether nothing but the comment stands in its lines. In JSX it stands in braces. */
function isAlone(code, { start, end }) {
    const before = code.slice(Math.max(0, start - WIDE), start);
    const after = code.slice(end, end + WIDE);
    return /(?:^|\n)[ \t{]*$/.test(before) && /^[ \t}\r]*(?:\n|$)/.test(after);
}
/** What stands farther from the start of its line is no line of code. Characters. */
const WIDE = 200;
/** Whether it is all that braces hold, and the braces are those of a function. */
function isWholeBody(code, { start, end }) {
    const before = code.slice(Math.max(0, start - 300), start).trimEnd();
    return (/(?:\)|=>|\)\s*:[^{};]{1,100})\s*\{$/.test(before) &&
        !/\b(?:catch|if|while|for)\b[^\n]*$/.test(before) &&
        /^\s*\}/.test(code.slice(end, end + 300)));
}
/** Names of the classes that others are made from, and of those that say that they are for that. */
function* heirsIn(text) {
    for (const [, name] of text.matchAll(/\b(?:extends|implements)\s+(?:[\w$]+\.){0,4}([\w$]+)/g))
        if (name)
            yield name;
    for (const [, name] of text.matchAll(/\babstract\s+class\s+([\w$]+)/g))
        if (name)
            yield name;
    for (const [, names] of text.matchAll(/^[ \t]*class\s+\w+\s*\(([^()\n]{1,300})\)/gm)) {
        for (const name of names?.split(/[\s,.]+/) ?? [])
            yield name;
    }
}
