import { purposeOf } from '../purpose.js';
import { shortened } from '../shortened.js';
/** Every file parses: the first place of each where it does not. */
export function checkSyntax({ facts }) {
    const read = [...facts.values()].filter(({ language }) => language !== 'other');
    const findings = read.flatMap((file) => {
        const { path, language, broken: [first], } = file;
        return first === undefined
            ? cutPage(file)
            : [
                {
                    rule: 'syntax',
                    severity: FOR_TESTS.test(path) ? 'warning' : 'error',
                    path,
                    line: first.line,
                    message: `This is no ${NAMES[language]} that can be read: ${first.message}.`,
                    offers: null,
                },
            ];
    });
    return { looked: read.length, findings };
}
/** What tests are given: some of it is broken so that a test sees it. */
const FOR_TESTS = /(?:^|\/)(?:__fixtures__|__testfixtures__|test-?data)\/|(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?fixtures?\/|^fixtures?\//i;
/** The first part of pages, which another file ends. */
const FIRST_PART = /(?:^|\/)_|(?:^|[/_.-])(?:header|head|top|begin|start|before|partials?|layouts?|includes?|inc|templates?)(?:$|[/_.-])/i;
/** A page that begins as a whole one and stops inside of an element: it was cut off, for certain or probably. */
function cutPage({ path, page }) {
    if (page === null || page.open === null || page.isTemplate)
        return [];
    if (purposeOf(path) === 'sample' || FIRST_PART.test(path))
        return [];
    const { tag, line, isCut } = page.open;
    return [
        {
            rule: 'syntax',
            severity: isCut ? 'error' : 'warning',
            path,
            line,
            message: `This page stops before its end: \`<${shortened(tag)}>\` is never closed, and neither is \`<body>\` or \`<html>\`.`,
            offers: null,
        },
    ];
}
const NAMES = {
    script: 'code',
    html: 'HTML',
    css: 'CSS',
    scss: 'SCSS',
    json: 'JSON',
    jsonc: 'JSON',
    yaml: 'YAML',
    toml: 'TOML',
    markdown: 'Markdown',
    python: 'Python',
    go: 'Go',
    rust: 'Rust',
    java: 'Java',
    php: 'PHP',
    dockerfile: 'Dockerfile',
    other: 'text',
};
