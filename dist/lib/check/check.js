import { byPlace } from './finding.js';
import { readFiles } from './readers.js';
import { checkCalls } from './rules/calls.js';
import { checkManifests } from './rules/extension.js';
import { checkIds } from './rules/ids.js';
import { checkImports } from './rules/imports.js';
import { checkMarkdownLinks } from './rules/markdown-links.js';
import { checkMessages } from './rules/messages.js';
import { checkPackages } from './rules/packages.js';
import { checkConfigPaths } from './rules/paths-in-config.js';
import { checkPlan } from './rules/promised.js';
import { checkPythonEntries } from './rules/python-entries.js';
import { checkPythonImports } from './rules/python-imports.js';
import { checkPythonPackages } from './rules/python-packages.js';
import { checkPythonUses } from './rules/python-uses.js';
import { checkReferences } from './rules/references.js';
import { checkSyntax } from './rules/syntax.js';
import { checkUnfinished } from './rules/unfinished.js';
import { checkWidelyUsed } from './rules/widely-used.js';
import { visible } from './visible.js';
const ALL = [
    { name: 'syntax', check: checkSyntax },
    { name: 'imports', check: checkImports },
    { name: 'references', check: checkReferences },
    { name: 'ids', check: checkIds },
    { name: 'imports', check: checkPythonImports },
    { name: 'imports', check: checkPythonEntries },
    { name: 'packages', check: checkPythonPackages },
    { name: 'calls', check: checkPythonUses },
    { name: 'references', check: checkConfigPaths },
    { name: 'references', check: checkMarkdownLinks },
    { name: 'plan', check: checkPlan },
    { name: 'unfinished', check: checkUnfinished },
    { name: 'packages', check: checkPackages },
    { name: 'packages', check: checkWidelyUsed },
    { name: 'calls', check: checkCalls },
    { name: 'messages', check: checkMessages },
    { name: 'references', check: checkManifests },
];
/**
 * Looks whether files hold together: by parsers and rules, never by a model, and without running anything.
 *
 * @example
 * const { findings } = await check({ files: new Map([['app.js', "import { a } from './b.js';"]]) });
 */
export async function check(request) {
    const { files, others = new Set(), plan = null, only } = request;
    const { facts, skipped } = await readFiles(files);
    const app = { files, facts, others, plan };
    const looked = new Map();
    const findings = [];
    for (const rule of ALL) {
        const checked = await rule.check(app);
        if (checked.looked > 0)
            looked.set(rule.name, (looked.get(rule.name) ?? 0) + checked.looked);
        for (const finding of checked.findings) {
            if (only === undefined || only.has(finding.path))
                findings.push(presented(finding, app));
        }
    }
    return { findings: findings.sort(byPlace), looked, skipped };
}
/** As people can read it, whatever the names and texts in it are. */
function presented(finding, { facts }) {
    const { line, message, offers } = finding;
    // A parser that misses an end says so of the line below the last.
    const lines = facts.get(finding.path)?.lines ?? 0;
    return {
        ...finding,
        line: line === null || lines === 0 ? line : Math.min(line, lines),
        message: visible(message),
        offers: offers === null ? null : visible(offers),
    };
}
