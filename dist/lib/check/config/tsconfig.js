import { at, lineWith, textsOf } from '../data/access.js';
import { code } from '../words.js';
/** Files that a `tsconfig.json` builds on are there. */
export function tsconfigPaths(path, text, data, places) {
    const references = at(data, 'references');
    const projects = Array.isArray(references) ? references.flatMap((each) => textsOf(at(each, 'path'))) : [];
    const named = [
        ...textsOf(at(data, 'extends')).filter((value) => /^\.\.?\//.test(value)),
        ...textsOf(at(data, 'files')),
        ...projects,
    ];
    return named.flatMap((value) => {
        if (['', '.json', '/tsconfig.json'].some((end) => places.has(path, `${value}${end}`) !== false))
            return [];
        const message = `${code(path)} names ${code(value)}, and there is no such file.`;
        return [
            { rule: 'references', severity: 'warning', path, line: lineWith(text, value), message, offers: null },
        ];
    });
}
