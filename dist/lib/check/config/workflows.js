import { at, entriesOf, lineWith } from '../data/access.js';
import { code } from '../words.js';
import { filesRunBy } from './commands.js';
import { isMade } from './places.js';
/** Files of the repository that a workflow names are there. */
export function workflowPaths(path, text, data, places) {
    const findings = [];
    const add = (severity, what, value) => {
        if (places.hasIn('', value) !== false || isMade(value))
            return;
        const message = `${code(path)} ${what} ${code(value)}, which is not there.`;
        findings.push({ rule: 'references', severity, path, line: lineWith(text, value), message, offers: null });
    };
    for (const [, job] of entriesOf(at(data, 'jobs'))) {
        const steps = at(job, 'steps');
        const all = Array.isArray(steps) ? steps : [];
        const called = at(job, 'uses');
        if (typeof called === 'string' && called.startsWith('./'))
            add('error', 'uses', called);
        // Another repository, or this one elsewhere: nothing is known of where its files are.
        if (all.some((step) => at(step, 'with', 'path') !== undefined || at(step, 'with', 'repository') !== undefined))
            continue;
        const isMoved = [
            at(job, 'defaults', 'run', 'working-directory'),
            at(data, 'defaults', 'run', 'working-directory'),
        ].some((folder) => folder !== undefined);
        for (const step of all) {
            const uses = at(step, 'uses');
            if (typeof uses === 'string' && uses.startsWith('./'))
                add('warning', 'uses', uses);
            const folder = at(step, 'working-directory');
            if (typeof folder === 'string')
                add('warning', 'works in', folder);
            const run = at(step, 'run');
            if (typeof run !== 'string' || folder !== undefined || isMoved)
                continue;
            for (const file of filesRunBy(run))
                if (isSource(file, run))
                    add('warning', 'runs', file);
        }
    }
    return findings;
}
/** A file that the step neither fetches nor writes itself. */
function isSource(file, run) {
    return !/\b(?:curl|wget|git clone|unzip|tar)\b|>/.test(run) || file.includes('/');
}
