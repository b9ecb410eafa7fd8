import { CssSyntaxError, parse, } from 'postcss';
import { parse as parseScss } from 'postcss-scss';
import { isTemplated } from './facts.js';
/** Reads a style sheet as browsers do. What only SCSS or a lenient browser would take is doubted, not broken. */
export function readCss(_path, text) {
    const parsed = attempt(parse, text);
    if (parsed instanceof CssSyntaxError)
        return readDoubtful(parsed, text);
    return { sheets: parsed === null ? [] : [{ references: referencesIn(parsed, false), doubt: null }] };
}
/** Reads SCSS. */
export function readScss(_path, text) {
    const parsed = attempt(parseScss, text);
    if (!(parsed instanceof CssSyntaxError)) {
        return { sheets: parsed === null ? [] : [{ references: referencesIn(parsed, true), doubt: null }] };
    }
    const lost = isTemplated(text) ? null : isFatal(parsed) ? parsed : cutOff(parseScss, text);
    return lost === null ? {} : { broken: [brokenBy(lost)] };
}
/** A tree, what is wrong with the text, or null when the parser itself gave up. */
function attempt(read, text) {
    try {
        return read(text);
    }
    catch (error) {
        return error instanceof CssSyntaxError ? error : null;
    }
}
function readDoubtful(error, text) {
    if (isTemplated(text))
        return {};
    const readAsScss = attempt(parseScss, text);
    const references = readAsScss instanceof CssSyntaxError || readAsScss === null ? [] : referencesIn(readAsScss, true);
    if (isFatal(error) && readAsScss instanceof CssSyntaxError)
        return { broken: [brokenBy(error)] };
    const cut = cutOff(parse, text);
    if (cut !== null)
        return { broken: [brokenBy(cut)] };
    const sheet = { references, doubt: brokenBy(error) };
    return { sheets: [sheet] };
}
/** What is wrong with a sheet that ends in a word: were it a declaration, then nothing closes what it stands in. */
function cutOff(read, text) {
    const ended = attempt(read, `${text}: 0`);
    return ended instanceof CssSyntaxError && isFatal(ended) ? ended : null;
}
/** Whether the rest of the sheet is lost; a browser passes over a single declaration that it cannot read. */
function isFatal({ reason }) {
    return /^Unclosed/i.test(reason);
}
function brokenBy({ line, reason }) {
    return {
        line: line ?? 1,
        message: SAID.get(reason.toLowerCase()) ?? reason.replace(/[\r\n`]+/g, ' ').slice(0, 60),
    };
}
const SAID = new Map([
    ['unclosed block', 'a `{` is never closed'],
    ['unclosed comment', 'a comment is never closed'],
    ['unclosed string', 'a string is never closed'],
    ['unclosed quote', 'a string is never closed'],
    ['unclosed bracket', 'a `(` is never closed'],
    ['unexpected }', 'a `}` closes nothing'],
]);
/** All addresses in a sheet. Without recursion: rules nest as deep as their writer likes. */
function referencesIn(root, isScss) {
    const references = [];
    const ahead = [...(root.nodes ?? [])].reverse();
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
        if (node.type === 'decl')
            references.push(...inDeclaration(node));
        if (node.type === 'atrule')
            references.push(...inImport(node, isScss));
        if ('nodes' in node && node.nodes !== undefined) {
            for (let at = node.nodes.length - 1; at >= 0; at -= 1) {
                const child = node.nodes[at];
                if (child !== undefined)
                    ahead.push(child);
            }
        }
    }
    return references;
}
function inDeclaration(declaration) {
    if (!/url\(/i.test(declaration.value))
        return [];
    const { parent } = declaration;
    const isFont = parent?.type === 'atrule' && /^font-face$/i.test(parent.name);
    const line = (declaration.source?.start?.line ?? 1) + (declaration.raws.between ?? '').split('\n').length - 1;
    return urlsIn(declaration.value).map((address) => ({
        target: isFont ? 'font' : 'image',
        address,
        line: line + linesBefore(declaration.value, address),
        how: 'url()',
        from: 'file',
    }));
}
function linesBefore(value, address) {
    return value.slice(0, Math.max(0, value.indexOf(address))).split('\n').length - 1;
}
/** `@import 'a.css'`; what SCSS looks for under several names (`@use`, `@forward`) is its compiler's matter. */
function inImport(rule, isScss) {
    if (!/^import$/i.test(rule.name))
        return [];
    const [url] = urlsIn(rule.params);
    const address = url ??
        /^\s*(?:"([^"\n]*)"|'([^'\n]*)')/
            .exec(rule.params)
            ?.slice(1)
            .find((part) => part !== undefined);
    // A package, or one of the names that a compiler looks under.
    if (address === undefined || (!/^(?:\.{0,2}\/|[a-z]+:)/i.test(address) && !/\.css(?:\?|$)/i.test(address)))
        return [];
    if (isScss && !/\.css$/i.test(address))
        return [];
    return [
        {
            target: 'style',
            address,
            line: rule.source?.start?.line ?? 1,
            how: '@import',
            from: 'file',
        },
    ];
}
/** The addresses in a value: `url(a.png)`, `url("a.png")`. */
export function urlsIn(value) {
    const urls = [];
    for (const match of value.matchAll(/url\(\s*(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^"'()\s]{1,2000}))\s*\)/gi)) {
        const address = match[1] ?? match[2] ?? match[3];
        if (address !== undefined)
            urls.push(address);
    }
    return urls;
}
