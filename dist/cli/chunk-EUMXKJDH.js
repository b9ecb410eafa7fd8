// src/check/script/walk.ts
var APART = /* @__PURE__ */ new Set([
  ...["loc", "extra", "errors", "tokens", "comments"],
  ...["leadingComments", "trailingComments", "innerComments"]
]);
var DEEPEST = 1e4;
function toEach(kinds, visit) {
  return Object.fromEntries(kinds.map((kind) => [kind, visit]));
}
function visitAll(root, visitors) {
  const byKind = /* @__PURE__ */ new Map();
  for (const each of visitors) {
    for (const [kind, visit] of Object.entries(each)) {
      const known = byKind.get(kind);
      if (known === void 0) byKind.set(kind, [visit]);
      else known.push(visit);
    }
  }
  walk(root, (node, ancestors) => {
    const visits = byKind.get(node.type);
    if (visits !== void 0) for (const visit of visits) visit(node, ancestors);
  });
}
function walk(root, enter) {
  const ancestors = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === void 0 || node === null) {
      ancestors.pop();
      continue;
    }
    enter(node, ancestors);
    if (isLeaf(node) || ancestors.length >= DEEPEST) continue;
    const before = waiting.length;
    waiting.push(null);
    pushChildren(node, waiting);
    if (waiting.length === before + 1) waiting.pop();
    else ancestors.push(node);
  }
}
var LEAVES = /* @__PURE__ */ new Set([
  ...["StringLiteral", "NumericLiteral", "BooleanLiteral", "NullLiteral", "BigIntLiteral", "RegExpLiteral"],
  ...["ThisExpression", "Super", "TemplateElement", "JSXText", "JSXIdentifier", "EmptyStatement"]
]);
function isLeaf(node) {
  if (node.type !== "Identifier") return LEAVES.has(node.type);
  return node.typeAnnotation == null && node.decorators == null;
}
function pushChildren(node, waiting) {
  const from = waiting.length;
  const parts = node;
  for (const key in parts) {
    const value = parts[key];
    if (typeof value !== "object" || value === null || APART.has(key)) continue;
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
var LONGEST_PATH = 30;
function pathOf(node) {
  const names = [];
  let at = node;
  while (at?.type === "MemberExpression" || at?.type === "OptionalMemberExpression") {
    const name = keyOf(at.property, at.computed);
    if (name === null || names.length === LONGEST_PATH) return null;
    names.push(name);
    at = at.object;
  }
  if (at?.type === "ThisExpression") names.push("this");
  else if (at?.type === "Identifier") names.push(at.name);
  else return null;
  return names.reverse();
}
function lineOf(node) {
  return node.loc?.start.line ?? 1;
}

// src/check/browser/texts.ts
var LONGEST = 300;
var DEEPEST2 = 5;
var ANYTHING = "*";
function textOf(node, depth = 0) {
  const literal = literalOf(node);
  if (literal !== null) return literal.length > LONGEST ? ANYTHING : literal;
  if (depth > DEEPEST2) return ANYTHING;
  switch (node.type) {
    case "TemplateLiteral": {
      const { quasis, expressions } = node;
      return joined(
        quasis.flatMap(({ value }, index) => {
          const hole = expressions[index];
          return [value.cooked ?? "", hole === void 0 ? "" : textOf(hole, depth + 1)];
        })
      );
    }
    case "BinaryExpression":
      return node.operator === "+" ? joined([textOf(node.left, depth + 1), textOf(node.right, depth + 1)]) : ANYTHING;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return textOf(node.expression, depth + 1);
    case "Identifier":
    case "MemberExpression": {
      const path = pathOf(node);
      return path === null || path[0] === "this" ? ANYTHING : `\${${path.join(".")}}`;
    }
    default:
      return ANYTHING;
  }
}
function joined(parts) {
  const text = parts.join("");
  if (text.length > LONGEST) return ANYTHING;
  return text.includes("**") ? text.replace(/\*{2,}/g, ANYTHING) : text;
}
function withConstants(text, constants, isLast) {
  if (!text.includes("${")) return joined([text]);
  let done = text;
  for (let round = 0; round < DEEPEST2 && done.includes("${"); round += 1) {
    done = done.replace(/\$\{([^{}]{1,200})\}/g, (hole, name) => {
      const known = constants.get(name);
      if (known !== void 0 && known !== null) return known;
      return isLast || !isConstant(name) || known === null ? ANYTHING : hole;
    });
    if (done.length > LONGEST) return ANYTHING;
  }
  return joined([isLast ? done.replace(/\$\{[^{}]{1,200}\}/g, ANYTHING) : done]);
}
function isConstant(name) {
  return /^[A-Z]/.test(name);
}

// src/check/browser/passing.ts
var MOST_OF_ONE = 10;
var LOOKED_AT = 3;
function collectTextCall(draft, called, args, ancestors) {
  const name = calleeOf(called);
  if (name === null || args.length === 0 || args.length > 6) return;
  const texts = args.slice(0, LOOKED_AT).map(wordOf);
  let open = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? null;
    if (text === null) open |= 1 << index;
    else if (text.includes("${")) {
      const given = givenTo(text, ancestors);
      if (given !== null && given.name !== name) forward(draft, given, name, index);
    }
  }
  if (open !== 0) draft.openCalls.set(name, (draft.openCalls.get(name) ?? 0) | open);
  const [first] = args;
  if (first !== void 0 && texts.some((text) => text !== null))
    draft.textCalls.push({ callee: name, texts, line: lineOf2(first) });
}
function wordOf(node) {
  const text = textOf(node);
  return text === ANYTHING || /\s/.test(text) ? null : text;
}
function calleeOf({ name, on, last }) {
  if (name === null) return null;
  if (on === null) return `?.${name}`;
  return on.length === 0 ? name : `${last}.${name}`;
}
function givenTo(text, ancestors) {
  for (let at = ancestors.length - 1; at >= 0; at -= 1) {
    const around = ancestors[at];
    const parameters = around === void 0 ? null : parametersOf(around);
    const index = parameters?.findIndex((name2) => name2 !== "" && text.includes(`\${${name2}}`)) ?? -1;
    if (around === void 0 || parameters === null || index < 0) continue;
    const name = nameOf(around, ancestors.slice(0, at));
    const [before = "", after = "", ...more] = text.split(`\${${parameters[index]}}`);
    return name === null || index >= LOOKED_AT || more.length > 0 ? null : { name, parameters, index, before, after };
  }
  return null;
}
function forward(draft, { name, index, before, after }, to, toIndex) {
  const known = draft.forwards.get(name) ?? [];
  if (known.length < MOST_OF_ONE) known.push({ to, index, toIndex, before, after });
  draft.forwards.set(name, known);
}
function passesOn(draft, node, ancestors, use2, method = null) {
  const text = textOf(node);
  const given = text.includes("${") ? givenTo(text, ancestors) : null;
  if (given === null) return false;
  const { name, parameters, ...rest } = given;
  const methodAt = method?.type === "Identifier" ? parameters.indexOf(method.name) : -1;
  const passing = { ...use2, ...rest, methodAt: methodAt < 0 ? null : methodAt, line: lineOf2(node) };
  const known = draft.passing.get(name) ?? [];
  if (known.length < MOST_OF_ONE) known.push(passing);
  draft.passing.set(name, known);
  return true;
}
function textIn(node, ancestors) {
  const text = textOf(node);
  if (!text.includes("${")) return text;
  const given = new Set(ancestors.flatMap((around) => parametersOf(around) ?? []));
  return text.replace(/\$\{([^{}.]+)[^{}]*\}/g, (hole, root) => given.has(root) ? ANYTHING : hole);
}
function parametersOf(node) {
  if (!("params" in node) || !Array.isArray(node.params) || !("body" in node)) return null;
  return node.params.map((parameter) => {
    const inner = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    return inner.type === "Identifier" ? inner.name : "";
  });
}
function nameOf(node, above) {
  if (node.type === "FunctionDeclaration") return node.id?.name ?? null;
  if (node.type === "ClassMethod") return own("this", keyOf(node.key, node.computed));
  const parent = above.at(-1);
  if (node.type === "ObjectMethod") return own(holderOf(above), keyOf(node.key, node.computed));
  if (parent?.type === "ObjectProperty")
    return own(holderOf(above.slice(0, -1)), keyOf(parent.key, parent.computed));
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "AssignmentExpression" && parent.left.type !== "Identifier")
    return calleeOf(calledBy(parent.left));
  return null;
}
function own(holder, name) {
  return name === null ? null : `${holder ?? "?"}.${name}`;
}
function holderOf(above) {
  const holder = above.at(-2);
  if (above.at(-1)?.type !== "ObjectExpression") return null;
  if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier") return holder.id.name;
  return holder?.type === "AssignmentExpression" ? calledName(holder.left) : null;
}
function propertyOf(node, ...names) {
  if (node?.type !== "ObjectExpression") return null;
  for (const property of node.properties) {
    if (property.type !== "ObjectProperty") continue;
    const key = keyOf(property.key, property.computed);
    if (key !== null && names.includes(key)) return property.value;
  }
  return null;
}
function isOpenObject(node) {
  return node.type !== "ObjectExpression" || node.properties.some(
    (property) => property.type === "SpreadElement" || property.computed && literalOf(property.key) === null
  );
}

// src/check/browser/draft.ts
function lineOf2(node) {
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
function calledBy(callee) {
  const on = calledOn(callee);
  return { name: calledName(callee), on, last: on?.at(-1) ?? "" };
}
function use(draft, kind, node, ancestors, of = null) {
  if (node === null || node === void 0) return;
  draft.taken.add(node);
  if (passesOn(draft, node, ancestors, { kind, of })) return;
  draft.uses.push({ kind, name: textIn(node, ancestors), line: lineOf2(node), of });
}

// src/check/browser/addresses.ts
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
function addresses(draft) {
  return {
    ...toEach(
      ["ImportDeclaration", "ExportAllDeclaration", "ExportNamedDeclaration", "ImportExpression"],
      ({ source }) => load(draft, source)
    ),
    NewExpression: (node) => inNew(draft, node.callee, node.arguments),
    CallExpression: (node) => inCall(draft, node.callee, node.arguments),
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && init?.type === "ArrayExpression")
        draft.lists.set(id.name, textsIn(init));
    }
  };
}
function load(draft, node) {
  const address = literalOf(node);
  if (address === null || node == null) return;
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
var LOADING = /* @__PURE__ */ new Set(["fetch", "register", "addModule", "importScripts", "addAll"]);
function inCall(draft, callee, [first]) {
  const name = calledName(callee);
  if (name === "require" || callee.type === "Import") load(draft, first);
  if (name === null || !LOADING.has(name)) return;
  const on = calledOn(callee)?.at(-1);
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
  draft.references.push({ target, address, line: lineOf2(node), how, from });
}

// src/check/browser/selectors.ts
function soughtBy(selector) {
  if (selector.length > LONGEST2 || /[,\\{}$<]/.test(selector)) return [];
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
var LONGEST2 = 300;
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

// src/check/browser/lookups.ts
var SELECTING = /* @__PURE__ */ new Set([
  "querySelector",
  "querySelectorAll",
  "closest",
  "matches",
  "$",
  "jQuery"
]);
function lookups(draft) {
  return {
    ...toEach(
      ["CallExpression", "OptionalCallExpression"],
      (node, ancestors) => inCall2(draft, node, ancestors)
    ),
    ...toEach(
      ["MemberExpression", "OptionalMemberExpression"],
      (node, ancestors) => inMember(draft, node, ancestors)
    ),
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "ObjectPattern" || init == null || calledName(init) !== "dataset") return;
      for (const property of id.properties) {
        if (property.type !== "ObjectProperty") continue;
        const key = keyOf(property.key, property.computed);
        if (key !== null) add(draft, property, { kind: "data", name: dataName(key) }, "dataset", null, true);
      }
    },
    AssignmentExpression: ({ left, right }) => inAssignment(draft, left, right),
    ...toEach(["IfStatement", "ConditionalExpression", "WhileStatement"], ({ test }) => guard(draft, test)),
    LogicalExpression: ({ left }) => guard(draft, left),
    UnaryExpression: ({ argument }) => guard(draft, argument)
  };
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
      add(draft, argument, each, name, holderOf2(ancestors, node), !isSure || isGuarded(node, ancestors));
    return;
  }
  if (name === "setAttribute" && text === "id" && literalOf(node.arguments[1]) === null)
    draft.makesAnyId = true;
  if (node.arguments.length > 2 || !/^[#.]?[\w-]+$/.test(text)) return;
  draft.taken.add(argument);
  draft.helperCalls.push({ helper: name, text, line: lineOf2(argument) });
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
    const name = nameOf2(node, ancestors[at - 1]);
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
function nameOf2(node, parent) {
  if (node.type === "FunctionDeclaration") return node.id?.name ?? null;
  if (node.type === "ObjectMethod" || node.type === "ClassMethod") return keyOf(node.key, node.computed);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "ObjectProperty") return keyOf(parent.key, parent.computed);
  if (parent?.type === "AssignmentExpression") return calledName(parent.left);
  return null;
}
function add(draft, at, sought, how, holder, isOptional2) {
  draft.lookups.push({ ...sought, line: lineOf2(at), how, holder, isOptional: isOptional2 });
}
function holderOf2(ancestors, node) {
  let parent = ancestors.at(-1);
  for (let at = ancestors.length - 2; parent?.type.startsWith("TS") === true; at -= 1) parent = ancestors[at];
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : null;
  if (parent?.type === "AssignmentExpression") return calledName(parent.left);
  if (parent?.type === "ObjectProperty" && parent.value === node) return keyOf(parent.key, parent.computed);
  return null;
}
var DRAWING = /* @__PURE__ */ new Set(["createRoot", "hydrateRoot"]);
function draws(callee) {
  const name = calledName(callee) ?? "";
  if (DRAWING.has(name)) return true;
  const on = callee.type === "MemberExpression" ? calledName(callee.object) : null;
  return /^(?:render|hydrate)$/.test(name) && /^(?:ReactDOM|Preact|preact)$/.test(on ?? "");
}
function isGuarded(node, ancestors) {
  if (ancestors.some(({ type }) => type === "TryStatement")) return true;
  const parent = ancestors.at(-1);
  if (parent?.type === "MemberExpression") return parent.object !== node;
  if (parent?.type === "TSNonNullExpression" || parent?.type === "TSAsExpression") return false;
  if (parent?.type === "CallExpression" && draws(parent.callee)) return false;
  return holderOf2(ancestors, node) === null;
}
function guard(draft, test) {
  const name = calledName(test);
  if (name !== null) draft.guarded.add(name);
  if (test.type === "BinaryExpression") for (const side of [test.left, test.right]) guard(draft, side);
}

// src/check/browser/constant-object.ts
var MOST_STATEMENTS = 300;
function constantObject(name, ancestors) {
  for (const block of ancestors.toReversed()) {
    if (isFunctionOf(block, name)) return null;
    if (block.type !== "BlockStatement" && block.type !== "Program") continue;
    if (block.body.length > MOST_STATEMENTS) continue;
    const made = madeIn(block.body, name);
    if (made === null) continue;
    return propertyOf(made, "method") === null || isChanged(block, name) ? null : made;
  }
  return null;
}
function isFunctionOf(node, name) {
  if (!("params" in node) || !Array.isArray(node.params)) return false;
  return node.params.some((parameter) => {
    const inner = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    return inner.type !== "Identifier" || inner.name === name;
  });
}
function madeIn(statements, name) {
  for (const statement of statements) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations)
      if (id.type === "Identifier" && id.name === name)
        return statement.kind === "const" ? init ?? null : null;
  }
  return null;
}
function isChanged(block, name) {
  let isFound = false;
  walk(block, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression")
      isFound ||= node.left.object.type === "Identifier" && node.left.object.name === name && (keyOf(node.left.property, node.left.computed) ?? "method") === "method";
    if (node.type === "CallExpression" && calledOn(node.callee)?.[0] === "Object") {
      const [first] = node.arguments;
      isFound ||= first?.type === "Identifier" && first.name === name;
    }
  });
  return isFound;
}
function importedFrom(node, ancestors) {
  const program = ancestors.find(({ type }) => type === "Program");
  const named = node?.type === "CallExpression" ? node.callee : node;
  if (named?.type !== "Identifier" || program?.type !== "Program") return null;
  for (const statement of program.body.slice(0, MOST_STATEMENTS)) {
    const source = sourceOf(statement, named.name);
    if (source?.startsWith(".") === true) return source;
  }
  return null;
}
function sourceOf(statement, name) {
  if (statement.type === "ImportDeclaration")
    return statement.specifiers.some(({ local }) => local.name === name) ? statement.source.value : null;
  if (statement.type !== "VariableDeclaration") return null;
  const { init } = statement.declarations.find(({ id }) => id.type === "Identifier" && id.name === name) ?? {};
  const isRequired = init?.type === "CallExpression" && calledName(init.callee) === "require";
  return isRequired ? literalOf(init.arguments[0]) : null;
}

// src/check/browser/requests.ts
var METHODS = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options"]);
var SERVING = /* @__PURE__ */ new Set([
  ...METHODS,
  "all",
  "use",
  "route",
  "register",
  "mount",
  "prefix",
  "basePath"
]);
var CLIENTS = /^(?:axios|ky|got|\$|jQuery|superagent|\$http|http|https)$/;
var OWN_CLIENTS = /^(?:api|client|request|instance|http|httpClient|apiClient)$/i;
var SERVERS = /^create(?:Secure|Http)?Server$/;
function collectRequest(draft, { name, last }, args, ancestors) {
  if (name !== null && SERVERS.test(name)) draft.isServer = true;
  const [first, second] = args;
  if (name === null || first === void 0) return false;
  if (name === "fetch" && (last === "" || last === "window" || last === "self" || last === "globalThis"))
    return fetched(draft, first, second, ancestors);
  if (name === "open" && args.length > 1 && second !== void 0 && METHODS.has(lower(first)))
    return asked(draft, second, lower(first).toUpperCase(), ancestors);
  if (name === "sendBeacon") return asked(draft, first, "POST", ancestors);
  if (name === "ajax" || (name === "axios" || name === "ky") && last === "")
    return inOptions(draft, first, second, ancestors);
  if (name === "getJSON" && CLIENTS.test(last)) return asked(draft, first, "GET", ancestors);
  if (!SERVING.has(name) || last === "") return false;
  const isClient = CLIENTS.test(last) || OWN_CLIENTS.test(last) && !isFunction(second);
  if (!isClient) return served(draft, name, args, ancestors, last);
  if (!METHODS.has(name) || isFunction(second) && !/^(?:\$|jQuery)$/.test(last)) return false;
  return CLIENTS.test(last) ? asked(draft, first, name.toUpperCase(), ancestors) : false;
}
function collectSource(draft, node, ancestors) {
  if (node !== void 0) asked(draft, node, "GET", ancestors);
}
function lower(node) {
  return (literalOf(node) ?? "").toLowerCase();
}
function isFunction(node) {
  return node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression";
}
function fetched(draft, path, given, ancestors) {
  const options = (given?.type === "Identifier" ? constantObject(given.name, ancestors) : null) ?? given;
  return asked(draft, path, methodIn(options), ancestors, methodNode(options));
}
function methodNode(options) {
  if (options?.type === "Identifier") return options;
  return propertyOf(options, "method", "type");
}
function methodIn(options) {
  if (options === void 0) return "GET";
  if (options.type !== "ObjectExpression") return null;
  if (options.properties.some(({ type }) => type !== "ObjectProperty")) return null;
  const method = propertyOf(options, "method", "type");
  if (method === null) return "GET";
  return literalOf(method)?.toUpperCase() ?? null;
}
function inOptions(draft, first, second, ancestors) {
  if (first.type !== "ObjectExpression") return asked(draft, first, methodIn(second), ancestors);
  const url = propertyOf(first, "url");
  return url === null ? false : asked(draft, url, methodIn(first), ancestors);
}
function asked(draft, node, method, ancestors, handedOn = null) {
  draft.taken.add(node);
  const kind = "path-fetched";
  const isHandedOn2 = passesOn(draft, node, ancestors, { kind, of: method }, handedOn);
  if (isHandedOn2 && node.type === "Identifier") return true;
  draft.uses.push({ kind, name: textIn(node, ancestors), line: lineOf2(node), of: method });
  return true;
}
function served(draft, name, args, ancestors, last) {
  const [first, ...handlers] = args;
  if (first === void 0) return false;
  if (name === "prefix" || name === "basePath") return prefixed(draft, first, ancestors);
  if (name === "register" || name === "mount") return mounted(draft, name, args, ancestors);
  if (name === "use" && NO_SERVER.test(last) && !isText(first)) return false;
  if (name === "use" && !isText(first)) {
    for (const each of args) {
      if (answersAll(each)) draft.servesMore = true;
      const of = importedFrom(each, ancestors);
      if (of !== null) draft.uses.push({ kind: "path-mounted", name: "/", line: lineOf2(each), of });
    }
    return false;
  }
  if (name === "route" && first.type === "ObjectExpression") return false;
  if (handlers.length === 0 && name !== "route") return false;
  const texts = first.type === "ArrayExpression" ? first.elements : [first];
  if (!texts.some((each) => each !== null && isText(each))) {
    if (/^(?:app|router|server|fastify)$/i.test(last) && name !== "route") draft.servesMore = true;
    return false;
  }
  for (const each of texts) {
    if (each === null) continue;
    const text = textIn(each, ancestors);
    if (!/^[/*$]/.test(text) && text !== "") continue;
    draft.taken.add(each);
    const how = name === "use" || name === "route" ? mountOf(handlers.at(-1)) : "served";
    if (how === "nothing") continue;
    const from = how === "all" ? importedFrom(handlers.at(-1), ancestors) : null;
    const kind = how === "mounted" || from !== null ? "path-mounted" : "path-served";
    const path = how === "all" && from === null ? `${text}/**` : text;
    const methods = name === "route" && handlers.length === 0 ? chained(ancestors) : [];
    const of = METHODS.has(name) ? name.toUpperCase() : from;
    for (const method of methods.length > 0 ? methods : [of])
      draft.uses.push({ kind, name: path, line: lineOf2(each), of: method });
  }
  return true;
}
function chained(ancestors) {
  const methods = [];
  for (let at = ancestors.length - 1; at > 0; at -= 2) {
    const [member, call] = [ancestors[at], ancestors[at - 1]];
    if (member?.type !== "MemberExpression" || call?.type !== "CallExpression" || call.callee !== member)
      break;
    const name = keyOf(member.property, member.computed) ?? "";
    if (!METHODS.has(name)) return [];
    methods.push(name.toUpperCase());
  }
  return methods;
}
function isText(node) {
  return literalOf(node) !== null || node.type === "TemplateLiteral" || node.type === "BinaryExpression" || node.type === "RegExpLiteral";
}
function mountOf(node) {
  if (node === void 0) return "served";
  if (isFunction(node) && "params" in node)
    return node.params.length > 2 || saysNothing(node) ? "nothing" : "all";
  const called = node.type === "CallExpression" ? node.callee : node;
  const name = called.type === "Identifier" ? called.name : calledName(called) ?? "";
  const required = node.type === "CallExpression" && name === "require" ? literalOf(node.arguments[0]) : null;
  if (required?.startsWith(".") === true || /rout(?:e|er)s?$|^api$|controller$/i.test(name)) return "mounted";
  return HARMLESS.test(name) ? "nothing" : "all";
}
function saysNothing(node) {
  let isFound = false;
  walk(node, (inner) => {
    if (inner.type === "NumericLiteral" && inner.value === 404) isFound = true;
  });
  return isFound;
}
var NO_SERVER = /^(?:passport|io|engine|namespace|nsp|i18n|i18next|marked|chai|dayjs|Vue|swiper)$/i;
var HARMLESS = /^(?:json|urlencoded|raw|text|static|serveStatic|staticFiles|cors|helmet|morgan|logger|pino|pinoHttp|compression|cookieParser|session|bodyParser|rateLimit\w*|limiter|\w*[lL]imiter|passport|initialize|flash|csrf|csurf|favicon|methodOverride|multer|responseTime|requestLogger|errorHandler|notFound\w*|authenticate|serve|secureHeaders|etag|timeout|\w*[rR]outer|\w*[rR]outes|routes|allowedMethods|\w*[mM]iddleware|\w*[eE]rror\w*|\w*[lL]ogger)$/;
function answersAll(node) {
  if (isFunction(node)) return false;
  if (node.type === "StringLiteral") return false;
  const called = node.type === "CallExpression" ? node.callee : node;
  if (called.type === "CallExpression") return true;
  const name = called.type === "Identifier" ? called.name : calledName(called);
  return name === null || !HARMLESS.test(name);
}
function prefixed(draft, node, ancestors) {
  const name = textIn(node, ancestors);
  if (!name.startsWith("/")) return false;
  draft.taken.add(node);
  draft.uses.push({ kind: "path-mounted", name, line: lineOf2(node), of: null });
  return true;
}
function collectRouter(draft, node, ancestors) {
  const prefix = propertyOf(node, "prefix", "basePath");
  if (prefix !== null) prefixed(draft, prefix, ancestors);
}
function mounted(draft, name, [first, second], ancestors) {
  const prefix = propertyOf(second, "prefix");
  if (prefix === null || name === "mount") return false;
  draft.uses.push({
    kind: propertyOf(second, "root") === null && first !== void 0 ? "path-mounted" : "path-served",
    name: textIn(prefix, ancestors),
    line: lineOf2(prefix),
    of: null
  });
  draft.taken.add(prefix);
  return true;
}
function collectRoute(draft, node, ancestors) {
  const method = propertyOf(node, "method", "methods", "verb");
  const path = propertyOf(node, "path", "url", "pattern", "route", "regex", "pathname");
  if (method === null || path === null || ancestors.at(-1)?.type === "CallExpression" && isAsked(ancestors))
    return;
  const methods = method.type === "ArrayExpression" ? method.elements : [method];
  const text = path.type === "RegExpLiteral" ? pathOfPattern(path.pattern) : textIn(path, ancestors);
  if (text === null || !/^[/^*$]/.test(text)) return;
  draft.taken.add(path);
  for (const each of methods) {
    const of = each === null ? null : literalOf(each)?.toUpperCase() ?? null;
    draft.uses.push({ kind: "path-served", name: text, line: lineOf2(path), of: of === "*" ? null : of });
  }
}
function isAsked(ancestors) {
  const call = ancestors.at(-1);
  const name = call?.type === "CallExpression" ? calledName(call.callee) : null;
  return name === "axios" || name === "ajax" || name === "request" || name === "fetch" || name === "inject";
}
function collectPattern(draft, node) {
  if (!node.pattern.startsWith("^\\/") || draft.taken.has(node)) return;
  draft.taken.add(node);
  const path = pathOfPattern(node.pattern);
  if (path !== null) draft.uses.push({ kind: "path-served", name: path, line: lineOf2(node), of: null });
}
function collectSaid(draft, node, ancestors) {
  const text = textOf(node);
  const verb = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(text);
  const path = verb?.[2] ?? text;
  if (!/^\/[\w*$:.{-]/.test(path) || /\s/.test(path)) return;
  const call = ancestors.at(-1);
  const isStart = call?.type === "CallExpression" && (calledName(call.callee) === "startsWith" || calledName(call.callee) === "slice");
  draft.uses.push({
    kind: verb === null ? "path-said" : "path-served",
    name: isStart ? `${path}**` : path,
    line: lineOf2(node),
    of: verb?.[1] ?? null
  });
}
function pathOfPattern(pattern) {
  if (pattern.length > 300) return null;
  const isWhole = pattern.endsWith("$");
  const plain = pattern.slice(1).replace(/\$$/, "").replace(/\(\?=[^()]*\)|\\b$/g, "**").replaceAll("\\/", "/").replaceAll("\\.", ".").replace(/\((?:\?<\w+>|\?:)?[^()]*\)\??|\[[^\]]*\](?:[+*]|\{[\d,]*\})?|\\[dw](?:[+*]|\{[\d,]*\})?/g, ":x").replace(/\/\??$/, "");
  if (!/^[\w/*.:-]*$/.test(plain)) return `${/^[\w/-]*/.exec(plain)?.[0] ?? "/"}**`;
  return isWhole ? plain || "/" : `${plain}**`;
}
function looksAtPath(node) {
  const name = keyOf(node.property, node.computed);
  return name === "pathname" || name === "originalUrl";
}

// src/check/browser/stores.ts
var STORES = /* @__PURE__ */ new Set(["localStorage", "sessionStorage"]);
var AREAS = /* @__PURE__ */ new Set(["local", "sync", "session"]);
var STORING = /* @__PURE__ */ new Map([
  ["getItem", "key-read"],
  ["setItem", "key-written"],
  ["removeItem", "key-dropped"]
]);
var MEMBERS = /* @__PURE__ */ new Set(["getItem", "setItem", "removeItem", "clear", "key", "length"]);
function collectStored(draft, callee, { name, on, last: store }, args, ancestors) {
  if (store === "") return false;
  const [key] = args;
  if (STORES.has(store)) {
    const kind = STORING.get(name ?? "");
    if (kind !== void 0) use(draft, kind, key, ancestors, store);
    else if (name === "key") noteAll(draft, "key-read", store, callee);
    return true;
  }
  if (/(?:^|[a-z])storage$/i.test(store) && key !== void 0 && STORING.has(name ?? "")) {
    use(draft, STORING.get(name ?? "") ?? "key-read", key, ancestors, store);
    return true;
  }
  if (!AREAS.has(store) || on?.at(-2) !== "storage") return false;
  const of = `storage.${store}`;
  if (name === "get") inGet(draft, key, ancestors, of, callee);
  else if (name === "set") inSet(draft, key, ancestors, of, callee);
  else if (name === "remove") for (const each of listOf(key)) use(draft, "key-dropped", each, ancestors, of);
  return true;
}
function inGet(draft, key, ancestors, of, callee) {
  if (key?.type !== "ObjectExpression") {
    const keys = listOf(key).filter(({ type }) => !type.includes("Function") && type !== "NullLiteral");
    for (const each of keys) use(draft, "key-read", each, ancestors, of);
    if (keys.length === 0) noteAll(draft, "key-read", of, callee);
    return;
  }
  inObject(draft, "key-read", key, of);
}
function inSet(draft, values, ancestors, of, callee) {
  if (values?.type !== "ObjectExpression") {
    noteAll(draft, "key-written", of, callee);
    return;
  }
  for (const property of values.properties)
    if (property.type === "ObjectProperty" && property.computed)
      use(draft, "key-written", property.key, ancestors, of);
  inObject(draft, "key-written", values, of);
}
function inObject(draft, kind, node, of) {
  if (node.type !== "ObjectExpression") return;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") noteAll(draft, kind, of, node);
    else if (!property.computed) {
      const key = keyOf(property.key, false);
      if (key !== null) draft.uses.push({ kind, name: key, line: lineOf2(property), of });
    }
  }
  if (isOpenObject(node) && kind === "key-read") noteAll(draft, kind, of, node);
}
function listOf(node) {
  if (node === void 0) return [];
  return node.type === "ArrayExpression" ? node.elements.filter((each) => each !== null) : [node];
}
function noteAll(draft, kind, of, node) {
  draft.uses.push({ kind, name: ANYTHING, line: lineOf2(node), of });
}
function collectStoreMember(draft, node, ancestors) {
  if (!STORES.has(node.name)) return;
  const above = ancestors.filter(({ type }) => !type.startsWith("TS"));
  let parent = above.at(-1);
  let depth = -1;
  let own2 = node;
  if (parent?.type.endsWith("MemberExpression") === true && "property" in parent && parent.property === node) {
    own2 = parent;
    depth = -2;
    parent = above.at(-2);
  }
  const isMember = parent?.type === "MemberExpression" || parent?.type === "OptionalMemberExpression";
  if (isMember && parent !== void 0 && "object" in parent && parent.object === own2 && "property" in parent) {
    inMember2(draft, parent, above.at(depth - 1), node.name, ancestors);
  } else if (isHandedOn(parent, own2)) {
    noteAll(draft, "key-read", node.name, node);
    noteAll(draft, "key-written", node.name, node);
  }
}
function isHandedOn(parent, own2) {
  if (parent === void 0 || parent.type === "UnaryExpression" || parent.type === "IfStatement")
    return false;
  if (parent.type === "BinaryExpression" || parent.type === "ConditionalExpression")
    return parent.type !== "BinaryExpression";
  return !("key" in parent && parent.key === own2 && !("shorthand" in parent && parent.shorthand === true));
}
function inMember2(draft, node, parent, of, ancestors) {
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return;
  const key = keyOf(node.property, node.computed);
  if (key !== null && (MEMBERS.has(key) || Object.hasOwn(Object.prototype, key))) return;
  const isDropped = parent?.type === "UnaryExpression" && parent.operator === "delete";
  const isWritten = parent?.type === "AssignmentExpression" && parent.left === node;
  const kind = isDropped ? "key-dropped" : isWritten ? "key-written" : "key-read";
  if (key !== null) draft.uses.push({ kind, name: key, line: lineOf2(node), of });
  else use(draft, kind, node.property, ancestors, of);
}

// src/check/browser/uses.ts
function uses(draft) {
  return {
    ...toEach(
      ["CallExpression", "OptionalCallExpression"],
      (node, ancestors) => inCall3(draft, node.callee, node.arguments, ancestors)
    ),
    NewExpression: (node, ancestors) => {
      const name = calledName(node.callee);
      if (name === "CustomEvent" || name === "Event")
        use(draft, "event-sent", node.arguments[0], ancestors, "dispatchEvent");
      if (name === "Router" || name === "Hono") collectRouter(draft, node.arguments[0], ancestors);
      if (name === "EventSource") collectSource(draft, node.arguments[0], ancestors);
    },
    Identifier: (node, ancestors) => collectStoreMember(draft, node, ancestors),
    MemberExpression: (node, ancestors) => inMember3(draft, node, ancestors.at(-1)),
    ObjectExpression: (node, ancestors) => collectRoute(draft, node, ancestors),
    SwitchStatement: ({ discriminant, cases }, ancestors) => {
      if (isTag(discriminant)) for (const { test } of cases) heard(draft, test, ancestors);
    },
    BinaryExpression: ({ operator, left, right }, ancestors) => {
      if (!/^[!=]==?$/.test(operator)) return;
      if (isTag(left)) heard(draft, right, ancestors);
      else if (isTag(right)) heard(draft, left, ancestors);
    },
    RegExpLiteral: (node) => collectPattern(draft, node)
  };
}
var TAGS = /* @__PURE__ */ new Set(["type", "action", "kind", "command", "cmd", "event", "op"]);
var HEARING = /* @__PURE__ */ new Set(["on", "once", "addListener", "prependListener"]);
function inCall3(draft, callee, args, ancestors) {
  const called = calledBy(callee);
  const { name, last } = called;
  const [first] = args;
  if (name === "addEventListener") use(draft, "event-heard", first, ancestors, name);
  else if (name === "removeEventListener" && first !== void 0) draft.taken.add(first);
  else if (name === "postMessage" || name === "sendMessage") sentTo(draft, called, args, ancestors);
  else if (onChannel(draft, called, first, ancestors)) return;
  else if (collectStored(draft, callee, called, args, ancestors)) return;
  else if (collectRequest(draft, called, args, ancestors)) return;
  else if (name === "emit" && callee.type !== "Identifier")
    use(draft, "event-sent", first, ancestors, last || "?");
  else if (name !== null && HEARING.has(name) && args.length > 1 && callee.type !== "Identifier")
    use(draft, "event-heard", first, ancestors, last || "?");
  else collectTextCall(draft, called, args, ancestors);
}
function onChannel(draft, { name, last }, first, ancestors) {
  if (last === "ipcRenderer" && /^(?:invoke|send|sendSync)$/.test(name ?? ""))
    use(draft, "channel-asked", first, ancestors);
  else if (last === "ipcMain" && /^(?:handle|on)(?:Once)?$|^once$/.test(name ?? ""))
    use(draft, "channel-answered", first, ancestors);
  else if (last === "webContents" && name === "send") use(draft, "event-sent", first, ancestors, last);
  else return false;
  return true;
}
function inMember3(draft, node, parent) {
  const key = keyOf(node.property, node.computed);
  if (key === "hash") draft.readsHash = true;
  if (key === "baseURL") draft.keys.add(key);
  if (key === null) return;
  const { object } = node;
  const path = isOfHost(object) ? pathOf(object) : null;
  if (path === null) return;
  const [root, space] = path;
  const isTaken = parent?.type === "MemberExpression" && parent.object === node;
  if (path.length === 2 && space !== void 0)
    draft.uses.push({ kind: "extension-api", name: `${space}.${key}`, line: lineOf2(node), of: root ?? null });
  if (path.length === 1 && !isTaken)
    draft.uses.push({ kind: "extension-asked", name: key, line: lineOf2(node), of: root ?? null });
}
function isOfHost(node) {
  const root = node.type === "MemberExpression" || node.type === "OptionalMemberExpression" ? node.object : node;
  return root.type === "Identifier" && (root.name === "chrome" || root.name === "browser");
}
function sentTo(draft, { last }, args, ancestors) {
  const of = last === "runtime" ? last : /worker/i.test(last) ? "worker" : null;
  const message = args.find(({ type }) => type === "ObjectExpression");
  const tags = [...TAGS].flatMap((tag) => propertyOf(message, tag) ?? []);
  for (const tag of tags) use(draft, "message-sent", tag, ancestors, of);
  const [first] = args;
  const isOpen = message === void 0 || tags.length === 0 && isOpenObject(message);
  const isText2 = first !== void 0 && literalOf(first) !== null;
  if (isOpen && first !== void 0 && !isText2)
    draft.uses.push({ kind: "message-sent", name: ANYTHING, line: lineOf2(first), of: null });
}
function isTag(node) {
  return node.type === "Identifier" ? node.name === "type" || node.name === "action" || node.name === "command" : TAGS.has(calledName(node) ?? "");
}
function heard(draft, node, ancestors) {
  if (node === null || node === void 0) return;
  if (literalOf(node) === null && pathOf(node) === null) return;
  use(draft, "message-heard", node, ancestors);
}

// src/check/browser/variables.ts
function variables(draft) {
  return {
    MemberExpression: (node, ancestors) => {
      if (!isEnvironment(node.object)) return;
      const parent = ancestors.at(-1);
      if (parent?.type === "AssignmentExpression" && parent.left === node) return;
      const need = isOptional(node, parent) ? "optional" : "needed";
      note(draft, keyOf(node.property, node.computed), node, need);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "ObjectPattern" || init == null || !isEnvironment(init)) return;
      for (const property of id.properties) {
        if (property.type !== "ObjectProperty") continue;
        const need = property.value.type === "AssignmentPattern" ? "optional" : "needed";
        note(draft, keyOf(property.key, property.computed), property, need);
      }
    },
    CallExpression: (node) => {
      if (calledName(node.callee) === "get" && pathOf(node.callee)?.join(".") === "Deno.env.get")
        note(draft, literalOf(node.arguments[0]), node, "optional");
    }
  };
}
function note(draft, name, node, of) {
  if (name !== null) draft.uses.push({ kind: "variable-read", name, line: lineOf2(node), of });
}
function isEnvironment(node) {
  if (node.type !== "MemberExpression" || keyOf(node.property, node.computed) !== "env") return false;
  const { object } = node;
  return object.type === "MetaProperty" || object.type === "Identifier" && /^(?:process|Bun)$/.test(object.name);
}
var TESTS = /* @__PURE__ */ new Set([
  "LogicalExpression",
  "ConditionalExpression",
  "IfStatement",
  "UnaryExpression",
  "BinaryExpression"
]);
function isOptional(node, parent) {
  if (parent === void 0 || !TESTS.has(parent.type)) return false;
  return !("right" in parent && parent.type === "LogicalExpression" && parent.right === node);
}

// src/check/browser/browser.ts
function browserCollector() {
  const draft = {
    taken: /* @__PURE__ */ new Set(),
    lookups: [],
    helpers: /* @__PURE__ */ new Map(),
    helperCalls: [],
    guarded: /* @__PURE__ */ new Set(),
    uses: [],
    passing: /* @__PURE__ */ new Map(),
    forwards: /* @__PURE__ */ new Map(),
    textCalls: [],
    openCalls: /* @__PURE__ */ new Map(),
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
    servesMore: false,
    looksAtPath: false,
    readsHash: false
  };
  const visitors = [lookups, addresses, variables, uses, strings].map((collect) => collect(draft));
  return { visitors, finish: () => finish(draft) };
}
var SHORT = 100;
function strings(draft) {
  return {
    StringLiteral: (node, ancestors) => {
      if (!draft.taken.has(node)) mention(draft, node, node.value, ancestors);
    },
    TemplateElement: (node, ancestors) => inTemplate(draft, node, ancestors),
    RegExpLiteral: (node) => {
      if (!draft.taken.has(node)) words(draft.mentions, node.pattern);
    },
    MemberExpression: (node) => {
      if (looksAtPath(node)) draft.looksAtPath = true;
    },
    BinaryExpression: ({ operator, left, right }) => {
      if (operator === "+") for (const side of [left, right]) end(draft, literalOf(side));
    },
    ObjectProperty: ({ key, computed, value }, ancestors) => {
      const name = keyOf(key, computed);
      if (name === null) return;
      draft.keys.add(name);
      constant(draft, value, () => [...namesAbove(ancestors), name]);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && init != null) constant(draft, init, () => [id.name]);
    }
  };
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
  const isText2 = value.type === "StringLiteral" || value.type === "TemplateLiteral" || value.type === "BinaryExpression";
  const text = isText2 ? textOf(value) : null;
  if (text === null || text.length > SHORT) return;
  const name = path().join(".");
  draft.constants.set(name, draft.constants.has(name) && draft.constants.get(name) !== text ? null : text);
}
function mention(draft, node, text, ancestors) {
  collectSaid(draft, node, ancestors);
  words(draft.mentions, text);
}
function words(mentions, text) {
  if (text.length <= SHORT) {
    mentions.add(text.trim());
    if (/^[\w-]*$/.test(text)) return;
  }
  for (const word of text.match(/[\p{L}\p{N}_-]+/gu) ?? []) if (word.length <= SHORT) mentions.add(word);
}
function inTemplate(draft, node, ancestors) {
  const parent = ancestors.at(-1);
  if (parent === void 0 || draft.taken.has(parent)) return;
  const text = node.value.cooked ?? node.value.raw;
  words(draft.mentions, text);
  if (parent.type !== "TemplateLiteral") return;
  if (parent.quasis[0] === node) collectSaid(draft, parent, ancestors.slice(0, -1));
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
  const lookups2 = draft.lookups.map(({ holder, ...lookup }) => ({
    ...lookup,
    isOptional: lookup.isOptional || holder !== null && draft.guarded.has(holder)
  }));
  const helperCalls = draft.helperCalls.filter((call) => {
    const helper2 = draft.helpers.get(call.helper);
    if (helper2 !== void 0) lookups2.push(...lookupsOf(call, helper2));
    return helper2 === void 0;
  });
  const known = (text) => withConstants(text, draft.constants, false);
  const { references, loads, helpers, mentions, keys, ends, passing, openCalls, forwards, ...flags } = draft;
  const { makesAnyId, makesAnyData, isServer, looksAtPath: isByHand, servesMore, readsHash } = flags;
  return {
    references,
    loads,
    lookups: lookups2,
    helpers,
    helperCalls,
    mentions,
    keys,
    ends,
    makesAnyId,
    makesAnyData,
    isServer,
    looksAtPath: isByHand,
    servesMore,
    readsHash,
    uses: draft.uses.map((use2) => ({ ...use2, name: known(use2.name) })),
    passing: new Map(
      [...passing].map(([name, all]) => [
        name,
        all.map((one) => ({ ...one, before: known(one.before), after: known(one.after) }))
      ])
    ),
    textCalls: draft.textCalls.map((call) => ({
      ...call,
      texts: call.texts.map((text) => text === null ? null : known(text))
    })),
    openCalls,
    forwards,
    constants: sharedOf(draft.constants)
  };
}
var MOST_SHARED = 300;
function sharedOf(constants) {
  const shared = /* @__PURE__ */ new Map();
  for (const [name, text] of constants) {
    if (text === null || !isConstant(name) || shared.size >= MOST_SHARED) continue;
    shared.set(name, withConstants(text, constants, false));
  }
  return shared;
}
function lookupsOf({ helper: helper2, text, line }, { by, isSure }) {
  const sought = by === "id" ? [{ kind: "id", name: text }] : soughtBy(text);
  return sought.map((each) => ({ ...each, line, how: helper2, isOptional: !isSure }));
}

// src/check/purpose.ts
var SAMPLES = /(?:^|\/)(?:__?fixtures?__?|fixtures?|templates?|tmpl|__?snapshots?__?|__testfixtures__|testdata|test-data|test-cases|testcases|samples?|code-samples?|examples?|demos?|docs?|documentation|sandbox|playgrounds?|vendor|vendors|third[-_]party|node_modules|bower_components|boilerplates?|stubs?|schematics|generators?|skeletons?|scaffolds?|cookbook|recipes|website|site-packages)\//i;
var APART2 = /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|specs|e2e|cypress|playwright|bench|benchs?|benchmarks?|perf|scripts?|tools?|tooling|tasks|build|support|\.(?!well-known\/)[^/]+|config|configs|test-[^/]+|stories|webpack)\/|[._-](?:tests?|spec|bench|stories|story|config|conf|setup|e2e|cy|test-d)\.[cm]?[jt]sx?$|(?:^|\/)(?:\.[^/]+|setupTests|[^/]+[._-]config|gulpfile|gruntfile|rollup|karma|test|tests|bench|benchmark|example|examples|demo|build|webpack|jest-[^/]+|vitest-[^/]+)\.[cm]?[jt]sx?$/i;
function purposeOf(path) {
  if (SAMPLES.test(path)) return "sample";
  return APART2.test(path) ? "apart" : "source";
}

export {
  toEach,
  visitAll,
  walk,
  literalOf,
  keyOf,
  pathOf,
  lineOf,
  ANYTHING,
  withConstants,
  browserCollector,
  lookupsOf,
  purposeOf
};
