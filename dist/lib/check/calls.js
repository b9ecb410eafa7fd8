import { offersOf } from './exported.js';
import { purposeOf } from './purpose.js';
import { resolverOf } from './resolve.js';
import { checkGlobals } from './shared-objects.js';
import { code } from './words.js';
/** Calls of another file's functions give a possible number of arguments, and members of shared objects exist. */
export function checkCalls(app) {
    const resolver = resolverOf(app);
    const offers = offersOf(app, resolver);
    const findings = [];
    let looked = 0;
    for (const { path, scripts } of app.facts.values()) {
        const imports = scripts.flatMap((script) => script.imports).filter(({ calls }) => calls.length > 0);
        if (imports.length === 0 || purposeOf(path) === 'sample')
            continue;
        looked++;
        for (const { specifier, calls } of imports) {
            const target = resolver.resolve(path, specifier);
            if (target.kind !== 'file')
                continue;
            const { names } = offers.of(target.path);
            for (const call of calls) {
                const signature = names.get(call.name)?.signature ?? null;
                const wrong = signature === null ? null : wrongCall(path, target.path, call, signature);
                if (wrong !== null)
                    findings.push(wrong);
            }
        }
    }
    const shared = checkGlobals(app);
    return { looked: looked + shared.looked, findings: [...findings, ...shared.findings] };
}
function wrongCall(path, target, call, signature) {
    const { name, line, count } = call;
    const { required, most } = signature;
    if (count >= required && (most === null || count <= most))
        return null;
    const isTyped = /\.[cm]?tsx?$/.test(path) && /\.[cm]?tsx?$/.test(target);
    const takes = takesOf(signature);
    const called = name === 'default' ? `the default of ${code(target)}` : `${code(name)} of ${code(target)}`;
    return {
        ...{ rule: 'calls', path, line },
        severity: isTyped && count < required && purposeOf(path) === 'source' ? 'error' : 'warning',
        message: `${code(path)} calls ${called} with ${argumentsOf(count)}; it takes ${takes}.`,
        offers: `${called} takes ${takes}.`,
    };
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
