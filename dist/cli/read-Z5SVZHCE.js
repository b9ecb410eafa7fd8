import "./chunk-YHBDDNX5.js";

// src/check/python/arguments.ts
function splitArguments(tokens, open) {
  const depth = (tokens[open]?.depth ?? 0) + 1;
  const parts2 = [[]];
  let until = null;
  for (let at = open + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === void 0) return null;
    if (token.depth < depth) return parts2.filter((part) => part.length > 0);
    if (token.depth === depth && token.text === until) until = null;
    else if (token.depth === depth && token.text === "lambda") until = ":";
    else if (token.depth === depth && token.text === "for") until = "in";
    if (token.depth === depth && token.text === "," && until === null) parts2.push([]);
    else parts2.at(-1)?.push(token);
  }
  return null;
}
var DEEPEST = 30;
function givenAt(tokens, open) {
  const parts2 = (tokens[open]?.depth ?? 0) > DEEPEST ? null : splitArguments(tokens, open);
  if (parts2 === null) return null;
  const names = [];
  let places = 0;
  for (const part of parts2) {
    const [first, second] = part;
    if (first === void 0 || first.text === "*" || first.text === "**") return null;
    if (first.kind === "name" && second?.text === "=" && second.depth === first.depth) names.push(first.text);
    else places += 1;
  }
  return { places, names };
}
function signatureOf(head, isMethod) {
  const open = head.findIndex(({ text, depth }) => text === "(" && depth === 0);
  const parts2 = open < 0 ? null : splitArguments(head, open);
  if (parts2 === null) return null;
  const places = [];
  const [byName, neededByName] = [/* @__PURE__ */ new Set(), []];
  let needed = 0;
  let isByNameOnly = false;
  for (const [index, part] of parts2.entries()) {
    const [first] = part;
    if (first === void 0 || first.text === "**") return null;
    if (first.text === "*") {
      if (part.length > 1) return null;
      isByNameOnly = true;
    } else if (first.text === "/") {
      for (const name of places) byName.delete(name);
    } else if (first.kind !== "name") return null;
    else if (isMethod && index === 0) continue;
    else {
      const hasDefault = part.some(({ text, depth }) => text === "=" && depth === first.depth);
      byName.add(first.text);
      if (!isByNameOnly) places.push(first.text);
      if (!hasDefault && isByNameOnly) neededByName.push(first.text);
      if (!hasDefault && !isByNameOnly) needed += 1;
    }
  }
  return { line: head[0]?.line ?? 1, places, needed, byName, neededByName };
}

// src/check/python/words.ts
var KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " "
  )
);
var NEEDS_MORE = new Set(
  "= += -= *= /= //= %= **= >>= <<= &= |= ^= @= := + - / // % ** << >> & | ^ ~ < > <= >= == != <> . -> @ and or not in is lambda import from def class del as global nonlocal assert await if".split(
    " "
  )
);
var STATEMENT_NAMES = /* @__PURE__ */ new Set(["print", "exec", "match", "case", "type", "lazy"]);
function wordsBroken(tokens) {
  const last = tokens.at(-1);
  if (last === void 0) return null;
  if (last.kind !== "string" && NEEDS_MORE.has(last.text)) {
    return { line: last.line, message: `something has to follow \`${last.text}\`` };
  }
  return namesBroken(tokens) ?? headBroken(tokens) ?? importBroken(tokens);
}
function namesBroken(tokens) {
  let before = null;
  let beforeThat = "";
  for (const token of tokens) {
    const isName = token.kind === "name" && !KEYWORDS.has(token.text);
    if (isName && before !== null && !STATEMENT_NAMES.has(before.text) && beforeThat !== "print") {
      const names = `\`${shown(before.text)}\` and \`${shown(token.text)}\``;
      return { line: token.line, message: `${names} follow each other with nothing between them` };
    }
    beforeThat = before?.text ?? "";
    before = isName ? token : null;
  }
  return null;
}
function headBroken(tokens) {
  const at = tokens[0]?.text === "async" ? 1 : 0;
  const keyword = tokens[at];
  if (keyword?.text !== "def" && keyword?.text !== "class") return null;
  const after = tokens[at + 2]?.text ?? "";
  const isRight = tokens[at + 1]?.kind === "name" && (after === "(" || after === "[" || keyword.text === "class" && after === ":");
  if (isRight) return null;
  return {
    line: keyword.line,
    message: `\`${keyword.text}\` is not followed by a name and what belongs to it`
  };
}
function importBroken(tokens) {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === void 0 || last === void 0) return null;
  if (first.text === "from" && !tokens.some(({ text }) => text === "import")) {
    return { line: first.line, message: "`from` lacks its `import`" };
  }
  if ((first.text === "from" || first.text === "import") && last.text === ",") {
    return { line: last.line, message: "an import ends with a comma" };
  }
  return null;
}
function shown(name) {
  return name.length > 60 ? `${name.slice(0, 59)}\u2026` : name;
}

// src/check/python/names.ts
var ASSIGNMENTS = new Set("= += -= *= /= //= %= **= >>= <<= &= |= ^= @=".split(" "));
function namesMadeBy({ tokens, keyword, isHead }) {
  if (keyword === "def" || keyword === "class") {
    const name = tokens[tokens.findIndex(({ text }) => text === keyword) + 1]?.text;
    return name === void 0 ? [] : [name];
  }
  const walrus = namesBefore(tokens, ":=");
  if (keyword === "global") return tokens.slice(1).map(({ text }) => text);
  if (isHead && keyword === "for") return [...targets(tokens.slice(1, indexOf(tokens, "in"))), ...walrus];
  if (isHead && keyword === "case") return tokens.filter(isPlainName).map(({ text }) => text);
  if (isHead) return [...namesAfter(tokens, "as"), ...walrus];
  const assigned = tokens.findLastIndex(({ text, depth }) => depth === 0 && ASSIGNMENTS.has(text));
  if (assigned > 0) return [...targets(tokens.slice(0, assigned)), ...walrus];
  if (keyword === "type" && tokens[1]?.kind === "name") return [tokens[1].text];
  if (tokens[1]?.text === ":" && tokens[0]?.kind === "name") return [tokens[0].text];
  return walrus;
}
function indexOf(tokens, text) {
  const index = tokens.findIndex((token) => token.text === text);
  return index < 0 ? tokens.length : index;
}
function isPlainName({ kind, text }) {
  return kind === "name" && !KEYWORDS.has(text);
}
function targets(tokens) {
  const names = [];
  let hidden = Number.POSITIVE_INFINITY;
  let isAnnotation = false;
  for (const [index, token] of tokens.entries()) {
    if (token.depth === 0 && token.text === ":") isAnnotation = true;
    else if (token.depth === 0 && token.text === "=") isAnnotation = false;
    if (token.depth < hidden) hidden = Number.POSITIVE_INFINITY;
    const before = tokens[index - 1];
    if ((token.text === "(" || token.text === "[") && isOperand(before))
      hidden = Math.min(hidden, token.depth + 1);
    const next = tokens[index + 1]?.text ?? "";
    const isTarget = token.depth < hidden && !isAnnotation && before?.text !== "." && !".([".includes(next || ",");
    if (isTarget && isPlainName(token)) names.push(token.text);
  }
  return names;
}
function isOperand(token) {
  return token !== void 0 && (isPlainName(token) || token.text === ")" || token.text === "]");
}
function namesBefore(tokens, operator) {
  const names = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const before = tokens[index - 1];
    if (tokens[index]?.text === operator && before?.kind === "name") names.push(before.text);
  }
  return names;
}
function namesAfter(tokens, word) {
  const names = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "name" || text !== word) continue;
    for (let at = index + 1; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === void 0 || !(isPlainName(token) || token.text === "(" || token.text === ",")) break;
      if (isPlainName(token)) names.push(token.text);
    }
  }
  return names;
}
function importsOf({ tokens, keyword, line, scope }) {
  const { runs } = scope;
  const isLate = scope.kind === "function";
  if (keyword === "import") {
    return splitBy(tokens.slice(1)).map((part) => {
      const module2 = dotted(part);
      const as = part.findIndex(({ text }) => text === "as");
      const name = as < 0 ? module2.split(".")[0] ?? module2 : part[as + 1]?.text ?? module2;
      return {
        line: part[0]?.line ?? line,
        level: 0,
        module: module2,
        names: null,
        isStar: false,
        as: name,
        runs,
        isLate
      };
    });
  }
  if (keyword !== "from") return [];
  const at = indexOf(tokens, "import");
  const source = tokens.slice(1, at);
  const level = source.reduce((sum, { text }) => sum + (/^\.+$/.test(text) ? text.length : 0), 0);
  const dots = source.findIndex(({ kind }) => kind === "name");
  const leading = dots < 0 ? level : source.slice(0, dots).reduce((sum, { text }) => sum + text.length, 0);
  const module = dots < 0 ? "" : dotted(source.slice(dots));
  const taken = tokens.slice(at + 1).filter(({ text }) => text !== "(" && text !== ")");
  const isStar = taken[0]?.text === "*";
  const names = splitBy(taken).flatMap((part) => {
    const [first] = part;
    if (first?.kind !== "name") return [];
    return [{ name: first.text, as: part[2]?.text ?? first.text, line: first.line }];
  });
  return [{ line, level: leading, module, names, isStar, as: "", runs, isLate }];
}
function dotted(tokens) {
  let text = "";
  for (const token of tokens) {
    if (token.text === "as" || token.kind !== "name" && token.text !== ".") break;
    text += token.text;
  }
  return text;
}
function splitBy(tokens) {
  const parts2 = [[]];
  for (const token of tokens) {
    if (token.text === ",") parts2.push([]);
    else parts2.at(-1)?.push(token);
  }
  return parts2.filter((part) => part.length > 0);
}

// src/check/python/opening.ts
var OPENING = /* @__PURE__ */ new Set(["globals", "execfile", "extend_path"]);
var OPENING_AT_TOP = /* @__PURE__ */ new Set(["exec", "locals", "vars"]);
function openedBy(tokens, at, isTop) {
  const [before, word, next] = [tokens[at - 1]?.text, tokens[at]?.text ?? "", tokens[at + 1]?.text];
  if (word === "__getattr__") return { names: before === "def" && isTop, modules: false };
  if (next === "(") return { names: isOpening(tokens, at, isTop), modules: false };
  if (before !== ".") return { names: false, modules: false };
  if (word === "meta_path" || word === "path_hooks") return { names: false, modules: true };
  if (word !== "modules" || !/^_?sys$/.test(tokens[at - 2]?.text ?? "") || isOnlyRead(tokens, at))
    return { names: false, modules: false };
  return { names: true, modules: !isOfItself(tokens, at) };
}
function isOpening(tokens, at, isTop) {
  const word = tokens[at]?.text ?? "";
  if (OPENING.has(word) || isTop && OPENING_AT_TOP.has(word)) return true;
  return word === "exec" && isAlone(tokens, at + 1);
}
function isOfItself(tokens, at) {
  return tokens[at + 2]?.text === "__name__" && tokens[at + 3]?.text === "]";
}
function isAlone(tokens, open) {
  return givenAt(tokens, open)?.places === 1;
}
function isOnlyRead(tokens, at) {
  const next = tokens[at + 1]?.text;
  if (next === ".") return /^(?:get|keys|items|values|copy|pop)$/.test(tokens[at + 2]?.text ?? "");
  if (next === "[") return !isOfItself(tokens, at) && !isGiven(tokens, at);
  return tokens[at - 3]?.text === "in";
}
var NEAR = 30;
function isGiven(tokens, at) {
  return tokens.slice(at + 2, at + NEAR).some(({ text }) => text === "=") || tokens[at - 4]?.text === "setattr";
}

// src/check/python/routes.ts
var METHODS = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options"]);
var SERVING = new Set(
  "route api_route websocket add_url_rule add_api_route add_route add_get add_post add_put add_delete add_patch Route WebSocketRoute path re_path url view".split(
    " "
  )
);
var MOUNTING = /* @__PURE__ */ new Set(["Blueprint", "APIRouter", "register_blueprint", "include_router", "Namespace"]);
var PREFIXES = /* @__PURE__ */ new Set(["url_prefix", "prefix", "path"]);
var DEEPEST2 = 6;
var LONGEST = 300;
function routesIn(tokens, isDecorator) {
  const routes = [];
  const served = /* @__PURE__ */ new Set();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "name" || token.depth > DEEPEST2 || tokens[at + 1]?.text !== "(") continue;
    const found = inCall(tokens, at, isDecorator);
    if (found === null) continue;
    routes.push(...found.routes);
    for (const each of found.taken) served.add(each);
  }
  for (const token of tokens) {
    if (token.kind !== "string" || !token.text.includes("/")) continue;
    if (token.text.length > LONGEST || served.has(token)) continue;
    const path = textOf(token);
    if (/^\/[\w<{*]\S*$/.test(path)) routes.push({ kind: "said", methods: null, path, line: token.line });
  }
  return routes;
}
function inCall(tokens, at, isDecorator) {
  const name = tokens[at]?.text ?? "";
  const isMember = tokens[at - 1]?.text === ".";
  if (MOUNTING.has(name)) return mounted(tokens, at);
  if (name === "add_api" && isMember && /\.(?:ya?ml|json)["']$/.test(tokens[at + 2]?.text ?? ""))
    return {
      routes: [{ kind: "served", methods: null, path: "/<base>/**", line: tokens[at]?.line ?? 1 }],
      taken: []
    };
  const isMethod = METHODS.has(name) && (isDecorator || isMember && tokens[at - 2]?.text === "web");
  if (!isMethod && !SERVING.has(name) && name !== "mount" && name !== "Mount") return null;
  const given = splitArguments(tokens, at + 1);
  const [first, ...rest] = given ?? [];
  const [path] = first ?? [];
  if (path === void 0 || isMember && name === "path") return null;
  const line = path.line;
  if (path.kind !== "string" || first?.length !== 1) {
    return isDecorator ? { routes: [{ kind: "more", methods: null, path: "", line }], taken: [] } : null;
  }
  const text = textOf(path);
  const isDjango = !isMember && !isDecorator && /^(?:path|re_path|url)$/.test(name);
  if (!isDjango && !text.startsWith("/") && !(isDecorator && text === "")) return null;
  if (isDjango && (name !== "path" || rest.length === 0))
    return { routes: [{ kind: "more", methods: null, path: "", line }], taken: [path] };
  const isMount = isDjango && rest[0]?.[0]?.text === "include";
  const isWhole = name === "mount" || name === "Mount";
  return {
    routes: [
      {
        kind: isMount ? "mounted" : "served",
        methods: isMethod ? [name.toUpperCase()] : isDjango || isWhole ? null : methodsIn(name, rest),
        path: `${isDjango ? "/" : ""}${text}${isWhole ? "/**" : ""}`,
        line
      }
    ],
    taken: [path]
  };
}
function methodsIn(name, rest) {
  const verb = /^add_(get|post|put|delete|patch)$/.exec(name)?.[1];
  if (verb !== void 0) return [verb.toUpperCase()];
  const named = rest.find(([first]) => first?.text === "methods");
  if (named === void 0) return name === "route" && rest.length === 0 ? ["GET"] : null;
  const isPlain2 = named.slice(2).every(({ kind, text }) => kind === "string" || "[](),{}".includes(text));
  if (!isPlain2) return null;
  return named.filter(({ kind }) => kind === "string").map((token) => textOf(token).toUpperCase());
}
function mounted(tokens, at) {
  const given = splitArguments(tokens, at + 1);
  const prefix = given?.find(([first, second]) => PREFIXES.has(first?.text ?? "") && second?.text === "=");
  const [, , value, more] = prefix ?? [];
  if (value === void 0) return null;
  const isKnown = value.kind === "string" && more === void 0 && !isFormat(value);
  const kind = isKnown ? "mounted" : "more";
  return {
    routes: [{ kind, methods: null, path: isKnown ? textOf(value) : "", line: value.line }],
    taken: [value]
  };
}
function isFormat({ text }) {
  return /^[a-z]*f[a-z]*["']/i.test(text);
}
function textOf(token) {
  const text = token.text.replace(/^[a-zA-Z]{0,2}("""|'''|"|')/, "").replace(/("""|'''|"|')$/, "");
  return isFormat(token) ? text.replace(/\{[^{}]*\}/g, "*") : text;
}

// src/check/python/statements.ts
var HEADS = new Set("if elif else for while try except finally with def class".split(" "));
var AFTER = /* @__PURE__ */ new Map([
  ["elif", ["if", "elif"]],
  ["else", ["if", "elif", "for", "while", "except"]],
  ["except", ["try", "except"]],
  ["finally", ["try", "except", "else"]]
]);
function walkStatements(lines, visit, isWhole = true) {
  const walk = new Walk(visit);
  for (const line of lines) {
    const broken = walk.line(line);
    if (broken !== null) return broken;
  }
  return isWhole ? walk.end() : null;
}
var TOP = { kind: "module", owner: "", runs: "always" };
var Walk = class {
  #visit;
  #levels = [{ indent: 0, scope: TOP, last: "", lastLine: 0 }];
  #pending = null;
  #decorators = 0;
  #lastLine = 1;
  constructor(visit) {
    this.#visit = visit;
  }
  /** @returns why the line cannot stand there, or null */
  line(line) {
    const broken = this.#enter(line) ?? this.#decorated(line) ?? wordsBroken(line.tokens);
    if (broken !== null) return broken;
    this.#lastLine = line.tokens.at(-1)?.line ?? line.line;
    const keyword = keywordOf(line.tokens);
    if (keyword === "@") {
      this.#decorators += 1;
      this.#visit(this.#statement(line.tokens, keyword, this.#scope, false));
      return null;
    }
    const colon = headColon(line.tokens, keyword);
    if (colon === null && HEADS.has(keyword)) {
      return { line: this.#lastLine, message: `\`${keyword}\` lacks its colon` };
    }
    return this.#order(line, keyword) ?? this.#statements(line, keyword, colon);
  }
  /** @returns what is missing where the file ends */
  end() {
    if (this.#pending !== null) return this.#empty(this.#pending);
    if (this.#decorators > 0)
      return { line: this.#lastLine, message: "it ends after a line that begins with `@`" };
    for (const level of this.#levels.toReversed()) {
      const broken = this.#left(level);
      if (broken !== null) return broken;
    }
    return null;
  }
  get #scope() {
    return this.#levels.at(-1)?.scope ?? TOP;
  }
  /** Follows the indentation into a block or out of blocks. */
  #enter({ indent, line }) {
    const top = this.#levels.at(-1)?.indent ?? 0;
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null) {
      if (indent <= top) return this.#empty(pending);
      this.#levels.push({ indent, scope: pending.scope, last: "", lastLine: line });
      return null;
    }
    if (indent > top) return { line, message: "the line is indented without a reason" };
    while ((this.#levels.at(-1)?.indent ?? 0) > indent) {
      const level = this.#levels.pop();
      const broken = level === void 0 ? null : this.#left(level);
      if (broken !== null) return broken;
    }
    const matches = (this.#levels.at(-1)?.indent ?? 0) === indent;
    return matches ? null : { line, message: "the line is indented like none of the blocks around it" };
  }
  #empty({ keyword, line }) {
    return { line, message: `nothing stands under \`${keyword}\`` };
  }
  /** A block that ends while a `try` in it waits. */
  #left({ last, lastLine: lastLine2 }) {
    if (last !== "try") return null;
    return {
      line: this.#lastLine,
      message: `\`try\` of line ${lastLine2} has no \`except\` and no \`finally\``
    };
  }
  #decorated({ line, tokens }) {
    if (this.#decorators === 0 || ["def", "class", "@"].includes(keywordOf(tokens))) return null;
    return { line, message: "neither a function nor a class follows a line that begins with `@`" };
  }
  /** `else` after `if`, `except` after `try`. */
  #order({ line }, keyword) {
    const level = this.#levels.at(-1);
    if (level === void 0) return null;
    const before = AFTER.get(keyword);
    if (before !== void 0 && !before.includes(level.last)) {
      return { line, message: `\`${keyword}\` stands where nothing precedes it` };
    }
    if (level.last === "try" && before === void 0) return this.#left(level);
    level.last = keyword;
    level.lastLine = line;
    return null;
  }
  /** Tells the statements of one line, and remembers the block that it opens. */
  #statements({ tokens, line }, keyword, colon) {
    const scope = this.#scope;
    let rest = tokens;
    let inner = scope;
    if (colon !== null) {
      const head = tokens.slice(0, colon + 1);
      this.#visit(this.#statement(head, keyword, scope, true));
      rest = tokens.slice(colon + 1);
      inner = innerScope(scope, keyword, head);
      if (rest.length === 0) this.#pending = { keyword, line, scope: inner };
    }
    this.#decorators = 0;
    for (const part of parts(rest)) this.#visit(this.#statement(part, keywordOf(part), inner, false));
    return null;
  }
  #statement(tokens, keyword, scope, isHead) {
    const line = tokens[0]?.line ?? this.#lastLine;
    return { tokens, line, keyword, scope, isHead, decorators: this.#decorators };
  }
};
function keywordOf(tokens) {
  const first = tokens[0]?.text ?? "";
  return first === "async" && tokens[1]?.kind === "name" ? tokens[1].text : first;
}
function headColon(tokens, keyword) {
  if (!HEADS.has(keyword)) {
    const isSoft = (keyword === "match" || keyword === "case") && tokens.length > 2;
    const isHead = isSoft && tokens.at(-1)?.text === ":" && !".=[:,".includes(tokens[1]?.text ?? ".");
    const isCase = keyword === "case" && isSoft && tokens[1]?.text !== "=" && tokens[1]?.text !== ":";
    if (!isHead && !isCase) return tokens.at(-1)?.text === ":" ? tokens.length - 1 : null;
  }
  let lambdas = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === void 0 || token.depth > 0) continue;
    const { text } = token;
    if (text === "lambda") lambdas += 1;
    else if (text === ":" && lambdas > 0) lambdas -= 1;
    else if (text === ":") return index;
  }
  return null;
}
var CATCHING = /^(?:raises|suppress|assert(?:Raises|Warns)\w*|catch_warnings|deprecated_call|warns)$/;
function innerScope(scope, keyword, head) {
  if (keyword === "def" || keyword === "class") {
    const name = head[head.findIndex(({ text }) => text === keyword) + 1]?.text ?? "";
    return { kind: keyword === "def" ? "function" : "class", owner: name, runs: scope.runs };
  }
  if (keyword === "with" && head.some(({ text }) => CATCHING.test(text))) return { ...scope, runs: "maybe" };
  if (keyword === "with" || keyword === "for" || keyword === "while" || keyword === "finally") return scope;
  if (keyword === "if" && head.some(({ text }) => text === "TYPE_CHECKING"))
    return { ...scope, runs: "never" };
  if (keyword === "if" && isMainGuard(head)) return scope;
  return { ...scope, runs: scope.runs === "never" ? "never" : "maybe" };
}
function isMainGuard(head) {
  return head.length === 5 && head[1]?.text === "__name__" && head[2]?.text === "==";
}
function parts(tokens) {
  if (!tokens.some(({ text }) => text === ";")) return tokens.length === 0 ? [] : [tokens];
  const all = [[]];
  for (const token of tokens) {
    if (token.text === ";") all.push([]);
    else all.at(-1)?.push(token);
  }
  return all.filter((part) => part.length > 0);
}

// src/check/python/strings.ts
var MAX_NESTING = 30;
var DOUBLE = 34;
var SINGLE = 39;
var BACKSLASH = 92;
var NEWLINE = 10;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt|ur)$/i;
function isStringPrefix(letters) {
  return letters.length <= 2 && PREFIX.test(letters);
}
var UNCLOSED = -1;
function stringEnd(text, at, prefix, nesting = 0) {
  if (nesting > MAX_NESTING) return text.length;
  const quote = text.charCodeAt(at);
  const isTriple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
  const isFormat2 = /[ft]/i.test(prefix);
  const isRaw = /r/i.test(prefix);
  let here = at + (isTriple ? 3 : 1);
  while (here < text.length) {
    const code = text.charCodeAt(here);
    if (code === quote && (!isTriple || isTripleAt(text, here, quote))) return here + (isTriple ? 3 : 1);
    if (code === NEWLINE && !isTriple) return UNCLOSED;
    if (code === BACKSLASH) here = afterBackslash(text, here, isFormat2, isRaw);
    else if (isFormat2 && code === OPEN_BRACE) {
      here = text.charCodeAt(here + 1) === OPEN_BRACE ? here + 2 : fieldEnd(text, here + 1, isTriple, nesting);
      if (here === UNCLOSED) return UNCLOSED;
    } else here += 1;
  }
  return UNCLOSED;
}
function isTripleAt(text, at, quote) {
  return text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}
function afterBackslash(text, at, isFormat2, isRaw) {
  const next = text.charCodeAt(at + 1);
  if (!isFormat2) return next === 13 && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
  if (next === OPEN_BRACE || next === CLOSE_BRACE) return at + 1;
  if (!isRaw && next === 78 && text.charCodeAt(at + 2) === OPEN_BRACE) {
    const end = text.indexOf("}", at);
    return end < 0 ? text.length : end + 1;
  }
  return next === 13 && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
}
function fieldEnd(text, at, isTriple, nesting) {
  if (nesting > MAX_NESTING) return text.length;
  let depth = 0;
  let here = at;
  while (here < text.length) {
    const character = text[here] ?? "";
    if (character === '"' || character === "'") {
      here = stringEnd(text, here, lettersBefore(text, here), nesting + 1);
      if (here === UNCLOSED) return UNCLOSED;
      continue;
    }
    if (character === "}" && depth === 0) return here + 1;
    if (character === ":" && depth === 0) return formatEnd(text, here + 1, isTriple, nesting);
    if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth -= 1;
    else if (character === "#") here = lineEnd(text, here) - 1;
    if (depth < 0) return UNCLOSED;
    here += 1;
  }
  return UNCLOSED;
}
function formatEnd(text, at, isTriple, nesting) {
  let here = at;
  while (here < text.length) {
    const code = text.charCodeAt(here);
    if (code === CLOSE_BRACE) return here + 1;
    if (code === NEWLINE && !isTriple) return UNCLOSED;
    here = code === OPEN_BRACE ? fieldEnd(text, here + 1, isTriple, nesting + 1) : here + 1;
    if (here === UNCLOSED) return UNCLOSED;
  }
  return UNCLOSED;
}
function lettersBefore(text, at) {
  let start = at;
  while (start > 0 && at - start < 3 && /[A-Za-z0-9_]/.test(text[start - 1] ?? "")) start -= 1;
  const letters = text.slice(start, at);
  return isStringPrefix(letters) ? letters : "";
}
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
function isQuote(code) {
  return code === DOUBLE || code === SINGLE;
}

// src/check/python/tokens.ts
var STATEMENTS = new Set(
  "def class return import while try except finally raise pass break continue del global assert elif".split(
    " "
  )
);
var OPERATOR = /(?:\.\.\.|\*\*=|\/\/=|>>=|<<=|->|:=|==|!=|<=|>=|<>|\*\*|\/\/|<<|>>|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|[\s\S])/y;
var NAME = /[\p{L}\p{Nl}_$\u0080-\u{10ffff}][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u0080-\u{10ffff}]*/uy;
var NUMBER = /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d[\d_]*)?|\.\d[\d_]*(?:[eE][+-]?\d[\d_]*)?)[jJlL]*/y;
var ALONE = new Set("()[]{},;~");
var PAIRS = { ")": "(", "]": "[", "}": "{" };
function tokenize(text) {
  const scan = new Scan(text);
  return { lines: scan.lines, broken: scan.broken };
}
var Scan = class {
  lines = [];
  broken = null;
  #text;
  #at;
  #line = 1;
  #tokens = [];
  #open = [];
  #indent = 0;
  #isAtStart = true;
  constructor(text) {
    this.#text = text;
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
    while (this.#at < text.length && this.broken === null) {
      if (this.#isAtStart) this.#startLine();
      else this.#next();
    }
    if (this.broken === null) this.#end();
  }
  #startLine() {
    let column = 0;
    let code = this.#text.charCodeAt(this.#at);
    while (code === 32 || code === 9 || code === 12) {
      column = code === 32 ? column + 1 : code === 9 ? column + 8 - column % 8 : 0;
      this.#at += 1;
      code = this.#text.charCodeAt(this.#at);
    }
    this.#indent = column;
    this.#isAtStart = false;
  }
  #next() {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 10) this.#newline();
    else if (code === 32 || code === 9 || code === 12 || code === 13) this.#at += 1;
    else if (code === 35) this.#at = lineEnd(this.#text, this.#at);
    else if (code === 92) this.#continuation();
    else if (isQuote(code)) this.#string(this.#at, "");
    else if (isDigit(code) || code === 46 && isDigit(this.#text.charCodeAt(this.#at + 1)))
      this.#match("number", NUMBER);
    else if (isLetter(code)) this.#name();
    else this.#operator();
  }
  #newline() {
    this.#at += 1;
    this.#line += 1;
    if (this.#open.length > 0) return;
    this.#finishLine();
    this.#isAtStart = true;
  }
  #finishLine() {
    const [first] = this.#tokens;
    if (first === void 0) return;
    this.lines.push({ indent: this.#indent, line: first.line, tokens: this.#tokens });
    this.#tokens = [];
  }
  #continuation() {
    const end = lineEnd(this.#text, this.#at);
    if (this.#text.slice(this.#at + 1, end).trim() !== "") {
      this.broken = { line: this.#line, message: "something follows the backslash that continues a line" };
      return;
    }
    this.#at = end + 1;
    this.#line += 1;
    if (end >= this.#text.trimEnd().length) this.#at = this.#text.length;
  }
  #name() {
    const name = this.#nameAt(this.#at);
    const after = this.#at + name.length;
    if (isQuote(this.#text.charCodeAt(after)) && isStringPrefix(name)) {
      this.#string(after, name);
      return;
    }
    const opened = this.#open.at(-1);
    if (opened !== void 0 && STATEMENTS.has(name) && this.#isFirstOfLine()) {
      this.broken = { line: opened.line, message: `\`${opened.text}\` is never closed` };
      return;
    }
    this.#push("name", name);
  }
  /** Nearly all names are of plain letters, and need no table of all others. */
  #nameAt(start) {
    let end = start;
    while (isPlain(this.#text.charCodeAt(end))) end += 1;
    if (!(this.#text.charCodeAt(end) >= 128)) return this.#text.slice(start, end);
    NAME.lastIndex = start;
    return NAME.exec(this.#text)?.[0] ?? this.#text[start] ?? "";
  }
  #isFirstOfLine() {
    const start = this.#text.lastIndexOf("\n", this.#at - 1) + 1;
    return this.#at - start < 200 && this.#text.slice(start, this.#at).trim() === "";
  }
  #string(quoteAt, prefix) {
    const end = stringEnd(this.#text, quoteAt, prefix);
    if (end === UNCLOSED) {
      this.broken = /^("""|''')/.test(this.#text.slice(quoteAt, quoteAt + 3)) ? { line: lastLine(this.#text), message: `it ends inside the text in quotes of line ${this.#line}` } : { line: this.#line, message: "a text in quotes is never closed" };
      return;
    }
    const text = this.#text.slice(this.#at, end);
    this.#push("string", text);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }
  #operator() {
    const text = this.#operatorAt(this.#at);
    if (text === "(" || text === "[" || text === "{") {
      this.#push("operator", text);
      this.#open.push({ text, line: this.#line });
      return;
    }
    const pair = PAIRS[text];
    if (pair !== void 0) {
      const opened = this.#open.pop();
      if (opened?.text !== pair) {
        const message = opened === void 0 ? `\`${text}\` closes nothing` : `\`${text}\` stands where \`${opened.text}\` of line ${opened.line} is to be closed`;
        this.broken = { line: this.#line, message };
        return;
      }
    }
    this.#push("operator", text);
  }
  #operatorAt(start) {
    const sign = this.#text[start] ?? "";
    if (ALONE.has(sign)) return sign;
    OPERATOR.lastIndex = start;
    return OPERATOR.exec(this.#text)?.[0] ?? "";
  }
  #match(kind, pattern) {
    pattern.lastIndex = this.#at;
    this.#push(kind, pattern.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? "");
  }
  #push(kind, text) {
    this.#tokens.push({ kind, text, line: this.#line, depth: this.#open.length });
    this.#at += text.length;
  }
  #end() {
    const opened = this.#open.at(-1);
    if (opened !== void 0) {
      const line = this.#tokens.at(-1)?.line ?? opened.line;
      const message = `it ends before \`${opened.text}\` of line ${opened.line} is closed`;
      this.broken = { line, message };
    }
    this.#finishLine();
  }
};
function lastLine(text) {
  let line = 1;
  const end = text.trimEnd().length;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
function isDigit(code) {
  return code >= 48 && code <= 57;
}
function isPlain(code) {
  return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code === 95 || isDigit(code);
}
function isLetter(code) {
  return isPlain(code) && !isDigit(code) || code >= 128;
}

// src/check/python/variables.ts
function variablesIn(tokens) {
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "name" || token.text !== "environ" && token.text !== "getenv") continue;
    const isGet = token.text === "environ" && tokens[at + 1]?.text === "." && tokens[at + 2]?.text === "get";
    const open = isGet ? at + 3 : at + 1;
    const bracket = tokens[open]?.text;
    const name = tokens[open + 1];
    const isCall = bracket === "(" && (isGet || token.text === "getenv");
    if (name?.kind !== "string" || !isCall && bracket !== "[") continue;
    if (token.text === "environ" && tokens[at - 2]?.text !== "os") continue;
    if (!["]", ")", ","].includes(tokens[open + 2]?.text ?? "")) continue;
    const isWritten = !isCall && tokens[open + 3]?.text === "=";
    const text = /^["'](\w{1,100})["']$/.exec(name.text)?.[1];
    if (text === void 0 || isWritten) continue;
    const isOptional = isCall && (splitArguments(tokens, open)?.length ?? 0) > 1;
    found.push({ name: text, line: name.line, isOptional });
  }
  return found;
}

// src/check/python/read.ts
function readPython(_path, text) {
  const { lines, broken } = tokenize(text);
  const collect = new Collect();
  const wrong = walkStatements(lines, (statement) => collect.statement(statement), broken === null);
  const first = wrong !== null && (broken === null || wrong.line < broken.line) ? wrong : broken ?? wrong;
  return first === null ? { python: collect.facts() } : { broken: [first] };
}
var Collect = class {
  #imports = [];
  #names = /* @__PURE__ */ new Set();
  /** Names that something but an import gives a meaning in this file, wherever. */
  #own = /* @__PURE__ */ new Set();
  #signatures = /* @__PURE__ */ new Map();
  #uncertain = /* @__PURE__ */ new Set();
  #classes = /* @__PURE__ */ new Set();
  #uses = [];
  #sets = /* @__PURE__ */ new Set();
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
    if (scope.kind === "module" || statement.keyword === "global")
      for (const name of made) this.#names.add(name);
    if (imports.length > 0) return;
    for (const name of made) this.#own.add(name);
    this.#define(statement, made);
    if (scope.kind === "module" && tokens[0]?.text === "__all__") this.#listed(tokens);
    this.#variables.push(...variablesIn(tokens));
    this.#routes.push(...routesIn(tokens, statement.keyword === "@"));
    this.#use(tokens, scope.kind === "module", scope.runs === "always");
  }
  facts() {
    const imported = new Set(this.#imports.flatMap(boundBy));
    for (const name of this.#uncertain) this.#signatures.delete(name);
    return {
      imports: this.#imports,
      names: this.#names,
      isOpen: this.#isOpen,
      makesModules: this.#makesModules || this.#names.has("__path__"),
      all: this.#isAllKnown ? this.#all : null,
      signatures: this.#signatures,
      uses: this.#uses.filter(
        ({ name, member }) => imported.has(name) && !this.#own.has(name) && !(this.#asks && member !== null)
      ),
      sets: this.#sets,
      routes: this.#routes,
      variables: this.#variables
    };
  }
  /** Remembers what a function or a class takes, if it is defined once and is what it looks like. */
  #define({ keyword, tokens, scope, decorators, isHead }, made) {
    const isDefinition = isHead && (keyword === "def" || keyword === "class");
    if (keyword === "def") for (const name of parameterNames(tokens)) this.#own.add(name);
    if (scope.kind === "module") {
      for (const name2 of made) {
        if (this.#signatures.has(name2) || this.#classes.has(name2) || !isDefinition) this.#uncertain.add(name2);
      }
      const [name = ""] = made;
      if (!isDefinition) return;
      if (decorators > 0 || scope.runs !== "always") this.#uncertain.add(name);
      const signature = keyword === "def" ? signatureOf(tokens, false) : null;
      if (signature !== null) this.#signatures.set(name, signature);
      if (keyword === "class" && (tokens[2]?.text === ":" || tokens[3]?.text === ")"))
        this.#classes.add(name);
      return;
    }
    if (scope.kind === "class" && isDefinition && this.#classes.has(scope.owner))
      this.#method(tokens, scope.owner, decorators);
  }
  #method(tokens, owner, decorators) {
    const name = tokens[1]?.text;
    if (name === "__new__" || name === "__call__") this.#uncertain.add(owner);
    if (name !== "__init__") return;
    const signature = decorators > 0 ? null : signatureOf(tokens, true);
    if (signature === null || this.#signatures.has(owner)) this.#uncertain.add(owner);
    else this.#signatures.set(owner, signature);
  }
  #listed(tokens) {
    const isPlain2 = tokens.slice(1).every(
      ({ kind, text }) => kind === "string" || ["=", "+=", "[", "]", "(", ")", ",", "+"].includes(text)
    );
    if (!isPlain2) this.#isAllKnown = false;
    this.#all ??= [];
    for (const { kind, text, line } of tokens) {
      if (kind === "string") this.#all.push({ name: literal(text), line });
    }
  }
  /** Names of a comprehension or a lambda: from their first to the `in` or the colon. */
  #bind(tokens, from) {
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === void 0 || token.text === "in" || token.text === ":") return;
      if (token.kind === "name") this.#own.add(token.text);
    }
  }
  #use(tokens, isTop, isCertain) {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token?.kind !== "name") continue;
      const before = tokens[at - 1]?.text;
      const next = tokens[at + 1]?.text;
      if (token.text === "hasattr" || token.text === "setattr" || token.text === "monkeypatch")
        this.#asks = true;
      const opened = openedBy(tokens, at, isTop);
      this.#isOpen ||= opened.names;
      this.#makesModules ||= opened.modules;
      if (before === "." || before === "def" || before === "class") continue;
      const { line, text: name } = token;
      if (next === "(")
        this.#uses.push({ line, name, member: null, given: givenAt(tokens, at + 1), isCertain });
      const member = tokens[at + 2];
      if (next === "." && member?.kind === "name") {
        const given = tokens[at + 3]?.text === "(" ? givenAt(tokens, at + 3) : null;
        this.#uses.push({ line: member.line, name, member: member.text, given, isCertain });
        if (tokens[at + 3]?.text === "=") this.#sets.add(member.text);
      }
      if (before === "for" || before === "lambda") this.#bind(tokens, at);
    }
  }
};
function boundBy({ names, as }) {
  return names === null ? [as] : names.map((name) => name.as);
}
function parameterNames(tokens) {
  const open = tokens.findIndex(({ text, depth }) => text === "(" && depth === 0);
  const parts2 = open < 0 ? null : splitArguments(tokens, open);
  return (parts2 ?? []).flatMap((part) => {
    const name = part.find(({ text }) => text !== "*" && text !== "**");
    return name?.kind === "name" ? [name.text] : [];
  });
}
function literal(text) {
  return text.replace(/^[a-zA-Z]{0,2}("""|'''|"|')/, "").replace(/("""|'''|"|')$/, "");
}
export {
  readPython
};
