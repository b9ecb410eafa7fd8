import { has } from '../app.js';
import { promisedNames } from '../plan/contract.js';
import { plannedPaths } from '../plan/planned.js';
import { Everywhere, PROSE, WrittenFile, wordsOf } from '../plan/written.js';
import { shortened } from '../shortened.js';
/** What the plan promised is there: every file, and the names that the contract gives it. */
export function checkPlan(app) {
    const { plan } = app;
    if (plan === null)
        return { looked: 0, findings: [] };
    return {
        looked: plannedPaths(app).size,
        findings: [...missingFiles(app, plan), ...missingNames(app, plan)],
    };
}
/** Not written by a model. */
const NO_TEXT = /\.(?:png|jpe?g|gif|ico|webp|avif|bmp|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|pdf|zip|gz|wasm)$/i;
function missingFiles(app, plan) {
    const byCase = new Map([...app.files.keys(), ...app.others].map((path) => [path.toLowerCase(), path]));
    const missing = [...plannedPaths(app)].filter((path) => !has(app, path) && !/[*<>{}]|\/$/.test(path));
    const asked = new Map(plan.files.map(({ path, description }) => [path, description]));
    return missing.map((path) => {
        const other = byCase.get(path.toLowerCase());
        const said = shortened(asked.get(path) ?? '');
        return {
            rule: 'plan',
            severity: NO_TEXT.test(path) ? 'note' : 'error',
            path,
            line: null,
            message: other === undefined
                ? 'The plan lists this file, and it is missing.'
                : `The plan lists this file, and it is missing: there is \`${shortened(other)}\`.`,
            offers: said === '' ? null : `The plan says of \`${shortened(path)}\`: ${said}`,
        };
    });
}
function missingNames(app, plan) {
    const planned = plannedPaths(app);
    const ofFile = Map.groupBy(promisedNames(plan), ({ path }) => path);
    const everywhere = new Everywhere(app);
    // What the plan speaks of itself is no slip.
    const spoken = wordsOf(plan.text);
    const findings = [];
    for (const [path, names] of ofFile) {
        const text = app.files.get(path);
        const facts = app.facts.get(path);
        // Of a file that cannot be read it is said already, and a name may be in what is cut off.
        if (text === undefined || facts === undefined || facts.broken.length > 0)
            continue;
        if (!planned.has(path) || PROSE.test(path))
            continue;
        const written = new WrittenFile(text, spoken);
        for (const name of names) {
            if (written.has(name) || (name.kind === 'route' && everywhere.hasRoute(name.name)))
                continue;
            findings.push(asFinding(name, written, everywhere));
        }
    }
    return findings;
}
function asFinding(promised, written, everywhere) {
    const { path, name, shown, kind } = promised;
    const near = written.nearest(promised);
    const isCode = kind === 'function' || kind === 'name' || kind === 'constant';
    const user = isCode && !written.handsOn ? everywhere.importer(path, name) : null;
    const what = `The plan says \`${shortened(shown)}\``;
    const lacks = near === null
        ? `${what}, which does not stand in this file`
        : `${what}, this file has \`${shortened(near)}\``;
    return {
        rule: 'plan',
        severity: user === null ? 'warning' : 'error',
        path,
        line: near === null ? null : written.lineOf(near),
        message: user === null ? `${lacks}.` : `${lacks}, and \`${shortened(user)}\` uses it.`,
        offers: `The plan gives \`${shortened(path)}\` the name \`${shortened(shown)}\`.`,
    };
}
