import { plannedPaths } from '../plan/planned.js';
import { promisedFunctions, takes } from '../plan/promised-arguments.js';
import { purposeOf } from '../purpose.js';
import { resolverOf } from '../resolve/resolve.js';
import { code } from '../words.js';
import { offersOf, scriptOf } from './exported.js';
import { checkGlobals } from './shared-objects.js';
/** Calls of another file's functions give a possible number of arguments, and members of shared objects exist. */
export function checkCalls(app) {
    const resolver = resolverOf(app);
    const offers = offersOf(app, resolver);
    const promised = promisedFunctions(app.plan);
    const planned = plannedPaths(app);
    const findings = [];
    const seen = new Set();
    let looked = 0;
    for (const { path, scripts } of app.facts.values()) {
        const imports = scripts.flatMap((script) => script.imports).filter(({ calls }) => calls.length > 0);
        if (imports.length === 0 || purposeOf(path) === 'sample')
            continue;
        looked++;
        for (const { specifier, calls, how } of imports) {
            const target = resolver.resolve(path, specifier);
            if (target.kind !== 'file')
                continue;
            const { names } = offers.of(target.path);
            for (const call of calls) {
                const signature = names.get(call.name)?.signature ?? null;
                const wrong = signature === null ? null : wrongCall(path, target.path, call, signature, how, planned);
                if (wrong === null)
                    continue;
                const departed = departure(app, target.path, call, promised(target.path, call.name));
                // One function is wrong once, however often it is called.
                const key = departed === null ? null : `${wrong.severity} ${departed.offers}`;
                if (key === null || !seen.has(key))
                    findings.push({ ...wrong, ...departed });
                if (key !== null)
                    seen.add(key);
            }
        }
    }
    const shared = checkGlobals(app);
    return { looked: looked + shared.looked, findings: [...findings, ...shared.findings] };
}
/** Where the function is at fault, since the plan has it as it is called; null where the call is. */
function departure(app, target, { name, count }, promised) {
    const own = scriptOf(app, target)?.exports.names.get(name);
    if (promised === null || own === undefined || own.signature === null || !takes(promised, count))
        return null;
    return { path: target, line: own.line, offers: `The plan gives ${code(target)} ${code(promised.shown)}.` };
}
function wrongCall(path, target, call, signature, how, planned) {
    const { name, line, count } = call;
    if (takes(signature, count))
        return null;
    const much = takesOf(signature);
    const called = name === 'default' ? `the default of ${code(target)}` : `${code(name)} of ${code(target)}`;
    return {
        ...{ rule: 'calls', path, line },
        severity: severityOf(path, target, how, count < signature.required, planned),
        message: `${code(path)} calls ${called} with ${argumentsOf(count)}; it takes ${much}.`,
        offers: `${called} takes ${much}.`,
    };
}
/**
 * In JavaScript what is given too much is passed over, and people leave it so. Of what is not given some of them know
 * better than their function does; who wrote both files for a plan did not know of the other.
 */
function severityOf(path, target, how, isTooFew, planned) {
    const both = [path, target];
    // What is required has no types, whatever it is written in.
    const isTyped = how !== 'require' && both.every((each) => /\.[cm]?tsx?$/.test(each));
    if (!isTooFew)
        return isTyped ? 'warning' : 'note';
    const isCertain = isTyped || both.every((each) => planned.has(each));
    return isCertain && purposeOf(path) === 'source' ? 'error' : 'warning';
}
/** How many arguments a function takes, in words. */
export function takesOf({ required, most }) {
    if (most === null)
        return `at least ${argumentsOf(required)}`;
    return required === most ? argumentsOf(most) : `${required} to ${argumentsOf(most)}`;
}
/** A number of arguments, in words. */
export function argumentsOf(count) {
    return count === 0 ? 'no argument' : count === 1 ? '1 argument' : `${count} arguments`;
}
