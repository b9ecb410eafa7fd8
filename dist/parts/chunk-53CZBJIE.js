// src/check/purpose.ts
var SAMPLES = /(?:^|\/)(?:__?fixtures?__?|fixtures?|templates?|tmpl|__?snapshots?__?|__testfixtures__|testdata|test-data|test-cases|testcases|samples?|examples?|demos?|docs?|documentation|sandbox|playgrounds?|vendor|vendors|third[-_]party|node_modules|bower_components|boilerplates?|stubs?|schematics|generators?|skeletons?|scaffolds?|cookbook|recipes|website|site-packages)\//i;
var APART = /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|specs|e2e|cypress|playwright|bench|benchs?|benchmarks?|perf|scripts?|tools?|tooling|tasks|build|support|\.[^/]+|config|configs|test-[^/]+|stories|webpack)\/|[._-](?:tests?|spec|bench|stories|story|config|conf|setup|e2e|cy|test-d)\.[cm]?[jt]sx?$|(?:^|\/)(?:\.[^/]+|[^/]*\.?config|gulpfile|gruntfile|rollup|karma|test|tests|bench|benchmark|example|examples|demo|build|webpack|jest-[^/]+|vitest-[^/]+)\.[cm]?[jt]sx?$/i;
function purposeOf(path) {
  if (SAMPLES.test(path)) return "sample";
  return APART.test(path) ? "apart" : "source";
}

// src/check/script/walk.ts
var APART2 = /* @__PURE__ */ new Set([
  ...["type", "start", "end", "loc", "extra", "errors", "tokens", "comments"],
  ...["leadingComments", "trailingComments", "innerComments"]
]);
function walk(root, enter, leave) {
  const ancestors = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === void 0 || node === null) {
      const finished = ancestors.pop();
      if (finished !== void 0) leave?.(finished, ancestors);
      continue;
    }
    enter(node, ancestors);
    const before = waiting.length;
    waiting.push(null);
    pushChildren(node, waiting);
    if (waiting.length === before + 1) {
      waiting.pop();
      leave?.(node, ancestors);
    } else ancestors.push(node);
  }
}
function pushChildren(node, waiting) {
  const from = waiting.length;
  const parts = node;
  for (const key in parts) {
    if (APART2.has(key)) continue;
    const value = parts[key];
    if (typeof value !== "object" || value === null) continue;
    if (isNode(value)) waiting.push(value);
    else if (Array.isArray(value)) {
      for (const part of value) if (isNode(part)) waiting.push(part);
    }
  }
  for (let low = from, high = waiting.length - 1; low < high; low++, high--) {
    const first = waiting[low] ?? null;
    waiting[low] = waiting[high] ?? null;
    waiting[high] = first;
  }
}
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function literalOf(node) {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}
function keyOf(key, computed) {
  if (computed === true) return literalOf(key);
  if (key.type === "Identifier") return key.name;
  if (key.type === "StringLiteral") return key.value;
  if (key.type === "NumericLiteral") return String(key.value);
  return null;
}
function pathOf(node) {
  const names = [];
  let at = node;
  while (at?.type === "MemberExpression" || at?.type === "OptionalMemberExpression") {
    const name = keyOf(at.property, at.computed);
    if (name === null) return null;
    names.push(name);
    at = at.object;
  }
  if (at?.type === "ThisExpression") names.push("this");
  else if (at?.type === "Identifier") names.push(at.name);
  else return null;
  return names.reverse();
}

// src/check/page/draft.ts
function lineOf(node) {
  return node.loc?.start.line ?? 1;
}
function calledName(callee) {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression") return null;
  return keyOf(callee.property, callee.computed);
}
function calledOn(callee) {
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression") return [];
  return pathOf(callee.object);
}
function use(draft, kind, node) {
  if (node === null || node === void 0) return;
  const name = literalOf(node);
  const constant2 = name === null ? pathOf(node)?.join(".") ?? null : null;
  if (name !== null) draft.taken.add(node);
  draft.uses.push({ kind, name, constant: constant2, line: lineOf(node) });
}

// src/check/page/addresses.ts
var BY_EXTENSION = new Map([
  ...["js", "mjs", "ts", "tsx", "jsx", "wasm"].map((end2) => [end2, "code"]),
  ...["css", "scss"].map((end2) => [end2, "style"]),
  ...["html", "htm"].map((end2) => [end2, "page"]),
  ...["json", "csv", "txt", "xml", "md", "yaml", "yml", "webmanifest", "geojson", "tsv"].map(
    (end2) => [end2, "data"]
  ),
  ...["png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "avif"].map((end2) => [end2, "image"]),
  ...["mp3", "ogg", "wav", "mp4", "webm", "m4a"].map((end2) => [end2, "media"]),
  ...["woff", "woff2", "ttf", "otf"].map((end2) => [end2, "font"])
]);
function targetBy(address) {
  const extension = /\.([a-z0-9]{1,12})(?:[?#].*)?$/i.exec(address.slice(0, 2e3))?.[1]?.toLowerCase() ?? "";
  return BY_EXTENSION.get(extension) ?? null;
}
function collectAddresses(draft, node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
      if (node.source != null) load(draft, node.source);
      break;
    case "ImportExpression":
      load(draft, node.source);
      break;
    case "NewExpression":
      inNew(draft, node.callee, node.arguments);
      break;
    case "CallExpression":
      inCall(draft, node.callee, node.arguments);
      break;
    case "VariableDeclarator":
      if (node.id.type === "Identifier" && node.init?.type === "ArrayExpression") {
        draft.lists.set(node.id.name, textsIn(node.init));
      }
      break;
  }
}
function load(draft, node) {
  const address = literalOf(node);
  if (address === null || node === void 0) return;
  draft.taken.add(node);
  if (address.startsWith(".") || address.startsWith("/")) draft.loads.push(address);
}
function inNew(draft, callee, [first, second]) {
  const name = calledName(callee);
  if (name === "Worker" || name === "SharedWorker") refer(draft, first, name, "page", "code");
  if (name === "Audio") refer(draft, first, name, "page", "media");
  if (name === "URL" && second?.type === "MemberExpression" && isOwnAddress(second))
    refer(draft, first, name, "file", null);
}
function isOwnAddress(node) {
  return node.object.type === "MetaProperty" && calledName(node) === "url";
}
function inCall(draft, callee, [first]) {
  const name = calledName(callee);
  const on = calledOn(callee)?.at(-1);
  if (name === "require" || callee.type === "Import") load(draft, first);
  if (name === "fetch" && (on === void 0 || on === "window")) refer(draft, first, "fetch", "page", null);
  if (name === "register" && on === "serviceWorker") refer(draft, first, "register", "page", "code");
  if (name === "addModule") refer(draft, first, "addModule", "page", "code");
  if (name === "importScripts") {
    refer(draft, first, "importScripts", "file", "code");
    load(draft, first);
  }
  if (name !== "addAll") return;
  if (first?.type === "ArrayExpression")
    for (const text of textsIn(first)) refer(draft, text, "addAll", "file", null);
  const list = pathOf(first)?.join(".");
  if (list !== void 0) draft.listed.push(list);
}
function textsIn({ elements }) {
  return elements.filter((element) => element !== null && literalOf(element) !== null);
}
function refer(draft, node, how, from, known) {
  const address = literalOf(node);
  const target = known ?? (address === null ? null : targetBy(address));
  if (node === void 0 || address === null || target === null) return;
  draft.references.push({ target, address, line: lineOf(node), how, from });
}

// src/check/page/selectors.ts
function soughtBy(selector) {
  if (selector.length > LONGEST || /[,\\{}$<]/.test(selector)) return [];
  const found = [];
  for (const match of withoutArguments(selector).matchAll(
    /#([\w-]+)|\.([\w-]+)|\[\s*(data-[\w-]+)|\[[^\]]*\]/g
  )) {
    const [, id, className, data] = match;
    if (id !== void 0) found.push({ kind: "id", name: id });
    if (className !== void 0) found.push({ kind: "class", name: className });
    if (data !== void 0) found.push({ kind: "data", name: data });
  }
  return found.filter(({ name }) => !/^\d/.test(name));
}
var LONGEST = 300;
function withoutArguments(selector) {
  let depth = 0;
  let kept = "";
  for (const letter of selector.replace(/"[^"]*"|'[^']*'/g, "")) {
    if (letter === "(") depth += 1;
    if (depth === 0) kept += letter;
    if (letter === ")") depth = Math.max(0, depth - 1);
  }
  return kept;
}
function dataName(key) {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

// src/check/page/lookups.ts
var SELECTING = /* @__PURE__ */ new Set([
  "querySelector",
  "querySelectorAll",
  "closest",
  "matches",
  "$",
  "jQuery"
]);
function collectLookups(draft, node, ancestors) {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      inCall2(draft, node, ancestors);
      break;
    case "MemberExpression":
    case "OptionalMemberExpression":
      inMember(draft, node, ancestors);
      break;
    case "VariableDeclarator":
      if (node.id.type === "ObjectPattern" && node.init != null && calledName(node.init) === "dataset") {
        for (const property of node.id.properties) {
          if (property.type !== "ObjectProperty") continue;
          const key = keyOf(property.key, property.computed);
          if (key !== null)
            add(draft, property, { kind: "data", name: dataName(key) }, "dataset", null, true);
        }
      }
      break;
    case "AssignmentExpression":
      inAssignment(draft, node.left, node.right);
      break;
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
      guard(draft, node.test);
      break;
    case "LogicalExpression":
      guard(draft, node.left);
      break;
    case "UnaryExpression":
      guard(draft, node.argument);
      break;
  }
}
function inCall2(draft, node, ancestors) {
  const name = calledName(node.callee);
  const [argument] = node.arguments;
  if (name === null || argument === void 0) return;
  if (name === "assign" && calledName(argument) === "dataset") draft.makesAnyData = true;
  const by = name === "getElementById" ? "id" : SELECTING.has(name) ? "selector" : null;
  if (argument.type === "Identifier" && by !== null) helper(draft, argument.name, by, ancestors);
  const text = literalOf(argument);
  if (text === null) {
    if (name === "setAttribute" && argument.type !== "StringLiteral") draft.makesAnyId = true;
    return;
  }
  const sought = soughtByCall(name, text);
  if (sought !== null) {
    draft.taken.add(argument);
    const on = calledOn(node.callee)?.[0];
    const isSure = (name === "getElementById" || name === "querySelector") && (on === "document" || on === "window");
    for (const each of sought)
      add(draft, argument, each, name, holderOf(ancestors, node), !isSure || isGuarded(node, ancestors));
    return;
  }
  if (name === "setAttribute" && text === "id" && literalOf(node.arguments[1]) === null)
    draft.makesAnyId = true;
  if (node.arguments.length > 2 || !/^[#.]?[\w-]+$/.test(text)) return;
  draft.taken.add(argument);
  draft.helperCalls.push({ helper: name, text, line: lineOf(argument) });
}
function soughtByCall(name, text) {
  if (name === "getElementById") return [{ kind: "id", name: text }];
  if (name === "getElementsByClassName")
    return text.split(/\s+/).map((part) => ({ kind: "class", name: part }));
  if (name === "$" || name === "jQuery") return /^[#.[][\w]/.test(text) ? soughtBy(text) : null;
  if (SELECTING.has(name)) return soughtBy(text);
  if (/^(?:get|has|remove)Attribute$/.test(name)) {
    if (text === "id" || text === "class") return [];
    return text.startsWith("data-") ? [{ kind: "data", name: text }] : null;
  }
  return null;
}
function inMember(draft, node, ancestors) {
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return;
  if (node.type === "OptionalMemberExpression") guard(draft, node.object);
  if (calledName(node.object) !== "dataset") return;
  const key = keyOf(node.property, node.computed);
  const parent = ancestors.at(-1);
  if (key === null) draft.makesAnyData = true;
  else if (parent?.type === "AssignmentExpression" && parent.left === node) draft.keys.add(key);
  else add(draft, node, { kind: "data", name: dataName(key) }, "dataset", null, true);
}
function inAssignment(draft, left, right) {
  const name = calledName(left);
  if (left.type === "Identifier" || name === null) return;
  const text = literalOf(right);
  if (name === "id" && text === null) draft.makesAnyId = true;
  if (name === "htmlFor" && text !== null) {
    draft.taken.add(right);
    add(draft, right, { kind: "id", name: text }, "htmlFor", null, true);
  }
}
function helper(draft, argument, by, ancestors) {
  for (let at = ancestors.length - 1; at >= 0; at -= 1) {
    const node = ancestors[at];
    if (node === void 0 || !("params" in node) || !("body" in node)) continue;
    const [first] = Array.isArray(node.params) ? node.params : [];
    if (first?.type !== "Identifier" || first.name !== argument) return;
    const name = nameOf(node, ancestors[at - 1]);
    const { body } = node;
    const isSure = typeof body === "object" && body !== null && !Array.isArray(body) && isOneStep(body);
    if (name !== null) draft.helpers.set(name, { by, isSure });
    return;
  }
}
function isOneStep(body) {
  if (body.type !== "BlockStatement") return body.type.endsWith("CallExpression");
  const statements = "body" in body ? body.body : null;
  if (!Array.isArray(statements) || statements.length !== 1) return false;
  const [only] = statements;
  return only?.type === "ReturnStatement" && (only.argument?.type.endsWith("CallExpression") ?? false);
}
function nameOf(node, parent) {
  if (node.type === "FunctionDeclaration") return node.id?.name ?? null;
  if (node.type === "ObjectMethod" || node.type === "ClassMethod") return keyOf(node.key, node.computed);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "ObjectProperty") return keyOf(parent.key, parent.computed);
  if (parent?.type === "AssignmentExpression") return calledName(parent.left);
  return null;
}
function add(draft, at, sought, how, holder, isOptional) {
  draft.lookups.push({ ...sought, line: lineOf(at), how, holder, isOptional });
}
function holderOf(ancestors, node) {
  let parent = ancestors.at(-1);
  for (let at = ancestors.length - 2; parent?.type.startsWith("TS") === true; at -= 1) parent = ancestors[at];
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : null;
  if (parent?.type === "AssignmentExpression") return calledName(parent.left);
  if (parent?.type === "ObjectProperty" && parent.value === node) return keyOf(parent.key, parent.computed);
  return null;
}
function isGuarded(node, ancestors) {
  if (ancestors.some(({ type }) => type === "TryStatement")) return true;
  const parent = ancestors.at(-1);
  if (parent?.type === "MemberExpression") return parent.object !== node;
  if (parent?.type === "TSNonNullExpression" || parent?.type === "TSAsExpression") return false;
  return holderOf(ancestors, node) === null;
}
function guard(draft, test) {
  const name = calledName(test);
  if (name !== null) draft.guarded.add(name);
  if (test.type === "BinaryExpression") for (const side of [test.left, test.right]) guard(draft, side);
}

// src/check/page/uses.ts
function collectUses(draft, node, ancestors) {
  switch (node.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      inCall3(draft, node.callee, node.arguments);
      break;
    case "NewExpression": {
      const name = calledName(node.callee);
      if (name === "CustomEvent" || name === "Event") use(draft, "event-sent", node.arguments[0]);
      break;
    }
    case "MemberExpression":
      inMember2(draft, node, ancestors.at(-1));
      break;
    case "SwitchStatement":
      if (isTag(node.discriminant)) for (const { test } of node.cases) heard(draft, test);
      break;
    case "BinaryExpression":
      if (/^[!=]==?$/.test(node.operator)) compare(draft, node.left, node.right);
      break;
    case "RegExpLiteral":
      if (node.pattern.startsWith("^\\/")) served(draft, pathOfPattern(node.pattern), node);
      break;
  }
}
var TAGS = /* @__PURE__ */ new Set(["type", "action", "kind", "command", "cmd"]);
var ROUTING = /* @__PURE__ */ new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "all",
  "use",
  "route",
  "head",
  "options"
]);
var CLIENTS = /^(?:axios|ky|got|\$|jQuery|http|https|api|client|request|superagent|instance)$/i;
var SERVING = /^create(?:Secure|Http)?Server$/;
var STORES = /* @__PURE__ */ new Set(["localStorage", "sessionStorage"]);
function inCall3(draft, callee, args) {
  const name = calledName(callee);
  const on = calledOn(callee);
  const last = on?.at(-1) ?? "";
  const [first] = args;
  if (name === null || first === void 0) {
    if (name !== null && SERVING.test(name)) draft.isServer = true;
    return;
  }
  if (name === "addEventListener") use(draft, "event-heard", first);
  else if (name === "removeEventListener") draft.taken.add(first);
  else if (name === "postMessage" || name === "sendMessage") for (const each of args) sent(draft, each);
  else if (STORES.has(last)) inStore(draft, name, first);
  else if (SERVING.test(name)) draft.isServer = true;
  else if (name === "fetch") fetched(draft, first);
  else if (ROUTING.has(name) && callee.type !== "Identifier") {
    const isClient = on === null || CLIENTS.test(last);
    if (isClient) fetched(draft, first);
    else if (args.length > 1 || name === "route") served(draft, literalOf(first), first);
  }
}
function inStore(draft, name, key) {
  if (name === "getItem") use(draft, "key-read", key);
  if (name === "setItem") use(draft, "key-written", key);
  if (name === "removeItem") draft.taken.add(key);
}
function inMember2(draft, node, parent) {
  const key = keyOf(node.property, node.computed);
  const { object } = node;
  if (key === "hash") draft.readsHash = true;
  if (object.type === "Identifier") {
    if (!STORES.has(object.name) || key === null || STORAGE_MEMBERS.has(key)) return;
    const isWritten = parent?.type === "AssignmentExpression" && parent.left === node;
    draft.uses.push({
      kind: isWritten ? "key-written" : "key-read",
      name: key,
      constant: null,
      line: lineOf(node)
    });
    return;
  }
  if (object.type !== "MemberExpression" || key === null) return;
  const path = pathOf(object);
  if (path === null) return;
  const [root, space] = path;
  if (path.length === 2 && (root === "chrome" || root === "browser") && space !== void 0) {
    draft.uses.push({ kind: "extension-api", name: `${space}.${key}`, constant: null, line: lineOf(node) });
  }
  if (path[0] === "process" && path[1] === "env" && path.length === 2 && parent?.type !== "AssignmentExpression") {
    draft.uses.push({ kind: "variable-read", name: key, constant: null, line: lineOf(node) });
  }
}
var STORAGE_MEMBERS = /* @__PURE__ */ new Set([
  "getItem",
  "setItem",
  "removeItem",
  "clear",
  "key",
  "length"
]);
function sent(draft, node) {
  if (node.type !== "ObjectExpression") return;
  for (const property of node.properties) {
    if (property.type !== "ObjectProperty") continue;
    const key = keyOf(property.key, property.computed);
    if (key !== null && TAGS.has(key)) use(draft, "message-sent", property.value);
  }
}
function isTag(node) {
  return TAGS.has(calledName(node) ?? "");
}
function compare(draft, left, right) {
  if (isTag(left)) heard(draft, right);
}
function heard(draft, node) {
  if (node !== null && node !== void 0) use(draft, "message-heard", node);
}
function fetched(draft, node) {
  const path = pathIn(node);
  if (path === null) return;
  draft.taken.add(node);
  draft.uses.push({ kind: "path-fetched", name: path, constant: null, line: lineOf(node) });
}
function served(draft, path, node) {
  if (path?.startsWith("/") !== true) return;
  draft.taken.add(node);
  draft.uses.push({ kind: "path-served", name: path, constant: null, line: lineOf(node) });
}
function pathIn(node) {
  const text = node.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.cooked ?? "").join("*") : node.type === "StringLiteral" ? node.value : null;
  if (text === null || !/^\/[\w*]/.test(text) || text.length > 300) return null;
  return text.replace(/[?#].*$/s, "");
}
function pathOfPattern(pattern) {
  if (pattern.length > 300) return null;
  const plain = pattern.slice(1).replace(/\$$/, "").replaceAll("\\/", "/").replace(/\((?:\?<\w+>|\?:)?[^()]*\)|\[[^\]]*\][+*]?|\\[dw][+*]?/g, "*");
  return /^[\w/*.:-]*$/.test(plain) ? plain : `${/^[\w/-]*/.exec(plain)?.[0] ?? "/"}**`;
}

// src/check/script/browser.ts
function browserCollector() {
  const draft = {
    taken: /* @__PURE__ */ new Set(),
    lookups: [],
    helpers: /* @__PURE__ */ new Map(),
    helperCalls: [],
    guarded: /* @__PURE__ */ new Set(),
    uses: [],
    constants: /* @__PURE__ */ new Map(),
    lists: /* @__PURE__ */ new Map(),
    listed: [],
    references: [],
    loads: [],
    mentions: /* @__PURE__ */ new Set(),
    keys: /* @__PURE__ */ new Set(),
    ends: /* @__PURE__ */ new Set(),
    makesAnyId: false,
    makesAnyData: false,
    isServer: false,
    readsHash: false
  };
  const enter = (node, ancestors) => {
    collectLookups(draft, node, ancestors);
    collectAddresses(draft, node);
    collectUses(draft, node, ancestors);
    collectStrings(draft, node, ancestors);
  };
  return { enter, finish: () => finish(draft) };
}
var SHORT = 100;
function collectStrings(draft, node, ancestors) {
  switch (node.type) {
    case "StringLiteral":
      if (!draft.taken.has(node)) mention(draft, node, node.value);
      break;
    case "TemplateElement":
      inTemplate(draft, node, ancestors.at(-1));
      break;
    case "RegExpLiteral":
      if (!draft.taken.has(node)) mention(draft, node, node.pattern);
      break;
    case "BinaryExpression":
      if (node.operator === "+") for (const side of [node.left, node.right]) end(draft, literalOf(side));
      break;
    case "ObjectProperty": {
      const key = keyOf(node.key, node.computed);
      if (key === null) break;
      draft.keys.add(key);
      constant(draft, node.value, [...namesAbove(ancestors), key]);
      break;
    }
    case "VariableDeclarator":
      if (node.id.type === "Identifier" && node.init != null) constant(draft, node.init, [node.id.name]);
      break;
  }
}
function namesAbove(ancestors) {
  const names = [];
  for (let at = ancestors.length - 1; at >= 0 && names.length < 4; at -= 1) {
    const node = ancestors[at];
    if (node?.type === "VariableDeclarator")
      return node.id.type === "Identifier" ? [node.id.name, ...names] : ["?"];
    if (node?.type === "ObjectProperty") names.unshift(keyOf(node.key, node.computed) ?? "?");
    else if (node?.type === "CallExpression" && calledFreeze(node.callee)) continue;
    else if (node?.type !== "ObjectExpression" && node?.type.startsWith("TS") !== true) return ["?"];
  }
  return ["?"];
}
function calledFreeze(callee) {
  return callee.type === "MemberExpression" && keyOf(callee.property, callee.computed) === "freeze";
}
function constant(draft, value, path) {
  const text = literalOf(value);
  if (text === null || text.length > SHORT) return;
  const name = path.join(".");
  draft.constants.set(name, draft.constants.has(name) && draft.constants.get(name) !== text ? null : text);
}
function mention(draft, node, text) {
  const path = pathIn(node);
  if (path !== null) draft.uses.push({ kind: "path-said", name: path, constant: null, line: lineOf(node) });
  words(draft.mentions, text);
}
function words(mentions, text) {
  if (text.length <= SHORT) mentions.add(text.trim());
  for (const [word] of text.matchAll(/[\p{L}\p{N}_-]+/gu)) if (word.length <= SHORT) mentions.add(word);
}
function inTemplate(draft, node, parent) {
  if (parent === void 0 || draft.taken.has(parent)) return;
  const text = node.value.cooked ?? node.value.raw;
  words(draft.mentions, text);
  if (parent.type !== "TemplateLiteral") return;
  if (parent.quasis[0] === node) {
    const path = pathIn(parent);
    if (path !== null) draft.uses.push({ kind: "path-said", name: path, constant: null, line: lineOf(node) });
  }
  if (parent.expressions.length > 0) end(draft, text);
}
function end(draft, text) {
  if (text === null) return;
  const [, last] = /([\w-]{2,100})$/.exec(text.slice(-SHORT)) ?? [];
  const [, first] = /^([\w-]{2,100})/.exec(text) ?? [];
  if (last !== void 0) draft.ends.add(last);
  if (first !== void 0) draft.ends.add(first);
}
function finish(draft) {
  for (const name of draft.listed)
    for (const node of draft.lists.get(name) ?? []) refer(draft, node, "addAll", "file", null);
  const lookups = draft.lookups.map(({ holder, ...lookup }) => ({
    ...lookup,
    isOptional: lookup.isOptional || holder !== null && draft.guarded.has(holder)
  }));
  const helperCalls = draft.helperCalls.filter((call) => {
    const helper2 = draft.helpers.get(call.helper);
    if (helper2 !== void 0) lookups.push(...lookupsOf(call, helper2));
    return helper2 === void 0;
  });
  const named = draft.uses.map(({ kind, name, constant: known, line }) => ({
    kind,
    line,
    name: name ?? (known === null ? null : draft.constants.get(known) ?? null)
  }));
  const { references, loads, helpers, mentions, keys, ends, makesAnyId, makesAnyData, isServer, readsHash } = draft;
  return {
    references,
    loads,
    lookups,
    helpers,
    helperCalls,
    mentions,
    keys,
    ends,
    makesAnyId,
    makesAnyData,
    isServer,
    readsHash,
    uses: named.flatMap(({ kind, line, name }) => name === null ? [] : [{ kind, line, name }]),
    unclear: new Set(named.flatMap(({ kind, name }) => name === null ? [kind] : []))
  };
}
function lookupsOf({ helper: helper2, text, line }, { by, isSure }) {
  const sought = by === "id" ? [{ kind: "id", name: text }] : soughtBy(text);
  return sought.map((each) => ({ ...each, line, how: helper2, isOptional: !isSure }));
}

export {
  purposeOf,
  walk,
  literalOf,
  keyOf,
  pathOf,
  browserCollector,
  lookupsOf
};
