import type { App } from '../app.js';
import type { Resolver } from '../resolve/resolve.js';
import type { Exported, Exports, ScriptFacts } from '../script/facts.js';

/** What a file gives to others, with what it gives on. */
export type Offer = {
  readonly form: Exports['form'];
  readonly names: ReadonlyMap<string, Exported>;
  /** Whether there may be more. */
  readonly isOpen: boolean;
};

const ANYTHING: Offer = { form: 'none', names: new Map(), isOpen: true };

/** The code of a file that is a script as a whole; null where it is none, or was not looked into. */
export function scriptOf({ facts }: App, path: string): ScriptFacts | null {
  const found = facts.get(path);
  return found?.language === 'script' ? (found.scripts[0] ?? null) : null;
}

/** What the files of an app export, as seen by the others. */
export class Offers {
  readonly #app: App;
  readonly #resolver: Resolver;
  readonly #known = new Map<string, Offer>();
  /** Files that others put something on. */
  readonly #written = new Set<string>();

  constructor(app: App, resolver: Resolver) {
    this.#app = app;
    this.#resolver = resolver;
    for (const { path, scripts } of app.facts.values()) {
      for (const { imports } of scripts) {
        for (const { specifier, writes } of imports) {
          const target = writes ? resolver.resolve(path, specifier) : null;
          if (target?.kind === 'file') this.#written.add(target.path);
        }
      }
    }
  }

  /** What a file exports. */
  of(path: string): Offer {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    // Files may export each other's names in a circle: what is asked again meanwhile is not known yet.
    this.#known.set(path, ANYTHING);
    const offer = this.#make(path);
    this.#known.set(path, offer);
    return offer;
  }

  #make(path: string): Offer {
    const script = scriptOf(this.#app, path);
    if (script === null || this.#written.has(path)) return ANYTHING;
    const { form, names, stars, isOpen } = script.exports;
    const all = new Map(names);
    let isMore = isOpen;
    for (const star of stars) {
      const target = this.#resolver.resolve(path, star);
      const given = target.kind === 'file' ? this.of(target.path) : ANYTHING;
      if (given.isOpen || given.form === 'commonjs') isMore = true;
      for (const [name, exported] of given.names) {
        if (name !== 'default' && !all.has(name)) all.set(name, exported);
      }
    }
    return { form, names: all, isOpen: isMore };
  }
}

const OFFERS = new WeakMap<App, Offers>();

/** What the files of an app export, made once. */
export function offersOf(app: App, resolver: Resolver): Offers {
  const known = OFFERS.get(app);
  if (known !== undefined) return known;
  const made = new Offers(app, resolver);
  OFFERS.set(app, made);
  return made;
}
