/** Programs whose first argument is a file that they run. */
const RUNNERS = new Set('node tsx ts-node ts-node-esm nodemon python python3 bash sh zsh php ruby'.split(' '));
/** Flags that take the next word with them. */
const WITH_VALUE = new Set('-r --require --import --loader --experimental-loader -W -X -w --watch -i --ignore -e --ext --exec --watch-path --env-file -P --project'.split(' '));
/** Flags behind which no file comes. */
const NO_FILE = new Set('-e --eval -p --print -c -m -pe --version -v -V --help -h --test --run -'.split(' '));
/** A file as it is named in commands: with an ending, and nothing that a shell would fill in. */
const FILE = /^(?:\.\/)?[\w@.-]+(?:\/[\w@.-]+)*\.(?:[cm]?[jt]sx?|py|sh|php|rb)$/;
/** The files that a command runs, as they stand in it; none of those behind a change of folder. */
export function filesRunBy(command) {
    if (command.length > 5_000 || /\bcd\s|\bpushd\b|<<|\$\(|`/.test(command))
        return [];
    const files = command.split(/&&|\|\||[;|&\n]/).map((part) => fileOf(part.trim().split(/\s+/)));
    return files.filter((file) => file !== null);
}
function fileOf(words) {
    let at = 0;
    while (/^[A-Z_][A-Z\d_]*=/.test(words[at] ?? '') || words[at] === 'cross-env' || words[at] === 'exec')
        at += 1;
    const program = words[at] ?? '';
    if (!RUNNERS.has(program))
        return program.startsWith('./') && FILE.test(program) ? program : null;
    for (at += 1; at < words.length; at += 1) {
        const word = words[at] ?? '';
        if (NO_FILE.has(word) && !(program === 'nodemon' && word === '-e'))
            return null;
        if (WITH_VALUE.has(word))
            at += 1;
        else if (!word.startsWith('-'))
            return FILE.test(word) ? word : null;
    }
    return null;
}
