import { splitArguments } from './arguments.js';
/** Variables of the environment that a statement reads: `os.environ['PORT']`, `os.getenv('PORT', '80')`. */
export function variablesIn(tokens) {
    const found = [];
    for (let at = 0; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (token?.kind !== 'name' || (token.text !== 'environ' && token.text !== 'getenv'))
            continue;
        const isGet = token.text === 'environ' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'get';
        const open = isGet ? at + 3 : at + 1;
        const bracket = tokens[open]?.text;
        const name = tokens[open + 1];
        const isCall = bracket === '(' && (isGet || token.text === 'getenv');
        if (name?.kind !== 'string' || (!isCall && bracket !== '['))
            continue;
        // `environ` alone is what a server hands to an app about a request.
        if (token.text === 'environ' && tokens[at - 2]?.text !== 'os')
            continue;
        if (![']', ')', ','].includes(tokens[open + 2]?.text ?? ''))
            continue;
        const isWritten = !isCall && tokens[open + 3]?.text === '=';
        const text = /^["'](\w{1,100})["']$/.exec(name.text)?.[1];
        if (text === undefined || isWritten)
            continue;
        const isOptional = isCall && (splitArguments(tokens, open)?.length ?? 0) > 1;
        found.push({ name: text, line: name.line, isOptional });
    }
    return found;
}
