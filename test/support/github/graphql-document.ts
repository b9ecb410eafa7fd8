import { isJson, type Json } from './wire.js';

/** `alias: name(arguments) { selections }`. */
export interface FieldNode {
  readonly kind: 'field';
  /** Under which the answer is given: the alias, or the name. */
  readonly key: string;
  readonly name: string;
  readonly arguments: Json;
  readonly selections: readonly Selection[];
}

/** `... on Type { selections }`. */
export interface FragmentNode {
  readonly kind: 'fragment';
  readonly type: string;
  readonly selections: readonly Selection[];
}

export type Selection = FieldNode | FragmentNode;

/** One operation, its variables put in their places. */
export interface Operation {
  readonly type: 'Query' | 'Mutation';
  readonly selections: readonly Selection[];
}

/** What GitHub answers to a document that it cannot read or run. */
export class DocumentError extends Error {}

const TOKEN = /[\s,]*(?:#[^\n]*[\s,]*)*("(?:[^"\\\n]|\\.)*"|\.\.\.|[!$():=@[\]{}|]|-?\d+|\w+|$)/y;

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const match = TOKEN.exec(query);
    if (!match) throw new DocumentError(`Parse error after '${tokens.at(-1) ?? ''}'`);
    if (match[1] === '') return tokens;
    tokens.push(match[1] ?? '');
  }
}

/** Reads documents of one operation, without named fragments and directives. */
export function readDocument(query: string, variables: Json): Operation {
  return new Reader(tokensOf(query), variables).operation();
}

class Reader {
  #position = 0;
  readonly #declared = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #tokens: readonly string[];
  readonly #variables: Json;

  constructor(tokens: readonly string[], variables: Json) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  operation(): Operation {
    const type = this.#peek() === 'mutation' ? 'Mutation' : 'Query';
    if (this.#peek() !== '{') {
      if (!this.#take('query') && !this.#take('mutation')) this.#fail();
      if (/^\w+$/.test(this.#peek())) this.#next();
      if (this.#take('(')) this.#declare();
    }
    const selections = this.#selections();
    if (this.#position < this.#tokens.length) this.#fail();
    for (const name of this.#declared.keys()) {
      if (!this.#used.has(name)) throw new DocumentError(`Variable $${name} is declared but not used`);
    }
    return { type, selections };
  }

  #declare(): void {
    while (!this.#take(')')) {
      this.#expect('$');
      const name = this.#name();
      this.#expect(':');
      let type = '';
      while (/^(?:[[\]!]|\w+)$/.test(this.#peek())) type += this.#next();
      this.#declared.set(name, type);
      checkVariable(name, type, this.#variables[name]);
    }
  }

  #selections(): Selection[] {
    const found: Selection[] = [];
    this.#expect('{');
    while (!this.#take('}')) found.push(this.#selection());
    if (found.length === 0) this.#fail();
    return found;
  }

  #selection(): Selection {
    if (this.#take('...')) {
      this.#expect('on');
      return { kind: 'fragment', type: this.#name(), selections: this.#selections() };
    }
    const key = this.#name();
    const name = this.#take(':') ? this.#name() : key;
    const given = this.#take('(') ? this.#members(')') : {};
    const selections = this.#peek() === '{' ? this.#selections() : [];
    return { kind: 'field', key, name, arguments: given, selections };
  }

  #members(end: string): Json {
    const members: Json = {};
    while (!this.#take(end)) {
      const name = this.#name();
      this.#expect(':');
      members[name] = this.#value();
    }
    return members;
  }

  #value(): unknown {
    const token = this.#next();
    if (token === '{') return this.#members('}');
    if (token === '[') {
      const items: unknown[] = [];
      while (!this.#take(']')) items.push(this.#value());
      return items;
    }
    if (token === '$') return this.#variable(this.#name());
    if (token === 'null') return null;
    if (token === 'true' || token === 'false') return token === 'true';
    if (token.startsWith('"') || /^-?\d+$/.test(token)) return JSON.parse(token);
    // An enum's value is a bare word.
    return /^\w+$/.test(token) ? token : this.#fail();
  }

  #variable(name: string): unknown {
    if (!this.#declared.has(name)) throw new DocumentError(`Variable $${name} is used but not declared`);
    this.#used.add(name);
    return this.#variables[name] ?? null;
  }

  #name(): string {
    return /^[A-Za-z_]\w*$/.test(this.#peek()) ? this.#next() : this.#fail();
  }

  #peek(): string {
    return this.#tokens[this.#position] ?? '';
  }

  #next(): string {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #take(token: string): boolean {
    const found = this.#peek() === token;
    if (found) this.#position += 1;
    return found;
  }

  #expect(token: string): void {
    if (!this.#take(token)) this.#fail();
  }

  #fail(): never {
    throw new DocumentError(`Parse error on '${this.#peek()}'`);
  }
}

function checkVariable(name: string, type: string, value: unknown): void {
  const absent = value === undefined || value === null;
  const fits = absent ? !type.endsWith('!') : isOfType(type.replace(/!$/, ''), value);
  if (!fits) throw new DocumentError(`Variable $${name} of type ${type} was provided invalid value`);
}

function isOfType(type: string, value: unknown): boolean {
  if (type.startsWith('[')) return Array.isArray(value);
  if (type === 'Int') return Number.isInteger(value);
  if (type === 'Boolean') return typeof value === 'boolean';
  // Identifiers, texts, moments and the words of an enum.
  return type.endsWith('Input') ? isJson(value) : typeof value === 'string';
}
