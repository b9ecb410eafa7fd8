import type { App } from '../app.js';
import type { Facts } from '../facts.js';

/** What stands in the texts of an app as a name in quotes, or anywhere where that cannot be told. */
export type Words = {
  readonly has: (word: string) => boolean;
  /** Whether code may make the name of a part and something else. */
  readonly mayBeMade: (name: string) => boolean;
  readonly hasKey: (key: string) => boolean;
  readonly makesAnyId: boolean;
  readonly makesAnyData: boolean;
};

/** Where a word says nothing of what code does. */
const NO_CODE =
  /\.(?:md|markdown|css|scss|sass|less|styl|txt|lock|map)$|(?:^|\/)(?:LICENSE|package-lock\.json)/i;

const COLLECTED = new WeakMap<App, Collected>();

/** Goes through the app when the first word is asked for, and no more, whichever rule asks. */
export function wordsOf(app: App): Words {
  const collected = () => {
    const known = COLLECTED.get(app) ?? collect(app);
    COLLECTED.set(app, known);
    return known;
  };
  return {
    has: (word) => collected().words.has(word),
    mayBeMade: (name) => isCompleted(name, collected().ends),
    hasKey: (key) => collected().keys.has(key),
    get makesAnyId() {
      return collected().makesAnyId;
    },
    get makesAnyData() {
      return collected().makesAnyData;
    },
  };
}

type Collected = {
  readonly words: Set<string>;
  readonly ends: Set<string>;
  readonly keys: Set<string>;
  makesAnyId: boolean;
  makesAnyData: boolean;
};

function collect(app: App): Collected {
  const collected: Collected = {
    words: new Set(),
    ends: new Set(),
    keys: new Set(),
    makesAnyId: false,
    makesAnyData: false,
  };
  for (const [path, text] of app.files) {
    if (NO_CODE.test(path)) continue;
    const facts = app.facts.get(path);
    if (facts !== undefined && isRead(facts)) add(collected, facts);
    else for (const word of text.match(/[\p{L}\p{N}_-]{1,100}/gu) ?? []) collected.words.add(word);
  }
  return collected;
}

function isRead({ language, broken, page }: Facts): boolean {
  return (
    broken.length === 0 && (language === 'script' || (language === 'html' && page?.isTemplate === false))
  );
}

function add(collected: Collected, { page, scripts }: Facts): void {
  for (const word of page?.mentions ?? []) collected.words.add(word);
  for (const { browser } of scripts) {
    for (const word of browser.mentions) collected.words.add(word);
    for (const end of browser.ends) collected.ends.add(end);
    for (const key of browser.keys) collected.keys.add(key);
    collected.makesAnyId ||= browser.makesAnyId;
    collected.makesAnyData ||= browser.makesAnyData;
  }
}

function isCompleted(name: string, ends: ReadonlySet<string>): boolean {
  for (let at = 2; at < name.length; at += 1) {
    if (ends.has(name.slice(0, at)) || ends.has(name.slice(name.length - at))) return true;
  }
  return false;
}
