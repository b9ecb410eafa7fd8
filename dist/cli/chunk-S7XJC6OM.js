import {
  NearNames,
  nearest
} from "./chunk-UVRENUYC.js";
import {
  Lines
} from "./chunk-MYNVXYM6.js";
import {
  require_picomatch
} from "./chunk-X6S5B4D3.js";
import {
  ANYTHING,
  lookupsOf,
  purposeOf,
  withConstants
} from "./chunk-EUMXKJDH.js";
import {
  __toESM
} from "./chunk-YHBDDNX5.js";

// src/check/finding.ts
function sameFinding(left, right) {
  return left.rule === right.rule && left.path === right.path && left.message === right.message;
}
function byPlace(left, right) {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0) || WEIGHT[left.severity] - WEIGHT[right.severity];
}
var WEIGHT = { error: 0, warning: 1, note: 2 };

// src/check/language.ts
var BY_EXTENSION = {
  ...Object.fromEntries(["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"].map((end) => [end, "script"])),
  html: "html",
  htm: "html",
  css: "css",
  scss: "scss",
  json: "json",
  webmanifest: "json",
  jsonc: "jsonc",
  "code-snippets": "jsonc",
  json5: "other",
  yaml: "yaml",
  yml: "yaml",
  toml: "toml",
  md: "markdown",
  markdown: "markdown",
  py: "python",
  pyi: "python",
  go: "go",
  rs: "rust",
  java: "java",
  php: "php"
};
var WITH_COMMENTS = /(?:^|\/)(?:(?:ts|js)config(?:\.[^/]*)?\.json|\.eslintrc(?:\.json)?|\.swcrc|\.babelrc|api-extractor\.json|devcontainer\.json|language-configuration\.json|[^/]*-theme\.json|biome\.json|deno\.json|renovate\.json|turbo\.json)$|(?:^|\/)\.vscode\/[^/]+\.json$/;
function languageOf(path) {
  if (WITH_COMMENTS.test(path)) return "jsonc";
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^(?:Dockerfile|Containerfile)(?:\..+)?$|\.dockerfile$/i.test(name)) return "dockerfile";
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] ?? "other" : "other";
}

// src/check/readers.ts
var READERS = {
  script: async () => (await import("./script-FCQQMCPQ.js")).readScript,
  html: async () => (await import("./html-VSO3WLBN.js")).readHtml,
  css: async () => (await import("./css-CNFBWLC6.js")).readCss,
  scss: async () => (await import("./css-CNFBWLC6.js")).readScss,
  json: async () => (await import("./json-LLXZ53FY.js")).readJson,
  jsonc: async () => (await import("./json-LLXZ53FY.js")).readJsonWithComments,
  yaml: async () => (await import("./yaml-MGORTVOK.js")).readYaml,
  toml: async () => (await import("./toml-C74L3LVJ.js")).readToml,
  markdown: async () => (await import("./markdown-Y3MXHCFK.js")).readMarkdown,
  python: async () => (await import("./read-Z5SVZHCE.js")).readPython,
  go: async () => (await import("./languages-5I5CEVY6.js")).readGo,
  rust: async () => (await import("./languages-5I5CEVY6.js")).readRust,
  java: async () => (await import("./languages-5I5CEVY6.js")).readJava,
  php: async () => (await import("./php-CZPE7CX3.js")).readPhp,
  dockerfile: async () => (await import("./docker-6WTFVALC.js")).readDockerfile
};
var MAX_CHARACTERS = 1e6;
var MAX_MS = 1e3;
async function readFiles(files, now = () => performance.now()) {
  const facts = /* @__PURE__ */ new Map();
  const skipped = [];
  for (const [path, text] of files) {
    const language = languageOf(path);
    const load = READERS[language];
    if (load === void 0) {
      facts.set(path, { ...NOTHING, path, language, lines: linesOf(text) });
      continue;
    }
    if (text.length > MAX_CHARACTERS) {
      skipped.push({ path, reason: "it is too large to be checked" });
      continue;
    }
    const read2 = await load();
    const start = now();
    facts.set(path, { ...NOTHING, ...read2(path, text), path, language, lines: linesOf(text) });
    if (now() - start > MAX_MS) {
      facts.delete(path);
      skipped.push({ path, reason: "reading it took more than a second" });
    }
  }
  return { facts, skipped };
}
var NOTHING = {
  broken: [],
  scripts: [],
  page: null,
  sheets: [],
  data: void 0,
  python: null,
  markdown: null,
  docker: []
};
function linesOf(text) {
  if (text === "") return 0;
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at2 = text.indexOf("\n"); at2 >= 0; at2 = text.indexOf("\n", at2 + 1)) lines += 1;
  return lines;
}

// src/check/plan/planned.ts
function plannedPaths({ plan }) {
  return new Set(plan?.files.filter(({ setAside }) => setAside === null).map(({ path }) => path));
}

// src/check/plan/files-by-name.ts
var FilesByName = class {
  #paths = /* @__PURE__ */ new Map();
  constructor(paths) {
    for (const path of paths) {
      const parts = path.split("/");
      const stem = path.replace(/\.[^./]+$/, "");
      const module = stem.replace(/\/__init__$/, "").replaceAll("/", ".");
      const names = /* @__PURE__ */ new Set([
        path,
        `/${path}`,
        `./${path}`,
        parts.at(-1) ?? "",
        stem,
        stem.split("/").at(-1) ?? ""
      ]);
      if (path.endsWith(".py")) for (const name of [module, module.replace(/^[^.]+\./, "")]) names.add(name);
      for (const name of names) this.#add(name, path);
    }
    for (const path of paths) this.#paths.set(path, path);
  }
  #add(name, path) {
    if (name.length > 1)
      this.#paths.set(name, this.#paths.has(name) && this.#paths.get(name) !== path ? null : path);
  }
  find(word) {
    const name = word.trim().replace(/[:,.]$/, "");
    const part = /^[A-Z]\w*\.(\w+)$/.exec(name)?.[1] ?? "";
    return this.#paths.get(name) ?? this.#paths.get(part) ?? null;
  }
};

// src/check/plan/promised-name.ts
var TAGS = "a|article|aside|body|button|canvas|details|dialog|div|dl|fieldset|footer|form|h[1-6]|header|html|img|input|label|legend|li|main|meter|nav|ol|output|p|pre|progress|section|select|span|summary|svg|table|tbody|td|template|textarea|th|thead|time|tr|ul|video";
var SELECTOR = new RegExp(
  `^(?:${TAGS})?(?:[#.][A-Za-z][\\w-]*|\\[[\\w-]+(?:[*^$~|]?=[^\\]]{1,60})?\\])+(?:\\s[#.][A-Za-z][\\w-]*)*$`
);
var FOREIGN = /^(?:window|document|console|Math|JSON|Object|Array|Promise|Number|String|Date|localStorage|sessionStorage|navigator|location|history|crypto|process|fs|path|http|os|sys|re|json|datetime|event|element|e|self|this|node)\./;
var NOT_OURS = /* @__PURE__ */ new Set([
  ...[
    "localStorage",
    "sessionStorage",
    "getElementById",
    "querySelector",
    "innerHTML",
    "textContent",
    "classList"
  ],
  ...["str", "int", "len", "list", "dict", "set", "tuple", "float", "bool", "open"],
  ...[
    "constructor",
    "toString",
    "require",
    "import",
    "fetch",
    "setTimeout",
    "setInterval",
    "addEventListener"
  ],
  ...[
    "print",
    "super",
    "function",
    "if",
    "for",
    "while",
    "switch",
    "return",
    "var",
    "url",
    "calc",
    "rgb",
    "rgba"
  ],
  ...[
    "GET",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "JSON",
    "HTML",
    "CSS",
    "CSV",
    "DOM",
    "URL",
    "SSE"
  ],
  ...[
    "UTF",
    "TODO",
    "README",
    "LICENSE",
    "SIGINT",
    "SIGTERM",
    "NULL",
    "TRUE",
    "FALSE",
    "NaN",
    "ESC",
    "API",
    "HTTP"
  ]
]);
function namesOf(shown2, path) {
  const text = shown2.trim();
  const one = (kind, name) => name === void 0 || NOT_OURS.has(name) || /\.{3}|…/.test(name) ? [] : [{ path, kind, name, shown: text }];
  if (FOREIGN.test(text)) return [];
  const route = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(\/[^\s`]*)/.exec(text);
  if (route !== null) return one("route", route[1]);
  const call = /^(?:(?:export|default|new|async|function|def|fn|func|public|static)\s+){0,4}(?:[\w$]+\.){0,3}([A-Za-z_$][\w$]*)\??\s*(?:<[^<>]{1,80}>)?\(/.exec(
    text
  );
  if (call !== null && !/[…]/.test(call[0])) return one("function", call[1]);
  const flag = /^(--[a-z][\w-]*)(?:[ =][\w<>[\]|.-]{1,40})?$/.exec(text);
  if (flag !== null) return one("flag", flag[1]);
  const heir = /^(?:class\s+)?([A-Z]\w+)\s+extends\s+[\w.]+$/.exec(text);
  if (heir !== null) return one("name", heir[1]);
  const constant = /^(?:(?:export|const)\s+){0,2}([A-Z][A-Z0-9_]{2,})(?:\s*[=:].*)?$/.exec(text);
  if (constant !== null) return one("constant", constant[1]);
  const camel = /^(?:export\s+)?(?:const\s+|let\s+)?([a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+|[a-z][a-z0-9]*(?:_[a-z0-9]+)+)$/.exec(
    text
  );
  if (camel !== null) return one("name", camel[1]);
  if (/^data-[a-z][a-z0-9-]*$/.test(text)) return one("attribute", text);
  return SELECTOR.test(text) ? selectorNames(text, path) : [];
}
function selectorNames(text, path) {
  const bare = text.replace(/\[[^\]]*\]/g, "");
  const attributes = [...text.matchAll(/\[(data-[a-z][a-z0-9-]*)/g)];
  const named2 = [...bare.matchAll(/([#.])([A-Za-z][\w-]*)/g)].filter(
    ([, , name = ""]) => !/[A-Z]{3}/.test(name)
  );
  return [
    ...named2.map(
      ([shown2, sign, name = ""]) => ({
        path,
        kind: sign === "#" ? "id" : "class",
        name,
        shown: shown2
      })
    ),
    ...attributes.map(([, name = ""]) => ({ path, kind: "attribute", name, shown: name }))
  ];
}

// src/check/plan/contract.ts
var MAX_LINES = 5e3;
var MAX_LINE = 4e3;
var MAX_NAMES = 5e3;
function promisedNames(plan) {
  const files = new FilesByName(plan.files.map(({ path }) => path));
  const names = [];
  let context = NO_CONTEXT;
  let fence = false;
  for (const line of plan.text.split("\n", MAX_LINES)) {
    if (names.length > MAX_NAMES) break;
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    else if (!fence && line.length <= MAX_LINE) {
      const read2 = readLine(line, context, files);
      context = read2.context;
      names.push(...read2.names);
    }
  }
  const parameters = parametersOf(plan.text);
  return withoutTwice(
    names.filter(({ kind, name }) => !(kind === "name" || CALLBACK.test(name)) || !parameters.has(name))
  );
}
var CALLBACK = /^(?:fn|cb|callback|updater?|handler|listener|next|on[A-Z]\w*)$/;
function parametersOf(text) {
  const words = /* @__PURE__ */ new Set();
  for (const [, inner] of text.matchAll(/`[^`(\n]{1,80}\(([^`\n]{1,200})\)[^`\n]{0,80}`/g)) {
    for (const word of inner?.match(/[A-Za-z_$][\w$]*/g) ?? []) words.add(word);
  }
  return words;
}
function withoutTwice(names) {
  return [...new Map(names.map((name) => [`${name.path}
${name.kind}
${name.name}`, name])).values()];
}
var NO_CONTEXT = { path: null, level: null, indent: 0, isList: false };
function readLine(line, context, files) {
  const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line);
  if (heading !== null) return readHeading(heading[1]?.length ?? 1, heading[2] ?? "", context, files);
  if (context.isList || line.trim() === "") return { context, names: [] };
  const item = /^(\s*)(?:[-*+•]\s+|\d{1,3}[.)]\s+|\|\s*)?(.*)$/.exec(line);
  const indent = item?.[1]?.length ?? 0;
  const body = item?.[2] ?? "";
  const isItem = body.length + indent < line.length;
  const lead = leadOf(body, files);
  if (lead !== null) {
    const own = context.level === null ? { ...NO_CONTEXT, path: lead.path, indent: isItem ? indent + 1 : 0 } : context;
    return { context: own, names: namesIn(lead.rest, lead.path) };
  }
  const isBelow = isItem && context.path !== null && (context.level !== null || indent >= context.indent);
  if (isBelow) return { context, names: namesIn(body, context.path ?? "") };
  return { context: context.level === null ? NO_CONTEXT : context, names: [] };
}
function readHeading(level, text, context, files) {
  if (/^[^\p{L}]*files\b/iu.test(text)) return { context: { ...NO_CONTEXT, isList: true }, names: [] };
  const path = onlyPath(text, files);
  const isInside = path === null && context.level !== null && level > context.level && !context.isList;
  return {
    context: isInside ? context : { ...NO_CONTEXT, path, level: path === null ? null : level },
    names: []
  };
}
function leadOf(body, files) {
  const first = /^(?:\*\*|__)?`([^`]{1,200})`(?:\*\*|__)?([^`:;.]{0,60}(?:\(`[^`]{1,60}`\))?)(?::(?:\*\*)?|$)\s*/.exec(
    body
  );
  const begun = first === null ? null : files.find(first[1] ?? "");
  if (first !== null && begun !== null) return { path: begun, rest: body.slice(first[0].length) };
  const bare = /^(?:\*\*)?([\w./-]{2,80})(?:\*\*)?:(?:\*\*)?\s+/.exec(body);
  const named2 = bare === null ? null : files.find(bare[1] ?? "");
  if (bare !== null && named2 !== null) return { path: named2, rest: body.slice(bare[0].length) };
  const colon = colonOf(body);
  if (colon === -1 || colon > 120) return null;
  const lead = body.slice(0, colon);
  const path = OF_ANOTHER.test(lead) ? null : onlyPath(lead, files);
  return path === null ? null : { path, rest: body.slice(colon + 1).replace(/^\*\*/, "") };
}
var OF_ANOTHER = /\b(?:calls?|called|uses?|used|reads?|imports?|needs?|knows?|from|asks?|sends?|loads?|tests?)\b/i;
function colonOf(body) {
  let quoted = false;
  for (let at2 = 0; at2 < Math.min(body.length, 200); at2 += 1) {
    if (body[at2] === "`") quoted = !quoted;
    else if (body[at2] === ":" && !quoted) return at2;
  }
  return -1;
}
function onlyPath(text, files) {
  const found = /* @__PURE__ */ new Set();
  for (const [, quoted, plain] of text.matchAll(/`([^`]{1,200})`|([\w./-]{3,200})/g)) {
    const path2 = quoted === void 0 ? /\.\w/.test(plain ?? "") ? files.find(plain ?? "") : null : files.find(quoted);
    if (path2 !== null) found.add(path2);
  }
  const [path] = found;
  return found.size === 1 && path !== void 0 ? path : null;
}
var STARTS = /(?:^|[;.]|\s[—–]|\|)\s*(?:\*\*)?(?:[Ee]xports?|[Dd]efines|[Hh]as|[Hh]olds)?:?\s*$/;
var BETWEEN = /^\s*(?:[,/·&>]|, and|and|with|holds|holding|containing|inside)?\s*(?:an? )?(?:empty |readonly |hidden |then )?(?:\*\*)?$/;
var ASIDE = /^\s*(?:(?:→|->|=>)[^,;.]{1,60})?(?:, submit(?: button)?)?/;
var DENIED = /\b(?:no|not|never|without|instead of|rather than|unlike|except|nothing)\b[^.;:]{0,30}$/i;
function namesIn(text, path) {
  const names = [];
  let between = "";
  let goesOn2 = false;
  for (const { outside, span } of piecesOf(text)) {
    between += outside;
    if (span === null) continue;
    const isFirst = STARTS.test(between) && !DENIED.test(between);
    const isOwn = isFirst || goesOn2 && BETWEEN.test(between.replace(ASIDE, ""));
    const read2 = isOwn ? namesOf(span, path) : [];
    goesOn2 = isOwn && (read2.length > 0 || goesOn2);
    names.push(...read2);
    between = "";
  }
  return names;
}
function* piecesOf(text) {
  let depth = 0;
  let from = 0;
  for (let at2 = 0; at2 < text.length; at2 += 1) {
    const sign = text[at2];
    if (sign === "(") {
      if (depth === 0) yield { outside: text.slice(from, at2), span: null };
      depth += 1;
    } else if (sign === ")" && depth > 0) {
      depth -= 1;
      from = at2 + 1;
    } else if (sign === "`") {
      const end = text.indexOf("`", at2 + 1);
      if (end === -1) return;
      if (depth === 0) yield { outside: text.slice(from, at2), span: text.slice(at2 + 1, end) };
      at2 = end;
      from = end + 1;
    }
  }
}

// src/check/plan/promised-arguments.ts
function takes({ required, most }, count) {
  return count >= required && (most === null || count <= most);
}
function promisedFunctions(plan) {
  let known = null;
  return (path, name) => {
    if (plan === null) return null;
    known ??= new Map(
      promisedNames(plan).flatMap(
        ({ kind, ...each }) => kind === "function" ? [[`${each.path}
${each.name}`, readFunction(each.shown)]] : []
      )
    );
    return known.get(`${path}
${name}`) ?? null;
  };
}
function readFunction(shown2) {
  const list = parametersOf2(shown2);
  if (list === null) return null;
  const isOpen = list.some((each) => /^(?:\.{3}|…)$/.test(each));
  if (isOpen || list.some((each) => each.includes("\u2026"))) return null;
  const endless2 = list.some((each) => /^(?:\.{3}|\*)/.test(each));
  const places = list.filter((each) => !/^(?:\.{3}|\*)/.test(each));
  const optional = places.findIndex((each) => /^[^:=]*\?|=(?!>)/.test(each) || each.startsWith("["));
  return {
    shown: shown2,
    required: optional === -1 ? places.length : optional,
    most: endless2 ? null : places.length
  };
}
function parametersOf2(shown2) {
  const start = shown2.indexOf("(");
  const parts = [];
  let depth = 0;
  let from = start + 1;
  for (let at2 = start; start !== -1 && at2 < shown2.length; at2 += 1) {
    const sign = shown2[at2] ?? "";
    if ("([{<".includes(sign)) depth += 1;
    else if (")]}".includes(sign) || sign === ">" && shown2[at2 - 1] !== "=") depth -= 1;
    if (depth === 0 || depth === 1 && sign === ",") {
      parts.push(shown2.slice(from, at2).trim());
      from = at2 + 1;
    }
    if (depth === 0) return parts.length === 1 && parts[0] === "" ? [] : parts;
  }
  return null;
}

// src/check/resolve/paths.ts
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function joined(folder, relative) {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") {
      if (parts.pop() === void 0) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
function foldersAbove(path) {
  const folders = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ""];
}
function fits(pattern, name) {
  let [at2, from, star, mark] = [0, 0, -1, 0];
  while (from < name.length) {
    if (pattern[at2] === "*") [star, mark, at2] = [at2, from, at2 + 1];
    else if (pattern[at2] === "?" || pattern[at2] === name[from]) [at2, from] = [at2 + 1, from + 1];
    else if (star >= 0) [mark, at2, from] = [mark + 1, star + 1, mark + 1];
    else return false;
  }
  while (pattern[at2] === "*") at2++;
  return at2 === pattern.length;
}

// src/check/resolve/manifests.ts
var KINDS = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
  "bundledDependencies",
  "bundleDependencies"
];
function manifestsOf({ facts }) {
  const manifests = /* @__PURE__ */ new Map();
  for (const [path, { data }] of facts) {
    if (path !== "package.json" && !path.endsWith("/package.json")) continue;
    if (data === void 0 || path.includes("node_modules/")) continue;
    manifests.set(folderOf(path), manifestOf(path, data));
  }
  return manifests;
}
function manifestOf(path, data) {
  const parts = entriesOf(data);
  const declared = /* @__PURE__ */ new Map();
  for (const kind of KINDS) {
    const part = parts.get(kind);
    const names = Array.isArray(part) ? part.map(String) : [...entriesOf(part).keys()];
    for (const name of names) if (!declared.has(name)) declared.set(name, kind);
  }
  const scripts = new Map([...entriesOf(parts.get("scripts"))].map(([name, text]) => [name, String(text)]));
  return {
    ...{ path, folder: folderOf(path), declared, scripts, parts },
    name: textOf(parts.get("name")),
    type: textOf(parts.get("type"))
  };
}
function manifestsAbove(manifests, path) {
  return foldersAbove(path).flatMap((folder) => manifests.get(folder) ?? []);
}
function entriesOf(value) {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : /* @__PURE__ */ new Map();
}
function textOf(value) {
  return typeof value === "string" ? value : null;
}

// src/check/resolve/aliases.ts
function aliasesOf(app) {
  const aliases = [];
  for (const [path, { data }] of app.facts) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (/^(?:ts|js)config(?:\.[^/]*)?\.json$/.test(name)) aliases.push(...ofCompiler(folderOf(path), data));
    else if (/^(?:import[-_]?map.*|deno)\.jsonc?$/.test(name)) aliases.push(...ofMap(folderOf(path), data));
  }
  for (const [path, text] of app.files) {
    if (/\.html?$/i.test(path) && text.includes("importmap")) aliases.push(...ofPage(text));
  }
  return aliases;
}
function ofCompiler(folder, data) {
  const options = entriesOf(entriesOf(data).get("compilerOptions"));
  const base = textOf(options.get("baseUrl"));
  const root = joined(folder, base ?? ".") ?? folder;
  const within = (target) => relativeTo(folder, joined(root, target) ?? target);
  const aliases = [...entriesOf(options.get("paths"))].map(([pattern, targets]) => ({
    folder,
    pattern,
    targets: (Array.isArray(targets) ? targets : []).map(String).map(within),
    isSure: pattern !== "*"
  }));
  if (base === null) return aliases;
  return [...aliases, { folder, pattern: "*", targets: [within("*")], isSure: false }];
}
function relativeTo(folder, path) {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `${"../".repeat(folder.split("/").length)}${path}`;
}
function ofMap(folder, data) {
  return [...entriesOf(entriesOf(data).get("imports"))].map(([name, target]) => ({
    folder,
    pattern: name.endsWith("/") ? `${name}*` : name,
    targets: [String(target).replace(/\/$/, "/*")],
    isSure: true
  }));
}
function ofPage(text) {
  const start = text.indexOf(">", text.indexOf("importmap")) + 1;
  const end = text.indexOf("</script", start);
  if (start <= 0 || end < 0) return [];
  const names = namesInMap(text.slice(start, end));
  return names.map((name) => ({
    folder: "",
    pattern: name.endsWith("/") ? `${name}*` : name,
    targets: [],
    isSure: true
  }));
}
function namesInMap(json) {
  try {
    return [...entriesOf(entriesOf(JSON.parse(json)).get("imports")).keys()];
  } catch {
    return [];
  }
}

// src/check/resolve/gitignore.ts
var import_picomatch = __toESM(require_picomatch());
var MOST_PATTERNS = 1e3;
var LONGEST_PATTERN = 500;
function readIgnoreRules(text, folder) {
  const lines = text.split(/\r?\n/, MOST_PATTERNS);
  return lines.flatMap((line) => readLine2(line, folder) ?? []);
}
function isIgnored(rules, path, isFolder) {
  const last = rules.findLast(
    (rule) => (isFolder || !rule.onlyFolders) && path.startsWith(rule.folder) && matches(rule, path.slice(rule.folder.length).split("/"))
  );
  return last !== void 0 && !last.isNegated;
}
function readLine2(line, folder) {
  const isNegated = line.startsWith("!");
  const pattern = line.slice(isNegated ? 1 : 0).trimEnd().replace(/^\\(?=[#!])/, "");
  if (pattern === "" || line.startsWith("#") || pattern.length > LONGEST_PATTERN) return null;
  const onlyFolders = pattern.endsWith("/");
  const body = onlyFolders ? pattern.slice(0, -1) : pattern;
  const names = body.replace(/^\//, "").split("/");
  if (!body.includes("/")) names.unshift("**");
  if (names.at(-1) === "**") names.push("*");
  return { folder, parts: names.map(matcherOf), onlyFolders, isNegated };
}
function matcherOf(part) {
  if (part === "**") return null;
  if (/^[\w.?[\]-]*\*?[\w.?[\]-]*$/.test(part) && part.includes("[")) return (0, import_picomatch.default)(part, { dot: true });
  return (name) => fits(part, name);
}
function matches({ parts }, names) {
  let places = reached(parts, [0]);
  for (const name of names) {
    const next = [];
    for (const place of places) {
      const part = parts[place];
      if (part === null) next.push(place);
      else if (part?.(name)) next.push(place + 1);
    }
    places = reached(parts, next);
    if (places.size === 0) return false;
  }
  return places.has(parts.length);
}
function reached(parts, from) {
  const places = new Set(from);
  for (const place of places) if (parts[place] === null) places.add(place + 1);
  return places;
}

// src/check/resolve/ignored.ts
var MADE = /^(?:dist|dists|build|built|out|output|es|esm|cjs|umd|node_modules|generated|__generated__|_generated|gen|\.next|\.nuxt|\.svelte-kit|\.output|\.astro|\.velite|\.vitepress|\.docusaurus|\.cache|pkg|pkg-.*|coverage|target|tmp|temp|_build|prebuilds?|bundles?|bundled|compiled|release|wasm|artifacts|typechain|typechain-types|dist-.*|build-.*|codegen|styled-system|paraglide|proto|protos|vendor|third[-_]party)$/;
var ALWAYS_MADE = /^(?:dist|dist-.*|built|out|output|_build|\+types|generated|__generated__|_generated|codegen|coverage|typechain|typechain-types)$/;
var LIBRARY = /^(?:libs?|lib-.*)$/;
var NAMES_LIBRARY = /"(?:\.\/)?libs?(?:\/|"(?!\s*:))|(?:-d|--out-?dir)[ =](?:\.\/)?libs?\b/i;
var MADE_FILE = /(?:^|[._-])(?:generated|gen|pb|pb2|grpc|bundle|bundled|min|compiled|auto|autogenerated|_version|buildinfo|build-info|package)(?:[._-]|$)|_pb\b|\.wasm\b|\.node$|\?|^\$types(?:\.|$)/i;
var OF_GRAMMAR = /(?:^|[._-])(?:parser|terms|lexer)(?:[._-]|$)/i;
var GRAMMAR = /\.(?:grammar|pegjs|peggy|jison|ne|g4|lezer|ohm|y)$/;
function makerOf(app, folders) {
  const ignored = ignoredIn(app);
  const hasGrammar = [...app.files.keys()].some((path) => GRAMMAR.test(path));
  const hasMadeLibrary = [...app.files].some(
    ([path, text]) => /(?:^|\/)(?:package|tsconfig[\w.-]*)\.json$/.test(path) && NAMES_LIBRARY.test(text)
  );
  const isMade3 = (name) => MADE.test(name) || hasMadeLibrary && LIBRARY.test(name);
  return (path, from = "") => {
    const parts = path.split("/");
    const name = parts.at(-1) ?? "";
    if (MADE_FILE.test(name) || hasGrammar && OF_GRAMMAR.test(name)) return true;
    let folder = "";
    for (const part of parts.slice(0, -1)) {
      folder = folder === "" ? part : `${folder}/${part}`;
      if (ALWAYS_MADE.test(part) && from !== folder && !from.startsWith(`${folder}/`)) return true;
      if (part === "node_modules" || isMade3(part) && !folders.has(folder)) return true;
    }
    if (isMade3(name) && !folders.has(path)) return true;
    return isLeftOut(ignored, path);
  };
}
function leftOutOf(app) {
  const rules = ignoredIn(app);
  return (path) => isLeftOut(rules, path);
}
function ignoredIn({ files }) {
  return [...files].filter(([path]) => /(?:^|\/)\.gitignore$/.test(path)).map(([path, text]) => ({ folder: path.slice(0, path.lastIndexOf("/") + 1), text })).sort((left, right) => left.folder.length - right.folder.length).flatMap(({ folder, text }) => readIgnoreRules(text, folder));
}
var ENDS = ["", ".js", ".ts", ".tsx", ".jsx", ".mjs", ".cjs", ".json", ".css", ".py"];
var DEEPEST = 50;
function isLeftOut(rules, path) {
  if (path.split("/", DEEPEST + 1).length > DEEPEST) return false;
  const near = rules.filter(({ folder }) => path.startsWith(folder));
  if (near.length === 0) return false;
  const folders = [path, ...foldersAbove(path).filter((folder) => folder !== "")];
  return folders.some((folder) => isIgnored(near, folder, true)) || ENDS.some((end) => isIgnored(near, path + end, false)) || // TypeScript takes `a.js`, and `a`, for what is `a.ts` or `a.d.ts`.
  /(?:\.js|\/[^.]+)$/.test(path) && [".ts", ".tsx", ".d.ts"].some((end) => isIgnored(near, path.replace(/\.js$/, "") + end, false));
}

// src/check/resolve/laid.ts
var HOSTS = /(?:^|\/)(?:ember-cli-build\.[cm]?js|Brocfile\.js|tiddlywiki\.(?:files|info)|plugin\.info)$/;
function laidElsewhere(paths, folders) {
  const laid = /* @__PURE__ */ new Set();
  for (const path of paths) if (HOSTS.test(path)) laid.add(folderOf(path));
  for (const folder of folders) {
    const match = /^(.*?)(?:^|\/)templates?$/.exec(folder);
    if (match === null) continue;
    const beside = match[1] === "" ? "config" : `${match[1]}/config`;
    if (folders.has(beside)) laid.add(beside);
  }
  return laid;
}
var MANY_COPIES = 5;
function copiesOf({ files }, paths) {
  let copies = 0;
  for (const [path, text] of files)
    if (/(?:^|\/)(?:GNU)?Makefile$|\.(?:sh|mk|bash)$/.test(path))
      copies += text.match(/^[ \t]*@?(?:cp|rsync) /gm)?.length ?? 0;
  if (copies < MANY_COPIES) return () => false;
  const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf("/") + 1)));
  return (path) => names.has(path.slice(path.lastIndexOf("/") + 1));
}

// src/check/resolve/resolve.ts
var ENDS2 = [
  ...[".js", ".ts", ".tsx", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".json", ".d.ts", ".d.mts", ".d.cts"],
  ...[".vue", ".svelte", ".astro", ".node", ".wasm", ".css", ".es6", ".coffee", ".ls", ".mdx", ".md"]
];
var WHOLE_ENDS = ["", ...ENDS2, ...ENDS2.map((each) => `/index${each}`)];
var SOURCES = [
  [".js", [".ts", ".tsx", ".jsx", ".d.ts", ".js.flow"]],
  [".jsx", [".tsx", ".d.ts"]],
  [".mjs", [".mts", ".d.mts"]],
  [".cjs", [".cts", ".d.cts"]]
];
var UNKNOWN = { kind: "unknown" };
var Resolver = class {
  manifests;
  #paths;
  #folders;
  /** By path in small letters. */
  #small = /* @__PURE__ */ new Map();
  /** By path without what follows a dot in its name. */
  #stems = /* @__PURE__ */ new Set();
  /** What lies in a folder, by its path. */
  #inFolder = null;
  #aliases;
  #workspaces;
  #isCopied;
  #isMade;
  #laid;
  constructor(app) {
    const later = (app.plan?.files ?? []).filter(({ setAside }) => setAside !== null);
    this.#paths = /* @__PURE__ */ new Set([...app.files.keys(), ...app.others, ...later.map(({ path }) => path)]);
    const folders = /* @__PURE__ */ new Set([""]);
    for (const path of this.#paths) {
      this.#small.set(path.toLowerCase(), path);
      for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) {
        folders.add(folder);
        this.#small.set(folder.toLowerCase(), folder);
      }
      const slash = path.lastIndexOf("/");
      for (let dot = path.indexOf(".", slash + 2); dot > 0; dot = path.indexOf(".", dot + 1)) {
        this.#stems.add(path.slice(0, dot));
      }
    }
    this.#folders = folders;
    this.manifests = manifestsOf(app);
    this.#workspaces = new Map(
      [...this.manifests.values()].flatMap((each) => each.name === null ? [] : [[each.name, each]])
    );
    this.#aliases = aliasesOf(app);
    this.#isMade = makerOf(app, folders);
    this.#laid = laidElsewhere(this.#paths, folders);
    this.#isCopied = copiesOf(app, this.#paths);
  }
  /** Where a specifier in a file leads. */
  resolve(from, specifier) {
    if (specifier.includes("!") || specifier.includes("\0") || specifier.includes("${")) return UNKNOWN;
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return this.#relative(folderOf(from), specifier);
    if (specifier.startsWith("/")) return this.#absolute(from, specifier);
    if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return UNKNOWN;
    return this.#aliased(from, specifier) ?? this.#package(from, specifier);
  }
  /** Files beside a path that is missing, for whoever mends it. */
  neighbours(path) {
    this.#inFolder ??= Map.groupBy(this.#paths, folderOf);
    return this.#inFolder.get(folderOf(path))?.slice(0, 30) ?? [];
  }
  /** Whether a file runs somewhere else than where it lies: a host or a generator puts it together with others. */
  isLaidElsewhere(path) {
    return foldersAbove(path).some((folder) => this.#laid.has(folder));
  }
  /** The manifests that hold for a file, the nearest first. */
  manifestsAbove(path) {
    return manifestsAbove(this.manifests, path);
  }
  /** Whether a name is that of a package in this app. */
  isWorkspace(name) {
    return this.#workspaces.has(name);
  }
  /** Whether there is a folder. */
  hasFolder(path) {
    return this.#folders.has(path);
  }
  #relative(folder, specifier) {
    for (const written of [specifier, specifier.replace(/[?#].*$/, "")]) {
      const path2 = joined(folder, written);
      if (path2 === null) return UNKNOWN;
      const found = this.#find(path2);
      if (found !== null) return found;
    }
    const path = joined(folder, specifier.replace(/[?#].*$/, "")) ?? "";
    return this.#missing(path, folder);
  }
  #missing(path, folder) {
    if (this.#stems.has(path)) return UNKNOWN;
    const bare = path.replace(/\.[cm]?jsx?$/, "");
    if (bare !== path && this.#stems.has(bare)) {
      const found = this.#find(bare);
      if (found?.kind === "file" && !/\.(?:json|css|md|html)$/.test(found.path)) return found;
    }
    const other = this.#caseOf(path);
    if (other !== null) return { kind: "case", path: other };
    return this.#isMade(path, folder) || this.#isCopied(path) ? UNKNOWN : { kind: "missing", path };
  }
  /** A file that differs in the case of its letters only. */
  #caseOf(path) {
    const small = path.toLowerCase();
    for (const end of WHOLE_ENDS) {
      const found = this.#small.get(small + end);
      if (found !== void 0 && this.#paths.has(found)) return found;
    }
    for (const [end, sources] of SOURCES) {
      if (!small.endsWith(end)) continue;
      for (const source of sources) {
        const found = this.#small.get(small.slice(0, -end.length) + source);
        if (found !== void 0 && this.#paths.has(found)) return found;
      }
    }
    return null;
  }
  /** A file by its path, as far as anybody completes that. */
  #find(path) {
    if (this.#paths.has(path)) return { kind: "file", path, isExact: true };
    for (const [end, sources] of SOURCES) {
      if (!path.endsWith(end)) continue;
      for (const source of sources) {
        const other = path.slice(0, -end.length) + source;
        if (this.#paths.has(other)) return { kind: "file", path: other, isExact: true };
      }
    }
    for (const end of ENDS2) {
      if (this.#paths.has(path + end)) return { kind: "file", path: path + end, isExact: false };
    }
    return this.#folders.has(path) ? this.#folder(path) : null;
  }
  #folder(path) {
    const inside = path === "" ? "" : `${path}/`;
    const manifest = this.manifests.get(path);
    if (manifest !== void 0) {
      for (const part of ["source", "module", "main", "types", "svelte", "browser"]) {
        const main = textOf(manifest.parts.get(part));
        const entry = main === null ? null : joined(path, main);
        if (entry === null || entry === path) continue;
        const found = this.#find(entry);
        if (found?.kind === "file") return { ...found, isExact: false };
      }
      if (manifest.parts.has("exports") || manifest.parts.has("main")) return UNKNOWN;
    }
    for (const end of ENDS2) {
      if (this.#paths.has(`${inside}index${end}`)) {
        return { kind: "file", path: `${inside}index${end}`, isExact: false };
      }
    }
    return this.#stems.has(`${inside}index`) ? UNKNOWN : null;
  }
  /** `/js/app.js` in a page or a module that a server gives out. */
  #absolute(from, specifier) {
    const path = specifier.replace(/[?#].*$/, "").replace(/^\/+/, "");
    for (const root of [folderOf(from), "", "public", "static", "src", "www", "app", "client"]) {
      const found = this.#find(joined(root, path) ?? path);
      if (found !== null) return found;
    }
    return UNKNOWN;
  }
  #aliased(from, specifier) {
    let isNamed = false;
    for (const { folder, pattern, targets, isSure } of this.#aliases) {
      if (folder !== "" && !from.startsWith(`${folder}/`)) continue;
      if (!fits(pattern, specifier)) continue;
      const star = pattern.indexOf("*");
      const rest = star < 0 ? "" : specifier.slice(star, specifier.length - (pattern.length - star - 1));
      for (const target of targets) {
        const path = joined(
          folder,
          target.replace("*", () => rest)
        );
        const found = path === null ? null : this.#find(path);
        if (found !== null) return found;
      }
      isNamed ||= isSure;
    }
    return isNamed || specifier.startsWith("#") ? UNKNOWN : null;
  }
  #package(from, specifier) {
    const name = packageOf(specifier);
    if (name === null) return UNKNOWN;
    const own = this.#workspaces.get(name);
    if (own !== void 0 && own.folder !== "" && specifier === name) {
      const found = entriesOf(own.parts.get("exports")).size > 0 ? null : this.#folder(own.folder);
      return found ?? UNKNOWN;
    }
    if (own !== void 0 || this.manifestsAbove(from).some((each) => each.name === name)) return UNKNOWN;
    return { kind: "package", name };
  }
};
function packageOf(specifier) {
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9-][a-z0-9._~-]*(?=\/|$)/i.exec(specifier)?.[0] ?? null;
}
var RESOLVERS = /* @__PURE__ */ new WeakMap();
function resolverOf(app) {
  const known = RESOLVERS.get(app);
  if (known !== void 0) return known;
  const made = new Resolver(app);
  RESOLVERS.set(app, made);
  return made;
}

// src/check/shortened.ts
var LONGEST = 60;
function shortened(text) {
  const line = text.slice(0, 500).replace(/[\s\p{Cc}\p{Cf}`]+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).toWellFormed()}\u2026` : line;
}

// src/check/words.ts
function code(name) {
  return `\`${shortened(name)}\``;
}
function codes(names, most = 12) {
  const all = [...names];
  const shown2 = all.slice(0, most).map(code).join(", ");
  return all.length > most ? `${shown2} and ${all.length - most} more` : shown2;
}
var WORDS = /* @__PURE__ */ new WeakMap();
function namedIn(plan) {
  if (plan === null) return /* @__PURE__ */ new Set();
  const known = WORDS.get(plan);
  if (known !== void 0) return known;
  const words = /* @__PURE__ */ new Set();
  plan.text.split(/`+/).forEach((piece, index) => {
    if (index % 2 === 1) for (const word of piece.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []) words.add(word);
  });
  WORDS.set(plan, words);
  return words;
}
function isTakenByPlan(plan, taken, given) {
  const named2 = namedIn(plan);
  return named2.has(taken) && (given === null || !named2.has(given));
}
function isInPlan(plan, name) {
  const text = plan?.text ?? "";
  const isPart2 = (sign) => sign !== void 0 && /[\w-]/.test(sign);
  for (let at2 = text.indexOf(name); at2 >= 0 && name !== ""; at2 = text.indexOf(name, at2 + 1)) {
    if (!isPart2(text[at2 - 1]) && !isPart2(text[at2 + name.length])) return true;
  }
  return false;
}

// src/check/rules/exported.ts
var ANYTHING2 = { form: "none", names: /* @__PURE__ */ new Map(), isOpen: true };
function scriptOf({ facts }, path) {
  const found = facts.get(path);
  return found?.language === "script" ? found.scripts[0] ?? null : null;
}
var Offers = class {
  #app;
  #resolver;
  #known = /* @__PURE__ */ new Map();
  /** Files that others put something on. */
  #written = /* @__PURE__ */ new Set();
  constructor(app, resolver) {
    this.#app = app;
    this.#resolver = resolver;
    for (const { path, scripts } of app.facts.values()) {
      for (const { imports } of scripts) {
        for (const { specifier, writes } of imports) {
          const target = writes ? resolver.resolve(path, specifier) : null;
          if (target?.kind === "file") this.#written.add(target.path);
        }
      }
    }
  }
  /** What a file exports. */
  of(path) {
    const known = this.#known.get(path);
    if (known !== void 0) return known;
    this.#known.set(path, ANYTHING2);
    const offer = this.#make(path);
    this.#known.set(path, offer);
    return offer;
  }
  #make(path) {
    const script = scriptOf(this.#app, path);
    if (script === null || this.#written.has(path)) return ANYTHING2;
    const { form, names, stars, isOpen } = script.exports;
    const all = new Map(names);
    let isMore = isOpen;
    for (const star of stars) {
      const target = this.#resolver.resolve(path, star);
      const given = target.kind === "file" ? this.of(target.path) : ANYTHING2;
      if (given.isOpen || given.form === "commonjs") isMore = true;
      for (const [name, exported] of given.names) {
        if (name !== "default" && !all.has(name)) all.set(name, exported);
      }
    }
    return { form, names: all, isOpen: isMore };
  }
};
var OFFERS = /* @__PURE__ */ new WeakMap();
function offersOf(app, resolver) {
  const known = OFFERS.get(app);
  if (known !== void 0) return known;
  const made = new Offers(app, resolver);
  OFFERS.set(app, made);
  return made;
}

// src/check/rules/shared-objects.ts
function checkGlobals(app) {
  const shared = sharedOf(app);
  const findings = [];
  let named2 = null;
  let looked = 0;
  for (const { path, scripts } of app.facts.values()) {
    const calls = scripts.flatMap(({ globals }) => globals.calls);
    if (calls.length === 0 || purposeOf(path) === "sample") continue;
    looked++;
    for (const { path: called, line } of calls) {
      const lost = lostMember(shared, called);
      if (lost === null) continue;
      const { object, owner, name } = lost;
      named2 ??= namesInTexts(app);
      if (named2.has(`${owner}.${name}`)) continue;
      const list = `${code(owner)} of ${code(object.path)} has ${codes(object.members.keys())}`;
      const near = nearest(name, object.members.keys());
      const hint = near === null ? "" : ` Perhaps ${code(`${owner}.${near}`)} is meant.`;
      const message = `${code(path)} calls ${code(called)}, but ${list}.${hint}`;
      findings.push({ rule: "calls", severity: "error", path, line, message, offers: `${list}.` });
    }
  }
  return { looked, findings };
}
function namesInTexts({ files }) {
  const names = /* @__PURE__ */ new Set();
  for (const text of files.values()) {
    for (const [, whole2 = ""] of text.matchAll(
      /['"`]([A-Za-z_$][\w$]{0,99}(?:\.[A-Za-z_$][\w$]{0,99}){1,9})/g
    )) {
      const parts = whole2.split(".");
      for (let length = 2; length <= parts.length; length++) names.add(parts.slice(0, length).join("."));
    }
  }
  return names;
}
var OF_BROWSERS = /* @__PURE__ */ new Set([
  "chrome",
  "browser",
  "navigator",
  "document",
  "console",
  "process"
]);
function lostMember(shared, called) {
  const parts = called.split(".");
  if (OF_BROWSERS.has(parts[0] ?? "")) return null;
  for (let length = 1; length < parts.length; length++) {
    const owner = parts.slice(0, length).join(".");
    const object = shared.get(owner);
    const name = parts[length] ?? "";
    if (object === void 0 || object.isOpen || object.members.size === 0) return null;
    if (object.made > 1 || object.made === 0 && !object.isSaid) return null;
    if (!object.members.has(name)) {
      const isEverywhere2 = isInherited(name) || shared.get("Object.prototype")?.members.has(name) === true;
      return isEverywhere2 ? null : { object, owner, name };
    }
  }
  return null;
}
function isInherited(name) {
  return name in Function.prototype || name in Array.prototype;
}
function sharedOf(app) {
  const shared = /* @__PURE__ */ new Map();
  for (const { path, scripts } of app.facts.values()) {
    for (const { globals, isModule } of scripts) {
      for (const [name, object] of globals.objects) {
        const known = shared.get(name) ?? { members: /* @__PURE__ */ new Map(), path, isOpen: false, made: 0, isSaid: false };
        if (object.isMade || object.isSaid && known.made === 0) known.path = path;
        if (object.isMade) known.made++;
        if (object.isSaid) known.isSaid = true;
        if (object.isOpen || isModule) known.isOpen = true;
        for (const [member, exported] of object.members) known.members.set(member, exported);
        shared.set(name, known);
      }
    }
  }
  return shared;
}

// src/check/rules/calls.ts
function checkCalls(app) {
  const resolver = resolverOf(app);
  const offers = offersOf(app, resolver);
  const promised = promisedFunctions(app.plan);
  const planned = plannedPaths(app);
  const findings = [];
  const seen = /* @__PURE__ */ new Set();
  let looked = 0;
  for (const { path, scripts } of app.facts.values()) {
    const imports = scripts.flatMap((script) => script.imports).filter(({ calls }) => calls.length > 0);
    if (imports.length === 0 || purposeOf(path) === "sample") continue;
    looked++;
    for (const { specifier, calls, how } of imports) {
      const target = resolver.resolve(path, specifier);
      if (target.kind !== "file") continue;
      const { names } = offers.of(target.path);
      for (const call of calls) {
        const signature = names.get(call.name)?.signature ?? null;
        const wrong = signature === null ? null : wrongCall(path, target.path, call, signature, how, planned);
        if (wrong === null) continue;
        const departed = departure(app, target.path, call, promised(target.path, call.name));
        const key = departed === null ? null : `${wrong.severity} ${departed.offers}`;
        if (key === null || !seen.has(key)) findings.push({ ...wrong, ...departed });
        if (key !== null) seen.add(key);
      }
    }
  }
  const shared = checkGlobals(app);
  return { looked: looked + shared.looked, findings: [...findings, ...shared.findings] };
}
function departure(app, target, { name, count }, promised) {
  const own = scriptOf(app, target)?.exports.names.get(name);
  if (promised === null || own === void 0 || own.signature === null || !takes(promised, count))
    return null;
  return { path: target, line: own.line, offers: `The plan gives ${code(target)} ${code(promised.shown)}.` };
}
function wrongCall(path, target, call, signature, how, planned) {
  const { name, line, count } = call;
  if (takes(signature, count)) return null;
  const much = takesOf(signature);
  const called = name === "default" ? `the default of ${code(target)}` : `${code(name)} of ${code(target)}`;
  return {
    ...{ rule: "calls", path, line },
    severity: severityOf(path, target, how, count < signature.required, planned),
    message: `${code(path)} calls ${called} with ${argumentsOf(count)}; it takes ${much}.`,
    offers: `${called} takes ${much}.`
  };
}
function severityOf(path, target, how, isTooFew, planned) {
  const both = [path, target];
  const isTyped = how !== "require" && both.every((each) => /\.[cm]?tsx?$/.test(each));
  if (!isTooFew) return isTyped ? "warning" : "note";
  const isCertain = isTyped || both.every((each) => planned.has(each));
  return isCertain && purposeOf(path) === "source" ? "error" : "warning";
}
function takesOf({ required, most }) {
  if (most === null) return `at least ${argumentsOf(required)}`;
  return required === most ? argumentsOf(most) : `${required} to ${argumentsOf(most)}`;
}
function argumentsOf(count) {
  return count === 0 ? "no argument" : count === 1 ? "1 argument" : `${count} arguments`;
}

// src/check/data/access.ts
function at(data, ...names) {
  let here = data;
  for (const name of names) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, name)) return void 0;
    here = Reflect.get(here, name);
  }
  return here;
}
function entriesOf2(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
}
function textsOf(data) {
  if (typeof data === "string") return [data];
  return Array.isArray(data) ? data.filter((item) => typeof item === "string") : [];
}
function lineWith(text, ...words) {
  if (text === void 0) return null;
  const [word = ""] = words;
  for (let found = text.indexOf(word); found >= 0 && word !== ""; found = text.indexOf(word, found + 1)) {
    const start = text.lastIndexOf("\n", found) + 1;
    const end = text.indexOf("\n", found);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (words.every((each) => line.includes(each))) return text.slice(0, start).split("\n").length;
    if (end < 0) break;
    found = end;
  }
  return null;
}

// src/check/page/paths.ts
function pathsOf({ files, others }) {
  const all = /* @__PURE__ */ new Set([...files.keys(), ...others]);
  const byName = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Set();
  for (const path of all) {
    const name = nameOf(path);
    const named2 = byName.get(name);
    if (named2 === void 0) byName.set(name, [path]);
    else named2.push(path);
    for (let folder = folderOf2(path); folder !== "" && !folders.has(folder); folder = folderOf2(folder))
      folders.add(folder);
  }
  return { all, byLetters: new Map([...all].map((path) => [path.toLowerCase(), path])), byName, folders };
}
function folderOf2(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function pathOfAddress(address) {
  if (address.length > 1e3 || /^[a-z][a-z0-9+.-]*:|^\/\/|^[~@#?]|[{}<>$*|\\\n]|%[^0-9a-f]|%7b|!/i.test(address))
    return null;
  const plain = address.replace(/[?#].*$/s, "").trim();
  if (plain === "") return null;
  try {
    return decodeURIComponent(plain);
  } catch {
    return null;
  }
}
function join(folder, path) {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return null;
  }
  return parts.join("/");
}
var ROOTS = [
  "",
  "public",
  "static",
  "src",
  "app",
  "www",
  "dist",
  "client",
  "web",
  "assets",
  "site",
  "docs"
];
function foldersAbove2(folder) {
  const above = [folder];
  for (let at2 = folder; at2 !== ""; at2 = folderOf2(at2)) above.push(folderOf2(at2));
  return above.slice(0, 30);
}
function rootCandidates(folder, path) {
  return foldersAbove2(folder).flatMap(
    (above) => ROOTS.flatMap((root) => join(above === "" ? root : root === "" ? above : `${above}/${root}`, path) ?? [])
  );
}
function endsAnywhere(paths, path) {
  const ending = path.replace(/^(?:\.{0,2}\/)+/, "");
  const named2 = paths.byName.get(nameOf(ending)) ?? [];
  return named2.some((each) => each === ending || each.endsWith(`/${ending}`));
}
function isFurtherDown({ all }, path) {
  const parts = path.split("/").filter((part) => part !== "");
  return path.startsWith("/") && parts.some(
    (_, index) => index >= 2 && all.has(parts.slice(index).join("/")) && !parts.slice(0, index).some((part) => OF_APPS.test(part))
  );
}
var OF_APPS = /^(?:static|assets|public|css|styles?|js|scripts?|images?|img|icons?|fonts|src|lib|dist|build)$/i;
function isMade(paths, path) {
  const folders = foldersAbove2(folderOf2(path));
  if (folders.some(
    (folder) => MADE2.test(nameOf(folder)) && (INSTALLED.test(nameOf(folder)) || !paths.folders.has(folder))
  )) {
    return true;
  }
  if (/\.(?:min|bundle|umd|iife|esm|prod)\.(?:js|css)$/.test(path) || /(?:^|\/)bundle\.(?:js|css)$/.test(path))
    return true;
  return sourcesOf(nameOf(path)).some((name) => paths.byName.has(name));
}
var MADE2 = /^(?:dist|build|out|output|gen|generated|__generated__|_site|pkg|bundles?|compiled|esm|cjs|umd|es|release|target|coverage|\.next|\.tmp|tmp|temp|node_modules|bower_components|jspm_packages|vendors?)$/i;
var INSTALLED = /^(?:node_modules|bower_components|jspm_packages|coverage|vendors?)$/i;
function sourcesOf(name) {
  const dot = name.lastIndexOf(".");
  const stem = name.slice(0, dot);
  switch (name.slice(dot)) {
    case ".css":
      return ["scss", "sass", "less", "styl", "pcss"].map((end) => `${stem}.${end}`);
    case ".js":
    case ".mjs":
      return [
        "ts",
        "tsx",
        "jsx",
        "mts",
        "coffee",
        "ls",
        "res",
        "elm",
        "rs",
        "litcoffee",
        "svelte",
        "vue"
      ].map((end) => `${stem}.${end}`);
    case ".html":
      return ["pug", "jade", "ejs", "hbs", "md", "njk", "haml"].map((end) => `${stem}.${end}`);
    case ".wasm":
      return ["wat", "rs", "c", "cpp", "zig", "go", "ts"].map((end) => `${stem}.${end}`);
    default:
      return [];
  }
}

// src/check/page/site.ts
var BUILDERS = /^(?:vite|webpack|webpack-.*|parcel|parcel-bundler|rollup|esbuild|tsup|microbundle|browserify|watchify|gulp|gulp-.*|grunt|grunt-.*|next|nuxt|astro|gatsby|react|react-.*|preact|vue|@vue\/.*|svelte|@sveltejs\/.*|@angular\/.*|angular|solid-js|lit|ember-.*|@11ty\/.*|hexo|vuepress|vitepress|@docusaurus\/.*|react-scripts|snowpack|brunch|metalsmith|electron-.*|typescript|@babel\/.*|babel-.*|sass|node-sass|less|stylus|postcss-cli|tailwindcss|storybook|@web\/.*|@rspack\/.*|@parcel\/.*|bun|wxt|plasmo|nunjucks|pug|ejs|handlebars|mustache)$/;
var SERVERS = /^(?:express|koa|koa-.*|fastify|hono|@hono\/.*|@fastify\/.*|polka|restify|@hapi\/.*|hapi|connect|@nestjs\/.*|sirv|serve-static|h3|nitropack|elysia|socket\.io|sails|micro)$/;
var BUILD_FILES = /(?:^|\/)(?:(?:vite|webpack|rollup|parcel|gulpfile|Gruntfile|angular|astro|next|nuxt|svelte|snowpack|esbuild|eleventy|\.eleventy|gatsby)[\w.-]*\.(?:[cm]?[jt]s|json|babel\.js)|_config\.yml|mkdocs\.yml|hugo\.toml|Makefile|Rakefile|build\.(?:js|mjs|sh|gradle)|Cargo\.toml|pom\.xml|composer\.json|Gemfile)$/i;
var SERVED_BY = /\.(?:py|php|rb|go|java|rs|cs|ex|exs|kt|scala|jsp|erb)$/;
var UNKNOWN2 = /\.(?:html?|[cm]?[jt]sx?|vue|svelte|astro|hbs|ejs|pug|njk|liquid|php|twig)$/i;
var SITES = /* @__PURE__ */ new WeakMap();
function siteOf(app) {
  const known = SITES.get(app) ?? siteIn(app);
  SITES.set(app, known);
  return known;
}
function isSource({ loadedBy: loadedBy2 }, path) {
  const purpose = purposeOf(path);
  return purpose === "source" || purpose === "apart" && loadedBy2.has(path);
}
function siteIn(app) {
  const paths = pathsOf(app);
  const all = [...app.facts.values()];
  const packages = new Set(all.flatMap(packagesOf));
  const pages = all.filter(({ page }) => page !== null);
  const isPartlyUnknown = [...app.others].some((path) => UNKNOWN2.test(path)) || [...app.files.keys()].some((path) => UNKNOWN2.test(path) && isUnread(app.facts.get(path)));
  const isServed = [...packages].some((name) => SERVERS.test(name)) || all.some(serves);
  const mounted = isServed ? mountsOf(app, all, paths) : () => [];
  return {
    paths,
    pages,
    mounted,
    isBuilt: [...packages].some((name) => BUILDERS.test(name)) || [...paths.all].some((path) => BUILD_FILES.test(path)),
    isServed,
    isPartlyUnknown,
    loadedBy: loadedBy(app, pages, paths, mounted)
  };
}
var MENTION = /\/([\w.-]+)(?:\\?\/)?(?![\w./\\-])/g;
function mountsOf({ files }, all, { byName }) {
  let starts = null;
  return (address) => {
    const [, start = "", rest = ""] = /^\/([\w.-]+)\/(.+)$/.exec(address) ?? [];
    const named2 = (byName.get(nameOf(rest)) ?? []).filter(
      (path) => path === rest || path.endsWith(`/${rest}`)
    );
    if (named2.length === 0) return [];
    starts ??= startsIn(files, all);
    return starts.has(start) ? named2 : [];
  };
}
function startsIn(files, all) {
  const folders = all.filter(({ page }) => page !== null).map(({ path }) => folderOf2(path));
  const isBeside = (path) => folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));
  const code2 = all.filter((facts) => serves(facts) || facts.language === "script" && !isBeside(facts.path));
  return new Set(
    code2.flatMap(({ path }) => [...(files.get(path) ?? "").matchAll(MENTION)].map(([, start = ""]) => start))
  );
}
function isUnread(facts) {
  if (facts === void 0 || facts.broken.length > 0) return true;
  if (facts.language === "html") return facts.page === null;
  return facts.language !== "script";
}
function packagesOf({ path, data }) {
  if (!/(?:^|\/)package\.json$/.test(path) || typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(
    ([key, value]) => /ependencies$/.test(key) && typeof value === "object" && value !== null ? Object.keys(value) : []
  );
}
function serves({ path, scripts }) {
  if (SERVED_BY.test(path)) return true;
  return scripts.some(({ browser }) => browser.isServer);
}
var MOST_PAGES = 50;
function loadedBy(app, pages, paths, mounted) {
  const found = /* @__PURE__ */ new Map();
  const groups = pages.length > MOST_PAGES ? [pages] : pages.map((page) => [page]);
  for (const group of groups) {
    const names = group.map(({ path }) => path);
    const seen = /* @__PURE__ */ new Set();
    const ahead = group.flatMap((page) => scriptsOf(page, paths, mounted));
    for (let path = ahead.pop(); path !== void 0; path = ahead.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const known = found.get(path) ?? /* @__PURE__ */ new Set();
      for (const name of names) known.add(name);
      found.set(path, known);
      const facts = app.facts.get(path);
      if (facts !== void 0) ahead.push(...modulesOf(facts, paths, mounted));
    }
  }
  return found;
}
function scriptsOf(facts, paths, mounted) {
  const named2 = (facts.page?.references ?? []).filter(
    ({ target, how }) => target === "code" && how === "src"
  );
  return [
    ...named2.flatMap(({ address }) => locate(facts, address, paths, mounted)),
    ...modulesOf(facts, paths, mounted)
  ];
}
function modulesOf(facts, paths, mounted) {
  return facts.scripts.flatMap(
    ({ browser }) => browser.loads.flatMap((address) => locate(facts, address, paths, mounted))
  );
}
function locate({ path, page }, address, { all }, mounted) {
  const wanted = pathOfAddress(address);
  if (wanted === null) return [];
  const folder = folderOf2(path);
  const start = page?.base == null ? folder : join(folder, page.base) ?? folder;
  const candidates = wanted.startsWith("/") ? rootCandidates(folder, wanted) : [join(start, wanted) ?? ""];
  for (const candidate of candidates) {
    for (const ending of ENDINGS) {
      if (all.has(`${candidate}${ending}`)) return [`${candidate}${ending}`];
    }
    const source = candidate.replace(/\.(m?)js(x?)$/, ".$1ts$2");
    if (source !== candidate && all.has(source)) return [source];
  }
  const mountedAt = mounted(wanted);
  const [own = null] = mountedAt.filter((each) => folder !== "" && each.startsWith(`${folder}/`));
  if (own !== null) return [own];
  return mountedAt.length === 1 ? [...mountedAt] : [];
}
var ENDINGS = ["", ".js", ".ts", ".tsx", ".jsx", ".mjs", "/index.js", "/index.ts", "/index.tsx"];

// src/check/messages/exchanges.ts
var KNOWN = /* @__PURE__ */ new WeakMap();
function exchangesOf(app) {
  const known = KNOWN.get(app) ?? collect(app);
  KNOWN.set(app, known);
  return known;
}
function collect(app) {
  const site = siteOf(app);
  const sources = [...app.facts.values()].flatMap(
    ({ path, scripts }) => isSource(site, path) ? scripts.map(({ browser }) => ({ path, browser })) : []
  );
  const constants = constantsOf(sources);
  const passing = passingOf(sources);
  const all = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  const add2 = (exchange) => {
    const name = withConstants(exchange.name, constants, true);
    const kind = all.get(exchange.kind);
    if (kind === void 0) all.set(exchange.kind, [{ ...exchange, name }]);
    else kind.push({ ...exchange, name });
  };
  for (const { path, browser } of sources) {
    for (const use of browser.uses) add2({ ...use, path, via: null });
    for (const call of browser.textCalls) {
      const uses = usesOf(path, call, passing);
      for (const use of uses) add2(use);
      if (uses.length === 0) {
        for (const text of call.texts) if (text !== null) said.add(withConstants(text, constants, true));
      }
    }
    for (const [callee, bits] of browser.openCalls)
      for (const use of openUsesOf(callee, bits, passing)) add2(use);
  }
  return { of: (kind) => all.get(kind) ?? [], said };
}
function constantsOf(sources) {
  const constants = /* @__PURE__ */ new Map();
  for (const { browser } of sources)
    for (const [name, text] of browser.constants)
      constants.set(name, constants.has(name) && constants.get(name) !== text ? null : text);
  return constants;
}
function passingOf(sources) {
  const exact = /* @__PURE__ */ new Map();
  const bare = /* @__PURE__ */ new Map();
  for (const { path, browser } of sources) {
    for (const [name, all] of browser.passing) {
      const passing = all.map((one) => ({ ...one, path }));
      put(exact, name, passing);
      put(bare, bareOf(name), passing);
    }
  }
  for (let round = 0; round < 2; round += 1) followForwards(sources, exact, bare);
  return { exact, bare };
}
function followForwards(sources, exact, bare) {
  for (const { browser } of sources) {
    for (const [name, all] of browser.forwards) {
      if (exact.has(name)) continue;
      const passing = all.flatMap(
        ({ to, index, toIndex, before, after }) => (exact.get(to) ?? []).filter((each) => each.index === toIndex).map((each) => ({
          ...each,
          ...{ index, before: `${each.before}${before}`, after: `${after}${each.after}` },
          // The method is given by the function between, in whatever way.
          ...each.methodAt === null ? {} : { methodAt: null, of: null }
        }))
      );
      if (passing.length === 0) continue;
      put(exact, name, passing);
      put(bare, bareOf(name), passing);
    }
  }
}
function put(all, name, passing) {
  const known = all.get(name) ?? [];
  if (known.length < 20) known.push(...passing);
  all.set(name, known);
}
function bareOf(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}
var OFFERS2 = /* @__PURE__ */ new Set([
  "event-sent",
  "message-heard",
  "key-written",
  "key-dropped",
  "path-served"
]);
function usesOf(path, { callee, texts, line }, { exact, bare }) {
  const sure = exact.get(callee);
  const all = sure ?? bare.get(bareOf(callee))?.filter(({ kind }) => OFFERS2.has(kind)) ?? [];
  return all.flatMap((passing) => {
    const { kind, index, before, after, methodAt, of } = passing;
    const text = texts[index];
    if (text === void 0 || text === null) return [];
    const method = methodAt === null ? of : texts[methodAt]?.toUpperCase() ?? null;
    const via = `${passing.path}:${passing.line}`;
    return [{ kind, name: `${before}${text}${after}`, path, line, of: method, via }];
  });
}
function openUsesOf(callee, bits, { exact, bare }) {
  const all = exact.get(callee) ?? bare.get(bareOf(callee)) ?? [];
  return all.flatMap(({ kind, index, of, before, after, path, line }) => {
    const name = `${before}${ANYTHING}${after}`;
    return (bits & 1 << index) === 0 || kind === "path-fetched" ? [] : [{ kind, name, path, line, of, via: null }];
  });
}

// src/check/rules/manifest-paths.ts
function manifestPaths(app, path, data) {
  const isExtension2 = at(data, "manifest_version") !== void 0;
  const site = siteOf(app);
  const later = new Set((app.plan?.files ?? []).map((file) => file.path));
  const told = /* @__PURE__ */ new Set();
  return (isExtension2 ? ofExtension(data) : ofWebApp(data)).flatMap((named2) => {
    const candidates = candidatesOf(path, named2.address, isExtension2);
    const [likely] = candidates;
    if (likely === void 0 || told.has(named2.address)) return [];
    if (candidates.some((each) => isThere(site, each) || later.has(each))) return [];
    told.add(named2.address);
    const finding = missing(app, site, path, named2, candidates);
    return finding === null ? [] : [finding];
  });
}
function isThere({ paths: { all, folders } }, path) {
  return folders.has(path) || all.has(path) || foldersAbove2(folderOf2(path)).some((folder) => all.has(folder));
}
function candidatesOf(path, address, isExtension2) {
  const wanted = address.includes("*") ? null : pathOfAddress(address);
  if (wanted === null || wanted.replace(/^[./]+/, "") === "") return [];
  const folder = folderOf2(path);
  if (!isExtension2 && wanted.startsWith("/")) return rootCandidates(folder, wanted);
  return [join(folder, wanted.replace(/^\/+/, ""))].flatMap((each) => each ?? []);
}
function missing(app, site, path, { what, address, severity }, candidates) {
  const [likely = ""] = candidates;
  const text = app.files.get(path);
  const line = lineWith(text, `"${address}"`) ?? lineWith(text, '"default_locale"');
  const common = { rule: "references", path, line };
  const written = candidates.flatMap((each) => site.paths.byLetters.get(each.toLowerCase()) ?? [])[0];
  if (written !== void 0) {
    const message = `${code(path)} names ${code(address)} as ${what}, and the file is called ${code(written)}: upper and lower case make a difference.`;
    return { ...common, severity: severity === "error" ? "error" : "warning", message, offers: null };
  }
  if (site.isBuilt || isMade(site.paths, likely) || isFurtherDown(site.paths, address)) return null;
  const near = site.paths.byName.get(likely.slice(likely.lastIndexOf("/") + 1))?.[0];
  return {
    ...common,
    severity,
    message: `${code(path)} names ${code(address)} as ${what}, and there is no such file.`,
    offers: near === void 0 ? null : `There is ${code(near)}.`
  };
}
function ofExtension(data) {
  const all = [];
  const add2 = (severity, what, ...values) => {
    for (const value of values)
      for (const address of textsOf(value))
        if (!/^\w+:|^__MSG_/.test(address)) all.push({ what, address, severity });
  };
  add2("error", "its service worker", at(data, "background", "service_worker"));
  add2("error", "a background script", at(data, "background", "scripts"));
  add2("error", "its background page", at(data, "background", "page"));
  for (const script of listOf(at(data, "content_scripts"))) {
    add2("error", "a content script", at(script, "js"));
    add2("error", "a style for pages", at(script, "css"));
  }
  for (const kind of ["action", "browser_action", "page_action"]) {
    add2("error", "its popup", at(data, kind, "default_popup"));
    add2("warning", "an icon", ...imagesIn(at(data, kind, "default_icon")));
  }
  add2("warning", "an icon", ...imagesIn(at(data, "icons")));
  add2("error", "its page of options", at(data, "options_page"), at(data, "options_ui", "page"));
  add2("error", "its page for developers", at(data, "devtools_page"));
  add2(
    "error",
    "its side panel",
    at(data, "side_panel", "default_path"),
    at(data, "sidebar_action", "default_panel")
  );
  add2(
    "error",
    "a page of the browser",
    ...entriesOf2(at(data, "chrome_url_overrides")).map(([, value]) => value)
  );
  add2(
    "error",
    "a list of rules",
    ...listOf(at(data, "declarative_net_request", "rule_resources")).map((each) => at(each, "path"))
  );
  add2("warning", "a page in a sandbox", at(data, "sandbox", "pages"));
  for (const part of listOf(at(data, "web_accessible_resources")))
    add2("warning", "a file for pages", part, at(part, "resources"));
  const language = at(data, "default_locale");
  if (typeof language === "string") add2("error", "its texts", `_locales/${language}/messages.json`);
  return all;
}
function ofWebApp(data) {
  const shortcuts = listOf(at(data, "shortcuts"));
  const images = [data, ...shortcuts].flatMap((each) => [
    ...listOf(at(each, "icons")),
    ...listOf(at(each, "screenshots"))
  ]);
  const pages = [at(data, "start_url"), ...shortcuts.map((each) => at(each, "url"))];
  return [
    ...images.flatMap(
      (image) => textsOf(at(image, "src")).map(
        (address) => ({ what: "an image", address, severity: "warning" })
      )
    ),
    ...pages.flatMap(textsOf).filter((address) => /\.html?(?:[?#].*)?$/.test(address)).map((address) => ({ what: "a page to start with", address, severity: "warning" }))
  ];
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function imagesIn(value) {
  return typeof value === "string" ? [value] : entriesOf2(value).map(([, each]) => each);
}

// src/check/rules/permissions.ts
var PERMISSIONS = new Map([
  ..."alarms audio bookmarks browsingData certificateProvider contentSettings cookies debugger declarativeContent desktopCapture documentScan downloads fontSettings gcm history idle notifications offscreen pageCapture platformKeys power printerProvider printing privacy processes proxy readingList scripting search sessions sidePanel storage tabCapture tabGroups topSites tts ttsEngine userScripts vpnProvider wallpaper webNavigation webRequest".split(" ").map((name) => [name, [name]]),
  ["contextMenus", ["contextMenus", "menus"]],
  ["menus", ["menus", "contextMenus"]],
  ["declarativeNetRequest", ["declarativeNetRequest", "declarativeNetRequestWithHostAccess"]],
  ["identity", ["identity", "identity.email"]]
]);
var MEMBER_PERMISSIONS = /* @__PURE__ */ new Map([
  ["runtime.connectNative", "nativeMessaging"],
  ["runtime.sendNativeMessage", "nativeMessaging"]
]);
var ENTRIES = /* @__PURE__ */ new Map([
  ["action", "action"],
  ["browserAction", "browser_action"],
  ["pageAction", "page_action"],
  ["omnibox", "omnibox"]
]);
var NOT_IN_PAGES = new Set(
  [...PERMISSIONS.keys(), ...ENTRIES.keys(), "tabs", "windows", "commands", "permissions"].filter(
    (name) => name !== "storage"
  )
);

// src/check/rules/extension.ts
function checkManifests(app) {
  const manifests = [...app.facts.values()].filter(
    ({ path, data }) => purposeOf(path) !== "sample" && isManifest(path, data)
  );
  const findings = manifests.flatMap((facts) => manifestPaths(app, facts.path, facts.data));
  const extensions = manifests.filter(({ data }) => isExtension(data));
  const parts = [...app.facts.values()].filter(
    ({ path, data }) => MANIFEST.test(nameOf(path)) && at(data, "permissions") !== void 0
  );
  for (const facts of extensions) {
    const others = new Set([...extensions, ...parts].filter((other) => other !== facts));
    findings.push(...permissionsOf(app, facts, [...others]));
  }
  return { looked: manifests.length, findings };
}
var MANIFEST = /^manifest[\w.-]*\.json$/;
function isManifest(path, data) {
  if (/\.webmanifest$/.test(path)) return true;
  if (!MANIFEST.test(nameOf(path))) return false;
  return isExtension(data) || at(data, "start_url") !== void 0 || at(data, "display") !== void 0;
}
function isExtension(data) {
  const version = at(data, "manifest_version");
  return version === 2 || version === 3;
}
function permissionsOf(app, { path, data }, others) {
  const folder = folderOf2(path);
  const isInside = (each) => folder === "" || each.path.startsWith(`${folder}/`);
  const exchanges = exchangesOf(app);
  const lists = [data, ...others.map((other) => other.data)].flatMap((each) => [
    ...textsOf(at(each, "permissions")),
    ...textsOf(at(each, "optional_permissions"))
  ]);
  const extension = {
    ...{ app, path, data },
    uses: exchanges.of("extension-api").filter(isInside),
    asked: new Set(exchanges.of("extension-asked").map(({ name }) => name)),
    // Firefox grants these to who has an entry for them.
    granted: new Set(at(data, "user_scripts") === void 0 ? lists : [...lists, "userScripts"]),
    isOpen: siteOf(app).isBuilt || others.length > 0
  };
  return [...missing2(extension), ...outOfPlace(extension), ...withoutHosts(extension), ...unused(extension)];
}
function missing2(extension) {
  const { app, path, data, granted, asked, isOpen } = extension;
  const told = /* @__PURE__ */ new Set();
  return extension.uses.flatMap((use) => {
    const [part = ""] = use.name.split(".", 1);
    const own = MEMBER_PERMISSIONS.get(use.name);
    const wanted = own === void 0 ? PERMISSIONS.get(part) : [own];
    const entry = ENTRIES.get(part);
    const isGranted = (wanted?.some((each) => granted.has(each)) ?? true) && (entry === void 0 || at(data, entry) !== void 0);
    const key = own ?? part;
    if (isGranted || asked.has(part) || told.has(key)) return [];
    told.add(key);
    const calls = `${code(use.path)} uses ${code(`${use.of}.${use.name}`)}, and ${code(path)}`;
    const message = wanted === void 0 ? `${calls} has no entry ${code(entry ?? "")}.` : `${calls} does not ask for the permission ${code(wanted[0] ?? "")}.`;
    const severity = isOpen ? "warning" : "error";
    const line = lineWith(app.files.get(path), '"permissions"') ?? 1;
    const offers = granted.size === 0 ? null : `It asks for ${codes(granted)}.`;
    return [{ rule: "calls", severity, path, line, message, offers }];
  });
}
function outOfPlace({ app, path, data, uses, asked, isOpen }) {
  const folder = folderOf2(path);
  const listed = (values) => new Set(values.flatMap(textsOf).flatMap((each) => join(folder, each) ?? []));
  const contents = at(data, "content_scripts");
  const inPages = listed(Array.isArray(contents) ? contents.map((each) => at(each, "js")) : []);
  const inBackground = listed([at(data, "background", "scripts"), at(data, "background", "service_worker")]);
  const { loadedBy: loadedBy2 } = siteOf(app);
  const told = /* @__PURE__ */ new Set();
  return uses.flatMap((use) => {
    const [part = ""] = use.name.split(".", 1);
    const isInPages = inPages.has(use.path) && !inBackground.has(use.path) && !loadedBy2.has(use.path);
    if (!isInPages || !NOT_IN_PAGES.has(part) || asked.has(part) || told.has(`${use.path} ${part}`))
      return [];
    told.add(`${use.path} ${part}`);
    const message = `${code(use.path)} runs in the pages of others, where there is no ${code(`${use.of}.${part}`)}.`;
    const offers = "Scripts there have `runtime`, to send a message to the background, `storage` and `i18n`.";
    const severity = isOpen ? "warning" : "error";
    return [{ rule: "calls", severity, path: use.path, line: use.line, message, offers }];
  });
}
function withoutHosts({ app, path, data, uses, granted, isOpen }) {
  const hosts = ["host_permissions", "optional_host_permissions"].flatMap((name) => textsOf(at(data, name)));
  const mayReach = [...granted].some((each) => each.includes("://") || each === "<all_urls>");
  const isUsed = uses.some(({ name }) => /^scripting\.(?:executeScript|insertCSS)$/.test(name));
  const isFine = hosts.length > 0 || mayReach || granted.has("activeTab") || !granted.has("scripting");
  if (isOpen || !isUsed || isFine) return [];
  const line = lineWith(app.files.get(path), '"scripting"');
  const message = `${code(path)} asks for ${code("scripting")}, and for no page to use it on: neither ${code("activeTab")} nor ${code("host_permissions")}.`;
  return [{ rule: "calls", severity: "warning", path, line, message, offers: null }];
}
function unused({ app, path, data, uses, isOpen }) {
  if (isOpen || uses.length === 0 || siteOf(app).isPartlyUnknown) return [];
  const folder = folderOf2(path);
  const texts = [...app.files].flatMap(
    ([each, text]) => each !== path && (folder === "" || each.startsWith(`${folder}/`)) && /\.(?:[cm]?[jt]sx?|html?|vue|svelte)$/.test(each) ? [text] : []
  );
  return textsOf(at(data, "permissions")).flatMap((permission) => {
    const parts = [...PERMISSIONS].flatMap(([part, wanted]) => wanted.includes(permission) ? [part] : []);
    if (parts.length === 0 || /^(?:declarativeNetRequest|sidePanel|topSites|search)/.test(permission))
      return [];
    const pattern = new RegExp(`\\b(?:${parts.join("|")})\\b`);
    if (texts.some((text) => pattern.test(text))) return [];
    const line = lineWith(app.files.get(path), `"${permission}"`);
    const message = `${code(path)} asks for the permission ${code(permission)}, which nothing uses.`;
    return [{ rule: "calls", severity: "note", path, line, message, offers: null }];
  });
}

// src/check/page/mentions.ts
var NO_CODE = /\.(?:md|markdown|css|scss|sass|less|styl|txt|lock|map)$|(?:^|\/)(?:LICENSE|package-lock\.json)/i;
var COLLECTED = /* @__PURE__ */ new WeakMap();
function wordsOf(app) {
  const collected = () => {
    const known = COLLECTED.get(app) ?? collect2(app);
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
    }
  };
}
function collect2(app) {
  const collected = {
    words: /* @__PURE__ */ new Set(),
    ends: /* @__PURE__ */ new Set(),
    keys: /* @__PURE__ */ new Set(),
    makesAnyId: false,
    makesAnyData: false
  };
  for (const [path, text] of app.files) {
    if (NO_CODE.test(path)) continue;
    const facts = app.facts.get(path);
    if (facts !== void 0 && isRead(facts)) add(collected, facts);
    else for (const word of text.match(/[\p{L}\p{N}_-]{1,100}/gu) ?? []) collected.words.add(word);
  }
  return collected;
}
function isRead({ language, broken, page }) {
  return broken.length === 0 && (language === "script" || language === "html" && page?.isTemplate === false);
}
function add(collected, { page, scripts }) {
  for (const word of page?.mentions ?? []) collected.words.add(word);
  for (const { browser } of scripts) {
    for (const word of browser.mentions) collected.words.add(word);
    for (const end of browser.ends) collected.ends.add(end);
    for (const key of browser.keys) collected.keys.add(key);
    collected.makesAnyId ||= browser.makesAnyId;
    collected.makesAnyData ||= browser.makesAnyData;
  }
}
function isCompleted(name, ends) {
  for (let at2 = 2; at2 < name.length; at2 += 1) {
    if (ends.has(name.slice(0, at2)) || ends.has(name.slice(name.length - at2))) return true;
  }
  return false;
}

// src/check/rules/ids.ts
function checkIds(app) {
  const site = siteOf(app);
  if (site.pages.length === 0) return { looked: 0, findings: [] };
  const helpers = helpersOf(app);
  const lookups = new Map(
    [...app.facts.values()].map((facts) => [facts, lookupsIn(facts, helpers)])
  );
  const names = namesOf2(site.pages);
  const known = {
    app,
    site,
    words: wordsOf(app),
    names,
    near: nearOnes(names, soughtOf([...lookups.values()].flat())),
    quoted: new Set((app.plan?.text ?? "").match(/[\w-]+/g) ?? [])
  };
  const findings = [];
  let looked = 0;
  for (const [facts, all] of lookups) {
    const pages = facts.page === null ? pagesOf(app, site, facts.path) : /* @__PURE__ */ new Set([facts.path]);
    if (all.length + (facts.page?.namings.length ?? 0) > 0) looked += 1;
    if (purposeOf(facts.path) === "sample") continue;
    const missing3 = /* @__PURE__ */ new Map();
    for (const lookup of all) {
      const key = `${lookup.kind} ${lookup.name}`;
      const finding = missing3.has(key) ? null : missed(known, facts, lookup, pages);
      if (finding !== null) missing3.set(key, finding);
    }
    findings.push(...missing3.values(), ...named(known, facts));
  }
  return { looked, findings };
}
var ENTRY = /^(?:src\/)?(?:index|main|app|client)\.[cm]?[jt]sx?$/i;
function pagesOf(app, { loadedBy: loadedBy2, pages, isBuilt }, path) {
  const known = loadedBy2.get(path);
  if (known !== void 0) return known;
  const folder = resolverOf(app).manifestsAbove(path)[0]?.folder ?? null;
  if (!isBuilt || folder === null) return /* @__PURE__ */ new Set();
  const start = folder === "" ? "" : `${folder}/`;
  const wholes = pages.filter((each) => each.page?.isWhole === true);
  const [page, ...others] = wholes.map((each) => each.path).filter((each) => each.startsWith(start));
  const isOnly = others.length === 0 && ["index.html", "public/index.html"].includes(page?.slice(start.length) ?? "");
  return new Set(page !== void 0 && isOnly && ENTRY.test(path.slice(start.length)) ? [page] : []);
}
function helpersOf({ facts }) {
  const found = /* @__PURE__ */ new Map();
  for (const { scripts } of facts.values()) {
    for (const { browser } of scripts) {
      for (const [name, helper] of browser.helpers) {
        const known = found.get(name);
        found.set(name, known === void 0 || known?.by === helper.by ? helper : null);
      }
    }
  }
  return new Map([...found].flatMap(([name, helper]) => helper === null ? [] : [[name, helper]]));
}
function lookupsIn({ scripts }, helpers) {
  return scripts.flatMap(({ browser }) => [
    ...browser.lookups,
    ...browser.helperCalls.flatMap((call) => {
      const helper = helpers.get(call.helper);
      return helper === void 0 ? [] : lookupsOf(call, helper);
    })
  ]);
}
function namesOf2(pages) {
  const names = { id: /* @__PURE__ */ new Map(), class: /* @__PURE__ */ new Map(), data: /* @__PURE__ */ new Map() };
  for (const { path, page } of pages) {
    if (page === null) continue;
    const kinds = [
      [names.id, page.ids],
      [names.class, page.classes],
      [names.data, page.dataNames]
    ];
    for (const [all, own] of kinds)
      for (const [name, line] of own) if (!all.has(name)) all.set(name, { path, line });
  }
  return names;
}
function nearOnes(names, sought) {
  const made = /* @__PURE__ */ new Map();
  return (kind) => {
    const own = made.get(kind) ?? new NearNames([...names[kind].keys()].filter((name) => !sought[kind].has(name)));
    made.set(kind, own);
    return own;
  };
}
function soughtOf(lookups) {
  const sought = { id: /* @__PURE__ */ new Set(), class: /* @__PURE__ */ new Set(), data: /* @__PURE__ */ new Set() };
  for (const { kind, name } of lookups) sought[kind].add(name);
  return sought;
}
function missed(known, facts, lookup, pages) {
  const { names, words, site } = known;
  const { kind, name } = lookup;
  if (name === "" || names[kind].has(name) || isMadeByCode(words, lookup)) return null;
  const near = known.near(kind).nearest(name);
  const isLoaded = pages.size > 0 && [...pages].every((page) => known.app.facts.get(page)?.page?.isTemplate === false);
  const isNeeded = kind === "id" && !lookup.isOptional && isSource(site, facts.path);
  if (near === null && !(isLoaded && (isNeeded || !site.isPartlyUnknown))) return null;
  const severity = severityOf2(known, facts, lookup, pages);
  if (near === null && severity === "warning" && !isNeeded && (kind !== "id" || site.isBuilt)) return null;
  const other = near === null ? void 0 : names[kind].get(near);
  const isPagesFault = other !== void 0 && near !== null && known.quoted.has(name) && !known.quoted.has(near);
  const place = isPagesFault && other !== void 0 ? other : { path: facts.path, line: lookup.line };
  return {
    rule: "ids",
    severity,
    ...place,
    message: sentence(facts.path, lookup, near, other?.path ?? null),
    offers: offersOf2(known, lookup, pages, isPagesFault, facts.path)
  };
}
function isMadeByCode(words, { kind, name }) {
  if (words.has(name) || words.mayBeMade(name)) return true;
  if (kind !== "data") return false;
  const key = name.slice("data-".length).replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
  return words.makesAnyData || words.hasKey(key) || words.hasKey(name);
}
function severityOf2({ app, site, words }, { path }, lookup, pages) {
  const isPlain2 = !site.isBuilt && !site.isPartlyUnknown && isSource(site, path) && pages.size > 0;
  if (!isPlain2 || lookup.kind !== "id" || lookup.isOptional || words.makesAnyId) return "warning";
  const isOpen = [...pages].some((page) => {
    const facts = app.facts.get(page)?.page;
    return facts == null || facts.isTemplate || facts.references.some(({ target, address }) => target === "code" && /^(?:https?:)?\/\//.test(address));
  });
  return isOpen ? "warning" : "error";
}
var MARKS = {
  id: (name) => `#${name}`,
  class: (name) => `.${name}`,
  data: (name) => name
};
function sentence(path, { kind, name }, near, other) {
  const mark = MARKS[kind];
  const found = `\`${path}\` looks up \`${shortened(mark(name))}\``;
  if (near !== null && other !== null) return `${found}; in \`${other}\` it is \`${shortened(mark(near))}\`.`;
  return `${found}, which no page has and no script makes.`;
}
var MOST = 30;
function offersOf2(known, { kind }, pages, isPagesFault, from) {
  if (isPagesFault) return `\`${from}\` and the plan use the other spelling.`;
  const offered = [...pages].flatMap((page) => {
    const facts = known.app.facts.get(page)?.page;
    if (facts == null) return [];
    return [...(kind === "id" ? facts.ids : kind === "class" ? facts.classes : facts.dataNames).keys()];
  });
  const all = [...new Set(offered)].slice(0, MOST).map((name) => `\`${shortened(MARKS[kind](name))}\``);
  if (all.length === 0) return null;
  return `${[...pages].slice(0, 3).map((page) => `\`${page}\``).join(", ")} ${pages.size === 1 ? "has" : "have"} ${all.join(", ")}.`;
}
function named({ words, site }, { path, page, scripts }) {
  if (page === null || page.isTemplate || !page.isWhole || site.isPartlyUnknown) return [];
  let ownIds = null;
  return page.namings.flatMap(({ attribute, id, line }) => {
    if (page.ids.has(id) || words.has(id) || words.mayBeMade(id) || /[{}<$]/.test(id)) return [];
    ownIds ??= new NearNames(page.ids.keys());
    const near = ownIds.nearest(id);
    if (near === null && (scripts.length > 0 || words.makesAnyId || site.isBuilt)) return [];
    const end = near === null ? "and nothing in the page has that id" : `and the page has \`#${shortened(near)}\``;
    return [
      {
        rule: "ids",
        severity: "warning",
        path,
        line,
        message: `\`${attribute}\` names \`${shortened(id)}\`, ${end}.`,
        offers: null
      }
    ];
  });
}

// src/check/rules/imports.ts
function checkImports(app) {
  const resolver = resolverOf(app);
  const offers = offersOf(app, resolver);
  const isPlain2 = plainOf(app, resolver);
  const findings = [];
  let looked = 0;
  for (const facts of app.facts.values()) {
    const imports = facts.scripts.flatMap((script) => script.imports);
    if (imports.length === 0) continue;
    looked++;
    if (purposeOf(facts.path) === "sample" || isDeclaration(facts.path)) continue;
    for (const taken of imports) {
      const target = resolver.resolve(facts.path, taken.specifier);
      const lost = lostFinding(facts, taken, target, resolver);
      if (lost !== null) findings.push(lost);
      if (target.kind !== "file") continue;
      if (!target.isExact && taken.how !== "require" && isPlain2(facts))
        findings.push(endless(facts, taken, target));
      findings.push(...missingNames(app, facts, taken, target.path, offers.of(target.path)));
    }
  }
  return { looked, findings };
}
function lostFinding({ path, page }, taken, target, resolver) {
  if (target.kind !== "missing" && target.kind !== "case") return null;
  if (page?.isWhole === false && taken.how === "require") return null;
  const { specifier, line, isGuarded } = taken;
  const neighbours = resolver.neighbours(target.path).filter((each) => each !== path);
  const base = { rule: "imports", path, line };
  if (target.kind === "case") {
    const message = `${code(path)} imports ${code(specifier)}, but the file is called ${code(target.path)}: small and capital letters differ.`;
    return { ...base, severity: isGuarded ? "warning" : "error", message, offers: null };
  }
  if (resolver.isLaidElsewhere(path)) return null;
  const near = nearest(baseOf(target.path), neighbours.map(baseOf));
  const hint = near === null ? "" : ` There is ${code(near)}.`;
  return {
    ...base,
    severity: isGuarded || isMadeForTools(path, target.path) || !isCode(target.path) ? "warning" : "error",
    message: `${code(path)} imports ${code(specifier)}, which is not there.${hint}`,
    offers: neighbours.length === 0 ? null : `${code(`${folderOf(target.path)}/`)} holds ${codes(neighbours.map(baseOf))}.`
  };
}
function isMadeForTools(path, target) {
  return target.endsWith(".json") && purposeOf(path) === "apart";
}
function isCode(path) {
  return /\/?[^./]+$|\.(?:[cm]?[jt]sx?|json|css|s[ac]ss|less|vue|svelte|astro)$/.test(path);
}
function baseOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function isDeclaration(path) {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}
var OF_BUNDLER = /\?(?:worker|sharedworker|url|raw|inline|component|react)\b/;
function missingNames(app, facts, taken, target, offer) {
  if (offer.isOpen || taken.names.length === 0 || OF_BUNDLER.test(taken.specifier)) return [];
  const isTypedTarget = /\.[cm]?tsx?$/.test(target);
  const mayHoldTypes = !isTypedTarget && /\.[cm]?tsx?$/.test(facts.path) && hasTypes(app, target);
  const seen = /* @__PURE__ */ new Set();
  return taken.names.flatMap((each) => {
    const { name, isType } = each;
    if (name === "" || offer.names.has(name) || seen.has(name) || isEverywhere(name, offer)) return [];
    if (isType && !isTypedTarget || mayHoldTypes || taken.isGuarded) return [];
    seen.add(name);
    return [missingName(app, facts.path, taken, each, target, offer)];
  });
}
function hasTypes({ files }, path) {
  const text = files.get(path) ?? "";
  return text.includes("@typedef") || text.includes("@callback") || files.has(path.replace(/\.([cm]?)jsx?$/, ".d.$1ts"));
}
function isEverywhere(name, { form }) {
  if (name === "__esModule" || name === "module.exports") return true;
  if (name === "default") return form === "commonjs";
  return form !== "module" && Object.hasOwn(Object.prototype, name);
}
function missingName(app, from, taken, { name, line, isMember }, target, offer) {
  const { specifier, how, calls } = taken;
  const isCalled = calls.some((call) => call.name === name);
  const isSure = isMember ? isCalled && !isMaybeInDefault(offer) && purposeOf(from) === "source" : how === "import" || how === "export" || isCalled;
  const isEmptyWhole = name === "default" && offer.form === "none";
  const severity = isSure && !isEmptyWhole ? "error" : "warning";
  const exported = [...offer.names.keys()].filter((each) => each !== "");
  const list = exported.length === 0 ? "nothing" : codes(exported);
  const what = name === "default" ? `the default of ${code(specifier)}` : `${code(name)} from ${code(specifier)}`;
  const message = name === "default" ? `${code(from)} imports ${what}, which has none: it exports ${list}.` : `${code(from)} imports ${what}, which exports ${list}.`;
  const near = nearest(name, exported);
  if (isTakenByPlan(app.plan, name, near)) {
    return {
      ...{ rule: "imports", severity, path: target, message },
      line: (near === null ? null : offer.names.get(near)?.line) ?? null,
      offers: `${code(from)} takes ${code(name)} from it, as the plan calls it.`
    };
  }
  const hint = near === null ? "" : ` ${code(near)} is near.`;
  return {
    ...{ rule: "imports", severity, path: from, line, message },
    offers: `${code(target)} exports ${list}.${hint}`
  };
}
function isMaybeInDefault({ names }) {
  return names.size === 1 && names.has("default");
}
function endless({ path }, { specifier, line }, target) {
  return {
    ...{ rule: "imports", severity: "error", path, line },
    message: `${code(path)} imports ${code(specifier)}, which is found only by its whole path: ${code(target.path)}.`,
    offers: `The file is ${code(target.path)}.`
  };
}
var COMPLETING = /vite|webpack|rollup|parcel|esbuild|tsup|next|nuxt|babel|tsx|ts-node|\bbun\b|jest|react-scripts|react-native|expo|swc|sucrase|browserify|snowpack|metro|microbundle|unbuild|tsdown|rolldown|turbopack|rspack|rsbuild|astro|svelte|remix|gatsby|electron-vite|wmr|esm\b|jiti|wrangler|typescript|deno|ember|angular|vue|flow|import-map|specifier-resolution/;
function plainOf(app, resolver) {
  const tools = [...resolver.manifests.values()].map(
    ({ declared, scripts }) => [...declared.keys(), ...scripts.values()].join(" ")
  );
  const isCompleted2 = tools.some((text) => COMPLETING.test(text)) || hasToolFile(app);
  const isServedPlain = resolver.manifests.size === 0 && [...app.files.keys()].some((path) => /\.html?$/.test(path));
  return ({ path, scripts }) => {
    if (isCompleted2 || !/\.(?:m?js|html?)$/.test(path) || purposeOf(path) !== "source") return false;
    if (path.endsWith(".mjs")) return true;
    if (!scripts.some(({ isModule }) => isModule)) return false;
    const type = resolver.manifestsAbove(path).find((manifest) => manifest.type !== null)?.type;
    return type === "module" || isServedPlain || /\.html?$/.test(path);
  };
}
function hasToolFile({ files }) {
  return [...files.keys()].some(
    (path) => /(?:^|\/)(?:deno\.jsonc?|bunfig\.toml|bun\.lockb?|tsconfig[^/]*\.json|\.babelrc[^/]*|[^/]+\.config\.[cm]?[jt]s)$/.test(
      path
    )
  );
}

// src/check/app.ts
function has({ files, others }, path) {
  return files.has(path) || others.has(path);
}

// src/check/config/places.ts
var SPECIAL = /[*?{}[\]$<>|`"'%~]|^[a-z][a-z\d+.-]*:/i;
var Places = class {
  #app;
  #folders = /* @__PURE__ */ new Set([""]);
  #isLeftOut;
  constructor(app) {
    this.#app = app;
    this.#isLeftOut = leftOutOf(app);
    for (const path of [...app.files.keys(), ...app.others]) {
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
        const folder = path.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }
  isFile(path) {
    return has(this.#app, path);
  }
  isFolder(path) {
    return this.#folders.has(path);
  }
  /**
   * Whether a file's relative path leads somewhere; null where that is not known: outside, with variables, or to what
   * git leaves out, since it is made where it is needed.
   */
  has(from, relative) {
    return this.hasIn(from.slice(0, Math.max(0, from.lastIndexOf("/"))), relative);
  }
  /** The same, from a folder. */
  hasIn(folder, relative) {
    if (relative === "" || relative.startsWith("/") || SPECIAL.test(relative)) return null;
    const path = resolve(folder, relative);
    if (path === null) return null;
    return this.isFile(path) || this.isFolder(path) || (this.#isLeftOut(path) ? null : false);
  }
};
function resolve(folder, relative) {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return null;
  }
  return parts.join("/");
}
function isMade2(path) {
  return MADE3.test(path);
}
var MADE3 = /(?:^|\/)(?:dist|build|lib|libs|out|output|es|esm|cjs|umd|types|typings|coverage|target|pkg|vendor|node_modules|\.next|\.nuxt|\.output|\.venv|venv|generated|__generated__|_build|_site|public\/build|bin\/(?:Release|Debug)|obj)(?:\/|$)/;

// src/check/rules/markdown-links.ts
function checkMarkdownLinks(app) {
  const places = new Places(app);
  const findings = [];
  let looked = 0;
  for (const { path, markdown } of app.facts.values()) {
    if (markdown === null || ASIDE2.test(path)) continue;
    looked += 1;
    for (const { url, line } of markdown.links) {
      const message = wrongWith(path, url, markdown, places);
      if (message !== null)
        findings.push({ rule: "references", severity: "warning", path, line, message, offers: null });
    }
  }
  return { looked, findings };
}
var ASIDE2 = /(?:^|\/)(?:node_modules|fixtures?|__fixtures__|test_?data|templates?|tests?|vendor|third_party|_vendor)\//;
function wrongWith(path, url, { anchors: anchors2 }, places) {
  if (url.startsWith("#")) {
    const anchor = decoded(url.slice(1)).toLowerCase();
    const isKnown = anchor === "" || anchor === "top" || /^(?:user-content-|l\d|\/|!|:~)/.test(anchor);
    if (isKnown || anchors2.size === 0 || anchors2.has(anchor)) return null;
    return `${code(path)} links to ${code(url)}, and none of its headings is called so.`;
  }
  const relative = decoded(url.replace(/[?#].*$/, ""));
  if (!/\.[A-Za-z]\w{0,5}$/.test(relative) || isMade2(relative)) return null;
  const ways = [relative, relative.replace(/\.html?$/, ".md"), relative.replace(/\.html?$/, ".rst")];
  if (ways.some((way) => places.has(path, way) !== false)) return null;
  const does = /\.(?:png|jpe?g|gif|svg|webp|ico|avif)$/i.test(relative) ? "shows" : "links to";
  return `${code(path)} ${does} ${code(url)}, and there is no such file.`;
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/check/messages/route-paths.ts
var MOST_SEGMENTS = 20;
var ALL = "**";
function segmentsOf(name) {
  if (!name.startsWith("/") || name.startsWith("//")) return null;
  const parts = partsOf(name.replace(/[?#].*$/s, ""));
  return parts.length > MOST_SEGMENTS ? null : parts;
}
var ONE = "";
function servedSegments(path) {
  const plain = path.slice(0, 300).replace(
    /:[a-z_]\w*(?:\([^()]*\)|\{[^{}]*\})?([?*+]?)/gi,
    (_all, more) => more === "" ? ONE : ALL
  ).replace(/<path:[^<>]*>|\{\w*:path\}/g, ALL).replace(/\{\/?\*\w*\}/g, `/${ALL}`).replace(/<[^<>]*>|\{\w[^{}]*\}/g, ONE).replace(/\([^()]*\)\??|\{[^{}]*\}/g, ALL).replace(/\*+\w*/g, ALL).replaceAll(ONE, "*");
  return partsOf(plain);
}
function partsOf(path) {
  return path.split("/").filter((part) => part !== "");
}
function fitsRoute(asked, served) {
  const waiting = [[0, 0]];
  const seen = /* @__PURE__ */ new Set();
  for (let pair = waiting.pop(); pair !== void 0; pair = waiting.pop()) {
    const [at2, to] = pair;
    const key = at2 * 100 + to;
    if (seen.has(key) || to > 99) continue;
    seen.add(key);
    if (at2 === asked.length && to === served.length) return true;
    const [mine, theirs] = [asked[at2], served[to]];
    if (theirs?.endsWith(ALL) === true) {
      const start = theirs.slice(0, -ALL.length);
      if (start === "" || mine?.startsWith(start) === true || mine?.includes("*") === true)
        waiting.push(
          [at2, to + 1],
          ...mine === void 0 ? [] : [
            [at2 + 1, to],
            [at2 + 1, to + 1]
          ]
        );
    }
    if (mine === "*" && at2 === asked.length - 1) waiting.push([at2 + 1, to]);
    if (mine === "*" && theirs !== void 0) waiting.push([at2, to + 1], [at2 + 1, to + 1]);
    if (mine?.endsWith("*") === true && mine !== "*" && theirs !== void 0 && fitsPart(mine, theirs))
      waiting.push([at2 + 1, to + 1], [at2, to + 1]);
    if (mine !== void 0 && theirs !== void 0 && fitsPart(mine, theirs)) waiting.push([at2 + 1, to + 1]);
  }
  return false;
}
function fitsPart(mine, theirs) {
  if (mine === theirs || mine === "*" || theirs === "*") return true;
  if (mine.includes("*")) return startsAlike(mine, theirs);
  return theirs.includes("*") && startsAlike(theirs, mine);
}
function startsAlike(pattern, part) {
  const [start = ""] = pattern.split("*", 1);
  const end = pattern.slice(pattern.lastIndexOf("*") + 1);
  return part.includes("*") || part.startsWith(start) && part.endsWith(end);
}
var PATHS = /* @__PURE__ */ new WeakMap();
function endsIn(app, path) {
  const paths = PATHS.get(app) ?? pathsOf(app);
  PATHS.set(app, paths);
  return !path.includes("*") && endsAnywhere(paths, path);
}

// src/check/messages/sides.ts
var CLIENT = /^(?:react-dom|react-scripts|preact|vue|svelte|solid-js|lit|@angular\/core|vite)$/;
var SERVER = /^(?:express|koa|fastify|hono|polka|restify|@hapi\/hapi|connect|@nestjs\/core|itty-router|elysia|h3|@hono\/.*|@tinyhttp\/app|oak|next|nuxt|astro|@sveltejs\/kit)$/;
function isMaker({ isServer, uses }) {
  return isServer || uses.some(({ kind, of }) => kind === "path-served" && of !== null);
}
function sidesOfApp(app) {
  const { loadedBy: loadedBy2 } = siteOf(app);
  const makers = [...app.facts.values()].filter(
    ({ path, scripts }) => !loadedBy2.has(path) && scripts.some(({ browser }) => isMaker(browser))
  );
  const server = reachedFrom(
    app,
    makers.map(({ path }) => path)
  );
  const client = reachedFrom(app, [...loadedBy2.keys()]);
  for (const path of server) if (!loadedBy2.has(path)) client.delete(path);
  const resolver = resolverOf(app);
  for (const path of app.facts.keys()) {
    const declared = [...resolver.manifestsAbove(path)[0]?.declared.keys() ?? []];
    const isOfClient = declared.some((name) => CLIENT.test(name)) && !declared.some((name) => SERVER.test(name));
    if (isOfClient && !server.has(path)) client.add(path);
  }
  return { client, server };
}
function reachedFrom(app, start) {
  const resolver = resolverOf(app);
  const reached2 = /* @__PURE__ */ new Set();
  const ahead = [...start];
  for (let path = ahead.pop(); path !== void 0; path = ahead.pop()) {
    if (reached2.has(path)) continue;
    reached2.add(path);
    for (const { specifier } of app.facts.get(path)?.scripts.flatMap(({ imports }) => imports) ?? []) {
      const target = resolver.resolve(path, specifier);
      if (target.kind === "file") ahead.push(target.path);
    }
  }
  return reached2;
}

// src/check/messages/server.ts
var BY_FILES = /^(?:@remix-run\/.*|@react-router\/.*|@nestjs\/.*|nitropack|h3|sails|@adonisjs\/.*|@redwoodjs\/.*|msw|miragejs|json-server|http-proxy-middleware|http-proxy|@fastify\/http-proxy|@trpc\/.*|meteor|@feathersjs\/.*|@loopback\/.*|loopback|@hapi\/.*|restify|routing-controllers|elysia|blitz|@netlify\/.*|vercel|firebase-functions|serverless|@vercel\/.*|@sentry\/.*)$/;
var HOSTED = /(?:^|\/)(?:nginx[^/]*\.conf|Caddyfile|vercel\.json|netlify\.toml|_redirects|firebase\.json|serverless\.ya?ml|wrangler\.toml|staticwebapp\.config\.json)$|^(?:api|functions|netlify\/functions)\//;
var OTHERS = /\.(?:php|rb|go|java|rs|cs|ex|exs|kt|scala|jsp|erb|pl|cgi)$/;
var SERVERS2 = /* @__PURE__ */ new WeakMap();
function serverOf(app) {
  const known = SERVERS2.get(app) ?? { server: serverIn(app) };
  SERVERS2.set(app, known);
  return known.server;
}
function serverIn(app) {
  const sources = [...app.facts.values()].filter(({ path }) => purposeOf(path) === "source");
  const exchanges = exchangesOf(app);
  if (exchanges.of("path-served").length === 0 && !sources.some(isServing)) return null;
  const { client, server } = sidesOfApp(app);
  const inServer = (kind) => exchanges.of(kind).filter(({ path }) => !client.has(path));
  const served = inServer("path-served");
  const saying = new Set(inServer("path-said").map(({ path }) => path));
  const goesByPaths = (facts) => isOwnServer(facts.python) || looks(facts) && saying.has(facts.path);
  const files = /* @__PURE__ */ new Set([
    ...served.map(({ path }) => path),
    ...sources.filter(isServing).map(({ path }) => path),
    // A server by hand may leave it to another file to look at the path.
    ...sources.filter((facts) => server.has(facts.path) && goesByPaths(facts)).map(({ path }) => path)
  ]);
  if (files.size === 0) return null;
  const said = inServer("path-said").filter(({ path }) => files.has(path));
  const given = inServer("path-mounted");
  const routers = routersOf(app, given, served);
  const isRouter = (use) => use.of === null || routers.has(use);
  const routes = [
    ...served.map(({ path, line, name, of }) => routeOf(path, line, of === null ? null : [of], name, false)),
    ...said.map(({ path, line, name }) => routeOf(path, line, null, name, true)),
    ...sources.flatMap(pythonRoutes),
    ...given.filter((use) => !isRouter(use) && use.name !== "/").map(({ path, line, name }) => routeOf(path, line, null, `${name}/${ALL}`, false))
  ];
  const mounts = [
    ...given.filter(isRouter).map(({ name }) => name),
    ...sources.flatMap(
      ({ python }) => (python?.routes ?? []).filter(({ kind }) => kind === "mounted").map(({ path }) => path)
    )
  ];
  const all = withMounts(routes, mounts, filesUnder(routers));
  const isAll = ({ segments }) => segments[0] === ALL;
  const catching = all.filter(isAll);
  const isOpen = mayHaveMore(app, sources, files) || served.some(({ name }) => !name.startsWith("/") && !name.startsWith("*"));
  const packages = [...manifestsOf(app).values()];
  const byFiles = servingByFiles(app, packages);
  return {
    files,
    routes,
    full: all.filter((route) => !isAll(route)),
    isOpen: isOpen || byFiles.length > 0,
    isOpenBehind: isOpen || byFiles.some((folder) => [...files].some((path) => isIn(folder, path))),
    isAskedFirst: (path) => !byFiles.some((folder) => folder !== "" && isIn(folder, path)),
    ofServer: server,
    isByHand: sources.some((facts) => files.has(facts.path) && goesByPaths(facts)) || !all.some(({ isSaid }) => !isSaid),
    isCaught: (method) => catching.some(({ methods }) => methods === null || method === null || methods.includes(method))
  };
}
function routersOf(app, given, served) {
  const resolver = resolverOf(app);
  const withMethods = new Set(served.filter(({ of }) => of !== null).map(({ path }) => path));
  const found = /* @__PURE__ */ new Map();
  for (const use of given) {
    const target = use.of === null ? null : resolver.resolve(use.path, use.of);
    if (target?.kind === "file" && withMethods.has(target.path)) found.set(use, target.path);
  }
  return found;
}
function filesUnder(routers) {
  const bare = new Set([...routers].filter(([{ name }]) => !/^\/\w/.test(name)).map(([, path]) => path));
  return new Set(
    [...routers].filter(([{ path: by }, path]) => !bare.has(path) && by !== path).map(([, path]) => path)
  );
}
function looks({ scripts }) {
  return scripts.some(({ browser }) => browser.looksAtPath);
}
function isOwnServer(python) {
  return python?.imports.some(({ module }) => module === "http.server") ?? false;
}
function isServing({ scripts, python }) {
  return scripts.some(({ browser }) => browser.isServer) || (python?.routes.some(({ kind }) => kind === "served") ?? false) || isOwnServer(python);
}
function pythonRoutes({ path, python }) {
  return (python?.routes ?? []).filter(({ kind }) => kind === "served" || kind === "said").map(({ kind, line, methods, path: said }) => routeOf(path, line, methods, said, kind === "said"));
}
function routeOf(path, line, methods, said, isSaid) {
  const segments = servedSegments(said);
  return { path, line, methods, isSaid, said, segments, text: `/${segments.join("/")}` };
}
var MOST_FULL = 5e3;
function withMounts(routes, mounts, under) {
  const prefixes = [...new Set(mounts)].map(servedSegments).filter(({ length }) => length > 0);
  const below = (all) => all.length * prefixes.length > MOST_FULL ? [] : prefixes.flatMap(
    (prefix) => all.map((route) => {
      const segments = [...prefix, ...route.segments];
      return { ...route, segments, text: `/${segments.join("/")}` };
    })
  );
  const once = below(routes.filter(({ segments }) => segments[0] !== ALL));
  return [...routes.filter(({ path }) => !under.has(path)), ...once, ...below(once)];
}
var OF_PAGES = /^(?:next|nuxt|@sveltejs\/kit|astro|gatsby)$/;
var ANSWERING = /(?:^|\/)(?:api|functions)\/|(?:^|\/)(?:\+server|route|\w+\.server)\.[cm]?[jt]sx?$/;
function servingByFiles(app, packages) {
  const answering = [...app.files.keys()].filter((path) => ANSWERING.test(path));
  return packages.filter(({ folder, declared }) => {
    const names = [...declared.keys()];
    if (names.some((name) => BY_FILES.test(name))) return true;
    return names.some((name) => OF_PAGES.test(name)) && answering.some((path) => isIn(folder, path));
  }).map(({ folder }) => folder);
}
function isIn(folder, path) {
  return folder === "" || path.startsWith(`${folder}/`);
}
var REWRITES = /(?:^|\/)(?:next|nuxt|vite|astro|svelte|vue|gatsby)[\w-]*\.config\.[cm]?[jt]s$/;
function mayHaveMore(app, sources, files) {
  if ([...app.files].some(([path, text]) => REWRITES.test(path) && /rewrite|destination|routeRules/.test(text)))
    return true;
  const paths = [...app.files.keys(), ...app.others];
  if (paths.some((path) => HOSTED.test(path) || OTHERS.test(path) && purposeOf(path) === "source"))
    return true;
  if ([...app.others].some((path) => /\.(?:py|[cm]?[jt]sx?)$/.test(path))) return true;
  return sources.some(
    ({ path, scripts, python, broken }) => broken.length > 0 || scripts.some(({ browser }) => browser.servesMore && (files.has(path) || browser.isServer)) || (python?.routes.some(({ kind }) => kind === "more") ?? false)
  );
}

// src/check/messages/routes.ts
var MOST_PAIRS = 3e5;
function routeFindings(app) {
  const server = serverOf(app);
  if (server === null) return [];
  const asked = exchangesOf(app).of("path-fetched").flatMap((use) => isOfServer(server, use.path) ? [] : askedBy(server, use));
  if (asked.length === 0 || asked.length * server.full.length > MOST_PAIRS) return [];
  const known = knownOf(server, asked);
  const told = /* @__PURE__ */ new Set();
  const findings = [];
  for (const each of asked.toSorted(
    (left, right) => Number(left.use.via !== null) - Number(right.use.via !== null)
  )) {
    const { use } = each;
    const keys = [`${use.path}
${use.of}
${use.name}`, `${use.path}:${use.line}`];
    if (keys.some((key) => told.has(key)) || told.has(use.via ?? "")) continue;
    const finding = missed2(app, server, known, each);
    if (finding === null) continue;
    findings.push(finding);
    for (const key of keys) told.add(key);
  }
  return findings;
}
var OWN_HOST = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?:\d+|\*))?(?=\/)/;
function isOfServer({ files, ofServer }, path) {
  return files.has(path) || ofServer.has(path);
}
function askedBy({ isAskedFirst }, use) {
  const name = use.name.replace(OWN_HOST, "");
  const isTail = name.startsWith("*/");
  const origin = isTail ? "*" : OWN_HOST.exec(use.name)?.[0] ?? null;
  const segments = segmentsOf(isTail ? name.slice(1) : name);
  if (segments === null || segments.length === 0 || isTail && !isWord(segments[0] ?? "")) return [];
  if (origin !== null && !isAskedFirst(use.path)) return [];
  return [{ use, segments, isTail, origin }];
}
function answers({ segments: served }, { segments, isTail }) {
  if (!isTail) return fitsRoute(segments, served);
  if (served.length > MOST_SEGMENTS) return true;
  return served.some((part, index) => part === segments[0] && fitsRoute(segments, served.slice(index)));
}
function knownOf(server, asked) {
  const byText = /* @__PURE__ */ new Map();
  for (const route of server.full)
    if (!route.text.includes("**") && !byText.has(route.text)) byText.set(route.text, route);
  const isLonely = new Set(server.full.filter((route) => !isAsked(route, asked)).map(({ text }) => text));
  const lonely2 = [...byText.values()].filter(({ text }) => isLonely.has(text));
  return {
    byText,
    lonely: byLength(lonely2),
    all: byLength([...byText.values()]),
    unasked: new Set(lonely2.map(({ text }) => text)),
    tails: new Map(lonely2.map((route) => [`/${route.segments.slice(1).join("/")}`, route])),
    heads: new Set(server.full.map(({ segments }) => segments[0] ?? "")),
    methods: methodsOf(server.full),
    ends: /* @__PURE__ */ new Map(),
    origins: new Set(
      asked.flatMap((each) => each.origin !== null && isAnswered(server, each) ? [each.origin] : [])
    )
  };
}
function isAnswered({ full }, asked) {
  const { of } = asked.use;
  return full.some(
    (route) => (of === null || route.methods?.includes(of) !== false) && answers(route, asked)
  );
}
function methodsOf(routes) {
  const methods = /* @__PURE__ */ new Map();
  for (const route of routes) {
    const known = methods.get(route.text);
    if (known === null || route.methods === null) methods.set(route.text, null);
    else if (known === void 0) methods.set(route.text, new Set(route.methods));
    else for (const method of route.methods) known.add(method);
  }
  return methods;
}
function byLength(routes) {
  const texts = /* @__PURE__ */ new Map();
  for (const { segments, text } of routes) {
    const known = texts.get(segments.length);
    if (known === void 0) texts.set(segments.length, [text]);
    else known.push(text);
  }
  return new Map([...texts].map(([length, each]) => [length, new NearNames(each)]));
}
function isAsked(route, asked) {
  return asked.some((each) => {
    const { use, segments, isTail } = each;
    if (use.of !== null && route.methods?.includes(use.of) === false) return false;
    return (isTail || segments.length === route.segments.length) && answers(route, each);
  });
}
function missed2(app, server, known, asked) {
  const { use, segments, isTail, origin } = asked;
  if (isFile(app, use.name)) return null;
  const fitting = server.full.filter((route2) => answers(route2, asked));
  const text = `/${segments.join("/")}`;
  const near = isTail ? nearTail(known, asked) : known.byText.get(known.lonely.get(segments.length)?.nearest(text) ?? "");
  const isLoose = near !== void 0 && fitting.length > 0 && fitting.every((route2) => isByChance(route2, segments));
  if (fitting.length > 0 && !isLoose) return wrongMethod(server, known, asked, fitting);
  const unasked = near ?? (isTail ? void 0 : withOtherStart(known, segments));
  const other = server.isByHand && unasked === void 0 && !isTail ? known.all.get(segments.length)?.nearest(text) : null;
  const similar2 = unasked ?? known.byText.get(other ?? "");
  const route = similar2 ?? (isOpenFor(server, asked) || origin !== null ? void 0 : withLongerPart(known, segments, use.of));
  const isUnsure = origin !== null || isLoose;
  const certain = unasked === void 0 && isUnsure ? null : severityOf3(server, known, asked, unasked);
  const severity = unasked === void 0 && route !== void 0 ? certain ?? "warning" : certain;
  if (severity === null) return null;
  const verb = use.of === null || use.of === "GET" ? "" : `${use.of} `;
  const asks = `${code(use.path)} asks the server for ${code(`${verb}${shown(use.name)}`)}`;
  if (route === void 0) {
    return {
      ...{ rule: "messages", severity, path: use.path, line: use.line },
      message: `${asks}, which it does not serve.`,
      offers: `Served: ${codes(new Set(known.byText.keys()))}.`
    };
  }
  const isServersFault = isInPlan(app.plan, use.name) && !isInPlan(app.plan, route.said);
  const place = isServersFault ? { path: route.path, line: route.line } : { path: use.path, line: use.line };
  return {
    ...{ rule: "messages", severity: isUnsure ? "warning" : severity, ...place },
    message: `${asks}; in ${code(route.path)} it is ${code(wholeOf(route))}.`,
    offers: isServersFault ? `${code(use.path)} and the plan have ${code(use.name)}.` : `${code(route.path)} serves ${codes(new Set(known.byText.keys()))}.`
  };
}
function nearTail({ unasked, byText, ends }, { segments }) {
  const { length } = segments;
  const known = ends.get(length) ?? endsOf(
    [...unasked].flatMap((text) => byText.get(text) ?? []),
    length
  );
  ends.set(length, known);
  return known.routes.get(known.near.nearest(`/${segments.join("/")}`) ?? "");
}
function endsOf(all, length) {
  const routes = new Map(
    all.filter(({ segments }) => segments.length >= length && isWord(segments.at(-length) ?? "")).toSorted((left, right) => right.segments.length - left.segments.length).map((route) => [`/${route.segments.slice(-length).join("/")}`, route])
  );
  return { routes, near: new NearNames(routes.keys()) };
}
function isByChance({ segments: served, text }, segments) {
  if (text.includes("**") || served.length !== segments.length) return false;
  return segments.some((part, index) => isWord(part) && served[index] === "*");
}
function withOtherStart({ tails, unasked, byText }, segments) {
  if (!segments.some(isWord)) return void 0;
  const more = tails.get(`/${segments.join("/")}`);
  if (more !== void 0) return more;
  const less = segments.slice(1);
  const route = less.some(isWord) ? byText.get(`/${less.join("/")}`) : void 0;
  return route !== void 0 && unasked.has(route.text) ? route : void 0;
}
function withLongerPart({ unasked, byText, methods }, segments, method) {
  const [route, ...more] = [...byText.values()].filter(({ text, segments: served }) => {
    if (!unasked.has(text) || served.length !== segments.length) return false;
    if (method !== null && methods.get(text)?.has(method) === false) return false;
    const others = served.flatMap(
      (part, index) => part === segments[index] ? [] : [[part, segments[index] ?? ""]]
    );
    const [[mine = "", theirs = ""] = [], ...rest] = others;
    return rest.length === 0 && isWord(mine) && isWord(theirs) && (mine.startsWith(theirs) || theirs.startsWith(mine));
  });
  return more.length === 0 ? route : void 0;
}
function isWord(segment) {
  return /^[a-z][\w-]{2,}$/i.test(segment);
}
function wholeOf({ said, text }) {
  return text === `/${servedSegments(said).join("/")}` ? said : shown(text);
}
function shown(name) {
  return name.replace(/[?#].*$/s, "").replaceAll("*", "\u2026");
}
function isFile(app, name) {
  const plain = name.replace(/[?#].*$/s, "");
  return /\.\w{2,5}$/.test(nameOf(plain)) || endsIn(app, plain);
}
function severityOf3(server, { heads }, asked, near) {
  const [head = ""] = asked.segments;
  const isOpen = isOpenFor(server, asked);
  if (near !== void 0) return isOpen ? "warning" : "error";
  if (isOpen || server.isByHand || head.includes("*") || !heads.has(head)) return null;
  return server.isCaught(asked.use.of) ? "warning" : "error";
}
function wrongMethod(server, { origins }, asked, fitting) {
  const { use, segments, origin } = asked;
  if (origin !== null && (!origins.has(origin) || segments.length < 2)) return null;
  const { of, path, line } = use;
  if (of === null || of === "HEAD" || of === "OPTIONS" || isOpenFor(server, asked) || server.isByHand)
    return null;
  if (fitting.some((route2) => route2.methods === null && route2.text.includes("**"))) return null;
  const exact = fitting.filter((route2) => isExact(route2, asked));
  const meant = exact.length > 0 ? exact : alikeIn(fitting, asked);
  const methods = /* @__PURE__ */ new Set();
  for (const route2 of meant) {
    if (route2.methods === null || route2.text.includes("**")) return null;
    for (const method of route2.methods) methods.add(method);
  }
  if (methods.has(of) || methods.size === 0) return null;
  const isAnswered2 = server.isCaught(of) || fitting.some((route2) => route2.methods === null || route2.methods.includes(of));
  if (isAnswered2 && exact.length === 0) return null;
  const [route] = meant;
  const isSure = !isAnswered2 && origin === null && !segments.some((part) => part.includes("*"));
  return {
    ...{ rule: "messages", severity: isSure ? "error" : "warning", path, line },
    message: `${code(path)} asks the server for ${code(`${of} ${shown(use.name)}`)}, and ${code(route?.path ?? "")} answers only ${codes(methods)} there.`,
    offers: null
  };
}
function alikeIn(fitting, { segments, isTail }) {
  const alike = isTail ? [] : fitting.filter((route) => route.segments.length === segments.length);
  return alike.length > 0 ? alike : fitting;
}
function isExact({ segments: served }, { segments, isTail }) {
  const end = isTail ? served.slice(-segments.length) : served;
  return end.length === segments.length && end.every((part, index) => part === segments[index] && isWord(part));
}
function isOpenFor({ isOpen, isOpenBehind }, { origin }) {
  return origin === null ? isOpen : isOpenBehind;
}

// src/check/messages/contained.ts
var MOST_PAIRS2 = 1e4;
var SHORTEST = 6;
function containedIn(others, names) {
  const found = /* @__PURE__ */ new Map();
  if (others.length * names.length > MOST_PAIRS2) return found;
  const known = others.map((name) => ({ name, form: formOf(name) }));
  for (const name of names) {
    const form = formOf(name);
    const [only, ...more] = known.filter((each) => isPart(form, each.form) || isPart(each.form, form));
    if (only !== void 0 && more.length === 0) found.set(name, only.name);
  }
  return found;
}
function formOf(name) {
  const words = name.slice(0, 200).replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return `-${words.filter((word) => word !== "").join("-")}-`;
}
function isPart(short, long) {
  return short.length >= SHORTEST + 2 && (long.endsWith(short) || long.startsWith(short));
}

// src/check/messages/matched.ts
var MOST_PATTERNS2 = 100;
var MOST_STEPS = 4e4;
function mayBeSame(left, right) {
  if (left === right) return true;
  if (!left.includes("*") && !right.includes("*")) return false;
  if (left.length * right.length > MOST_STEPS) return true;
  let below = new Array(right.length + 1).fill(false);
  for (let from = left.length; from >= 0; from -= 1) {
    const row = new Array(right.length + 1).fill(false);
    for (let to = right.length; to >= 0; to -= 1) row[to] = step(left, right, from, to, row, below);
    below = row;
  }
  return below[0] === true;
}
function step(left, right, from, to, row, below) {
  const [isLeftOver, isRightOver] = [from === left.length, to === right.length];
  if (isLeftOver && isRightOver) return true;
  if (!isLeftOver && left[from] === "*") return below[to] === true || !isRightOver && row[to + 1] === true;
  if (!isRightOver && right[to] === "*") return row[to + 1] === true || !isLeftOver && below[to] === true;
  return !isLeftOver && !isRightOver && left[from] === right[to] && below[to + 1] === true;
}

// src/check/messages/native-events.ts
var NATIVE = new Set(
  "abort activate addtrack afterprint afterscriptexecute animationcancel animationend animationiteration animationstart appinstalled audioend audioprocess audiostart auxclick backgroundfetchsuccess beforeinput beforeinstallprompt beforematch beforeprint beforetoggle beforeunload begin blocked blur boundary bufferedamountlow cancel canplay canplaythrough change characteristicvaluechanged chargingchange click close command compositionend compositionstart compositionupdate complete connect connecting connectionstatechange contentvisibilityautostatechange contextlost contextmenu contextrestored controllerchange copy cuechange currententrychange cut data datachannel dblclick devicechange devicemotion deviceorientation deviceready deviceorientationabsolute disconnect display DOMActivate DOMAttrModified DOMContentLoaded DOMFocusIn DOMFocusOut DOMMouseScroll DOMNodeInserted DOMNodeRemoved DOMSubtreeModified downloading drag dragend dragenter dragexit dragleave dragover dragstart drain drop durationchange emptied encrypted end ended enter enterpictureinpicture error exit fetch finish fly focus focusin focusout formdata freeze fullscreenchange fullscreenerror gamepadconnected gamepaddisconnected gesturechange gestureend gesturestart gotpointercapture hashchange hide icecandidate iceconnectionstatechange icegatheringstatechange input install invalid keydown keypress keyup keystatuseschange languagechange leavepictureinpicture levelchange load loadeddata loadedmetadata loadend loading loadingdone loadingerror loadstart lostpointercapture mark message messageerror midimessage mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel mozfullscreenchange mozfullscreenerror MSFullscreenChange MSFullscreenError mute navigate navigateerror navigatesuccess negotiationneeded nomatch notificationclick notificationclose noupdate obsolete offline online open orientationchange pagehide pagereveal pageshow pageswap paste pause payerdetailchange paymentmethodchange periodicsync play playing pointercancel pointerdown pointerenter pointerleave pointerlockchange pointerlockerror pointermove pointerout pointerover pointerrawupdate pointerup popstate prerenderingchange processorerror progress push pushsubscriptionchange ratechange reading readystatechange redraw rejectionhandled removetrack reset resize resourcetimingbufferfull result resume scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select selectedcandidatepairchange selectend selectionchange selectstart shippingaddresschange show signalingstatechange slotchange soundend soundstart sourceclose sourceended sourceopen speechend speechstart squeeze squeezeend squeezestart stalled start statechange stop storage submit success suspend sync terminate textInput timeout timeupdate toggle tonechange touchcancel touchend touchmove touchstart track transitioncancel transitionend transitionrun transitionstart unhandledrejection uncapturederror unload unmute update updateend updatefound updateready updatestart upgradeneeded versionchange visibilitychange voiceschanged volumechange vrdisplaypresentchange waiting waitingforkey webglcontextcreationerror webglcontextlost webglcontextrestored webkitAnimationEnd webkitTransitionEnd webkitfullscreenchange webkitfullscreenerror wheel zoom beforeExit checkContinue clientError connection connect_error connect_timeout connected disconnecting disconnected exit finish headers information line listening lookup newListener pipe ping pong ready readable reconnect reconnect_attempt reconnect_error reconnect_failed reconnecting removeListener request response SIGINT SIGTERM SIGHUP SIGBREAK SIGUSR1 SIGUSR2 SIGWINCH secure secureConnect session socket spawn tlsClientError uncaughtException unpipe upgrade warning workerMessage worker online fork setup joined left activate before-quit will-quit quit window-all-closed ready-to-show closed maximize unmaximize minimize restore did-finish-load did-fail-load dom-ready new-window will-navigate second-instance open-url open-file".split(" ")
);

// src/check/messages/spoken.ts
var EVENTS = { sends: "sends the event", hears: "listens to the event", severity: "warning" };
var MESSAGES = { sends: "sends the message", hears: "waits for the message", severity: "error" };
var CHANNELS = { sends: "asks on the channel", hears: "answers on the channel", severity: "error" };
function spokenFindings(app) {
  const exchanges = exchangesOf(app);
  const [sent, heard] = [exchanges.of("event-sent"), exchanges.of("event-heard")];
  const isDom = ({ of }) => of === "dispatchEvent" || of === "addEventListener";
  const isOther = (use) => !isDom(use);
  const channels = sidesOf(app, exchanges.of("channel-asked"), exchanges.of("channel-answered"));
  const messages = sidesOf(app, exchanges.of("message-sent"), exchanges.of("message-heard"));
  const dom = sidesOf(app, sent.filter(isDom), heard.filter(isDom), [...sent, ...heard]);
  const isHere = isOneEnd(app) ? (use) => isOther(use) && !OF_SOCKETS.test(use.of ?? "") : isOther;
  const emitted = sidesOf(app, sent.filter(isHere), heard.filter(isHere), [...sent, ...heard]);
  return [
    ...slips(app, EVENTS, dom),
    ...slips(app, EVENTS, emitted),
    ...slips(app, MESSAGES, messages),
    ...slips(app, CHANNELS, channels),
    ...unsent(app, dom),
    ...unheard(
      messages,
      ({ of }) => of === "runtime" || of === "worker",
      MESSAGES,
      "waits for it",
      "warning"
    ),
    ...unheard(
      channels,
      () => true,
      CHANNELS,
      "answers there",
      siteOf(app).isPartlyUnknown ? "warning" : "error"
    ),
    ...unheard(dom, () => isPlain(app), EVENTS, "listens to it", "note")
  ];
}
var OF_SOCKETS = /^(?:socket\w*|io|client|nsp|namespace|broadcast|volatile|\?)$/i;
function isOneEnd(app) {
  const sources = [...app.facts.values()].filter(({ path }) => purposeOf(path) === "source");
  const names = sources.flatMap(({ scripts, page, python }) => [
    ...scripts.flatMap(({ imports }) => imports.map(({ specifier }) => specifier)),
    ...(page?.references ?? []).flatMap(
      ({ address }) => /socket\.io/.test(address) ? ["socket.io-client"] : []
    ),
    ...(python?.imports ?? []).map(({ module }) => module)
  ]);
  const hasClient = names.some((name) => name === "socket.io-client" || /:\/\/.*socket\.io/.test(name));
  const hasServer = names.some((name) => /^(?:socket\.io|fastify-socket\.io)$/.test(name));
  return hasClient !== hasServer || names.some((name) => /^(?:flask_)?socketio\b/.test(name));
}
function sidesOf(app, sent, heard, all = []) {
  const isAny = ({ name }) => name === ANYTHING;
  const isSent = namesOf3([...sent, ...all.filter(({ kind }) => kind === "event-sent")]);
  const isHeard = namesOf3([...heard, ...all.filter(({ kind }) => kind === "event-heard")]);
  return {
    lonelySent: lonely(app, sent, isHeard),
    lonelyHeard: lonely(app, heard, isSent),
    mayBeMade: wordsOf(app).mayBeMade,
    hearsAny: heard.some(isAny),
    hearsSome: heard.some((use) => !isNative(use)),
    sendsAny: sent.some(isAny),
    sendsSome: sent.some((use) => use.name !== ANYTHING && !isNative(use))
  };
}
function isNative({ kind, name }) {
  return kind.startsWith("event") && NATIVE.has(name);
}
function namesOf3(uses) {
  return new Set(uses.map(({ name }) => name));
}
function lonely(app, uses, others) {
  const [words, { said }] = [wordsOf(app), exchangesOf(app)];
  const patterns = [...others].filter((other) => other.includes("*") && other !== ANYTHING);
  const found = /* @__PURE__ */ new Map();
  if (patterns.length > MOST_PATTERNS2) return found;
  for (const use of uses) {
    const { name } = use;
    if (found.has(name) || others.has(name) || name.includes("*") || isNative(use)) continue;
    const isSaid = use.via === null && words.has(name) || said.has(name) || words.hasKey(name);
    if (name.length < 3 || isSaid) continue;
    if (patterns.some((pattern) => mayBeSame(pattern, name))) continue;
    found.set(name, use);
  }
  return found;
}
function slips(app, way, { lonelySent, lonelyHeard, mayBeMade }) {
  if (lonelySent.size === 0 || lonelyHeard.size === 0) return [];
  const near = new NearNames(lonelySent.keys());
  const longer = containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]);
  return [...lonelyHeard].flatMap(([name, use]) => {
    const nearest2 = near.nearest(name);
    const sent = lonelySent.get(nearest2 ?? longer.get(name) ?? "");
    if (sent === void 0) return [];
    const isSendersFault = isInPlan(app.plan, name) && !isInPlan(app.plan, sent.name);
    const isUnsure = nearest2 === null || siteOf(app).isPartlyUnknown || mayBeMade(name) || mayBeMade(sent.name);
    const severity = isUnsure ? "warning" : way.severity;
    const place = isSendersFault ? sent : use;
    const message = isSendersFault ? `${code(sent.path)} ${way.sends} ${code(sent.name)}; ${code(use.path)} ${way.hears} ${code(name)}, as the plan says.` : `${code(use.path)} ${way.hears} ${code(name)}; what ${code(sent.path)} sends is ${code(sent.name)}.`;
    const offers = isSendersFault ? `${code(use.path)} ${way.hears} ${code(name)}.` : `${code(sent.path)} ${way.sends} ${code(sent.name)}.`;
    return [{ rule: "messages", severity, path: place.path, line: place.line, message, offers }];
  });
}
function isPlain(app) {
  const site = siteOf(app);
  if (site.isBuilt || site.isPartlyUnknown || site.pages.length === 0) return false;
  return site.pages.every(
    ({ page }) => page === null || !page.isTemplate && !page.references.some(
      ({ target, address }) => target === "code" && /^(?:https?:)?\/\//.test(address)
    )
  );
}
function unsent(app, { lonelySent, lonelyHeard, mayBeMade, sendsAny, sendsSome }) {
  if (sendsAny || !sendsSome || !isPlain(app)) return [];
  const near = new NearNames(lonelySent.keys());
  const longer = containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]);
  return [...lonelyHeard].flatMap(([name, { path, line }]) => {
    if (!/[:.-]|[a-z][A-Z]/.test(name) || mayBeMade(name)) return [];
    if (near.nearest(name) !== null || longer.has(name)) return [];
    const message = `${code(path)} listens to the event ${code(name)}, and nothing sends it.`;
    return [{ rule: "messages", severity: "warning", path, line, message, offers: null }];
  });
}
function unheard({ lonelySent, lonelyHeard, mayBeMade, hearsAny, hearsSome }, isAmong2, way, hears, severity) {
  if (hearsAny || !hearsSome) return [];
  const near = new NearNames(lonelyHeard.keys());
  const paired = new Set(containedIn([...lonelySent.keys()], [...lonelyHeard.keys()]).values());
  return [...lonelySent].flatMap(([name, use]) => {
    if (!isAmong2(use) || mayBeMade(name) || near.nearest(name) !== null || paired.has(name)) return [];
    const { path, line } = use;
    const message = `${code(path)} ${way.sends} ${code(name)}, and nothing ${hears}.`;
    return [{ rule: "messages", severity, path, line, message, offers: null }];
  });
}

// src/check/messages/stored.ts
function storedFindings(app) {
  const exchanges = exchangesOf(app);
  const [read2, written] = [exchanges.of("key-read"), exchanges.of("key-written")];
  if (read2.length === 0) return [];
  const stores = new Set(read2.map(({ of }) => of ?? ""));
  const dropped = exchanges.of("key-dropped");
  return [...stores].flatMap((store) => {
    const inStore = ({ of }) => of === store;
    return inOne(app, store, {
      read: read2.filter(inStore),
      written: written.filter(inStore),
      dropped: dropped.filter(inStore),
      elsewhere: written.filter(({ of }) => of !== store)
    });
  });
}
function inOne(app, store, keys) {
  const { read: read2, written, elsewhere } = keys;
  const names = new Set(written.map(({ name }) => name));
  const storesAny = names.has(ANYTHING);
  const readNames = new Set(read2.map(({ name }) => name));
  const unread = readNames.has(ANYTHING) ? [] : [...names].filter((name) => !readNames.has(name));
  const near = new NearNames(unread);
  const { mayBeMade } = wordsOf(app);
  const lonely2 = lonelyIn(app, keys, names, unread.length > 0);
  const isAlone3 = lonely2.filter(({ name }) => !mayBeMade(name)).length === 1;
  return lonely2.flatMap((use) => {
    const { name, path, line } = use;
    const slipped = near.nearest(name);
    const isMade3 = mayBeMade(name);
    if (slipped !== null)
      return [slip(app, use, slipped, written, storesAny || isMade3 ? "warning" : "error")];
    const [only] = unread;
    if (storesAny || isMade3) return [];
    if (isAlone3 && unread.length === 1 && only !== void 0 && !only.includes("*"))
      return [slip(app, use, only, written, "warning")];
    const other = elsewhere.find((each) => each.name === name);
    if (other === void 0 && (name.includes("*") || names.size === 0 || !STORES.test(store))) return [];
    const message = other !== void 0 ? `${code(path)} reads ${code(name)} from ${code(store)}, and it is stored in ${code(other.of ?? "")}.` : `${code(path)} reads ${code(name)} from ${code(store)}, and nothing stores it.`;
    const offers = names.size === 0 ? null : `Stored there: ${codes(names)}.`;
    return [{ rule: "messages", severity: "warning", path, line, message, offers }];
  });
}
var STORES = /^(?:local|session)Storage$|^storage\.\w+$/;
function lonelyIn(app, { read: read2, dropped }, names, isAnyUnread) {
  const [words, { said }] = [wordsOf(app), exchangesOf(app)];
  const patterns = [...names].filter((name) => name.includes("*") && name !== ANYTHING);
  const isDropped = new Set(isAnyUnread ? [] : dropped.map(({ name }) => name));
  const lonely2 = /* @__PURE__ */ new Map();
  if (patterns.length > MOST_PATTERNS2) return [];
  for (const use of read2) {
    const { name } = use;
    if (name.startsWith(ANYTHING) || names.has(name) || isDropped.has(name) || lonely2.has(name)) continue;
    if (patterns.some((pattern) => mayBeSame(pattern, name))) continue;
    if (name.includes("*") && [...names].some((each) => each !== ANYTHING && mayBeSame(name, each))) continue;
    if (use.via === null && words.has(name) || said.has(name)) continue;
    lonely2.set(name, use);
  }
  return [...lonely2.values()];
}
function slip(app, { name, path, line, of }, near, written, severity) {
  const other = written.find((each) => each.name === near);
  const isWritersFault = other !== void 0 && isInPlan(app.plan, name) && !isInPlan(app.plan, near);
  const common = { rule: "messages", severity };
  if (isWritersFault) {
    const message2 = `${code(other.path)} stores ${code(near)} in ${code(of ?? "")}; ${code(path)} reads ${code(name)}, as the plan says.`;
    const offers = `${code(path)} reads ${code(name)}.`;
    return { ...common, path: other.path, line: other.line, message: message2, offers };
  }
  const message = `${code(path)} reads ${code(name)} from ${code(of ?? "")}; what ${code(other?.path ?? "")} stores there is ${code(near)}.`;
  return { ...common, path, line, message, offers: `${code(other?.path ?? "")} stores ${code(near)}.` };
}

// src/check/messages/variables.ts
var SET = /^(?:NODE_\w*|PATH|HOME|USER|USERNAME|LANG|LC_\w+|PWD|OLDPWD|TMPDIR|TMP|TEMP|CI|DEBUG|TZ|SHELL|TERM\w*|COLUMNS|LINES|EDITOR|VISUAL|PAGER|BROWSER|DISPLAY|NO_COLOR|FORCE_COLOR|COLORTERM|APPDATA|LOCALAPPDATA|HOMEDRIVE|HOMEPATH|USERPROFILE|PROGRAMFILES\w*|COMSPEC|WINDIR|SYSTEMROOT|HOSTNAME|LOGNAME|OS|XDG_\w+|npm_\w+|GITHUB_\w+|RUNNER_\w+|VERCEL\w*|NETLIFY|JEST_\w+|VITEST\w*|MODE|DEV|PROD|SSR|BASE_URL|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|PYTHON\w*|VIRTUAL_ENV|SSH_\w+|WSL_\w+|PORT|HOST|__\w+)$/i;
var LONGEST2 = 2e5;
var LISTS = /^(?:\.env(?:\.[\w-]+)*|[\w-]*\.env(?:\.(?:example|sample|template|dist))?|env\.(?:example|sample|template))$/;
var CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|py|pyi|html?|css|scss|lock|map|snap)$|(?:^|\/)package-lock\.json$/i;
function variableFindings(app) {
  const read2 = readIn(app);
  if (read2.length === 0) return [];
  const { elsewhere, listed, list } = writtenIn(app);
  const written = /* @__PURE__ */ new Set([...elsewhere, ...listed]);
  const wanted = new Set(read2.map(({ name }) => name));
  const isToldOf = [...wanted].some((name) => written.has(name));
  if (!isToldOf && list === null && !app.files.has("README.md")) return [];
  const unread = [...listed].filter((name) => !wanted.has(name));
  const unlisted = [...wanted].filter((name) => !listed.has(name) && !SET.test(name));
  const [near, longer] = [new NearNames(unread), containedIn(unread, unlisted)];
  const nearAny = (name) => near.nearest(name) ?? longer.get(name) ?? null;
  const slips2 = new NearNames(unread.filter((name) => !elsewhere.has(name)));
  const nearSlip = (name) => {
    const slip2 = slips2.nearest(name);
    return slip2 === null || isInCode(app, slip2) ? null : slip2;
  };
  const scripts = [...app.facts.values()].flatMap((facts) => facts.scripts);
  const isMentioned2 = (name) => scripts.some(({ browser }) => browser.mentions.has(name));
  const told = /* @__PURE__ */ new Set();
  const untold = /* @__PURE__ */ new Map();
  const findings = [];
  for (const one of read2) {
    const { name, path, line, isOptional } = one;
    if (listed.has(name) || told.has(name)) continue;
    const isKnown = SET.test(name) || written.has(name) || isMentioned2(name);
    const other = list === null ? null : (isKnown ? nearSlip : nearAny)(name);
    if (other === null && (isKnown || isOptional && !isToldOf)) continue;
    told.add(name);
    if (other === null || list === null) {
      untold.set(path, [...untold.get(path) ?? [], one]);
      continue;
    }
    const message = `${code(path)} reads ${code(name)} from the environment; in ${code(list)} it is ${code(other)}.`;
    const offers = `${code(list)} has ${codes(listed)}.`;
    findings.push({ rule: "messages", severity: "warning", path, line, message, offers });
  }
  return [...findings, ...[...untold].map(([path, all]) => untoldFinding(path, all))];
}
function isInCode({ files }, name) {
  const all = [name, name.toLowerCase()];
  return [...files].some(([path, text]) => CODE.test(path) && all.some((each) => text.includes(each)));
}
function untoldFinding(path, all) {
  const names = codes(
    all.map(({ name }) => name),
    5
  );
  const message = `${code(path)} reads ${names} from the environment, and nothing tells people to set ${all.length === 1 ? "it" : "them"}.`;
  return { rule: "messages", severity: "note", path, line: all[0]?.line ?? null, message, offers: null };
}
function readIn(app) {
  const inScripts = exchangesOf(app).of("variable-read").map(({ name, path, line, of }) => ({ name, path, line, isOptional: of === "optional" }));
  const inPython = [...app.facts.values()].flatMap(
    ({ path, python }) => purposeOf(path) === "source" ? (python?.variables ?? []).map((variable) => ({ ...variable, path })) : []
  );
  return [...inScripts, ...inPython];
}
function writtenIn(app) {
  const elsewhere = /* @__PURE__ */ new Set();
  const listed = /* @__PURE__ */ new Set();
  let list = null;
  for (const [path, text] of app.files) {
    if (CODE.test(path) || text.length > LONGEST2) continue;
    const isList = LISTS.test(nameOf(path));
    if (isList) list ??= path;
    for (const name of text.match(/\b(?:[A-Z]\w{1,100}|(?=[a-z]\w{0,99}_)[a-z]\w{1,100})\b/g) ?? []) {
      if (!isList) elsewhere.add(name);
      else if (/^[A-Z][A-Z0-9_]+$/.test(name)) listed.add(name);
    }
  }
  return { elsewhere, listed, list };
}

// src/check/rules/messages.ts
var SPOKEN = [
  ...["event-sent", "event-heard", "message-sent", "message-heard", "channel-asked"],
  ...["key-read", "key-written", "path-fetched", "variable-read"]
];
function checkMessages(app) {
  const exchanges = exchangesOf(app);
  const paths = new Set(SPOKEN.flatMap((kind) => exchanges.of(kind).map(({ path }) => path)));
  return {
    looked: paths.size,
    findings: [
      ...storedFindings(app),
      ...routeFindings(app),
      ...spokenFindings(app),
      ...variableFindings(app)
    ]
  };
}

// src/check/rules/builtin.ts
var BUILTIN = new Set(
  "assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib".split(" ")
);
var HOSTED2 = new Set(
  "electron vscode obsidian atom bun deno aws-sdk @aws-sdk k6 figma sketch uxp photoshop cypress csstype react-native meteor system casper webpage original-fs @site @sapper @generated @docusaurus/router @docusaurus/constants".split(" ")
);
var BROUGHT = {
  express: /^(?:body-parser|cookie|cookie-signature|debug|escape-html|etag|http-errors|path-to-regexp|qs|send|serve-static)$/,
  "react-router-dom": /^react-router$/,
  "@reduxjs/toolkit": /^(?:redux|redux-thunk|reselect|immer)$/,
  vue: /^@vue\/(?:shared|compiler-dom|compiler-sfc|runtime-dom|server-renderer|reactivity|runtime-core)$/,
  nitropack: /^(?:h3|ofetch|ufo|defu|pathe|consola)$/,
  nuxt: /^(?:vue|vue-router|h3|ofetch|ufo|defu|pathe|consola)$/,
  docusaurus: /^react(?:-dom)?$/,
  "@redwoodjs/api": /^(?:@prisma\/client|graphql-tag)$/,
  "@apollo/client": /^(?:graphql-tag|optimism)$/,
  "@remix-run/react": /^(?:react-router|react-router-dom|@remix-run\/router)$/,
  "@shopify/hydrogen": /^@shopify\/hydrogen-react$/,
  urql: /^@urql\/core$/,
  "next-urql": /^@urql\/core$/,
  "socket.io": /^(?:engine\.io|socket\.io-adapter|socket\.io-parser|ws)$/,
  "typescript-eslint": /^@typescript-eslint\//,
  jest: /^@jest\/(?:globals|types|core)$/,
  vitest: /^vite$/,
  mongoose: /^(?:mongodb|bson)$/,
  mongodb: /^bson$/,
  pg: /^pg-(?:pool|types|protocol|connection-string)$/,
  "vite-plugin-pwa": /^workbox-(?:window|build|core|precaching|routing|strategies|expiration)$/
};

// src/check/rules/packages.ts
function checkPackages(app) {
  const resolver = resolverOf(app);
  const settings = settingsOf(app);
  const known = { settings, optional: optionalIn(app), locked: lockedIn(app), roots: rootsOf(resolver) };
  const used = /* @__PURE__ */ new Set();
  const findings = [];
  let looked = resolver.manifests.size;
  for (const { path, scripts, language } of app.facts.values()) {
    const imports = scripts.flatMap((script) => script.imports);
    if (imports.length > 0) looked++;
    const seen = /* @__PURE__ */ new Set();
    for (const taken of imports) {
      const name = packageOf(taken.specifier);
      if (name !== null) used.add(name);
      if (language !== "script" || purposeOf(path) === "sample" || /\.min\.\w+$/.test(path)) continue;
      const finding = undeclared(path, taken, resolver, known);
      if (finding === null || seen.has(taken.specifier)) continue;
      seen.add(taken.specifier);
      findings.push(finding);
    }
    findings.push(...wrongSystem(path, scripts, resolver));
  }
  for (const manifest of resolver.manifests.values()) {
    if (purposeOf(manifest.path) === "sample") continue;
    findings.push(...lifecycleScripts(manifest), ...unused2(app, manifest, used, settings));
  }
  return { looked, findings };
}
function undeclared(path, taken, resolver, known) {
  const target = resolver.resolve(path, taken.specifier);
  if (target.kind !== "package") return null;
  const { name } = target;
  const manifests = resolver.manifestsAbove(path);
  if (manifests.length === 0 || BUILTIN.has(name) || isHosted(name)) return null;
  const declared = new Set(manifests.flatMap((manifest2) => [...manifest2.declared.keys()]));
  const types = `@types/${name.replace(/^@([^/]+)\//, "$1__")}`;
  if (declared.has(name) || taken.isType && declared.has(types) || declared.has(`npm:${name}`)) return null;
  const [first = name] = name.split("/");
  if (isAlias(first, name, path, resolver, known.settings)) return null;
  if (known.roots.some((root) => resolver.hasFolder(`${root}/${first}`))) return null;
  if (isInSources(taken.specifier, manifests, resolver)) return null;
  if (resolver.isLaidElsewhere(path)) return null;
  const isSure = purposeOf(path) === "source" && !isMaybeType(path, taken) && !known.optional.has(name) && !taken.isType && !taken.isGuarded && taken.how !== "dynamic" && !/\.d\.[cm]?ts$/.test(path);
  const isThere3 = isBrought(name, declared, known);
  const near = isThere3 || declared.size > 300 ? null : nearest(name, declared);
  const [manifest] = manifests;
  const hint = isThere3 ? " It is there only as long as another package needs it." : near === null ? "" : ` There is ${code(near)}.`;
  return {
    ...{ rule: "packages", severity: isSure && !isThere3 ? "error" : "warning", path, line: taken.line },
    message: `${code(path)} imports the package ${code(name)}, which ${code(manifest?.path ?? "")} does not declare.${hint}`,
    offers: declared.size === 0 ? null : `Declared are ${codes(declared, 40)}.`
  };
}
var LOCK = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|bun\.lock)$/;
var IN_LOCK = /"node_modules\/([^"\n]{1,214})"|^"?((?:@[^@/\n]{1,99}\/)?[^@"\s]{1,99})@|^ {4}"([^"\n]{1,214})": \[/gm;
function lockedIn({ files }) {
  const locked = /* @__PURE__ */ new Set();
  for (const [path, text] of files)
    if (LOCK.test(path))
      for (const [, npm, yarn, bun] of text.matchAll(IN_LOCK)) locked.add(npm ?? yarn ?? bun ?? "");
  return locked;
}
function rootsOf({ manifests }) {
  const scripts = [...manifests.values()].flatMap((manifest) => [...manifest.scripts.values()]);
  const named2 = scripts.join("\n").matchAll(/\bNODE_PATH=['"]?(?:\.\/)?([\w./-]{1,99})/g);
  return [...new Set([...named2].map(([, folder = ""]) => folder))].slice(0, 10);
}
function isBrought(name, declared, { locked }) {
  if (locked.has(name)) return true;
  return [...declared].some((each) => Object.hasOwn(BROUGHT, each) && BROUGHT[each]?.test(name) === true);
}
function optionalIn({ facts, files }) {
  const optional = /* @__PURE__ */ new Set();
  for (const { path, scripts, data } of facts.values()) {
    if (/(?:^|\/)(?:bower|component|jspm)\.json$/.test(path)) {
      for (const name of entriesOf(entriesOf(data).get("dependencies")).keys()) optional.add(name);
    }
    for (const { specifier, isGuarded } of scripts.flatMap(({ imports }) => imports)) {
      if (specifier === "rootpath") for (const file of files.keys()) optional.add(file);
      const name = isGuarded ? packageOf(specifier) : null;
      if (name !== null) optional.add(name);
    }
  }
  for (const [path, text] of files) {
    if (!/\.[cm]?[jt]sx?$/.test(path) || text.length > 2e5) continue;
    for (const [, name, pinned] of text.matchAll(BY_HAND)) optional.add(name ?? pinned ?? "");
  }
  return optional;
}
var BY_HAND = /\b(?:npm (?:i|install|add)|yarn add|pnpm (?:add|i|install)) (?:-{1,2}[\w-]{1,30} )?((?:@[a-z0-9][\w.-]{0,99}\/)?[a-z0-9][\w.-]{0,99})|['"]((?:@[a-z0-9][\w.-]{0,99}\/)?[a-z0-9][\w.-]{0,99})@\d+\.\d/g;
function isMaybeType(path, { how, names, calls }) {
  if (how !== "import" || !/\.[cm]?ts$/.test(path) || names.length === 0 || calls.length > 0) return false;
  return names.every(({ name, isMember }) => !isMember && /^[A-Z]/.test(name));
}
function isInSources(specifier, manifests, resolver) {
  const rest = /^@[^/]*\/([^/]+\/.+)$/.exec(specifier)?.[1];
  if (rest === void 0) return false;
  return manifests.some(({ path }) => resolver.resolve(path, `./src/${rest}`).kind === "file");
}
function isHosted(name) {
  return HOSTED2.has(name) || HOSTED2.has(name.split("/")[0] ?? "") || name.startsWith("@types/");
}
function isAlias(first, name, path, resolver, settings) {
  if (/^(?:\d*[A-Z]|@.*[A-Z])/.test(name) || resolver.hasFolder(first)) return true;
  const roots = resolver.manifestsAbove(path).map(({ folder }) => folder === "" ? "" : `${folder}/`);
  if (roots.some((root) => resolver.hasFolder(`${root}src/${first}`) || resolver.hasFolder(root + first)))
    return true;
  return ["'", '"'].some(
    (quote) => settings.includes(`${quote + first}${quote}`) || [quote, "/", "$", "*", "("].some((end) => settings.includes(quote + name + end))
  );
}
var TAKEN = /\b(?:require\.resolve|require|import)\s{0,9}\(\s{0,9}['"][^'"\n]{1,200}['"]\s{0,9}\)|\b(?:from|import)\s{0,9}['"][^'"\n]{1,200}['"]/g;
function settingsOf({ files }) {
  const texts = [];
  for (const [path, text] of files) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const isSetting = /config|rollup|vite|webpack|babel|jest|karma|gulpfile|gruntfile|esbuild|\.babelrc|^build|^\..*rc/i.test(
      name
    );
    if (isSetting && text.length < 1e5 && !name.endsWith(".md")) texts.push(text.replace(TAKEN, ""));
  }
  return texts.join("\n");
}
function wrongSystem(path, scripts, resolver) {
  const imports = scripts.flatMap((script) => script.imports);
  const declares = imports.find(({ how }) => how === "import" || how === "export");
  const purpose = purposeOf(path);
  if (purpose !== "source" || imports.some(({ specifier }) => /^(?:node:)?module$/.test(specifier)))
    return [];
  if (path.endsWith(".cjs") && declares !== void 0 && !declares.isType) {
    return [
      systemFinding(path, declares.line, "uses `import`, which a `.cjs` file cannot; it has `require`")
    ];
  }
  const required = imports.find(({ how, isGuarded }) => how === "require" && !isGuarded);
  if (required === void 0 || !isModuleFile(path, resolver) || declares !== void 0) {
    if (!path.endsWith(".mjs") || required === void 0) return [];
  }
  const message = "uses `require`, which a module does not have; it has `import`";
  return [systemFinding(path, required.line, message)];
}
function isModuleFile(path, resolver) {
  if (path.endsWith(".mjs")) return true;
  const manifests = resolver.manifestsAbove(path);
  const [nearestType] = manifests.filter(({ type }) => type !== null);
  const tools = manifests.flatMap(({ declared, scripts }) => [...declared.keys(), ...scripts.values()]).join(" ");
  return path.endsWith(".js") && nearestType?.type === "module" && !/vite|webpack|rollup|parcel|esbuild|next|babel|bun|tsx|browserify|metro|expo|react-native/.test(tools);
}
function systemFinding(path, line, what) {
  const message = `${code(path)} ${what}.`;
  return { rule: "packages", severity: "error", path, line, message, offers: null };
}
var USUAL = /^(?:(?:npx |npm run |yarn |pnpm (?:run )?)?(?:husky|is-ci|tsc|build|rollup|vite|lefthook|simple-git-hooks|patch-package|prisma|nuxt|svelte-kit|wxt|electron-builder|ngcc|lerna|tsup|bob|ts-patch|npm-run-all|run-s|node-gyp|prebuild-install|opencollective|not-in-publish|pinst|playwright|astro)\b[^;|`$]*(?:\|\| *(?:true|exit 0))?(?: *&& *)?)+$/;
function lifecycleScripts({ path, scripts }) {
  return ["preinstall", "install", "postinstall", "prepare"].flatMap((name) => {
    const script = scripts.get(name);
    if (script === void 0 || name === "prepare" && USUAL.test(script)) return [];
    const message = `${code(path)} runs ${code(script)} by itself when packages are installed (${code(name)}).`;
    return [{ rule: "packages", severity: "note", path, line: null, message, offers: null }];
  });
}
var SILENT = /^@types\/|^(?:typescript|tslib|core-js|regenerator-runtime|@babel\/runtime.*|reflect-metadata|zone\.js|react|react-dom|preact|vue|svelte|next|sharp|pg|mysql2?|sqlite3|better-sqlite3|tedious|pino-pretty|encoding|bufferutil|utf-8-validate)$|plugin|preset|loader|eslint|prettier|postcss|tailwind|font|polyfill|types?$|cli$/;
function unused2(app, manifest, used, settings) {
  const names = [...entriesOf(manifest.parts.get("dependencies")).keys()];
  const left = names.filter((name) => !used.has(name) && !SILENT.test(name)).slice(0, 50);
  if (left.length === 0) return [];
  const scripts = [...manifest.scripts.values()].join("\n");
  const others = new Map(manifest.parts);
  others.delete("dependencies");
  const rest = `${settings}
${scripts}
${JSON.stringify([...others])}`;
  const isSeen = (name) => rest.includes(name) || isMentioned(app, manifest.path, name);
  return left.filter((name) => !isSeen(name)).map((name) => ({
    ...{ rule: "packages", severity: "note", path: manifest.path, offers: null },
    line: lineOfKey(app.files.get(manifest.path) ?? "", name),
    message: `${code(manifest.path)} declares ${code(name)}, which no file uses.`
  }));
}
function isMentioned({ files }, path, name) {
  for (const [other, text] of files) {
    if (other === path || /(?:\.md|lock|-lock\.json|\.lock)$|lock\.ya?ml$/.test(other)) continue;
    if (text.length < 2e5 && text.includes(name)) return true;
  }
  return false;
}
function lineOfKey(text, key) {
  const at2 = text.indexOf(`"${key}"`);
  return at2 < 0 ? null : text.slice(0, at2).split("\n").length;
}

// src/check/config/commands.ts
var RUNNERS = new Set(
  "node tsx ts-node ts-node-esm nodemon python python3 bash sh zsh php ruby".split(" ")
);
var WITH_VALUE = new Set(
  "-r --require --import --loader --experimental-loader -W -X -w --watch -i --ignore -e --ext --exec --watch-path --env-file -P --project".split(
    " "
  )
);
var NO_FILE = new Set("-e --eval -p --print -c -m -pe --version -v -V --help -h --test --run -".split(" "));
var FILE = /^(?:\.\/)?[\w@.-]+(?:\/[\w@.-]+)*\.(?:[cm]?[jt]sx?|py|sh|php|rb)$/;
function filesRunBy(command) {
  if (command.length > 5e3 || /\bcd\s|\bpushd\b|<<|\$\(|`/.test(command)) return [];
  const files = command.split(/&&|\|\||[;|&\n]/).map((part) => fileOf(part.trim().split(/\s+/)));
  return files.filter((file) => file !== null);
}
function fileOf(words) {
  let at2 = 0;
  while (/^[A-Z_][A-Z\d_]*=/.test(words[at2] ?? "") || words[at2] === "cross-env" || words[at2] === "exec")
    at2 += 1;
  const program = words[at2] ?? "";
  if (!RUNNERS.has(program)) return program.startsWith("./") && FILE.test(program) ? program : null;
  for (at2 += 1; at2 < words.length; at2 += 1) {
    const word = words[at2] ?? "";
    if (NO_FILE.has(word) && !(program === "nodemon" && word === "-e")) return null;
    if (WITH_VALUE.has(word)) at2 += 1;
    else if (!word.startsWith("-")) return FILE.test(word) ? word : null;
  }
  return null;
}

// src/check/config/docker.ts
function dockerPaths(path, instructions, contexts, places) {
  const folders = [...around(path), ...contexts];
  return instructions.flatMap(({ name, words, line }) => {
    if (name !== "COPY" && name !== "ADD") return [];
    const isElsewhere = words.some((word) => /^--from=|^<<|^#/.test(word));
    const sources = words.filter((word) => !word.startsWith("--")).slice(0, -1);
    return (isElsewhere ? [] : sources).flatMap((source) => {
      const bare = source.replace(/^\/+/, "").replace(/\/+$/, "");
      if (isMade2(bare) || BINARY.test(bare) || folders.some((folder) => places.hasIn(folder, bare) !== false))
        return [];
      const severity = /[./]/.test(bare) || bare === "src" || bare === "app" ? "error" : "warning";
      const message = `${code(path)} copies ${code(source)}, and there is no such file.`;
      return [{ rule: "references", severity, path, line, message, offers: null }];
    });
  });
}
var BINARY = /\.(?:jar|war|deb|rpm|apk|whl|tar|t?gz|xz|zip|exe|so|bin|pem|crt|key|db|sqlite)$/i;
function around(path) {
  const folders = [];
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    folders.push(path.slice(0, end));
  return [...folders, ""];
}
function contextsOf(path, data) {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return entriesOf2(at(data, "services")).flatMap(([, service]) => {
    const context = contextOf(service);
    const found = context === null ? null : resolve(folder, context);
    return found === null ? [] : [found];
  });
}
function contextOf(service) {
  const build = at(service, "build");
  const context = typeof build === "string" ? build : at(build, "context");
  return typeof context === "string" ? context : null;
}
function composePaths(path, text, data, places) {
  const findings = [];
  const add2 = (severity, what, value) => {
    if (places.has(path, value) !== false || isMade2(value)) return;
    const message = `${code(path)} ${what} ${code(value)}, which is not there.`;
    findings.push({ rule: "references", severity, path, line: lineWith(text, value), message, offers: null });
  };
  for (const [, service] of entriesOf2(at(data, "services"))) {
    const context = contextOf(service);
    if (context !== null) add2("error", "builds", context);
    const dockerfile = at(service, "build", "dockerfile");
    if (typeof dockerfile === "string" && context !== null)
      add2("error", "builds with", `${context}/${dockerfile}`);
    for (const file of textsOf(at(service, "env_file"))) {
      if (!/(?:^|\/)\.env[^/]*$/.test(file)) add2("warning", "reads", file);
    }
    for (const volume of textsOf(at(service, "volumes"))) {
      const [source = ""] = volume.split(":");
      if (/^\.\.?\/.*\.\w+$/.test(source)) add2("note", "mounts", source);
    }
  }
  return findings;
}

// src/check/config/package-json.ts
function packagePaths(path, text, data, places) {
  const scripts = entriesOf2(at(data, "scripts")).flatMap(
    ([name, value]) => typeof value === "string" ? [[name, value]] : []
  );
  const isBuilt = scripts.some(([name, value]) => BUILDS.test(name) || COMPILERS.test(value));
  const isApp = at(data, "private") === true;
  const findings = [];
  const miss = (severity, what, value) => {
    if (reaches(path, value, places) || isMade2(value) || isBuilt && isNewFolder(path, value, places))
      return;
    const message = `${code(path)} names ${code(value)} ${what}, and there is no such file.`;
    findings.push({ rule: "references", severity, path, line: lineWith(text, value), message, offers: null });
  };
  for (const value of textsIn(at(data, "bin"))) miss("error", "as a command", value);
  const main = at(data, "main");
  if (typeof main === "string")
    miss(isApp && runsItself(scripts) ? "error" : "warning", "as its `main`", main);
  for (const name of ["module", "types", "typings"]) {
    const value = at(data, name);
    if (typeof value === "string") miss("warning", `as its \`${name}\``, value);
  }
  for (const value of exportsIn(at(data, "exports"))) miss("warning", "in its `exports`", value);
  for (const [name, value] of scripts) {
    for (const file of filesRunBy(value))
      miss(isApp ? "error" : "warning", `in its script ${code(name)}`, file);
  }
  return findings;
}
var BUILDS = /^(?:pre|post)?(?:build|compile|prepare|prepack|prepublish(?:Only)?|bundle|dist|transpile)\b/;
var COMPILERS = /\b(?:tsc|rollup|webpack|esbuild|tsup|vite build|babel|swc|microbundle|unbuild|parcel build)\b/;
function runsItself(scripts) {
  return scripts.some(([, value]) => /\b(?:node|electron|nodemon)\s+\.(?:\s|$)/.test(value));
}
function reaches(path, value, places) {
  const ways = ["", ".js", ".cjs", ".mjs", ".json", ".node", ".ts", ".d.ts", "/index.js"];
  const bare = value.replace(/\/+$/, "");
  return ways.some((end) => places.has(path, `${bare}${end}`) !== false);
}
function isNewFolder(path, value, places) {
  const [top = ""] = value.replace(/^\.\//, "").split("/");
  return value.replace(/^\.\//, "").includes("/") && places.has(path, top) === false;
}
function textsIn(data) {
  return typeof data === "string" ? [data] : entriesOf2(data).flatMap(([, value]) => typeof value === "string" ? [value] : []);
}
function exportsIn(data, depth = 0) {
  if (typeof data === "string")
    return data.startsWith("./") && !data.includes("*") && !data.endsWith("/") ? [data] : [];
  return depth > 6 ? [] : entriesOf2(data).flatMap(([, value]) => exportsIn(value, depth + 1));
}

// src/check/config/tsconfig.ts
var MADE_BY_FRAMEWORK = /(?:^|\/)\.(?:nuxt|svelte-kit|wxt|astro|next|expo)\//;
function tsconfigPaths(path, text, data, places) {
  const references = at(data, "references");
  const projects = Array.isArray(references) ? references.flatMap((each) => textsOf(at(each, "path"))) : [];
  const named2 = [
    ...textsOf(at(data, "extends")).filter((value) => /^\.\.?\//.test(value)),
    ...textsOf(at(data, "files")),
    ...projects
  ].filter((value) => !MADE_BY_FRAMEWORK.test(value));
  return named2.flatMap((value) => {
    if (["", ".json", "/tsconfig.json"].some((end) => places.has(path, `${value}${end}`) !== false))
      return [];
    const message = `${code(path)} names ${code(value)}, and there is no such file.`;
    return [
      { rule: "references", severity: "warning", path, line: lineWith(text, value), message, offers: null }
    ];
  });
}

// src/check/config/workflows.ts
function workflowPaths(path, text, data, places) {
  const findings = [];
  const add2 = (severity, what, value) => {
    if (places.hasIn("", value) !== false || isMade2(value)) return;
    const message = `${code(path)} ${what} ${code(value)}, which is not there.`;
    findings.push({ rule: "references", severity, path, line: lineWith(text, value), message, offers: null });
  };
  for (const [, job] of entriesOf2(at(data, "jobs"))) {
    const steps = at(job, "steps");
    const all = Array.isArray(steps) ? steps : [];
    const called = at(job, "uses");
    if (typeof called === "string" && called.startsWith("./")) add2("error", "uses", called);
    if (all.some(
      (step2) => at(step2, "with", "path") !== void 0 || at(step2, "with", "repository") !== void 0
    ))
      continue;
    const isMoved = [
      at(job, "defaults", "run", "working-directory"),
      at(data, "defaults", "run", "working-directory")
    ].some((folder) => folder !== void 0);
    for (const step2 of all) {
      const uses = at(step2, "uses");
      if (typeof uses === "string" && uses.startsWith("./")) add2("warning", "uses", uses);
      const folder = at(step2, "working-directory");
      if (typeof folder === "string") add2("warning", "works in", folder);
      const run = at(step2, "run");
      if (typeof run !== "string" || folder !== void 0 || isMoved) continue;
      for (const file of filesRunBy(run)) if (isSource2(file, run)) add2("warning", "runs", file);
    }
  }
  return findings;
}
function isSource2(file, run) {
  return !/\b(?:curl|wget|git clone|unzip|tar)\b|>/.test(run) || file.includes("/");
}

// src/check/rules/paths-in-config.ts
var COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;
var KINDS2 = [
  [/(?:^|\/)package\.json$/, packagePaths],
  [/(?:^|\/)[tj]sconfig(?:\.[\w.-]+)?\.json$/, tsconfigPaths],
  [COMPOSE, composePaths],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, workflowPaths]
];
var ASIDE3 = /(?:^|\/)(?:node_modules|fixtures?|__fixtures__|test_?data|templates?|tests?|vendor|third_party)\//;
function checkConfigPaths(app) {
  const places = new Places(app);
  const contexts = [...app.facts.values()].flatMap(
    ({ path, data }) => COMPOSE.test(path) ? contextsOf(path, data) : []
  );
  let looked = 0;
  const findings = [];
  const add2 = (found) => {
    looked += 1;
    findings.push(...found);
  };
  for (const facts of app.facts.values()) {
    if (ASIDE3.test(facts.path)) continue;
    const look = lookFor(facts);
    if (look !== void 0) add2(look(facts.path, app.files.get(facts.path), facts.data, places));
    if (facts.docker.length > 0) add2(dockerPaths(facts.path, facts.docker, contexts, places));
    if (facts.path === "Procfile") add2(procfilePaths(facts.path, app.files.get(facts.path) ?? "", places));
  }
  return { looked, findings };
}
function lookFor({ path, data }) {
  return data === void 0 ? void 0 : KINDS2.find(([name]) => name.test(path))?.[1];
}
function procfilePaths(path, text, places) {
  return text.split("\n").flatMap(
    (line, index) => filesRunBy(line.replace(/^[\w-]+:\s*/, "")).flatMap((file) => {
      if (places.has(path, file) !== false || isMade2(file)) return [];
      const message = `${code(path)} runs ${code(file)}, which is not there.`;
      return [{ rule: "references", severity: "error", path, line: index + 1, message, offers: null }];
    })
  );
}

// src/check/plan/written.ts
var PROSE = /\.(?:md|markdown|txt|rst)$/i;
function wordsOf2(text) {
  const words = /* @__PURE__ */ new Map();
  const add2 = (word, at2) => {
    if (!words.has(word)) words.set(word, at2);
  };
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+){0,9}/gu)) {
    add2(word, index);
    if (word.includes("-")) for (const part of word.split("-")) add2(part, index);
  }
  return words;
}
function partsOf2(route) {
  return (route.split(/[?#]/)[0] ?? "").split("/").filter((part) => /^[a-z][\w-]*$/i.test(part)).flatMap((part) => part.split("-"));
}
var WrittenFile = class {
  #text;
  #words;
  #spoken;
  #lines = null;
  #joints = null;
  #handsOn = null;
  #near = /* @__PURE__ */ new Map();
  /** @param spoken words of the plan: none of them is a slip of another. */
  constructor(text, spoken) {
    this.#text = text;
    this.#words = wordsOf2(text);
    this.#spoken = spoken;
  }
  /** Whether it is a module that hands on what others export, so that it may have a name without saying it. */
  get handsOn() {
    this.#handsOn ??= /\bexport\s*\*|\bimport\s*\*|\bmodule\.exports\s*=\s*[^{\s]|__getattr__/.test(
      this.#text
    );
    return this.#handsOn;
  }
  /** The line in which a word stands first. */
  lineOf(word) {
    this.#lines ??= new Lines(this.#text);
    return this.#lines.at(this.#words.get(word) ?? 0);
  }
  /** Whether a promised name stands in the text, in any way in which its language may write it. */
  has({ kind, name }) {
    const words = this.#words;
    if (words.has(name) || kind === "flag" && this.#text.includes(name)) return true;
    if (kind === "route") return partsOf2(name).every((part) => words.has(part));
    const bare = name.replace(/^--|^data-/, "");
    const camel = bare.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    if (kind === "flag" || kind === "attribute") {
      return [bare, camel, bare.replaceAll("-", "_")].some((form) => words.has(form));
    }
    return (kind === "class" || kind === "id") && (words.has(camel) || this.#isPutTogether(name));
  }
  /** The word of the file that the name is most likely called by; null when there is none. */
  nearest({ kind, name }) {
    const isLong = kind === "id" || kind === "class" || kind === "attribute";
    let near = this.#near.get(isLong);
    if (near === void 0) {
      const own = [...this.#words.keys()].filter((word) => !this.#spoken.has(word));
      near = new NearNames(own.filter((word) => isLong || !word.includes("-")));
      this.#near.set(isLong, near);
    }
    return near.nearest(name);
  }
  /** `badge-draft` may be made of `badge-${state}`, and be a rule of a style sheet that nests. */
  #isPutTogether(name) {
    this.#joints ??= jointsOf(this.#text);
    for (let dash = name.indexOf("-"); dash !== -1; dash = name.indexOf("-", dash + 1)) {
      if (this.#joints.includes(`${name.slice(0, dash + 1)}
`)) return true;
      if (this.#joints.includes(`&${name.slice(dash)}`)) return true;
    }
    return false;
  }
};
function jointsOf(text) {
  const joints = /* @__PURE__ */ new Set();
  for (const { 0: word, index } of text.matchAll(/[\w-]+/g)) {
    const end = index + word.length;
    if (text[index - 1] === "&") joints.add(`&${word}`);
    if (word.endsWith("-") && /^(?:[${'"`%]|#\{)/.test(text.slice(end, end + 2))) joints.add(word);
  }
  return `${[...joints].join("\n")}
`;
}
var Everywhere = class {
  #app;
  #words = null;
  #importers = null;
  constructor(app) {
    this.#app = app;
  }
  /** Whether all parts of a route that are no parameters stand in code: it may be put together in several files. */
  hasRoute(route) {
    if (this.#words === null) {
      const all = /* @__PURE__ */ new Set();
      for (const [path, text] of this.#app.files) {
        if (!PROSE.test(path)) for (const word of wordsOf2(text).keys()) all.add(word);
      }
      this.#words = all;
    }
    return partsOf2(route).every((part) => this.#words?.has(part));
  }
  /** A file that takes the name from just that file; null when there is none. */
  importer(path, name) {
    this.#importers ??= importersIn(this.#app);
    const stem = (path.split("/").at(-1) ?? "").replace(/\.[^.]+$/, "");
    for (const other of this.#importers.get(`${stem}
${name}`) ?? []) if (other !== path) return other;
    return null;
  }
};
var FROM_MODULE = /\bimport\s*(?:[\w$]{1,80}\s*,\s*)?\{([^{}]{1,2000})\}\s*from\s*['"](\.[^'"\n]{1,300})['"]/g;
var FROM_PYTHON = /^[ \t]*from[ \t]+([\w.]{1,200})[ \t]+import[ \t]+(?:\(([^()]{1,2000})\)|([^(\n]{1,500}))/gm;
function importersIn({ files }) {
  const found = /* @__PURE__ */ new Map();
  const take = (path, module, names) => {
    for (const name of namesTaken(names)) {
      const key = `${module}
${name}`;
      found.set(key, (found.get(key) ?? /* @__PURE__ */ new Set()).add(path));
    }
  };
  for (const [path, text] of files) {
    for (const [, names = "", from = ""] of text.matchAll(FROM_MODULE)) {
      take(path, (from.split("/").at(-1) ?? "").replace(/\.[cm]?[jt]sx?$/, ""), names);
    }
    for (const [, module = "", within, inline] of text.matchAll(FROM_PYTHON)) {
      take(path, module.split(".").at(-1) ?? "", (within ?? inline ?? "").replace(/#.*$/gm, ""));
    }
  }
  return found;
}
function namesTaken(names) {
  return names.split(/[,\n]/).map((part) => {
    const plain = part.trim().replace(/^type\s+/, "");
    return plain.split(/\s+as\s+/)[0] ?? "";
  });
}

// src/check/rules/promised.ts
function checkPlan(app) {
  const { plan } = app;
  if (plan === null) return { looked: 0, findings: [] };
  return {
    looked: plannedPaths(app).size,
    findings: [...missingFiles(app, plan), ...missingNames2(app, plan)]
  };
}
var NO_TEXT = /\.(?:png|jpe?g|gif|ico|webp|avif|bmp|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|pdf|zip|gz|wasm)$/i;
function missingFiles(app, plan) {
  const byCase = new Map([...app.files.keys(), ...app.others].map((path) => [path.toLowerCase(), path]));
  const missing3 = [...plannedPaths(app)].filter((path) => !has(app, path) && !/[*<>{}]|\/$/.test(path));
  const asked = new Map(plan.files.map(({ path, description }) => [path, description]));
  return missing3.map((path) => {
    const other = byCase.get(path.toLowerCase());
    const said = shortened(asked.get(path) ?? "");
    return {
      rule: "plan",
      severity: NO_TEXT.test(path) ? "note" : "error",
      path,
      line: null,
      message: other === void 0 ? "The plan lists this file, and it is missing." : `The plan lists this file, and it is missing: there is \`${shortened(other)}\`.`,
      offers: said === "" ? null : `The plan says of \`${shortened(path)}\`: ${said}`
    };
  });
}
function missingNames2(app, plan) {
  const planned = plannedPaths(app);
  const ofFile = Map.groupBy(promisedNames(plan), ({ path }) => path);
  const everywhere = new Everywhere(app);
  const spoken = wordsOf2(plan.text);
  const findings = [];
  for (const [path, names] of ofFile) {
    const text = app.files.get(path);
    const facts = app.facts.get(path);
    if (text === void 0 || facts === void 0 || facts.broken.length > 0) continue;
    if (!planned.has(path) || PROSE.test(path)) continue;
    const written = new WrittenFile(text, spoken);
    for (const name of names) {
      if (written.has(name) || name.kind === "route" && everywhere.hasRoute(name.name)) continue;
      findings.push(asFinding(name, written, everywhere));
    }
  }
  return findings;
}
function asFinding(promised, written, everywhere) {
  const { path, name, shown: shown2, kind } = promised;
  const near = written.nearest(promised);
  const isCode2 = kind === "function" || kind === "name" || kind === "constant";
  const user = isCode2 && !written.handsOn ? everywhere.importer(path, name) : null;
  const what = `The plan says \`${shortened(shown2)}\``;
  const lacks = near === null ? `${what}, which does not stand in this file` : `${what}, this file has \`${shortened(near)}\``;
  return {
    rule: "plan",
    severity: user === null ? "warning" : "error",
    path,
    line: near === null ? null : written.lineOf(near),
    message: user === null ? `${lacks}.` : `${lacks}, and \`${shortened(user)}\` uses it.`,
    offers: `The plan gives \`${shortened(path)}\` the name \`${shortened(shown2)}\`.`
  };
}

// src/check/python/modules.ts
var Modules = class {
  #app;
  /** `a/b` of `a/b.py`, and of what a compiler makes a module of. */
  #stems = /* @__PURE__ */ new Map();
  #folders = /* @__PURE__ */ new Map();
  /** Names of modules and folders of modules, wherever they are. */
  names = /* @__PURE__ */ new Set();
  constructor(app) {
    this.#app = app;
    for (const path of [...app.files.keys(), ...app.others]) this.#add(path);
  }
  #add(path) {
    const stem = /^(.*?[^/])\.(?:py|pyi|pyx|pyd|so|[^/]*\.so|[^/]*\.pyd|c|cpp|rs|ipynb|proto)$/.exec(
      path
    )?.[1];
    if (stem === void 0) return;
    const name = stem.slice(stem.lastIndexOf("/") + 1);
    this.names.add(name);
    const known = this.#stems.get(stem);
    if (known === void 0 || path.endsWith(".py")) this.#stems.set(stem, path);
    let child = name;
    for (let folder = folderOf3(path); ; folder = folderOf3(folder)) {
      const children = this.#folders.get(folder) ?? /* @__PURE__ */ new Set();
      const isKnown = children.size > 0;
      this.#folders.set(folder, children.add(child));
      if (folder === "" || isKnown) return;
      child = folder.slice(folder.lastIndexOf("/") + 1);
      this.names.add(child);
    }
  }
  facts(path) {
    return path === null ? null : this.#app.facts.get(path)?.python ?? null;
  }
  isPackage(folder) {
    return this.#stems.has(join2(folder, "__init__"));
  }
  /** Names of the modules in a folder. */
  in(folder) {
    return [...this.#folders.get(folder) ?? []].filter((name) => name !== "__init__").sort();
  }
  /** The module `a.b` that is looked for in a folder, or how far the way to it goes. */
  find(folder, name) {
    let here = { path: this.#stems.get(join2(folder, "__init__")) ?? null, folder };
    for (const part of name === "" ? [] : name.split(".")) {
      if (here.folder === null) return null;
      const place = join2(here.folder, part);
      const isFolder = this.#folders.has(place);
      const own = isFolder ? this.#stems.get(join2(place, "__init__")) : void 0;
      const path = own ?? this.#stems.get(place) ?? null;
      if (path === null && !isFolder) return null;
      here = { path, folder: isFolder && (own !== void 0 || !this.#stems.has(place)) ? place : null };
    }
    return here;
  }
  /** Folders in which a file's imports may be looked for: none that is itself within a package. */
  rootsOf(path) {
    const roots = [];
    for (let folder = folderOf3(path); ; folder = folderOf3(folder)) {
      if (!this.isPackage(folder)) roots.push(folder, ...ASIDE4.map((name) => join2(folder, name)));
      if (folder === "") return roots;
    }
  }
  /**
   * What a module of the set may be found as from a file, wherever it may be looked for. `import yaml` in `yaml.py`
   * is not for that file: it means another one, of which nothing is known here.
   */
  candidates(from, name) {
    const found = this.rootsOf(from).map((root) => this.find(root, name));
    const isOther = ({ path }) => path !== from || name.includes(".") || from.endsWith("__init__.py");
    return found.filter((module) => module !== null).filter(isOther);
  }
  /** Whether more modules may be in a package than there are files: it makes them when it is loaded. */
  mayMakeModules(from, name) {
    const parts = name.split(".");
    return parts.some(
      (_, index) => this.candidates(from, parts.slice(0, index + 1).join(".")).some(({ path }) => this.makesModules(path))
    );
  }
  /** Whether a file may make modules that have no files, or nothing is known of it. */
  makesModules(path) {
    if (path === null) return false;
    const facts = this.facts(path);
    return !path.endsWith(".py") || facts === null || facts.makesModules;
  }
  /** The module that a relative import leads to; undefined where that is outside of the set. */
  relative(from, level, name) {
    let folder = folderOf3(from);
    for (let up = 1; up < level; up += 1) {
      if (folder === "") return void 0;
      folder = folderOf3(folder);
    }
    return this.find(folder, name);
  }
  /** Whether a module may have a name: false only where it surely has not. */
  mayHave({ path, folder }, name, seen = /* @__PURE__ */ new Set()) {
    if (folder !== null && this.find(folder, name) !== null) return true;
    if (path === null) return folder === null;
    if (IMPLICIT.test(name) || seen.has(path)) return IMPLICIT.test(name);
    seen.add(path);
    const facts = this.facts(path);
    if (facts === null || path.endsWith(".pyi") || facts.isOpen || facts.names.has("__path__")) return true;
    if (facts.names.has(name)) return true;
    return facts.imports.some((each) => {
      if (!each.isStar) return false;
      const modules = this.reached(path, each.level, each.module);
      return modules.length === 0 || modules.some((module) => this.mayHave(module, name, seen));
    });
  }
  /** The modules of the set that an import may reach. */
  reached(from, level, name) {
    if (level === 0) return this.candidates(from, name);
    const module = this.relative(from, level, name);
    return module === null || module === void 0 ? [] : [module];
  }
  /** What a function or a class of a module takes, also where it is only handed on from another; null if unknown. */
  signature(path, name, steps = 5) {
    const facts = this.facts(path);
    if (facts === null || path === null || path.endsWith(".pyi") || steps === 0) return null;
    const signature = facts.signatures.get(name);
    if (signature !== void 0) return { path, signature };
    const ways = facts.imports.filter(({ names }) => names?.some((each) => each.as === name));
    const [way] = ways;
    if (way === void 0 || ways.length > 1 || way.runs !== "always" || way.isLate) return null;
    const own = way.names?.find((each) => each.as === name)?.name ?? name;
    const [module, ...others] = this.reached(path, way.level, way.module);
    return module === void 0 || others.length > 0 ? null : this.signature(module.path, own, steps - 1);
  }
  /** Names that a module has, for whoever looks for another. */
  offered({ path, folder }) {
    const facts = this.facts(path);
    const own = facts === null ? [] : [...facts.names].filter((name) => !name.startsWith("_"));
    const made = new Set(facts?.imports.flatMap(({ names, as }) => names?.map((name) => name.as) ?? [as]));
    const isInit = path?.endsWith("__init__.py") ?? false;
    return [...own.filter((name) => isInit || !made.has(name)), ...folder === null ? [] : this.in(folder)];
  }
};
var ASIDE4 = ["src", "lib", "python"];
var IMPLICIT = /^__\w+__$/;
function folderOf3(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function join2(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}

// src/check/python/standard-library.ts
var MODULES = "__future__ __main__ abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest dummy_threading email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc xxsubtype zipapp zipfile zipimport zlib zoneinfo";
var STANDARD = new Set(MODULES.split(" "));
function isStandard(name) {
  return STANDARD.has(name);
}
function mayBeStandard(name) {
  return isStandard(name) || name.startsWith("_") && !name.startsWith("__");
}

// src/check/rules/python-entries.ts
var MANIFEST2 = /(?:^|\/)pyproject\.toml$/;
function checkPythonEntries(app) {
  const files = [...app.facts.values()].filter(({ path, data }) => MANIFEST2.test(path) && data !== void 0);
  if (files.length === 0) return { looked: 0, findings: [] };
  const modules = new Modules(app);
  const places = new Places(app);
  const findings = files.flatMap(({ path, data }) => [
    ...entriesIn(data).flatMap((entry) => wrongEntry(app, path, data, entry, modules)),
    ...readmeOf(app, path, data, places)
  ]);
  return { looked: files.length, findings };
}
function entriesIn(data) {
  const groups = entriesOf2(at(data, "project", "entry-points")).map(([, group]) => group);
  const poetry = at(data, "tool", "poetry", "scripts");
  const tables = [at(data, "project", "scripts"), at(data, "project", "gui-scripts"), poetry, ...groups];
  return tables.flatMap(entriesOf2).flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : []);
}
function wrongEntry(app, path, data, [name, value], modules) {
  const [, module = "", attribute] = /^\s*([\w.]+)\s*(?::\s*(\w+)[\w.]*)?\s*(?:\[.*\])?\s*$/.exec(value) ?? [];
  const top = module.split(".")[0] ?? "";
  if (module === "" || mayBeStandard(top)) return [];
  const line = lineWith(app.files.get(path), value);
  const about = (message, offers2) => [
    { rule: "imports", severity: "error", path, line, message, offers: offers2 }
  ];
  const packaged = at(at(data, "tool", "setuptools", "package-dir"), "");
  const inner = typeof packaged === "string" ? modules.find(joined(folderOf(path), packaged) ?? "", module) : null;
  const found = inner === null ? modules.candidates(path, module) : [inner];
  if (found.length === 0) {
    const isElsewhere = modules.candidates(path, top).length === 0 && modules.names.has(top);
    if (isElsewhere || modules.candidates(path, top).some((each) => modules.mayHave(each, "__file__") && each.path === null))
      return [];
    return about(`The command ${code(name)} starts ${code(module)}, and there is no such file.`, null);
  }
  if (attribute === void 0 || found.some((each) => modules.mayHave(each, attribute))) return [];
  const [first] = found;
  const offered = first === void 0 ? [] : modules.offered(first);
  const offers = offered.length === 0 ? null : `${code(module)} has ${codes(offered)}.`;
  return about(
    `The command ${code(name)} starts ${code(attribute)} of ${code(module)}, which has no such name.`,
    offers
  );
}
function readmeOf(app, path, data, places) {
  const readme = at(data, "project", "readme");
  const name = typeof readme === "string" ? readme : at(readme, "file");
  if (typeof name !== "string" || places.has(path, name) !== false) return [];
  const message = `${code(path)} names ${code(name)} as its readme, and there is no such file.`;
  return [
    {
      rule: "references",
      severity: "error",
      path,
      line: lineWith(app.files.get(path), name),
      message,
      offers: null
    }
  ];
}

// src/check/python/packages.ts
var DIFFER = `
yaml pyyaml ruamel-yaml|PIL pillow pillow-simd|cv2 opencv-python opencv-python-headless opencv-contrib-python
sklearn scikit-learn|skopt scikit-optimize|skimage scikit-image|bs4 beautifulsoup4|dotenv python-dotenv|dateutil python-dateutil
jwt pyjwt|jose python-jose|docx python-docx|pptx python-pptx|magic python-magic|slugify python-slugify
multipart python-multipart|Crypto pycryptodome pycrypto|Cryptodome pycryptodomex|OpenSSL pyopenssl|serial pyserial
usb pyusb|git gitpython|github pygithub|gitlab python-gitlab|telegram python-telegram-bot|discord discord-py py-cord
MySQLdb mysqlclient|psycopg2 psycopg2-binary|pymysql pymysql|mysql mysql-connector-python mysqlclient|pymongo pymongo
bson pymongo|gridfs pymongo|attr attrs|wx wxpython|gi pygobject|cairo pycairo|fitz pymupdf|pypdf pypdf pypdf2|PyPDF2 pypdf2
flask_sqlalchemy flask-sqlalchemy|flask_cors flask-cors|flask_login flask-login|flask_wtf flask-wtf|wtforms wtforms flask-wtf
rest_framework djangorestframework|corsheaders django-cors-headers|environ django-environ environ-config|allauth django-allauth
debug_toolbar django-debug-toolbar|crispy_forms django-crispy-forms|django_filters django-filter|markdown markdown
sqlalchemy sqlalchemy flask-sqlalchemy sqlmodel|nacl pynacl|zmq pyzmq|websocket websocket-client|socketio python-socketio flask-socketio
engineio python-engineio python-socketio|jwcrypto jwcrypto|ldap python-ldap|ldap3 ldap3|pkg_resources setuptools|setuptools setuptools
_pytest pytest|mpl_toolkits matplotlib|pylab matplotlib|google google-api-python-client protobuf grpcio-tools google-cloud-storage google-auth google-generativeai google-genai
googleapiclient google-api-python-client|apiclient google-api-python-client|grpc grpcio|grpc_status grpcio-status|azure azure-core azure-identity
faiss faiss-cpu faiss-gpu|umap umap-learn|community python-louvain|Levenshtein levenshtein python-levenshtein|Xlib python-xlib
win32api pywin32|win32con pywin32|win32gui pywin32|win32com pywin32|pythoncom pywin32|pywintypes pywin32|win32file pywin32|winerror pywin32
curses windows-curses|readline pyreadline3 gnureadline|speech_recognition speechrecognition|pyttsx3 pyttsx3|sounddevice sounddevice
cachetools cachetools|lxml lxml|pyaudio pyaudio|dns dnspython|ruamel ruamel-yaml|mdit_py_plugins mdit-py-plugins|markdown_it markdown-it-py
nio matrix-nio|tlz toolz|igraph python-igraph igraph|snappy python-snappy|lz4 lz4|zstandard zstandard|Bio biopython|Image pillow
pgzrun pgzero|pgzero pgzero|pyximport cython|Cython cython|vlc python-vlc|RPi rpi-gpio|smbus smbus2|board adafruit-blinka|OpenGL pyopengl|glfw glfw|pyglet pyglet
tweepy tweepy|praw praw|nmap python-nmap|barcode python-barcode|crontab python-crontab|daemon python-daemon|decouple python-decouple
frontmatter python-frontmatter|jenkins python-jenkins python-jenkins|keystoneclient python-keystoneclient|consul python-consul
humanfriendly humanfriendly|past future|builtins future|ics ics|memcache python-memcached|editor python-editor|pyasn1_modules pyasn1-modules
`;
var COME_WITH = `
starlette fastapi|pydantic fastapi pydantic-settings sqlmodel langchain openai anthropic|pydantic_core pydantic|anyio fastapi starlette httpx
werkzeug flask|jinja2 flask fastapi-all|itsdangerous flask|markupsafe flask jinja2|blinker flask|click flask typer uvicorn black celery
numpy pandas scipy scikit-learn matplotlib torch tensorflow opencv-python opencv-python-headless seaborn xarray gymnasium|pytz pandas django celery
dateutil pandas matplotlib botocore boto3 arrow|six python-dateutil|scipy scikit-learn seaborn|joblib scikit-learn|matplotlib seaborn
botocore boto3|s3transfer boto3|urllib3 requests botocore boto3|certifi requests httpx|idna requests httpx|charset_normalizer requests|chardet requests
httpcore httpx|h11 uvicorn httpx|yarl aiohttp|multidict aiohttp|aiosignal aiohttp|asgiref django|sqlparse django|mako alembic|kombu celery
typing_extensions pydantic fastapi sqlalchemy|pluggy pytest|packaging pytest setuptools black|pygments rich pytest ipython textual|rich textual typer
IPython jupyter notebook ipykernel ipython|ipywidgets jupyter|notebook jupyter|traitlets ipython jupyter|greenlet sqlalchemy gevent playwright|soupsieve beautifulsoup4
attr attrs aiohttp jsonschema|PIL matplotlib torchvision streamlit arcade gradio|docutils sphinx|babel sphinx flask-babel|tornado streamlit notebook|altair streamlit|protobuf streamlit
tokenizers transformers|huggingface_hub transformers gradio|torch torchvision transformers sentence-transformers|tqdm openai transformers|websockets uvicorn
langchain_core langchain|langchain_community langchain|langchain_text_splitters langchain|langsmith langchain|grpc grpcio-tools grpcio-status
pandas geopandas seaborn statsmodels streamlit yfinance ydata-profiling pandas-profiling prophet gradio|pyarrow streamlit
pygame pgzero|pyglet arcade|pymunk arcade|flask dash|plotly dash|playwright pytest-playwright
psycopg psycopg-binary psycopg-c|psycopg_pool psycopg-pool|sqlalchemy flask-sqlalchemy sqlmodel alembic|ptyprocess pexpect|wcwidth prompt-toolkit
`;
function read(table) {
  const rows = table.split(/[|\n]/).map((row) => row.trim().split(" "));
  return new Map(rows.filter(([module]) => module !== "").map(([module = "", ...names]) => [module, names]));
}
var NAMES_DIFFER = read(DIFFER);
var WITH_OTHERS = read(COME_WITH);

// src/check/python/requirements.ts
var LOCK2 = /(?:^|\/)(?:uv|poetry|pdm)\.lock$/;
var MANIFEST3 = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py|Pipfile|environment\.ya?ml|[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;
var KNOWN2 = /* @__PURE__ */ new WeakMap();
function requirementsOf(app, path) {
  const all = KNOWN2.get(app) ?? readAll(app);
  KNOWN2.set(app, all);
  const found = [];
  for (let folder = folderOf3(path); ; folder = folderOf3(folder)) {
    const here = all.get(folder);
    if (here !== void 0) found.push(here);
    if (folder === "") break;
  }
  if (found.length === 0) return null;
  return {
    names: new Set(found.flatMap(({ names }) => [...names])),
    sources: found.flatMap(({ sources }) => sources),
    isWhole: found.every(({ isWhole }) => isWhole),
    locked: lockedIn2(app)
  };
}
var LOCKED = /* @__PURE__ */ new WeakMap();
function lockedIn2(app) {
  const known = LOCKED.get(app) ?? new Set(
    [...app.files].flatMap(
      ([path, text]) => LOCK2.test(path) ? [...text.matchAll(/^name = "([\w.-]+)"$/gm)].map(([, name]) => normal(name ?? "")) : []
    )
  );
  LOCKED.set(app, known);
  return known;
}
function readAll(app) {
  const all = /* @__PURE__ */ new Map();
  for (const path of [...app.files.keys(), ...app.others]) {
    if (!MANIFEST3.test(path)) continue;
    const folder = folderOf3(path).replace(/(?:^|\/)requirements$/, "");
    const read2 = readManifest(app, path);
    const before = all.get(folder);
    if (read2 === null) continue;
    all.set(folder, {
      names: /* @__PURE__ */ new Set([...before?.names ?? [], ...read2.names.map(normal)]),
      sources: [...before?.sources ?? [], path],
      isWhole: (before?.isWhole ?? true) && read2.isWhole
    });
  }
  return all;
}
function listedIn(app, path) {
  if (!MANIFEST3.test(path) || !/\.(?:txt|in|toml)$/.test(path)) return [];
  const data = app.facts.get(path)?.data;
  const own = [at(data, "project", "name"), at(data, "tool", "poetry", "name")];
  return (readManifest(app, path)?.names ?? []).filter((name) => name !== "" && !own.includes(name));
}
function readManifest(app, path) {
  const text = app.files.get(path);
  if (text === void 0 || text.length > 2e5) return { names: [], isWhole: false };
  if (path.endsWith("pyproject.toml")) return readProject(app.facts.get(path)?.data);
  if (path.endsWith("setup.py")) return readSetup(text);
  if (path.endsWith("setup.cfg")) return readConfiguration(text);
  if (path.endsWith(".txt") || path.endsWith(".in")) return readList(text);
  return { names: [], isWhole: false };
}
function readProject(data) {
  if (data === void 0) return { names: [], isWhole: false };
  const project = at(data, "project");
  const poetry = at(data, "tool", "poetry");
  if (project === void 0 && poetry === void 0) return null;
  const tables = [
    ...entriesOf2(at(data, "project", "optional-dependencies")),
    ...entriesOf2(at(data, "dependency-groups")),
    ...entriesOf2(at(data, "tool", "pdm", "dev-dependencies"))
  ];
  const lists = [
    at(project, "dependencies"),
    at(data, "build-system", "requires"),
    at(data, "tool", "uv", "dev-dependencies"),
    ...tables.map(([, list]) => list),
    ...entriesOf2(at(data, "tool", "hatch", "envs")).flatMap(([, env]) => [
      at(env, "dependencies"),
      at(env, "extra-dependencies")
    ])
  ];
  const groups = entriesOf2(at(poetry, "group")).map(([, group]) => at(group, "dependencies"));
  const maps = [at(poetry, "dependencies"), at(poetry, "dev-dependencies"), ...groups];
  const isWhole = !textsOf(at(project, "dynamic")).includes("dependencies") && (at(project, "dependencies") !== void 0 || at(poetry, "dependencies") !== void 0);
  const names = [
    ...lists.flatMap(textsOf).map(nameOf2),
    ...maps.flatMap(entriesOf2).map(([name]) => name),
    ...textsOf(at(project, "name")),
    ...textsOf(at(poetry, "name"))
  ];
  return { names, isWhole };
}
function readSetup(text) {
  if (!/\bsetup\s*\(/.test(text)) return null;
  const quoted = [...text.matchAll(/["']([A-Za-z][\w.-]*(?:\[[^\]"']*\])?)\s*(?:[<>=!~;][^"'\n]*)?["']/g)];
  const names = quoted.map((match) => nameOf2(match[1] ?? ""));
  return { names, isWhole: /install_requires\s*=\s*\[[^\]]*\]/.test(text) && !/\*|\+\s*\w/.test(text) };
}
function readConfiguration(text) {
  if (!/^\[(?:metadata|options)/m.test(text)) return null;
  const lines = text.split("\n").filter((line) => /^\s+[A-Za-z]/.test(line) || /requires\s*=/.test(line));
  return {
    names: lines.map((line) => nameOf2(line.replace(/^.*=\s+/, ""))),
    isWhole: /^install_requires\s*=/m.test(text)
  };
}
function readList(text) {
  const lines = text.split("\n").map((line) => line.replace(/(?:^|\s)#.*$/, "").trim());
  const names = lines.flatMap((line) => {
    const egg = /#egg=([\w.-]+)/.exec(line)?.[1] ?? /\/([\w.-]+?)(?:\.git)?(?:@[\w.-]+)?$/.exec(line)?.[1];
    if (/^(?:-e|--editable|git\+|https?:|\.|\/)/.test(line)) return egg === void 0 ? [] : [egg];
    return line === "" || line.startsWith("-") ? [] : [nameOf2(line)];
  });
  return {
    names,
    isWhole: names.length > 0 && !lines.some((line) => /^-e|^--editable|^\.|^git\+/.test(line))
  };
}
function nameOf2(requirement) {
  return /^\s*([A-Za-z0-9][\w.-]*)/.exec(requirement)?.[1] ?? "";
}
function normal(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function isDeclared(module, names) {
  const own = normal(module);
  if (isAmong(module, names)) return true;
  if ((WITH_OTHERS.get(module) ?? []).some((name) => names.has(name))) return true;
  const bare = own.replaceAll("-", "");
  for (const name of names) {
    if (name.startsWith(`${own}-`) || name.endsWith(`-${own}`) || name.includes(`-${own}-`)) return true;
    const other = name.replaceAll("-", "");
    if (other === bare || other === `py${bare}` || other === `python${bare}` || other === `${bare}py`)
      return true;
    if (bare === `py${other}` || other.replace("python", "") === bare) return true;
  }
  return false;
}
function isAmong(module, names) {
  return [normal(module), ...NAMES_DIFFER.get(module) ?? []].some((name) => names.has(name));
}
function isWidelyUsed(module) {
  return NAMES_DIFFER.has(module) || WITH_OTHERS.has(module) || WELL_KNOWN.has(module);
}
var WELL_KNOWN = new Set(
  "aiohttp alembic anyio attr attrs black boto3 botocore celery click cryptography django docker fastapi flask gunicorn httpx jinja2 jsonschema lxml markdown matplotlib mypy networkx numpy openai packaging pandas pip playwright pluggy psutil psycopg pydantic pygame pygments pytest redis requests rich scipy seaborn setuptools six sqlalchemy starlette streamlit tensorflow textual toml torch tornado tqdm typer uvicorn websockets wheel".split(
    " "
  )
);

// src/check/rules/python-imports.ts
var ASIDE5 = /(?:^|\/)(?:fixtures?|test_?data|vendor|_vendor(?:ed)?|third_party|site-packages|templates?|tests?\/(?:.*\/)?(?:data|samples|cases|resources|packages|input|apps?|projects?)|[^/]*\{\{[^/]*)\//;
var MADE4 = /(?:^|\.)_?version(?:_info|__)?_?$|_pb2(?:_grpc)?$|(?:^|[._])(?:generated|build|built|ffi|cython|native|speedups|ext)(?:$|[._])/;
var MAY_BE_COMPILED = /(?:^|\.)_[^.]*$/;
function checkPythonImports(app) {
  const files = [...app.facts.values()].filter(({ python }) => python !== null);
  if (files.length === 0) return { looked: 0, findings: [] };
  const look = new Look(app);
  for (const { path, python } of files)
    if (python !== null && !ASIDE5.test(path) && !path.endsWith(".pyi")) look.at(path, python);
  return { looked: files.length, findings: look.findings };
}
var Look = class {
  findings = [];
  #app;
  #modules;
  constructor(app) {
    this.#app = app;
    this.#modules = new Modules(app);
  }
  at(path, { imports, all, names, isOpen }) {
    for (const each of imports) {
      if (each.runs === "maybe") continue;
      if (each.level > 0) this.#relative(path, each);
      else if (!isStandard(topOf(each.module))) this.#absolute(path, each);
    }
    if (all === null || isOpen || imports.some(({ isStar }) => isStar)) return;
    const own = this.#modules.find(folderOf3(path), moduleName(path)) ?? { path, folder: null };
    for (const { name, line } of all) {
      if (names.has(name) || this.#modules.mayHave(own, name)) continue;
      this.#add(
        "warning",
        path,
        line,
        `\`__all__\` lists ${code(name)}, which this file does not define.`,
        null
      );
    }
  }
  #relative(path, each) {
    const written = `${".".repeat(each.level)}${each.module}`;
    const module = this.#modules.relative(path, each.level, each.module);
    if (module === void 0) return;
    if (module !== null) {
      this.#names(path, each, written, [module]);
      return;
    }
    if (MADE4.test(each.module) || this.#isIgnored(each.module)) return;
    const parent = this.#nearest(path, each);
    if (parent !== null && this.#modules.makesModules(parent.path)) return;
    const message = `${code(path)} imports ${code(written)}, and there is no such file.`;
    this.#add(lostSeverity(each), path, each.line, message, this.#offersOf(parent));
  }
  #absolute(path, each) {
    const top = topOf(each.module);
    const tops = this.#modules.candidates(path, top).filter(({ path: file, folder }) => {
      return file !== null || folder === top || folder === `src/${top}` || path.startsWith(`${folder}/`);
    });
    if (tops.length === 0 || this.#isElsewhere(path, top, tops)) return;
    if (tops.every(({ path: file, folder }) => file === null && folder !== top && folder !== `src/${top}`))
      return;
    const modules = this.#modules.candidates(path, each.module);
    if (modules.length > 0) {
      this.#names(path, each, each.module, modules);
      return;
    }
    if (MADE4.test(each.module) || this.#isIgnored(each.module)) return;
    if (this.#modules.mayMakeModules(path, each.module)) return;
    const message = `${code(path)} imports ${code(each.module)}, and there is no such file.`;
    this.#add(lostSeverity(each), path, each.line, message, this.#offersOf(tops[0] ?? null));
  }
  /** A name that may be a package from elsewhere: a folder that happens to be called so. */
  #isElsewhere(path, top, tops) {
    const isOwn = ({ path: file, folder }) => (folder === top || folder === `src/${top}`) && file !== null && path.startsWith(`${folder}/`);
    if (tops.some(isOwn)) return false;
    if (tops.some(({ path: file }) => file?.endsWith(".py") === true && !isWidelyUsed(top))) return false;
    const declared = requirementsOf(this.#app, path);
    return isWidelyUsed(top) || declared !== null && isDeclared(top, declared.names);
  }
  #names(path, each, written, modules) {
    for (const { name, line } of each.names ?? []) {
      if (modules.some((module2) => this.#modules.mayHave(module2, name))) continue;
      if (MADE4.test(name) && modules.some(({ folder }) => folder !== null)) continue;
      const [module = null] = modules;
      const has2 = module === null ? [] : this.#modules.offered(module);
      const other = module?.path ?? module?.folder ?? written;
      const message = `${code(path)} imports ${code(name)} from ${code(written)}, which has no such name.`;
      if (module?.path != null && isTakenByPlan(this.#app.plan, name, nearest(name, has2))) {
        const offers2 = `${code(path)} takes ${code(name)} from it, as the plan calls it.`;
        this.#add(severityOf4(each), module.path, null, message, offers2);
        continue;
      }
      const offers = has2.length === 0 ? `${code(other)} has nothing to import.` : `${code(other)} has ${codes(has2)}.`;
      this.#add(severityOf4(each), path, line, message, offers);
    }
  }
  /** The folder in which the missing module is looked for. */
  #nearest(path, { level, module }) {
    const parts = module.split(".");
    for (let count = parts.length - 1; count >= 0; count -= 1) {
      const found = this.#modules.relative(path, level, parts.slice(0, count).join("."));
      if (found !== null && found !== void 0) return found;
    }
    return null;
  }
  #offersOf(module) {
    if (module === null || module.folder === null) return null;
    const names = this.#modules.in(module.folder);
    return names.length === 0 ? null : `There ${names.length === 1 ? "is" : "are"} ${codes(names)}.`;
  }
  /** Files that are made on the way stand in what git is told to leave out, or in what makes them. */
  #isIgnored(module) {
    const name = module.slice(module.lastIndexOf(".") + 1);
    return [...IGNORING].some((path) => this.#app.files.get(path)?.includes(`${name}.py`) === true);
  }
  #add(severity, path, line, message, offers) {
    this.findings.push({ rule: "imports", severity, path, line, message, offers });
  }
};
var IGNORING = [
  ".gitignore",
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "meson.build",
  "CMakeLists.txt",
  "Makefile"
];
function severityOf4({ runs }) {
  return runs === "always" ? "error" : "warning";
}
function lostSeverity(each) {
  return MAY_BE_COMPILED.test(each.module) ? "warning" : severityOf4(each);
}
function topOf(module) {
  return module.split(".")[0] ?? module;
}
function moduleName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.pyi?$/, "");
  return name === "__init__" ? "" : name;
}

// src/check/rules/python-packages.ts
var BESIDE = /(?:^|\/)(?:tests?|testing|docs?|examples?|samples?|demos?|benchmarks?|bench|scripts|tools|ci|\.[^/]+|notebooks?|plugins?|contrib|integrations?|fixtures?|vendor|_vendor(?:ed)?|third_party)\/|(?:^|\/)(?:setup|conftest|noxfile|tasks|fabfile|conf|dodo|wscript|[^/]*test|test_[^/]*)\.py$/i;
var IS_COMPILED = /_pb2(?:_grpc)?$/;
function checkPythonPackages(app) {
  const files = [...app.facts.values()].filter(({ python }) => python !== null);
  if (files.length === 0) return { looked: 0, findings: [] };
  const modules = new Modules(app);
  const findings = [];
  const toldOnce = /* @__PURE__ */ new Set();
  for (const { path, python } of files) {
    const requirements = requirementsOf(app, path);
    const told = requirements === null ? toldOnce : /* @__PURE__ */ new Set();
    for (const each of python?.imports ?? []) {
      const top = each.module.split(".")[0] ?? "";
      if (told.has(top) || !isFromElsewhere(each, top, modules)) continue;
      const finding = undeclared2(path, each, top, requirements);
      if (finding !== null) findings.push(finding);
      if (finding !== null || requirements !== null) told.add(top);
    }
  }
  return { looked: files.length, findings };
}
function isFromElsewhere({ level, runs }, top, modules) {
  return level === 0 && runs === "always" && top !== "" && !mayBeStandard(top) && !modules.names.has(top);
}
function undeclared2(path, { line, isLate }, top, requirements) {
  if (path.endsWith(".pyi") || isLate && BESIDE.test(path) || IS_COMPILED.test(top)) return null;
  const uses = `${code(path)} imports ${code(top)}, which is no file here and does not come with Python`;
  if (requirements === null) {
    const message2 = `${uses}, and no list of requirements names it.`;
    return { rule: "packages", severity: "warning", path, line, message: message2, offers: null };
  }
  if (!requirements.isWhole || isDeclared(top, requirements.names)) return null;
  const isThere3 = isAmong(top, requirements.locked);
  const severity = isThere3 || isLate || BESIDE.test(path) ? "warning" : "error";
  const hint = isThere3 ? " It is there only as long as another package needs it." : "";
  const message = `${uses}, and ${codes(requirements.sources)} ${requirements.sources.length === 1 ? "does" : "do"} not name it.${hint}`;
  const names = [...requirements.names].filter((name) => name !== "");
  const offers = names.length === 0 ? null : `Declared ${names.length === 1 ? "is" : "are"} ${codes(names)}.`;
  return { rule: "packages", severity, path, line, message, offers };
}

// src/check/rules/python-uses.ts
function checkPythonUses(app) {
  const files = [...app.facts.values()].filter(({ python }) => python !== null && python.uses.length > 0);
  if (files.length === 0) return { looked: 0, findings: [] };
  const modules = new Modules(app);
  const set = new Set([...app.facts.values()].flatMap(({ python }) => [...python?.sets ?? []]));
  const known = { modules, set, plan: app.plan, promised: promisedFunctions(app.plan) };
  const findings = [];
  for (const { path, python } of files) {
    if (python === null || path.endsWith(".pyi")) continue;
    const meanings = meaningsIn(path, python, modules);
    for (const use of python.uses) {
      const meaning = meanings.get(use.name);
      const finding = meaning === void 0 ? null : wrongWith2(path, use, meaning, known);
      if (finding !== null) findings.push(finding);
    }
  }
  return { looked: files.length, findings };
}
function meaningsIn(path, { imports }, modules) {
  const meanings = /* @__PURE__ */ new Map();
  const add2 = (as, meaning) => meanings.set(as, meanings.has(as) ? null : meaning);
  for (const { level, module, names, as, runs } of imports) {
    const isForeign = level === 0 && isStandard(module.split(".")[0] ?? module);
    const isWhole = names !== null || !module.includes(".") || as !== module.split(".")[0];
    const found = isForeign || runs !== "always" || !isWhole ? [] : modules.reached(path, level, module);
    const [only] = found.length === 1 ? found : [];
    if (names === null) add2(as, only === void 0 ? null : { module: only, name: null });
    for (const each of names ?? [])
      add2(each.as, only === void 0 ? null : meaningOf(only, each.name, modules));
  }
  const known = /* @__PURE__ */ new Map();
  for (const [name, meaning] of meanings) if (meaning !== null) known.set(name, meaning);
  return known;
}
function meaningOf(module, name, modules) {
  const inner = module.folder === null ? null : modules.find(module.folder, name);
  if (inner === null) return { module, name };
  return modules.facts(module.path)?.names.has(name) ? null : { module: inner, name: null };
}
function wrongWith2(path, use, { module, name }, { modules, set, plan, promised }) {
  const { line, member, given } = use;
  if (name === null && member !== null && !modules.mayHave(module, member)) {
    if (module.path === null || set.has(member)) return null;
    const message2 = `${code(path)} uses ${code(`${use.name}.${member}`)}, and ${code(module.path)} has no ${code(member)}.`;
    const has2 = modules.offered(module);
    const severity2 = use.isCertain ? "error" : "warning";
    if (isTakenByPlan(plan, member, nearest(member, has2))) {
      const offers3 = `${code(path)} takes ${code(member)} from it, as the plan calls it.`;
      return { rule: "imports", severity: severity2, path: module.path, line: null, message: message2, offers: offers3 };
    }
    const offers2 = `${code(module.path)} has ${codes(has2)}.`;
    return { rule: "imports", severity: severity2, path, line, message: message2, offers: offers2 };
  }
  const called = name ?? member;
  if (given === null || called === null || name !== null && member !== null) return null;
  const found = modules.signature(module.path, called);
  const reason = found === null ? null : misfit(given, found.signature);
  if (found === null || reason === null) return null;
  const { places, neededByName } = found.signature;
  const message = `${code(path)} calls ${code(called)} of ${code(found.path)} ${reason}.`;
  const severity = use.isCertain ? "error" : "warning";
  const plannedAs = promised(found.path, called);
  if (plannedAs !== null && takes(plannedAs, given.places + given.names.length)) {
    const offers2 = `The plan gives ${code(found.path)} ${code(plannedAs.shown)}.`;
    return { rule: "calls", severity, path: found.path, line: found.signature.line, message, offers: offers2 };
  }
  const taken = [...places, ...neededByName.map((each) => `${each}=`)];
  const offers = `${code(called)} takes ${taken.length === 0 ? "nothing" : codes(taken)}.`;
  return { rule: "calls", severity, path, line, message, offers };
}
function misfit(given, signature) {
  const { places, needed, byName, neededByName } = signature;
  if (given.places > places.length) {
    return `with ${given.places} values by place, and it takes ${places.length}`;
  }
  const unknown = given.names.find((name) => !byName.has(name));
  if (unknown !== void 0) return `with ${code(`${unknown}=`)}, which it does not take`;
  const names = new Set(given.names);
  const missing3 = [...places.slice(given.places, needed), ...neededByName].find((name) => !names.has(name));
  return missing3 === void 0 ? null : `without ${code(missing3)}`;
}

// src/check/rules/references.ts
function checkReferences(app) {
  const site = siteOf(app);
  const findings = [];
  const [words, isLeftOut2, isRouted] = [wordsOf(app), leftOutOf(app), hasRoutes(app)];
  let looked = 0;
  for (const facts of app.facts.values()) {
    const references = referencesOf(facts);
    if (references.length > 0) looked += 1;
    if (purposeOf(facts.path) === "sample" || /\.min\.\w+$/.test(facts.path)) continue;
    const told = /* @__PURE__ */ new Set();
    for (const reference of references) {
      const found = told.has(reference.address) ? [] : followed(isLeftOut2, site, facts, reference);
      if (found.length > 0) told.add(reference.address);
      findings.push(...found);
    }
    if (facts.page !== null && !isRouted) findings.push(...anchors(app, words, facts));
  }
  return { looked, findings };
}
function referencesOf({ page, sheets, scripts }) {
  return [
    ...page?.references ?? [],
    ...sheets.flatMap(({ references }) => references),
    ...scripts.flatMap(({ browser }) => browser.references)
  ];
}
function followed(isLeftOut2, site, facts, reference) {
  const wanted = pathOfAddress(reference.address);
  if (wanted === null || reference.target === "page" && !/\.html?$/i.test(wanted)) return [];
  const candidates = candidatesOf2(site, facts, reference, wanted);
  if (candidates.length === 0 || candidates.some((path) => isThere2(site.paths, path))) return [];
  const [likely = ""] = candidates;
  const written = candidates.map((path) => site.paths.byLetters.get(path.toLowerCase())).find((path) => path !== void 0);
  const severity = severityOf5(site, facts, reference);
  if (written === void 0) {
    if (ELSEWHERE.test(wanted) || isMade(site.paths, likely)) return [];
    if (reference.target === "font" && hasOtherFont(site.paths, likely)) return [];
    if (site.isBuilt && wanted.lastIndexOf("/") > 0 && !site.paths.folders.has(folderOf2(likely))) return [];
    if ((site.isServed || site.isBuilt || wanted.startsWith("/")) && endsAnywhere(site.paths, wanted))
      return [];
    if (site.mounted(wanted).length > 0 || isFurtherDown(site.paths, wanted)) return [];
    if (severity === null || isLeftOut2(likely)) return [];
  }
  const named2 = `\`${shortened(reference.address)}\``;
  const message = written === void 0 ? `\`${facts.path}\` ${VERBS[reference.target]} ${named2}, and there is no such file.` : `\`${facts.path}\` ${VERBS[reference.target]} ${named2}, and the file is called \`${shortened(written)}\`: upper and lower case make a difference.`;
  const near = similar(site.paths, wanted);
  return [
    {
      rule: "references",
      severity: severity ?? "warning",
      path: facts.path,
      line: reference.line,
      message,
      offers: written === void 0 ? near === null ? null : `There is \`${shortened(near)}\`.` : null
    }
  ];
}
var ELSEWHERE = /(?:^|\/)(?:cordova|phonegap|testem|capacitor|livereload|socket\.io|browser-sync-client|env|runtime-env|__\w+__)(?:\.\w+)?\.js$|^\/_vercel\//;
function hasOtherFont({ byName }, path) {
  const stem = nameOf(path).replace(/\.\w+$/, "");
  return ["woff2", "woff", "ttf", "otf", "eot", "svg"].some((end) => byName.has(`${stem}.${end}`));
}
var VERBS = {
  code: "loads",
  style: "loads",
  page: "links to",
  image: "shows",
  media: "plays",
  font: "loads",
  data: "reads",
  other: "names"
};
function isThere2({ all, folders }, path) {
  return all.has(path) || folders.has(path) || path === "";
}
function candidatesOf2({ loadedBy: loadedBy2, paths }, facts, reference, wanted) {
  const folder = folderOf2(facts.path);
  if (wanted.startsWith("/")) return rootCandidates(folder, wanted);
  const { page } = facts;
  if (page?.base != null && page.base !== "./" && page.base !== ".") {
    return page.base.startsWith("/") && pathOfAddress(page.base) !== null ? rootCandidates(folder, `${page.base}/${wanted}`) : [];
  }
  const starts = reference.from === "file" ? [folder] : [...loadedBy2.get(facts.path) ?? []].map(folderOf2).concat(page === null ? foldersAbove2(folder) : [folder]);
  if (reference.from === "page" && page === null && !loadedBy2.has(facts.path)) return [];
  const found = starts.flatMap((start) => join(start, wanted) ?? []);
  const isInside = starts.every((start) => join(start, wanted) !== null) || reference.from === "page";
  const served = paths.folders.has("public") || paths.folders.has("static") ? foldersAbove2(folder).flatMap(
    (above) => ["public", "static"].flatMap(
      (root) => join(above === "" ? root : `${above}/${root}`, wanted) ?? []
    )
  ) : [];
  return isInside ? [...found, ...served] : [];
}
function severityOf5(site, facts, { target, how, address, from }) {
  const { isBuilt, isServed } = site;
  const isOwn = isSource(site, facts.path);
  if (how === "URL" && !(isOwn && target === "code")) return null;
  if (isServed && address.startsWith("/") && target !== "code" && target !== "style") return null;
  const isPlain2 = !isBuilt && !isServed && facts.page?.isTemplate !== true && isOwn;
  if (!isPlain2 || facts.language === "scss" || from === "page" && how !== "register" && target === "media")
    return "warning";
  return target === "code" || target === "style" || target === "data" ? "error" : "warning";
}
function similar({ byName }, wanted) {
  return byName.get(nameOf(wanted))?.[0] ?? null;
}
function anchors(app, words, { path, page }) {
  if (page === null || page.isTemplate || !page.isWhole || page.base !== null) return [];
  const links = page.references.filter(
    ({ target, address }) => target === "page" && /^#[\w-]+$/.test(address)
  );
  if (links.length === 0) return [];
  return links.flatMap(({ address, line }) => {
    const id = address.slice(1);
    if (id === "top" || page.ids.has(id) || words.has(id) || words.makesAnyId || words.mayBeMade(id) || app.files.get(path)?.includes(`name="${id}"`) === true)
      return [];
    return [
      {
        rule: "references",
        severity: "warning",
        path,
        line,
        message: `\`${path}\` links to \`${shortened(address)}\`, and nothing in the page has that id.`,
        offers: null
      }
    ];
  });
}
function hasRoutes({ facts }) {
  return [...facts.values()].some(
    ({ scripts }) => scripts.some(
      ({ browser: { uses, readsHash } }) => readsHash || uses.some(({ name }) => name === "hashchange")
    )
  );
}

// src/check/rules/syntax.ts
function checkSyntax({ facts }) {
  const read2 = [...facts.values()].filter(({ language }) => language !== "other");
  const findings = read2.flatMap((file) => {
    const {
      path,
      language,
      broken: [first]
    } = file;
    return first === void 0 ? cutPage(file) : [
      {
        rule: "syntax",
        severity: FOR_TESTS.test(path) ? "warning" : "error",
        path,
        line: first.line,
        message: `This is no ${NAMES[language]} that can be read: ${first.message}.`,
        offers: null
      }
    ];
  });
  return { looked: read2.length, findings };
}
var FOR_TESTS = /(?:^|\/)(?:__fixtures__|__testfixtures__|test-?data)\/|(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?fixtures?\/|^fixtures?\//i;
var FIRST_PART = /(?:^|\/)_|(?:^|[/_.-])(?:header|head|top|begin|start|before|partials?|layouts?|includes?|inc|templates?)(?:$|[/_.-])/i;
function cutPage({ path, page }) {
  if (page === null || page.open === null || page.isTemplate) return [];
  if (purposeOf(path) === "sample" || FIRST_PART.test(path)) return [];
  const { tag, line, isCut } = page.open;
  return [
    {
      rule: "syntax",
      severity: isCut ? "error" : "warning",
      path,
      line,
      message: `This page stops before its end: \`<${shortened(tag)}>\` is never closed, and neither is \`<body>\` or \`<html>\`.`,
      offers: null
    }
  ];
}
var NAMES = {
  script: "code",
  html: "HTML",
  css: "CSS",
  scss: "SCSS",
  json: "JSON",
  jsonc: "JSON",
  yaml: "YAML",
  toml: "TOML",
  markdown: "Markdown",
  python: "Python",
  go: "Go",
  rust: "Rust",
  java: "Java",
  php: "PHP",
  dockerfile: "Dockerfile",
  other: "text"
};

// src/check/unfinished/comments.ts
var C = [["/*", "*/"]];
var SCRIPT = { line: ["//"], block: C, quotes: ["`", '"', "'"], regex: true };
var CURLY = { line: ["//"], block: C, quotes: ['"""', '"', "'"] };
var HASH = { line: ["#"], block: [], quotes: ['"', "'"], spaced: true };
var STYLE = { line: [], block: C, quotes: ['"', "'"] };
var PAGE = { line: [], block: [["<!--", "-->"]], quotes: [] };
var STYLES = {
  script: SCRIPT,
  css: STYLE,
  scss: { ...STYLE, line: ["//"] },
  yaml: HASH,
  dockerfile: HASH,
  toml: { ...HASH, quotes: ['"""', "'''", '"', "'"] },
  python: { line: ["#"], block: [], quotes: ['"""', "'''", '"', "'"] },
  go: { ...CURLY, quotes: ["`", '"', "'"] },
  java: CURLY,
  // `'a` is a lifetime there.
  rust: { ...CURLY, quotes: ['"'] },
  php: { ...CURLY, line: ["//", "#"], quotes: ['"', "'"] },
  html: PAGE
};
var OTHERS2 = [
  [/\.(?:sh|bash|zsh|rb|ex|exs|r|pl|mk|env|cfg|ini|conf)$|(?:^|\/)(?:Makefile|Gemfile)$/i, HASH],
  [/\.(?:c|h|cc|cpp|hpp|cs|kt|kts|swift|dart|scala|groovy|gradle|m|mm|proto|glsl)$/i, CURLY],
  [/\.(?:vue|svelte|xml|svg|astro)$/i, PAGE]
];
function canScan(path, language) {
  return styleOf(path, language) !== null;
}
function scan(path, language, text) {
  const style = styleOf(path, language);
  if (style === null) return { comments: [], code: text };
  return style === PAGE ? scanPage(text) : scanCode(text, style);
}
function styleOf(path, language) {
  return STYLES[language] ?? OTHERS2.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
function scanPage(text) {
  const comments = [];
  const code2 = new Blanked(text);
  const mark = /<!--|<(script|style)\b[^<>]{0,2000}>/gi;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const start = found.index + found[0].length;
    const kind = found[1]?.toLowerCase();
    const closing2 = kind === void 0 ? "-->" : `</${kind}`;
    const end = indexOfTag(text, closing2, start);
    if (kind === void 0) {
      const behind = Math.min(text.length, end + closing2.length);
      comments.push({ start: found.index, end: behind, text: text.slice(start, end) });
      code2.blank(found.index, behind);
    } else {
      const inner = scanCode(text.slice(start, end), kind === "script" ? SCRIPT : STYLE);
      for (const comment of inner.comments) {
        comments.push({ ...comment, start: start + comment.start, end: start + comment.end });
      }
      code2.put(start, inner.code);
    }
    mark.lastIndex = Math.max(end, mark.lastIndex);
  }
  return scannedOf(comments, code2);
}
function scannedOf(comments, blanked) {
  return {
    comments,
    get code() {
      return blanked.text();
    }
  };
}
function indexOfTag(text, closing2, from) {
  const lower = text.indexOf(closing2, from);
  const upper = lower === -1 ? text.indexOf(closing2.toUpperCase(), from) : lower;
  return upper === -1 ? text.length : upper;
}
function marksOf({ line, block, quotes, regex }) {
  const signs = [...line, ...block.map(([open]) => open), ...quotes].map((sign) => sign[0] ?? "");
  return new RegExp(`[${[.../* @__PURE__ */ new Set([...signs, ...regex ? ["{", "}", "/"] : []])].join("")}]`, "g");
}
function scanCode(text, style) {
  const comments = [];
  const code2 = new Blanked(text);
  const holes = [];
  let at2 = 0;
  const marks = marksOf(style);
  while (at2 < text.length) {
    marks.lastIndex = at2;
    at2 = marks.exec(text)?.index ?? text.length;
    const comment = commentAt(text, at2, style);
    if (comment !== null) {
      comments.push(comment);
      code2.blank(at2, comment.end);
      at2 = comment.end;
      continue;
    }
    const character = text[at2] ?? "";
    const depth = holes.at(-1);
    if (depth !== void 0 && (character === "{" || character === "}")) {
      holes[holes.length - 1] = depth + (character === "{" ? 1 : -1);
      if (depth === 0 && character === "}") {
        holes.pop();
        at2 = template(text, at2 + 1, holes, code2);
        continue;
      }
    }
    at2 = character === "`" && style.regex ? template(text, at2 + 1, holes, code2) : pastString(text, at2, style, code2);
  }
  return scannedOf(comments, code2);
}
function template(text, from, holes, code2) {
  let at2 = from;
  while (at2 < text.length && text[at2] !== "`" && !text.startsWith("${", at2)) at2 += text[at2] === "\\" ? 2 : 1;
  code2.blank(from, at2);
  if (text[at2] === "$") holes.push(0);
  return at2 + (text[at2] === "$" ? 2 : 1);
}
function commentAt(text, at2, { line, block, spaced }) {
  for (const [open, close] of block) {
    if (!text.startsWith(open, at2)) continue;
    const found2 = text.indexOf(close, at2 + open.length);
    const inner = found2 === -1 ? text.length : found2;
    const end2 = found2 === -1 ? text.length : found2 + close.length;
    return { start: at2, end: end2, text: text.slice(at2 + open.length, inner) };
  }
  const sign = line.find((start) => text.startsWith(start, at2));
  const before = text[at2 - 1] ?? "\n";
  if (sign === void 0 || sign === "//" && before === ":") return null;
  if (sign === "#" && (spaced && !/\s/.test(before) || text[at2 + 1] === "[")) return null;
  const found = text.indexOf("\n", at2);
  const end = found === -1 ? text.length : found;
  return { start: at2, end, text: text.slice(at2 + sign.length, end) };
}
function pastString(text, at2, { quotes, regex }, code2) {
  const quote = quotes.find((sign) => text.startsWith(sign, at2));
  if (quote !== void 0) {
    const spans = quote.length > 1 || quote === "`";
    let end2 = at2 + quote.length;
    while (end2 < text.length && !text.startsWith(quote, end2)) {
      if (text[end2] === "\n" && !spans) return end2;
      end2 += text[end2] === "\\" && quote !== "`" ? 2 : 1;
    }
    code2.blank(at2 + quote.length, end2);
    return end2 + quote.length;
  }
  if (!regex || text[at2] !== "/" || !mayBeginRegex(text, at2)) return at2 + 1;
  const end = endOfRegex(text, at2 + 1);
  if (end !== null) code2.blank(at2 + 1, end);
  return (end ?? at2) + 1;
}
var BEFORE_REGEX = /(?:^|[(,=:[!&|?{;+*%~^]|=>|\b(?:return|typeof|case|in|of|void|throw|await|yield|else|do))\s*$/;
function mayBeginRegex(text, at2) {
  return BEFORE_REGEX.test(text.slice(Math.max(0, at2 - 40), at2));
}
var LONGEST_REGEX = 1e3;
function endOfRegex(text, from) {
  let inClass = false;
  for (let at2 = from; at2 < Math.min(text.length, from + LONGEST_REGEX) && text[at2] !== "\n"; at2 += text[at2] === "\\" ? 2 : 1) {
    if (text[at2] === "[") inClass = true;
    else if (text[at2] === "]") inClass = false;
    else if (text[at2] === "/" && !inClass) return at2;
  }
  return null;
}
var Blanked = class {
  #text;
  /** In order; null for blanks. */
  #parts = [];
  #written = null;
  constructor(text) {
    this.#text = text;
  }
  /** Parts come in order. */
  blank(start, end) {
    this.#parts.push({ start, end, put: null });
  }
  put(start, put2) {
    this.#parts.push({ start, end: start + put2.length, put: put2 });
  }
  text() {
    this.#written ??= this.#write();
    return this.#written;
  }
  #write() {
    const written = [];
    let done = 0;
    for (const { start, end, put: put2 } of this.#parts) {
      written.push(this.#text.slice(done, start), put2 ?? blankOf(this.#text.slice(start, end)));
      done = end;
    }
    return written.join("") + this.#text.slice(done);
  }
};
function blankOf(part) {
  return part.includes("\n") ? part.replace(/[^\n]/g, " ") : " ".repeat(part.length);
}

// src/check/unfinished/empty-bodies.ts
var MOST_PLACES = 200;
var MOST_PARAMETERS = 1e3;
function emptyBodies(language, { code: code2 }, names) {
  const isEmpty = language === "python" ? isEmptyPython : isEmptyBraces;
  const found = [];
  for (const name of names) {
    let at2 = code2.indexOf(name);
    for (let count = 0; at2 !== -1 && count < MOST_PLACES; count += 1) {
      const isWord2 = !/[\w$]/.test(code2[at2 - 1] ?? "") && !/[\w$]/.test(code2[at2 + name.length] ?? "");
      if (isWord2 && isEmpty(code2, at2, at2 + name.length)) {
        found.push({ offset: at2, name });
        break;
      }
      at2 = code2.indexOf(name, at2 + name.length);
    }
  }
  return found;
}
function isEmptyBraces(code2, _, end) {
  const before = /^\s*(?:[=:]\s*)?(?:async\s*)?(?:function\b\s*\*?\s*[\w$]{0,80}\s*)?(?=\()/.exec(
    code2.slice(end, end + 200)
  );
  if (before === null) return false;
  const closed = closing(code2, end + before[0].length);
  return closed !== null && /^\s*(?::[^={};]{1,200}|->[^{};]{1,200})?(?:=>)?\s*\{\s*\}/.test(code2.slice(closed, closed + 600));
}
function isEmptyPython(code2, start, end) {
  const head = code2.slice(code2.lastIndexOf("\n", start) + 1, start);
  if (!/^[ \t]*(?:async[ \t]+)?def[ \t]+$/.test(head) || code2[end] !== "(") return false;
  const closed = closing(code2, end);
  const rest = closed === null ? "" : code2.slice(closed, closed + 5e3);
  const colon = /^\s*(?:->[^\n]{1,200}?)?:(?=[ \t]*(?:\n|pass\b|\.\.\.))/.exec(rest);
  if (colon === null) return false;
  const indent = /^[ \t]*/.exec(head)?.[0].length ?? 0;
  const [first = "", ...lines] = rest.slice(colon[0].length).split("\n");
  const last = lines.findIndex(
    (line) => line.trim() !== "" && line.length - line.trimStart().length <= indent
  );
  const body = [first, ...last === -1 ? lines : lines.slice(0, last)].map((line) => line.trim()).filter((line) => line !== "");
  if (rest.length === 5e3 && last === -1) return false;
  return body.length > 0 && body.every((line) => /^(?:pass|\.\.\.|["'\s]*)$/.test(line));
}
function closing(code2, open) {
  let depth = 0;
  for (let at2 = open; at2 < Math.min(code2.length, open + MOST_PARAMETERS); at2 += 1) {
    if (code2[at2] === "(") depth += 1;
    else if (code2[at2] === ")") {
      depth -= 1;
      if (depth === 0) return at2 + 1;
    }
  }
  return null;
}

// src/check/unfinished/left-out.ts
var TELLING = /(?:\/\/|\/\*|#|<!--)[\s*/#!{([<=_-]{0,30}(?:\.{2}|…)|NotImplemented|unimplemented!|not\s+(?:yet\s+)?implemented|\b(?:TODO|FIXME|placeholder|implement(?:ed)?\b|stub|(?:rest|remainder)\s+of|unchanged|brevity|omitted|(?:code|logic|implementation)\s+(?:goes\s+)?here|as\s+(?:before|above)|(?:existing|previous|original|remaining)\s+(?:code|file|function|implementation|component|class|method|module|script|style|rule|html|css|markup|page|content|logic|import|prop|test|handler|route|program|app|body|section|stuff))/i;
function isTelling(text) {
  return TELLING.test(text);
}
var THING = "(?:code|file|function|implementation|component|class(?:es)?|methods?|functions|module|script|styles?|rules|html|css|markup|page|content|logic|imports?|props|props and methods|tests?|handlers?|routes?|program|app|body|section|stuff)";
var ADJECTIVE = "(?:(?:your|the|this|my|our|existing|original|other|previous|same|current|above) ){0,3}";
var END = "(?: (?:is|are|stays?|remains?|goes|go))?(?: (?:the same|unchanged|as is|as before|as above|here|below|omitted|not shown|for brevity|intact|untouched|in place)){0,3}";
var DOTS = "(?:\\.{2,}|\u2026)";
var CERTAIN = [
  `${DOTS}? ?(?:the |your )?(?:rest|remainder) of ${ADJECTIVE}${THING}(?: \\w+)?${END}(?: ?${DOTS})?`,
  `${DOTS} ?${ADJECTIVE}(?:existing|previous|original|unchanged|remaining) ${THING}${END}(?: ?${DOTS})?`,
  `${ADJECTIVE}(?:existing|previous|original|remaining) ${THING} (?:is|are|stays?|remains?|goes)?(?: ?(?:the same|unchanged|here|as before|omitted|not shown|untouched))+(?: ?${DOTS})?`,
  `${ADJECTIVE}(?:existing|previous|remaining) ${THING} ?${DOTS}`,
  `${DOTS} ?(?:(?:same )?as (?:before|above)|(?:${THING} )?(?:unchanged|omitted)(?: for brevity)?)(?: ?${DOTS})?`,
  `(?:same as (?:before|above)|(?:${THING} )?(?:unchanged|omitted))(?: ?${DOTS}| for brevity)`,
  `(?:add |insert |put |write |place )?your (?:own )?(?:code|logic|implementation)(?: goes)? here(?: ?${DOTS})?`,
  `(?:add|insert|put|write) (?:the )?(?:actual |real |remaining )?(?:code|logic|implementation) (?:goes )?here(?: ?${DOTS})?`,
  `(?:the )?(?:actual |real )?(?:code|logic|implementation) goes here(?: ?${DOTS})?`
].map(whole);
var LIKELY = [
  `(?:TODO|FIXME)[:!,. -]*(?:to )?(?:implement|write|finish|complete|fill in|add)(?: (?:this|me|it|here|the|function|method|logic|functionality|body|implementation|later|code)){0,4}`,
  `(?:please )?implement (?:this|me|it)(?: (?:function|method|here|later|logic))?`,
  `(?:this is )?(?:just |only )?a? ?placeholder(?: (?:implementation|function|logic|code|body|only|for now|for the (?:real|actual) \\w+))?`,
  `(?:to be|not yet|not) implemented(?: yet| later)?`,
  `stub`,
  `${DOTS}`,
  `${DOTS} ?(?:other|more|additional|further|similar|etc|and so on|and more|rest)(?: [^\\s]+){0,4}(?: ?${DOTS})?`
].map(whole);
var TODO = [`(?:TODO|FIXME)[:!,. -]*implement(?: [^\\s]+){1,8}`].map(whole);
function whole(pattern) {
  return new RegExp(`^${pattern}$`, "i");
}
var LONGEST3 = 100;
function leftOut(comment) {
  if (comment.length > LONGEST3 * 3) return null;
  const text = comment.replace(/\s+/g, " ").replace(/^[\s*/#!{([<=_-]+|[\s*/#!}\])>=_:;,-]+$/g, "").replace(/(?<![.\u2026])\.$/, "");
  if (text === "" || text.length > LONGEST3) return null;
  if (CERTAIN.some((pattern) => pattern.test(text))) return { kind: "certain" };
  if (LIKELY.some((pattern) => pattern.test(text))) return { kind: "likely" };
  return TODO.some((pattern) => pattern.test(text)) ? { kind: "todo" } : null;
}

// src/check/unfinished/stubs.ts
var ENOUGH = 50;
var THROWN = /\b(?:throw\s+new\s+[\w.]{0,60}(?:Error|Exception)\s*\(|throw\s+(?:Error|Exception)\s*\(|panic\s*\(|(?:todo|unimplemented)!\s*\()\s*(["'`]?)/g;
var SAYS = /^(?:TODO\b|(?:\w+(?:\(\))? ?){0,3}(?:is )?not (?:yet )?implemented|implement (?:me|this))/i;
function thrownStubs(text, scanned) {
  const stubs = [];
  for (const found of text.matchAll(THROWN)) {
    const offset = found.index;
    const isMacro = /^(?:todo|unimplemented)!/.test(found[0]);
    const said = text.slice(offset + found[0].length, offset + found[0].length + 100);
    if (!isMacro && (found[1] === "" || !SAYS.test(said) || FOR_OTHERS.test(lineAt(text, offset)))) continue;
    const { code: code2 } = scanned;
    if (code2[offset] !== text[offset] || !isAlone(code2, offset)) continue;
    stubs.push({ offset, says: lineAt(text, offset), owner: classAround(code2, offset) });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}
function isAlone(code2, offset) {
  const before = code2.slice(Math.max(0, offset - 400), offset).trimEnd();
  if (!before.endsWith("{")) return false;
  const head = before.slice(0, -1).trimEnd();
  const line = head.slice(head.lastIndexOf("\n") + 1);
  if (/\b(?:if|else|for|while|switch|catch|case|default|try|do|finally|match|select|loop)\b/.test(line))
    return false;
  const isFunction = /(?:\)|=>|\)\s*(?:->|:)[^;{}]{1,200})$/.test(head.slice(-250)) || /\)\s+[\w.*[\], ()]{1,100}$/.test(head.slice(-150));
  const after = code2.slice(offset, offset + 600);
  const end = after.indexOf("}");
  return isFunction && end !== -1 && !/[;\n]\s*[\w@]/.test(after.slice(0, end).trimEnd());
}
function classAround(code2, offset) {
  let depth = 0;
  for (let at2 = offset; at2 >= 0 && offset - at2 < 5e4; at2 -= 1) {
    if (code2[at2] === "}") depth += 1;
    if (code2[at2] !== "{") continue;
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    const head = code2.slice(Math.max(0, at2 - 200), at2);
    const named2 = /\b(?:class|interface|trait|impl)\s+([\w$]+)?[^{};]*$/.exec(head);
    if (named2 !== null) return named2[1] ?? "";
  }
  return null;
}
var FOR_OTHERS = /\b(?:sub-?class|overrid|derived|child|support|abstract)/i;
var RAISE = /^([ \t]*)raise NotImplementedError(?:\(\s*\)|\(\s*["'][^"'\n]{0,40}(?:not (?:yet )?implemented|todo|implement me|to be implemented)[^"'\n]{0,100}["']\s*\))?[ \t]*(?:#.*)?$/gim;
function raisedStubs(text, scanned) {
  const stubs = [];
  for (const found of text.matchAll(RAISE)) {
    const offset = found.index + (found[1]?.length ?? 0);
    const { code: code2 } = scanned;
    if (code2[offset] !== "r" || FOR_OTHERS.test(found[0])) continue;
    const around2 = functionAround(code2, found.index, found[1]?.length ?? 0);
    if (around2 === null || around2.isAbstract) continue;
    stubs.push({ offset, says: found[0].trim(), owner: around2.owner });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}
var PASS = /^([ \t]*)(?:pass|\.\.\.)[ \t]*#[ \t]*(.{1,200})$/gm;
var SAYS_PASS = /^(?:a )?(?:placeholder|stub|TODO|FIXME|implement|not implemented|to be implemented|your code|add .{1,40} here)\b/i;
function passedStubs(text, scanned) {
  const stubs = [];
  for (const found of text.matchAll(PASS)) {
    const offset = found.index + (found[1]?.length ?? 0);
    const { code: code2 } = scanned;
    if (code2[offset] !== text[offset] || !SAYS_PASS.test(found[2] ?? "")) continue;
    const around2 = functionAround(code2, found.index, found[1]?.length ?? 0);
    if (around2 === null || around2.isAbstract) continue;
    stubs.push({ offset, says: found[0].trim(), owner: around2.owner });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}
function functionAround(code2, offset, indent) {
  const lines = code2.slice(Math.max(0, offset - 2e4), offset).split("\n").slice(0, -1);
  let at2 = lines.length - 1;
  while (at2 >= 0 && /^[\s"']*$/.test(lines[at2] ?? "")) at2 -= 1;
  if (!/(?:\)|\]|\w|["'])\s*:\s*$/.test(lines[at2] ?? "")) return null;
  while (at2 >= 0 && indentOf(lines[at2] ?? "") >= indent) at2 -= 1;
  if (!/^\s*\)?.*:\s*$/.test(lines[at2] ?? "") || /^\s*(?:if|else|elif|for|while|try|except|with|class|match|case|finally)\b/.test(lines[at2] ?? ""))
    return null;
  const own = indentOf(lines[at2] ?? "");
  while (at2 >= 0 && !/^\s*(?:async\s+)?def\b/.test(lines[at2] ?? "")) {
    if (indentOf(lines[at2] ?? "") < own) return null;
    at2 -= 1;
  }
  if (at2 < 0) return null;
  const decorators = lines.slice(Math.max(0, at2 - 4), at2).join("\n");
  return {
    ...classOf(lines, at2, own),
    .../@(?:[\w.]*\.)?(?:abstract\w*|overload)\b/.test(decorators) ? { isAbstract: true } : {}
  };
}
function classOf(lines, from, indent) {
  for (let at2 = from - 1; at2 >= 0; at2 -= 1) {
    const line = lines[at2] ?? "";
    if (/^[\s"']*$/.test(line) || indentOf(line) >= indent) continue;
    const named2 = /^\s*class\s+(\w+)(.*)$/.exec(line);
    if (named2 === null) return { owner: null, isAbstract: false };
    const isAbstract = /\b(?:ABC|ABCMeta|Protocol|Interface|Exception|\w*Error)\b/.test(named2[2] ?? "") || /^(?:Abstract|Base|I[A-Z])|(?:Base|Mixin|Interface|Protocol|Error|Exception|Abstract)$/.test(
      named2[1] ?? ""
    );
    return { owner: named2[1] ?? null, isAbstract };
  }
  return { owner: null, isAbstract: false };
}
function indentOf(line) {
  return line.trim() === "" ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;
}
function lineAt(text, offset) {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, end === -1 ? text.length : end).trim();
}

// src/check/rules/unfinished.ts
function checkUnfinished(app) {
  const planned = plannedPaths(app);
  const looked = [...app.facts.values()].filter((facts) => isLookedInto(facts, planned));
  const functions = functionsOf(app.plan);
  const found = looked.flatMap(
    (facts) => findIn(facts, app.files.get(facts.path) ?? "", functions.get(facts.path) ?? NONE)
  );
  const hasMethods = found.some(({ owner }) => owner !== null);
  const heirs = new Set(
    hasMethods ? looked.flatMap(({ path }) => [...heirsIn(app.files.get(path) ?? "")]) : []
  );
  const findings = found.filter(({ path, owner, isTodo }) => owner === null && !isTodo || planned.has(path)).filter(({ owner }) => owner === null || !heirs.has(owner)).map(({ path, line, message, isCertain, isUnmistakable }) => {
    const isError = isCertain || isUnmistakable && planned.has(path);
    const severity = isError ? "error" : "warning";
    return { rule: "unfinished", severity, path, line, message, offers: null };
  });
  return { looked: looked.length, findings };
}
var EXAMPLES = /(?:^|\/)(?:__)?(?:fixtures?|testdata|snapshots?|templates?|examples?|stubs)(?:__)?\//i;
function isLookedInto({ path, language }, planned) {
  if (language === "markdown" || path.endsWith(".pyi") || path.endsWith(".d.ts")) return false;
  return canScan(path, language) && (planned.has(path) || !EXAMPLES.test(path));
}
var NONE = /* @__PURE__ */ new Set();
var MAY_DO_NOTHING = /^(?:init|setup|set_?up|start|stop|close|dispose|destroy|teardown|tear_down|cleanup|noop|on[A-Z_]\w*)$/i;
function functionsOf(plan) {
  const names = plan === null ? [] : promisedNames(plan).filter(({ kind, name }) => kind === "function" && !MAY_DO_NOTHING.test(name));
  const byPath = Map.groupBy(names, ({ path }) => path);
  return new Map([...byPath].map(([path, promised]) => [path, new Set(promised.map(({ name }) => name))]));
}
function findIn({ path, language }, text, functions) {
  if (text.length > LARGEST || !(functions.size > 0 || isTelling(text))) return [];
  const scanned = scan(path, language, text);
  const lines = new Lines(text);
  const comments = commentsIn(path, text, scanned, lines);
  const stubs = language === "python" ? [...raisedStubs(text, scanned), ...passedStubs(text, scanned)] : thrownStubs(text, scanned);
  const promised = functions.size > 0 ? emptyBodies(language, scanned, functions) : [];
  const empty = promised.map(({ offset, name }) => {
    const message = `\`${shortened(name)}\` is empty, and the plan says what it does.`;
    return { path, line: lines.at(offset), message, ...LEFT };
  });
  const seen = new Set(comments.map(({ line }) => line));
  const silent = empty.filter(({ line }) => ![1, 2].some((below) => seen.has(line + below)));
  return [...comments, ...silent, ...stubs.map((stub) => asFound(path, stub, lines))];
}
var LEFT = { owner: null, isCertain: false, isUnmistakable: true, isTodo: false };
var LARGEST = 1e6;
function asFound(path, { offset, says, owner }, lines) {
  return {
    path,
    line: lines.at(offset),
    message: `\`${shortened(says)}\` is all that stands here, where code is to be written.`,
    ...LEFT,
    owner
  };
}
function commentsIn(path, text, scanned, lines) {
  const { comments } = scanned;
  if (comments.every((comment) => leftOut(comment.text) === null)) return [];
  const { code: code2 } = scanned;
  const alone = comments.filter((comment) => isAlone2(code2, comment));
  const rows = new Set(alone.flatMap(({ start, end }) => [lines.at(start), lines.at(end - 1)]));
  return alone.flatMap((comment, index) => {
    const said = leftOut(comment.text);
    if (said === null) return [];
    const line = lines.at(comment.start);
    if (said.kind !== "certain" && (rows.has(line - 1) || rows.has(lines.at(comment.end - 1) + 1))) return [];
    if (goesOn(alone[index - 1], comment, text)) return [];
    if (path.endsWith(".html") && said.kind !== "certain") return [];
    const isBody = isWholeBody(code2, comment);
    const shown2 = shortened(text.slice(comment.start, comment.end));
    return [
      {
        path,
        line,
        message: `The comment \`${shown2}\` stands where code is to be written.`,
        owner: null,
        isCertain: said.kind === "certain" && !(isBody && isHook(text, comment)),
        isUnmistakable: isBody,
        isTodo: said.kind === "todo" && !isBody
      }
    ];
  });
}
var GOING_ON = /(?:,|\b(?:a|all|an|and|as|before|by|for|from|in|into|like|of|on|or|our|than|that|the|this|to|when|while|with|without|your))\s*$/i;
function goesOn(before, { start, text: said }, text) {
  if (before === void 0 || !/^\s*[a-z]/.test(said)) return false;
  const isOpen = GOING_ON.test(before.text) || /ing\s*$/.test(before.text) && /\w\.\s*$/.test(said);
  return isOpen && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(before.end, start));
}
function isHook(text, { start }) {
  return /\bhooks?\b|\boverrid|\bsubclass/i.test(text.slice(Math.max(0, start - 800), start));
}
function isAlone2(code2, { start, end }) {
  const before = code2.slice(Math.max(0, start - WIDE), start);
  const after = code2.slice(end, end + WIDE);
  return /(?:^|\n)[ \t{]*$/.test(before) && /^[ \t}\r]*(?:\n|$)/.test(after);
}
var WIDE = 200;
function isWholeBody(code2, { start, end }) {
  const before = code2.slice(Math.max(0, start - 300), start).trimEnd();
  return /(?:\)|=>|\)\s*:[^{};]{1,100})\s*\{$/.test(before) && !/\b(?:catch|if|while|for)\b[^\n]*$/.test(before) && /^\s*\}/.test(code2.slice(end, end + 300));
}
function* heirsIn(text) {
  for (const [, name] of text.matchAll(/\b(?:extends|implements)\s+(?:[\w$]+\.){0,4}([\w$]+)/g))
    if (name) yield name;
  for (const [, name] of text.matchAll(/\babstract\s+class\s+([\w$]+)/g)) if (name) yield name;
  for (const [, names] of text.matchAll(/^[ \t]*class\s+\w+\s*\(([^()\n]{1,300})\)/gm)) {
    for (const name of names?.split(/[\s,.]+/) ?? []) yield name;
  }
}

// src/check/known/lowest-major.ts
function lowestMajor(range) {
  if (range.length > 200 || /\d-[a-z\d]/i.test(range)) return null;
  const majors = range.split("||").map(lowestOfOne);
  return majors.includes(null) ? null : Math.min(...majors.map((major) => major ?? 0));
}
function lowestOfOne(range) {
  const parts = range.trim().replace(/([<>=^~]) +/g, "$1").split(/ - .*| +/);
  let lowest = 0;
  for (const part of parts) {
    const match = /^(\^|~>?|>=?|=|<=?)?v?(\d{1,9}|[xX*])?(?:\.(?:\d{1,9}|[xX*])){0,2}$/.exec(part);
    if (match === null) return null;
    const [, sign = "", major = "0"] = match;
    if (!sign.startsWith("<") && /\d/.test(major)) lowest = Math.max(lowest, Number(major));
  }
  return lowest;
}

// src/check/rules/widely-used.ts
async function checkWidelyUsed(app) {
  const manifests = [...manifestsOf(app).values()].filter(({ path }) => purposeOf(path) !== "sample");
  const ofNpm = manifests.some(({ declared }) => declared.size > 0) ? nodePackages(app, manifests, (await import("./npm-XFYVHJPH.js")).NPM) : [];
  const lists = [...app.files.keys()].flatMap((path) => {
    const listed = purposeOf(path) === "sample" ? [] : listedIn(app, path);
    return listed.length > 0 ? [{ path, listed }] : [];
  });
  const ofPython = lists.length > 0 ? pythonPackages(app, lists, (await import("./pypi-QOFNWTXC.js")).PYPI) : [];
  return { looked: 0, findings: [...ofNpm, ...ofPython] };
}
var MOST2 = 20;
var MOST_LOOKED = 150;
function isNew(name, { looked, isHere }) {
  if (looked.has(name) || looked.size >= MOST_LOOKED) return false;
  looked.add(name);
  return !isHere(name);
}
function nodePackages(app, manifests, names) {
  const own = new Set(manifests.flatMap(({ name }) => name === null ? [] : [name, scopeOf(name) ?? name]));
  const known = { names, isHere: installedIn(app), looked: /* @__PURE__ */ new Set() };
  return manifests.flatMap(({ path, parts }) => {
    const strange = KINDS3.flatMap(
      (kind) => entriesOf2(parts.get(kind)).flatMap(([as, value]) => {
        const wanted = typeof value === "string" ? wantedOf(as, value) : null;
        if (wanted === null || own.has(wanted.name) || own.has(scopeOf(wanted.name) ?? wanted.name))
          return [];
        const isRun = kind === "dependencies" || kind === "optionalDependencies";
        const said = strangeVersion(wanted, known) ?? strangeName(wanted.name, isRun, known);
        return said === null ? [] : [{ as, said }];
      })
    );
    return strange.slice(0, MOST2).map(({ as, said }) => {
      const line = lineWith(app.files.get(path), JSON.stringify(as));
      return { rule: "packages", path, line, offers: null, ...said };
    });
  });
}
var KINDS3 = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
function wantedOf(as, value) {
  const [, other, version] = /^npm:((?:@[^@/]+\/)?[^@/]+)(?:@(.*))?$/.exec(value.slice(0, 300)) ?? [];
  const wanted = other === void 0 ? { name: as, range: value } : { name: other, range: version ?? "" };
  const isName = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(wanted.name);
  return isName && wanted.name.length <= 214 && !/[:/]/.test(wanted.range) ? wanted : null;
}
function strangeVersion({ name, range }, known) {
  const newest = known.names.newestMajor(name);
  const lowest = newest === null ? null : lowestMajor(range);
  if (newest === null || lowest === null || lowest <= newest || !isNew(name, known)) return null;
  const message = `${code(name)} has no version ${lowest} that is known; the newest known in ${known.names.month} was ${newest}.`;
  return { severity: lowest > newest + 1 ? "warning" : "note", message };
}
function strangeName(name, isRun, known) {
  if (known.names.has(name) || !isNew(name, known)) return null;
  const near = known.names.nearest(name);
  const what = `${code(name)} is not among the widely used packages of npm`;
  if (near !== null) return { severity: "note", message: `${what}; is ${code(near)} meant?` };
  return isRun ? { severity: "note", message: `${what}: look at it before you install it.` } : null;
}
function scopeOf(name) {
  return name.startsWith("@") ? name.slice(0, name.indexOf("/") + 1) : null;
}
function installedIn({ files }) {
  const locks = [...files].flatMap(([path, text]) => LOCK3.test(path) ? [text] : []);
  return (name) => locks.some((text) => isInLock(text, name));
}
var LOCK3 = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|pdm\.lock)$/;
function isInLock(text, name) {
  const isPart2 = (sign) => sign !== void 0 && /[\w.-]/.test(sign);
  for (let at2 = text.indexOf(name); at2 >= 0; at2 = text.indexOf(name, at2 + name.length)) {
    if (!isPart2(text[at2 - 1]) && !isPart2(text[at2 + name.length])) return true;
  }
  return false;
}
function pythonPackages(app, lists, names) {
  const known = { names, isHere: installedIn(app), looked: /* @__PURE__ */ new Set() };
  return lists.flatMap(({ path, listed }) => {
    const findings = listed.flatMap((as) => {
      const name = normal(as);
      const isStrange = !names.has(name) && name.length <= 100 && isNew(name, known);
      const near = isStrange ? names.nearest(name) : null;
      if (near === null) return [];
      const message = `${code(as)} is not among the widely used packages of PyPI; is ${code(near)} meant?`;
      const line = lineWith(app.files.get(path), as);
      return [{ rule: "packages", severity: "note", path, line, message, offers: null }];
    });
    return findings.slice(0, MOST2);
  });
}

// src/check/visible.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]|\u034f/gu;
function visible(sentence2) {
  return sentence2.replace(UNSEEN, (character) => {
    if (/\s/.test(character)) return " ";
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `<U+${number}>`;
  });
}

// src/check/check.ts
var ALL2 = [
  { name: "syntax", check: checkSyntax },
  { name: "imports", check: checkImports },
  { name: "references", check: checkReferences },
  { name: "ids", check: checkIds },
  { name: "imports", check: checkPythonImports },
  { name: "imports", check: checkPythonEntries },
  { name: "packages", check: checkPythonPackages },
  { name: "calls", check: checkPythonUses },
  { name: "references", check: checkConfigPaths },
  { name: "references", check: checkMarkdownLinks },
  { name: "plan", check: checkPlan },
  { name: "unfinished", check: checkUnfinished },
  { name: "packages", check: checkPackages },
  { name: "packages", check: checkWidelyUsed },
  { name: "calls", check: checkCalls },
  { name: "messages", check: checkMessages },
  { name: "references", check: checkManifests }
];
async function check(request) {
  const { files, others = /* @__PURE__ */ new Set(), plan = null, only } = request;
  const { facts, skipped } = await readFiles(files);
  const app = { files, facts, others, plan };
  const looked = /* @__PURE__ */ new Map();
  const findings = [];
  for (const rule of ALL2) {
    const checked = await rule.check(app);
    if (checked.looked > 0) looked.set(rule.name, (looked.get(rule.name) ?? 0) + checked.looked);
    for (const finding of checked.findings) {
      if (only === void 0 || only.has(finding.path)) findings.push(presented(finding, app));
    }
  }
  return { findings: findings.sort(byPlace), looked, skipped };
}
function presented(finding, { facts }) {
  const { line, message, offers } = finding;
  const lines = facts.get(finding.path)?.lines ?? 0;
  return {
    ...finding,
    line: line === null || lines === 0 ? line : Math.min(line, lines),
    message: visible(message),
    offers: offers === null ? null : visible(offers)
  };
}

export {
  sameFinding,
  readIgnoreRules,
  isIgnored,
  check
};
