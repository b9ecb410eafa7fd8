const ANYTHING = { form: 'none', names: new Map(), isOpen: true };
/** The code of a file that is a script as a whole; null where it is none, or was not looked into. */
export function scriptOf({ facts }, path) {
    const found = facts.get(path);
    return found?.language === 'script' ? (found.scripts[0] ?? null) : null;
}
/** What the files of an app export, as seen by the others. */
export class Offers {
    #app;
    #resolver;
    #known = new Map();
    /** Files that others put something on. */
    #written = new Set();
    constructor(app, resolver) {
        this.#app = app;
        this.#resolver = resolver;
        for (const { path, scripts } of app.facts.values()) {
            for (const { imports } of scripts) {
                for (const { specifier, writes } of imports) {
                    const target = writes ? resolver.resolve(path, specifier) : null;
                    if (target?.kind === 'file')
                        this.#written.add(target.path);
                }
            }
        }
    }
    /** What a file exports. */
    of(path) {
        const known = this.#known.get(path);
        if (known !== undefined)
            return known;
        // Files may export each other's names in a circle: what is asked again meanwhile is not known yet.
        this.#known.set(path, ANYTHING);
        const offer = this.#make(path);
        this.#known.set(path, offer);
        return offer;
    }
    #make(path) {
        const script = scriptOf(this.#app, path);
        if (script === null || this.#written.has(path))
            return ANYTHING;
        const { form, names, stars, isOpen } = script.exports;
        const all = new Map(names);
        let isMore = isOpen;
        for (const star of stars) {
            const target = this.#resolver.resolve(path, star);
            const given = target.kind === 'file' ? this.of(target.path) : ANYTHING;
            if (given.isOpen || given.form === 'commonjs')
                isMore = true;
            for (const [name, exported] of given.names) {
                if (name !== 'default' && !all.has(name))
                    all.set(name, exported);
            }
        }
        return { form, names: all, isOpen: isMore };
    }
}
const OFFERS = new WeakMap();
/** What the files of an app export, made once. */
export function offersOf(app, resolver) {
    const known = OFFERS.get(app);
    if (known !== undefined)
        return known;
    const made = new Offers(app, resolver);
    OFFERS.set(app, made);
    return made;
}
