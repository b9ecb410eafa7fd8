/** Splits what stands in the brackets that open at `open`, by its commas; null where they do not close. */
export function splitArguments(tokens, open) {
    const depth = (tokens[open]?.depth ?? 0) + 1;
    const parts = [[]];
    // The commas between a lambda's parameters, and those between `for` and `in`, part nothing.
    let until = null;
    for (let at = open + 1; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (token === undefined)
            return null;
        if (token.depth < depth)
            return parts.filter((part) => part.length > 0);
        if (token.depth === depth && token.text === until)
            until = null;
        else if (token.depth === depth && token.text === 'lambda')
            until = ':';
        else if (token.depth === depth && token.text === 'for')
            until = 'in';
        if (token.depth === depth && token.text === ',' && until === null)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return null;
}
/** Calls in calls, as deep as anybody writes them: each goes through all that stands in it. */
const DEEPEST = 30;
/** What a call gives, from the bracket that opens it; null where something is unpacked into it. */
export function givenAt(tokens, open) {
    const parts = (tokens[open]?.depth ?? 0) > DEEPEST ? null : splitArguments(tokens, open);
    if (parts === null)
        return null;
    const names = [];
    let places = 0;
    for (const part of parts) {
        const [first, second] = part;
        if (first === undefined || first.text === '*' || first.text === '**')
            return null;
        if (first.kind === 'name' && second?.text === '=' && second.depth === first.depth)
            names.push(first.text);
        else
            places += 1;
    }
    return { places, names };
}
/** What a function takes, from the head of its definition; null where it takes anything. */
export function signatureOf(head, isMethod) {
    const open = head.findIndex(({ text, depth }) => text === '(' && depth === 0);
    const parts = open < 0 ? null : splitArguments(head, open);
    if (parts === null)
        return null;
    const places = [];
    const [byName, neededByName] = [new Set(), []];
    let needed = 0;
    let isByNameOnly = false;
    for (const [index, part] of parts.entries()) {
        const [first] = part;
        if (first === undefined || first.text === '**')
            return null;
        if (first.text === '*') {
            if (part.length > 1)
                return null;
            isByNameOnly = true;
        }
        else if (first.text === '/') {
            for (const name of places)
                byName.delete(name);
        }
        else if (first.kind !== 'name')
            return null;
        else if (isMethod && index === 0)
            continue;
        else {
            const hasDefault = part.some(({ text, depth }) => text === '=' && depth === first.depth);
            byName.add(first.text);
            if (!isByNameOnly)
                places.push(first.text);
            if (!hasDefault && isByNameOnly)
                neededByName.push(first.text);
            if (!hasDefault && !isByNameOnly)
                needed += 1;
        }
    }
    return { line: head[0]?.line ?? 1, places, needed, byName, neededByName };
}
