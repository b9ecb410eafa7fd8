import { givenAt, signatureOf, splitArguments } from './arguments.js';
import { importsOf, namesMadeBy } from './names.js';
import { openedBy } from './opening.js';
import { routesIn } from './routes.js';
import { walkStatements } from './statements.js';
import { tokenize } from './tokens.js';
import { variablesIn } from './variables.js';
/** Reads Python, of any version: what is found broken is broken in each. */
export function readPython(_path, text) {
    const { lines, broken } = tokenize(text);
    const collect = new Collect();
    const wrong = walkStatements(lines, (statement) => collect.statement(statement), broken === null);
    const first = wrong !== null && (broken === null || wrong.line < broken.line) ? wrong : (broken ?? wrong);
    return first === null ? { python: collect.facts() } : { broken: [first] };
}
class Collect {
    #imports = [];
    #names = new Set();
    /** Names that something but an import gives a meaning in this file, wherever. */
    #own = new Set();
    #signatures = new Map();
    #uncertain = new Set();
    #classes = new Set();
    #uses = [];
    #sets = new Set();
    #asks = false;
    #routes = [];
    #variables = [];
    #all = null;
    #isAllKnown = true;
    #isOpen = false;
    #makesModules = false;
    statement(statement) {
        const imports = importsOf(statement);
        const { scope, tokens } = statement;
        this.#imports.push(...imports);
        const made = imports.length > 0 ? imports.flatMap(boundBy) : namesMadeBy(statement);
        if (scope.kind === 'module' || statement.keyword === 'global')
            for (const name of made)
                this.#names.add(name);
        if (imports.length > 0)
            return;
        for (const name of made)
            this.#own.add(name);
        this.#define(statement, made);
        if (scope.kind === 'module' && tokens[0]?.text === '__all__')
            this.#listed(tokens);
        this.#variables.push(...variablesIn(tokens));
        this.#routes.push(...routesIn(tokens, statement.keyword === '@'));
        this.#use(tokens, scope.kind === 'module', scope.runs === 'always');
    }
    facts() {
        const imported = new Set(this.#imports.flatMap(boundBy));
        for (const name of this.#uncertain)
            this.#signatures.delete(name);
        return {
            imports: this.#imports,
            names: this.#names,
            isOpen: this.#isOpen,
            makesModules: this.#makesModules || this.#names.has('__path__'),
            all: this.#isAllKnown ? this.#all : null,
            signatures: this.#signatures,
            uses: this.#uses.filter(({ name, member }) => imported.has(name) && !this.#own.has(name) && !(this.#asks && member !== null)),
            sets: this.#sets,
            routes: this.#routes,
            variables: this.#variables,
        };
    }
    /** Remembers what a function or a class takes, if it is defined once and is what it looks like. */
    #define({ keyword, tokens, scope, decorators, isHead }, made) {
        const isDefinition = isHead && (keyword === 'def' || keyword === 'class');
        if (keyword === 'def')
            for (const name of parameterNames(tokens))
                this.#own.add(name);
        if (scope.kind === 'module') {
            for (const name of made) {
                if (this.#signatures.has(name) || this.#classes.has(name) || !isDefinition)
                    this.#uncertain.add(name);
            }
            const [name = ''] = made;
            if (!isDefinition)
                return;
            if (decorators > 0 || scope.runs !== 'always')
                this.#uncertain.add(name);
            const signature = keyword === 'def' ? signatureOf(tokens, false) : null;
            if (signature !== null)
                this.#signatures.set(name, signature);
            if (keyword === 'class' && (tokens[2]?.text === ':' || tokens[3]?.text === ')'))
                this.#classes.add(name);
            return;
        }
        if (scope.kind === 'class' && isDefinition && this.#classes.has(scope.owner))
            this.#method(tokens, scope.owner, decorators);
    }
    #method(tokens, owner, decorators) {
        const name = tokens[1]?.text;
        if (name === '__new__' || name === '__call__')
            this.#uncertain.add(owner);
        if (name !== '__init__')
            return;
        const signature = decorators > 0 ? null : signatureOf(tokens, true);
        if (signature === null || this.#signatures.has(owner))
            this.#uncertain.add(owner);
        else
            this.#signatures.set(owner, signature);
    }
    #listed(tokens) {
        const isPlain = tokens
            .slice(1)
            .every(({ kind, text }) => kind === 'string' || ['=', '+=', '[', ']', '(', ')', ',', '+'].includes(text));
        if (!isPlain)
            this.#isAllKnown = false;
        this.#all ??= [];
        for (const { kind, text, line } of tokens) {
            if (kind === 'string')
                this.#all.push({ name: literal(text), line });
        }
    }
    /** Names of a comprehension or a lambda: from their first to the `in` or the colon. */
    #bind(tokens, from) {
        for (let at = from; at < tokens.length; at += 1) {
            const token = tokens[at];
            if (token === undefined || token.text === 'in' || token.text === ':')
                return;
            if (token.kind === 'name')
                this.#own.add(token.text);
        }
    }
    #use(tokens, isTop, isCertain) {
        for (let at = 0; at < tokens.length; at += 1) {
            const token = tokens[at];
            if (token?.kind !== 'name')
                continue;
            const before = tokens[at - 1]?.text;
            const next = tokens[at + 1]?.text;
            if (token.text === 'hasattr' || token.text === 'setattr' || token.text === 'monkeypatch')
                this.#asks = true;
            const opened = openedBy(tokens, at, isTop);
            this.#isOpen ||= opened.names;
            this.#makesModules ||= opened.modules;
            if (before === '.' || before === 'def' || before === 'class')
                continue;
            const { line, text: name } = token;
            if (next === '(')
                this.#uses.push({ line, name, member: null, given: givenAt(tokens, at + 1), isCertain });
            const member = tokens[at + 2];
            if (next === '.' && member?.kind === 'name') {
                const given = tokens[at + 3]?.text === '(' ? givenAt(tokens, at + 3) : null;
                this.#uses.push({ line: member.line, name, member: member.text, given, isCertain });
                if (tokens[at + 3]?.text === '=')
                    this.#sets.add(member.text);
            }
            if (before === 'for' || before === 'lambda')
                this.#bind(tokens, at);
        }
    }
}
function boundBy({ names, as }) {
    return names === null ? [as] : names.map((name) => name.as);
}
function parameterNames(tokens) {
    const open = tokens.findIndex(({ text, depth }) => text === '(' && depth === 0);
    const parts = open < 0 ? null : splitArguments(tokens, open);
    // What stands behind a colon or an equals sign is of the world around.
    return (parts ?? []).flatMap((part) => {
        const name = part.find(({ text }) => text !== '*' && text !== '**');
        return name?.kind === 'name' ? [name.text] : [];
    });
}
function literal(text) {
    return text.replace(/^[a-zA-Z]{0,2}("""|'''|"|')/, '').replace(/("""|'''|"|')$/, '');
}
