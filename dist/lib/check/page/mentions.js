/** Where a word says nothing of what code does. */
const NO_CODE = /\.(?:md|markdown|css|scss|sass|less|styl|txt|lock|map)$|(?:^|\/)(?:LICENSE|package-lock\.json)/i;
const COLLECTED = new WeakMap();
/** Goes through the app when the first word is asked for, and no more, whichever rule asks. */
export function wordsOf(app) {
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
function collect(app) {
    const collected = {
        words: new Set(),
        ends: new Set(),
        keys: new Set(),
        makesAnyId: false,
        makesAnyData: false,
    };
    for (const [path, text] of app.files) {
        if (NO_CODE.test(path))
            continue;
        const facts = app.facts.get(path);
        if (facts !== undefined && isRead(facts))
            add(collected, facts);
        else
            for (const word of text.match(/[\p{L}\p{N}_-]{1,100}/gu) ?? [])
                collected.words.add(word);
    }
    return collected;
}
function isRead({ language, broken, page }) {
    return (broken.length === 0 && (language === 'script' || (language === 'html' && page?.isTemplate === false)));
}
function add(collected, { page, scripts }) {
    for (const word of page?.mentions ?? [])
        collected.words.add(word);
    for (const { browser } of scripts) {
        for (const word of browser.mentions)
            collected.words.add(word);
        for (const end of browser.ends)
            collected.ends.add(end);
        for (const key of browser.keys)
            collected.keys.add(key);
        collected.makesAnyId ||= browser.makesAnyId;
        collected.makesAnyData ||= browser.makesAnyData;
    }
}
function isCompleted(name, ends) {
    for (let at = 2; at < name.length; at += 1) {
        if (ends.has(name.slice(0, at)) || ends.has(name.slice(name.length - at)))
            return true;
    }
    return false;
}
