import { byPlace } from './finding.js';
import { readFiles } from './readers.js';
import { checkSyntax } from './syntax.js';
const ALL = [{ name: 'syntax', check: checkSyntax }];
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
        const checked = rule.check(app);
        if (checked.looked > 0)
            looked.set(rule.name, (looked.get(rule.name) ?? 0) + checked.looked);
        findings.push(...checked.findings.filter(({ path }) => only === undefined || only.has(path)));
    }
    return { findings: findings.sort(byPlace), looked, skipped };
}
