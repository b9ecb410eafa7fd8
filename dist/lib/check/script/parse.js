import { parse } from '@babel/parser';
const NOTHING = { tree: null, broken: [] };
const OPTIONS = {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    attachComment: false,
    // The first mistake is the one that is told: reading on after each of thousands takes the parser minutes.
    errorRecovery: false,
};
/** Syntax that is not JavaScript yet, and that people's tools take all the same. */
const PROPOSED = [
    'decorators-legacy',
    'decoratorAutoAccessors',
    'deferredImportEvaluation',
    'doExpressions',
    'exportDefaultFrom',
    'functionBind',
    'sourcePhaseImports',
    'throwExpressions',
    'v8intrinsic',
];
/**
 * Parses code. What one reading does not take, but another does that somebody's tools may be set to, is no finding:
 * the first is tried first, since it is right for nearly all files.
 *
 * @param firstLine of a script that stands in a page, the line it begins in.
 */
export function parseScript(path, text, firstLine = 1) {
    if (/^\s*<(?:\?xml|!doctype|html)/i.test(text.slice(0, 200)))
        return NOTHING;
    const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
    let best = null;
    for (const reading of readingsOf(path, source)) {
        const parsed = parseAs(source, { ...OPTIONS, ...startAt(firstLine), ...reading });
        if (parsed === 'too deep')
            return NOTHING;
        if (parsed.broken.length === 0)
            return parsed;
        best ??= parsed;
    }
    const other = inOtherWords(text, best?.broken[0]?.message ?? '');
    if (other !== null)
        return parseScript(path, other, firstLine);
    // Settings that a program evaluates are an object that stands there alone.
    const asValue = parseAs(`(${source}\n)`, OPTIONS);
    if (asValue !== 'too deep' && asValue.broken.length === 0)
        return NOTHING;
    const at = (best?.broken[0]?.line ?? firstLine) - firstLine;
    return best === null || isDeclaration(path) || isTemplate(source, at) ? NOTHING : best;
}
/** TypeScript that compilers take and the parser does not, in words that mean the same; null for any other mistake. */
function inOtherWords(text, mistake) {
    const other = mistake.startsWith('`module ... {}` declarations')
        ? // The word for a namespace before there was `namespace`; compilers up to TypeScript 5 take it.
            text.replace(/^([^\S\n]*(?:(?:export|declare)[^\S\n]+)*)module(?=[^\S\n]+[\w$.]+\s*\{)/gm, '$1namespace')
        : mistake.endsWith('has already been declared')
            ? // What is declared of the global object is no name of the file: `let db; declare global { var db: Db }`.
                text.replace(/\bdeclare\s+global(?=\s*\{)/g, 'declare namespace global')
            : text;
    return other === text ? null : other;
}
/** Lines are those of the page. The parser wants all three; columns and offsets are asked for by nobody. */
function startAt(startLine) {
    return { startLine, startColumn: 0, startIndex: 0 };
}
/** Declarations are made by tools, and merge in ways that the parser takes for mistakes. */
function isDeclaration(path) {
    return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}
function readingsOf(path, text) {
    const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? 'js';
    if (extension.endsWith('ts') || extension === 'tsx') {
        const typescript = ['typescript', { dts: isDeclaration(path) }];
        const jsx = extension === 'tsx' ? ['jsx'] : [];
        return [
            { plugins: [typescript, 'decorators-legacy', 'decoratorAutoAccessors', ...jsx] },
            { plugins: [typescript, 'decorators', 'decoratorAutoAccessors', 'deferredImportEvaluation', ...jsx] },
        ];
    }
    const flow = { plugins: [['flow', { all: true }], 'jsx', ...PROPOSED] };
    const usual = { plugins: ['jsx', 'decorators', 'decoratorAutoAccessors'] };
    const others = [
        { plugins: ['jsx', ...PROPOSED] },
        { plugins: [...PROPOSED], sourceType: 'script' },
    ];
    return /@(?:no)?flow\b/.test(text.slice(0, 2_000)) ? [flow, usual, ...others] : [usual, ...others, flow];
}
function parseAs(text, options) {
    try {
        const tree = parse(text, options);
        return { tree, broken: (tree.errors ?? []).slice(0, 1).map(brokenBy) };
    }
    catch (error) {
        // The parser has no end of code that nests as deep as this: it may be right.
        return error instanceof RangeError ? 'too deep' : { tree: null, broken: [brokenBy(error)] };
    }
}
function brokenBy(error) {
    const { loc, message = '' } = error;
    const sentence = message
        .replace(/\s*\(\d+:\d+\)/, '')
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '');
    return { line: loc?.line ?? 1, message: sentence.slice(0, 200) };
}
/** Whether the line that cannot be read is of a template, which becomes code when somebody's tool has filled it in. */
function isTemplate(text, index) {
    const line = text.split('\n', index + 1)[index] ?? '';
    return /<%|<\?|\{%/.test(line) || (line.includes('{{') && line.includes('}}'));
}
