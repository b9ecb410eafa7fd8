import { at, entriesOf, lineWith, textsOf } from '../data/access.js';
import { code } from '../words.js';
import { isMade, resolve } from './places.js';
/** What a `COPY` takes is there, in the folder of the Dockerfile or in one that it may be built from. */
export function dockerPaths(path, instructions, contexts, places) {
    const folders = [...around(path), ...contexts];
    return instructions.flatMap(({ name, words, line }) => {
        if (name !== 'COPY' && name !== 'ADD')
            return [];
        const isElsewhere = words.some((word) => /^--from=|^<<|^#/.test(word));
        const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
        return (isElsewhere ? [] : sources).flatMap((source) => {
            const bare = source.replace(/^\/+/, '').replace(/\/+$/, '');
            if (isMade(bare) || BINARY.test(bare) || folders.some((folder) => places.hasIn(folder, bare) !== false))
                return [];
            // A name alone may be the program that a step before makes.
            const severity = /[./]/.test(bare) || bare === 'src' || bare === 'app' ? 'error' : 'warning';
            const message = `${code(path)} copies ${code(source)}, and there is no such file.`;
            return [{ rule: 'references', severity, path, line, message, offers: null }];
        });
    });
}
const BINARY = /\.(?:jar|war|deb|rpm|apk|whl|tar|t?gz|xz|zip|exe|so|bin|pem|crt|key|db|sqlite)$/i;
function around(path) {
    const folders = [];
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        folders.push(path.slice(0, end));
    return [...folders, ''];
}
/** Folders that a compose file builds images from. */
export function contextsOf(path, data) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return entriesOf(at(data, 'services')).flatMap(([, service]) => {
        const context = contextOf(service);
        const found = context === null ? null : resolve(folder, context);
        return found === null ? [] : [found];
    });
}
function contextOf(service) {
    const build = at(service, 'build');
    const context = typeof build === 'string' ? build : at(build, 'context');
    return typeof context === 'string' ? context : null;
}
/** Folders and files that a compose file names are there. */
export function composePaths(path, text, data, places) {
    const findings = [];
    const add = (severity, what, value) => {
        if (places.has(path, value) !== false || isMade(value))
            return;
        const message = `${code(path)} ${what} ${code(value)}, which is not there.`;
        findings.push({ rule: 'references', severity, path, line: lineWith(text, value), message, offers: null });
    };
    for (const [, service] of entriesOf(at(data, 'services'))) {
        const context = contextOf(service);
        if (context !== null)
            add('error', 'builds', context);
        const dockerfile = at(service, 'build', 'dockerfile');
        if (typeof dockerfile === 'string' && context !== null)
            add('error', 'builds with', `${context}/${dockerfile}`);
        for (const file of textsOf(at(service, 'env_file'))) {
            if (!/(?:^|\/)\.env[^/]*$/.test(file))
                add('warning', 'reads', file);
        }
        for (const volume of textsOf(at(service, 'volumes'))) {
            const [source = ''] = volume.split(':');
            if (/^\.\.?\/.*\.\w+$/.test(source))
                add('note', 'mounts', source);
        }
    }
    return findings;
}
