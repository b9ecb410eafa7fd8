import { at, lineWith, textsOf } from '../data/access.js';
import { code } from '../words.js';
/** What a framework writes when it is installed or started. */
const MADE_BY_FRAMEWORK = /(?:^|\/)\.(?:nuxt|svelte-kit|wxt|astro|next|expo)\//;
/** Files that a `tsconfig.json` builds on are there. */
export function tsconfigPaths(path, text, data, places) {
    const references = at(data, 'references');
    const projects = Array.isArray(references) ? references.flatMap((each) => textsOf(at(each, 'path'))) : [];
    const named = [
        ...textsOf(at(data, 'extends')).filter((value) => /^\.\.?\//.test(value)),
        ...textsOf(at(data, 'files')),
        ...projects,
    ].filter((value) => !MADE_BY_FRAMEWORK.test(value));
    return named.flatMap((value) => {
        if (['', '.json', '/tsconfig.json'].some((end) => places.has(path, `${value}${end}`) !== false))
            return [];
        const message = `${code(path)} names ${code(value)}, and there is no such file.`;
        return [
            { rule: 'references', severity: 'warning', path, line: lineWith(text, value), message, offers: null },
        ];
    });
}
