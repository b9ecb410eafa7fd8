import {
  require_picomatch
} from "./chunk-X6S5B4D3.js";
import {
  NO_USAGE,
  addUsage
} from "./chunk-MLPJ6ATO.js";
import {
  isIcon
} from "./chunk-KWIZ4BYA.js";
import {
  BrokenReplyError
} from "./chunk-KDWMUFRG.js";
import {
  __toESM
} from "./chunk-YHBDDNX5.js";

// src/smol/errors.ts
var DevelopError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }
};
var PlanUnreadableError = class extends DevelopError {
  advice = "Say in the request what the app is and what it consists of.";
};
var TooManyFilesError = class extends DevelopError {
  advice = "Raise `max-files`, or ask for less at once.";
  planned;
  allowed;
  constructor(planned, allowed) {
    super(`The plan has ${planned} files; this run may write ${allowed}.`);
    this.planned = planned;
    this.allowed = allowed;
  }
};
var TooLargeError = class extends DevelopError {
  advice = "Ask for less at once.";
};
var BudgetExceededError = class extends DevelopError {
  advice = "Raise `max-total-tokens` or `max-cost-usd`, or ask for less at once.";
};
var PriceUnknownError = class extends DevelopError {
  advice = "Set `max-total-tokens` instead of `max-cost-usd`, or choose a model with a known price.";
};
var TruncatedError = class extends DevelopError {
  advice = "Raise `max-output-tokens`, or ask for smaller files.";
};
var EndlessReplyError = class extends DevelopError {
  advice = "Run again, or choose a more capable model.";
};
var UnusableContentError = class extends DevelopError {
  advice = "Run again, or choose a more capable model.";
};
var NotEditableError = class extends DevelopError {
  advice = "Change this file by hand, or ask for a new one in its place.";
  constructor(path) {
    super(`\`${path}\` cannot be changed: it is no text, is too large, or holds what looks like a key.`);
  }
};

// src/smol/fences.ts
function readFence(line) {
  const match = /^ {0,3}(`{3,}|~{3,})/.exec(line);
  const markers = match?.[1];
  if (match === null || markers === void 0) return null;
  const tag = line.slice(match[0].length).trim();
  const marker = markers.startsWith("`") ? "`" : "~";
  if (marker === "`" && tag.includes("`")) return null;
  return { marker, length: markers.length, tag };
}
function closes(fence, opener) {
  return fence.tag === "" && fence.marker === opener.marker && fence.length >= opener.length;
}
function findCloser(lines, open, nested) {
  const opener = readFence(lines[open] ?? "");
  if (opener === null) return null;
  const rivals = fencesLike(lines, open + 1, opener);
  let tagged = rivals.filter(({ opens }) => opens).length;
  let bare = rivals.length - tagged;
  const fenceIsLast = endsWithFence(lines, rivals);
  let depth = 1;
  for (const { index, opens } of rivals) {
    if (opens) {
      tagged -= 1;
      depth += 1;
      continue;
    }
    bare -= 1;
    if (depth > 1) {
      depth -= 1;
      continue;
    }
    if ((tagged + bare) % 2 === 1 && fenceIsLast) continue;
    const even = (tagged + bare) % 2 === 0 && bare >= tagged + 2;
    const look = lookOf(lines, index);
    if (even && (look === "opens" || look === "unclear" && nested)) depth += 1;
    else return index;
  }
  return null;
}
function fencesLike(lines, from, opener) {
  const rivals = [];
  for (let index = from; index < lines.length; index += 1) {
    const fence = readFence(lines[index] ?? "");
    if (fence === null || fence.marker !== opener.marker || fence.length < opener.length) continue;
    rivals.push({ index, opens: fence.tag !== "" });
  }
  return rivals;
}
function endsWithFence(lines, rivals) {
  const last = rivals.at(-1);
  if (last === void 0 || last.opens) return false;
  for (let index = lines.length - 1; index > last.index; index -= 1) if (!isBlank(lines[index])) return false;
  return true;
}
function lookOf(lines, index) {
  const blankBefore = isBlank(lines[index - 1]);
  const blankAfter = isBlank(lines[index + 1]);
  if (blankBefore === blankAfter) return "unclear";
  return blankBefore ? "opens" : "closes";
}
function isBlank(line) {
  return line === void 0 || line.trim() === "";
}

// src/smol/unwrap.ts
var MARKUP_FILE = /(?:^|\/)(?:readme|changelog|contributing)$|\.(?:md|markdown|mdx|mdc|mdown|mkd|qmd|rmd|rst|adoc|asciidoc|org)(?:\.(?:hbs|ejs|njk|tmpl|tpl|j2|jinja|mustache|erb|liquid))?$/i;
var MARKDOWN_TAG = /^(?:md|mdx|markdown|mdown|qmd|rmd|rst|adoc|asciidoc|org|text|txt|plaintext)?(?:$|[\s{:])/i;
var MAX_CHATTER_LINES = 3;
function unwrap(reply, path) {
  const lines = reply.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  if (readFence(lines[first] ?? "") === null) {
    return MARKUP_FILE.test(path) ? reply : withoutChatter(lines, path) ?? reply;
  }
  if (MARKUP_FILE.test(path)) return withoutEnclosingFence(lines, first) ?? reply;
  return contentOf(lines, first, findCloser(lines, first, true));
}
function withoutEnclosingFence(lines, open) {
  const tag = readFence(lines[open] ?? "")?.tag ?? "";
  const isForMarkup = MARKDOWN_TAG.test(tag);
  const close = findCloser(lines, open, isForMarkup && tag !== "");
  if (close === null) return isForMarkup ? contentOf(lines, open, null) : null;
  if (lines.slice(close + 1).some((line) => !isBlank(line))) return null;
  return contentOf(lines, open, close);
}
function withoutChatter(lines, path) {
  const open = lines.findIndex((line) => readFence(line) !== null);
  if (open === -1) return null;
  const chatter = lines.slice(0, open).filter((line) => !isBlank(line));
  if (chatter.length > MAX_CHATTER_LINES) return null;
  if (!chatter.every((line) => isChatter(line.trim(), path))) return null;
  const close = findCloser(lines, open, true);
  const hasOtherBlock = close !== null && lines.slice(close + 1).some((line) => readFence(line) !== null);
  return hasOtherBlock ? null : contentOf(lines, open, close);
}
function isChatter(line, path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^(?:#{1,6} |\*\*|`)/.test(line)) return line.includes(name);
  if (!new RegExp("^\\p{L}", "u").test(line)) return false;
  if (new RegExp("^\\p{L}+!$", "u").test(line)) return true;
  return /[.:!?…]\**$/u.test(line) && line.split(/\s+/).length >= 3;
}
function contentOf(lines, open, close) {
  const content = lines.slice(open + 1, close ?? lines.length).join("\n");
  const isCrlf = close !== null && lines[open]?.endsWith("\r") === true && content.endsWith("\r");
  return isCrlf ? content.slice(0, -1) : content;
}

// src/smol/uses.ts
var MAX_MENTION = 300;
var MAX_GLOB = 80;
function resolveUses(sentence, path, paths, existing = NONE) {
  const mentions = [...sentence.matchAll(/`([^`]+)`/g)].map(
    (match) => (match[1] ?? "").trim().normalize("NFC")
  );
  const used = new Set(mentions.flatMap((mention) => resolveMention(mention, paths, existing)));
  used.delete(path);
  return [...used];
}
var NONE = /* @__PURE__ */ new Set();
function resolveMention(mention, paths, existing) {
  if (mention.length > MAX_MENTION) return [];
  const name = mention.replace(/^\.?\//, "");
  if (name === "") return [];
  if (paths.includes(name) || existing.has(name)) return [name];
  if (name.includes("*") && name.length > MAX_GLOB) return [];
  if (name.includes("*")) return paths.filter((path) => matchesGlob(path.split("/"), name.split("/")));
  if (name.endsWith("/")) return paths.filter((path) => path.startsWith(name));
  if (name.includes("/")) return [];
  const candidates = paths.filter((path) => path.endsWith(`/${name}`));
  return new Set(candidates).size === 1 ? candidates.slice(0, 1) : [];
}
function matchesGlob(path, glob) {
  let at = 0;
  let next = 0;
  let retry = null;
  while (at < path.length) {
    const wanted = glob[next];
    if (wanted === "**") {
      next += 1;
      retry = { at, next };
    } else if (wanted !== void 0 && matchesSegment(path[at] ?? "", wanted)) {
      at += 1;
      next += 1;
    } else if (retry !== null) {
      retry = { at: retry.at + 1, next: retry.next };
      ({ at, next } = retry);
    } else {
      return false;
    }
  }
  return glob.slice(next).every((segment) => segment === "**");
}
function matchesSegment(segment, pattern) {
  const [start = "", ...pieces] = pattern.split("*");
  const end = pieces.pop();
  if (end === void 0) return segment === start;
  if (!segment.startsWith(start) || !segment.endsWith(end)) return false;
  let at = start.length;
  for (const piece of pieces) {
    const found = segment.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= segment.length - end.length;
}

// src/smol/file-list.ts
var MAX_RELATED = 1e3;
var BULLET = /^(\s*)(?:[-*+•]|\d{1,4}[.)])\s+(\S[\s\S]*)?$/;
var TASK_BOX = /^\[[ xX]?\]\s+/;
var QUOTED_PATH = /^(\*\*|__)?\s?(`{1,2})([^`]+)\2/;
var BARE_PATH = /^(\*\*)?([\w@.+\-/[\]()$]{1,300})(?=$|\s+[(–—-]|\s*:|\*\*)/;
var SEPARATORS = /^(?:\*\*|__)?[\s:–—→-]*(?:\*\*|__)?[\s:–—→-]*/;
var LINES = /^\(\s*(?:(?:~|≈|about|approx\.?|ca?\.)\s*)?(\d{1,3}(?:,\d{3})+|\d{1,7})\s*(?:(?:lines?|loc)\s*)?\)/i;
var NOVELTY = /^\(\s*(?:new|add(?:ed)?|changed?|edit(?:ed)?|modif(?:y|ied)|updated?)(?: file)?(?:\)|[,;:]\s*|\s(?=[~≈\d]))/i;
var USES = /\bUses\b/;
var USES_INSIDE_SENTENCE = /\buses\b(?=:?\s+(?:`|all\b|every\b|nothing\b|no\b))/;
function readFileList(plan2, existing) {
  const lines = linesOf(plan2);
  const headings = headingsOf(lines);
  const section = sectionOf(lines, headings);
  if (section === null) return { kind: "none", reason: 'the plan has no section named "Files"' };
  const items = itemsOf(lines.slice(section.start + 1, section.end));
  if (items.length === 0) {
    return { kind: "none", reason: 'the section "Files" has no list item that begins with a path' };
  }
  if (items.some(({ isNested }) => isNested) && items.some(({ path }) => path.endsWith("/"))) {
    return { kind: "none", reason: "the list of files is a tree of folders, so paths are not given in full" };
  }
  const paths = items.length > MAX_RELATED ? [] : items.map(({ path }) => path);
  const entries = items.map((item) => entryOf(item, paths, existing));
  return { kind: "list", title: titleOf(headings), entries };
}
function splitPlan(plan2) {
  const { lines, title, introduction, files } = layoutOfPlan(plan2);
  const { start, end } = introduction;
  const rest = lines.filter((_, at) => at >= end && (files === null || at < files.start || at >= files.end));
  return {
    title: title === null ? "" : title.text,
    introduction: lines.slice(start, end).join("\n").trim(),
    rest: rest.join("\n").trim()
  };
}
function layoutOfPlan(plan2) {
  const lines = linesOf(plan2);
  const all = headingsOf(lines);
  const [first, second] = all.filter(({ level }) => level < BOLD_LEVEL);
  const titled = first !== void 0 && lines.slice(0, first.index).every(isBlank);
  const files = sectionOf(lines, all);
  const next = (titled ? second : first)?.index ?? lines.length;
  return {
    lines,
    title: titled ? first : null,
    introduction: { start: titled ? first.index + 1 : 0, end: Math.min(next, files?.start ?? next) },
    files,
    items: files === null ? [] : placedItems(lines, files)
  };
}
function placedItems(lines, { start, end }) {
  const first = start + 1;
  return itemsOf(lines.slice(first, end)).map((item) => ({
    path: item.path,
    lead: item.lead,
    rest: item.rest,
    start: first + item.start,
    end: first + item.end
  }));
}
function linesOf(plan2) {
  return unwrap(plan2, "plan.md").replaceAll("\r\n", "\n").split("\n");
}
var BOLD_LEVEL = 7;
function headingsOf(lines) {
  const headings = [];
  let block = null;
  for (const [index, line] of lines.entries()) {
    const fence = readFence(line);
    if (block !== null) {
      if (fence !== null && closes(fence, block)) block = null;
    } else if (fence !== null) {
      block = fence;
    } else {
      const heading = headingOf(line);
      if (heading !== null) headings.push({ index, ...heading });
    }
  }
  return headings;
}
function headingOf(line) {
  const match = /^ {0,3}(#{1,6})\s(.*)$/.exec(line);
  if (match !== null) return { level: match[1]?.length ?? 1, text: plainText(match[2] ?? "") };
  const bold = /^\s{0,3}(\*\*|__)([^*_]+)\1\s*(?:\(\d+\))?:?$/.exec(line.trimEnd());
  return bold === null ? null : { level: BOLD_LEVEL, text: plainText(bold[2] ?? "") };
}
function plainText(text) {
  return text.replaceAll(/[*`]|__/g, "").trim().replace(/\s#+$/, "").trim();
}
function titleOf(headings) {
  const first = headings.find(({ level }) => level < BOLD_LEVEL)?.text ?? "";
  return /^(?:contract|files|change)\b/i.test(first) ? "" : first;
}
function sectionOf(lines, headings) {
  const named = (pattern) => headings.findLastIndex(({ text }) => pattern.test(text));
  const exact = named(/^[^\p{L}]*files\s*(?:\(.*\))?:?$/iu);
  const position = exact === -1 ? named(/^[^\p{L}]*files\b/iu) : exact;
  const heading = headings[position];
  if (heading === void 0) return null;
  const next = headings.slice(position + 1).find(({ level }) => level <= heading.level);
  return { start: heading.index, end: next?.index ?? lines.length };
}
function itemsOf(lines) {
  const items = [];
  const bullets = lines.map((line) => BULLET.exec(line));
  const margin = bullets.reduce((least, bullet) => Math.min(least, bullet?.[1]?.length ?? least), 80);
  let current = null;
  for (const [index, line] of lines.entries()) {
    const bullet = bullets[index];
    const isNested = (bullet?.[1]?.length ?? 0) > margin + 1;
    const item = bullet ? itemOf(bullet[2] ?? "", isNested) : null;
    if (item !== null) {
      const lead = line.slice(0, line.length - item.rest.length);
      current = { ...item, lead, start: index, end: index + 1 };
      items.push(current);
    } else if (headingOf(line) !== null || bullet && !isNested) {
      current = null;
    } else if (current !== null && !isBlank(line)) {
      current.rest += ` ${(bullet?.[2] ?? line).trim()}`;
      current.end = index + 1;
    }
  }
  return items;
}
function itemOf(text, isNested) {
  const item = text.replace(TASK_BOX, "");
  const quoted = QUOTED_PATH.exec(item);
  if (quoted !== null) {
    const path2 = cleanPath(quoted[3] ?? "");
    if (path2 === "" || isNested && !/[./]/.test(path2)) return null;
    return { path: path2, isNested, rest: item.slice(quoted[0].length) };
  }
  const bare = isNested ? null : BARE_PATH.exec(item);
  const path = cleanPath(bare?.[2] ?? "");
  if (bare === null || !/[./]\w/.test(path)) return null;
  return { path, isNested, rest: item.slice(bare[0].length) };
}
function cleanPath(path) {
  return path.trim().normalize("NFC").replace(/^\.\//, "");
}
function entryOf({ path, rest }, paths, existing) {
  const afterPath = withoutNovelty(rest.replace(SEPARATORS, ""));
  const count = LINES.exec(afterPath);
  const sentence = afterPath.slice(count?.[0].length ?? 0).replace(SEPARATORS, "");
  const uses = USES.exec(sentence) ?? USES_INSIDE_SENTENCE.exec(sentence);
  const description = uses === null ? sentence : sentence.slice(0, uses.index);
  return {
    path,
    lines: count === null ? null : Number(count[1]?.replaceAll(",", "")),
    description: withoutEnd(description),
    uses: uses === null ? [] : resolveUses(sentence.slice(uses.index), path, paths, existing)
  };
}
function withoutNovelty(text) {
  const novelty = NOVELTY.exec(text)?.[0];
  if (novelty === void 0) return text;
  if (novelty.endsWith(")")) return text.slice(novelty.length);
  const count = `(${text.slice(novelty.length)}`;
  return LINES.test(count) ? count : text;
}
function withoutEnd(description) {
  let end = description.length;
  while (end > 0 && /[\s(*_,;:–—-]/.test(description[end - 1] ?? "")) end -= 1;
  return description.slice(0, end);
}

// src/smol/paths.ts
var import_picomatch = __toESM(require_picomatch());

// src/smol/protected-paths.ts
var PACKAGE_SOURCES = [
  "**/{.npmrc,.yarnrc,.yarnrc.yml,.pypirc,pip.conf,nuget.config,.condarc,bunfig.toml}",
  "**/.yarn/{releases,plugins,sdks}/**",
  "**/{.,}pnpmfile.{cjs,mjs,js}",
  "**/.cargo/config{,.toml}",
  "**/.bundle/config"
];
var SECRETS = [
  "**/.env",
  "**/.env.!(*example|*sample|*template)",
  "**/{.netrc,.git-credentials,.htpasswd}",
  "**/.{ssh,aws}/**"
];
var KEYS = [
  "**/id_{rsa,dsa,ecdsa,ed25519}",
  "**/*.{pem,key,p12,pfx,jks,keystore,tfstate,tfstate.backup,kdbx}",
  "**/{.pgpass,.my.cnf,.dockercfg}",
  "**/.{kube,docker,gnupg}/**"
];
var MAY_HOLD_SECRETS = [...PACKAGE_SOURCES, ...SECRETS, ...KEYS];
var SET_ASIDE = [
  {
    globs: ["**/.github/**"],
    reason: "GitHub acts on files in `.github` by itself, and refuses workflows from the default token"
  },
  {
    globs: [
      "**/.{appveyor,cirrus,drone,gitlab-ci,semaphore,travis,woodpecker}.{yml,yaml}",
      "**/{appveyor,azure-pipelines,bitbucket-pipelines,bitrise,buildspec,cloudbuild,codemagic,wercker}.{yml,yaml}",
      "**/.{buildkite,circleci,forgejo,gitea,gitlab,semaphore,teamcity,woodpecker}/**",
      "**/jenkinsfile{,.*}"
    ],
    reason: "a build server would run it as soon as the branch is pushed"
  },
  {
    globs: [
      "**/{.husky,.githooks,.git-hooks,.lefthook}/**",
      "**/.huskyrc{,.*}",
      "**/{.,}lefthook{,-local}.*",
      "**/{.pre-commit-config,.overcommit}.{yml,yaml}",
      "**/{captainhook,.simple-git-hooks,simple-git-hooks}.*"
    ],
    reason: "Git hooks run by themselves on the machine of whoever commits"
  },
  // As folders too: `git fsck` rejects a tree where one of these names is no file.
  {
    globs: [
      "**/{.gitmodules,.gitattributes}/**",
      "**/{.gitconfig,.lfsconfig}",
      // Nobody but Git and its neighbours has folders of such names.
      "**/.git*/**/*"
    ],
    reason: "it changes how Git checks out this repository"
  },
  {
    globs: [
      "**/.vscode/{tasks,settings,mcp,launch}.json",
      "**/*.{code-workspace,sublime-project}",
      "**/.{devcontainer,idea,vs,fleet,zed,codesandbox,direnv,mise}/**",
      "**/.devcontainer.json",
      "**/{.envrc,.gitpod.*,.replit}",
      "**/{.,}mise{,.*}.toml",
      "**/{.exrc,.nvimrc,.nvim.lua,.dir-locals.el}",
      "**/{.gdbinit,.lldbinit,.pdbrc,.irbrc,.pryrc,.rprofile}"
    ],
    reason: "it can start programs when somebody opens the folder"
  },
  { globs: ["**/codeowners"], reason: "it decides who must review changes to this repository" },
  {
    globs: [
      "**/{agents,agent,claude,claude.local,gemini,qwen,crush,warp,skill,copilot-instructions}.md",
      "**/.{agents,amazonq,augment,claude,codex,continue,copilot,crush,cursor,devin,factory,gemini,goose,junie}/**",
      "**/.{kilocode,kiro,opencode,qodo,qwen,roo,trae,windsurf}/**",
      "**/.{clinerules,roorules}{,-*}/**",
      "**/.{cursorrules,windsurfrules,goosehints,roomodes,rules}",
      "**/{.mcp,.claude,opencode}.{json,jsonc}",
      "**/.aider.conf.yml"
    ],
    reason: "coding agents follow it as an instruction"
  },
  {
    globs: PACKAGE_SOURCES,
    reason: "it decides where packages are fetched from, and often holds a password"
  },
  {
    globs: SECRETS,
    reason: "it is the place for secrets"
  }
];

// src/smol/paths.ts
var MAX_SEGMENT_BYTES = 255;
var MAX_PATH_BYTES = 1024;
var MAX_DEPTH = 32;
var INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
var NOT_ON_WINDOWS = /[<>:"|?*]/;
var RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;
var LIKE_A_SLASH = /[\u2044\u2215\u2216\u29F5\u29F8\u29F9\uFE68\uFF0F\uFF3C]/;
var ENCODED = /%(?:2e|2f|5c|00|25)/i;
var RUN_BY_SHELLS = /[`;]|\$[({]/;
var NOT_BY_HAND = /^(?:node_modules|bower_components|jspm_packages|site-packages|__pycache__|\.venv)$/;
var WINDOWS_SHORT_NAME = /^[^.]{1,6}~\d+(?:\.[^.]{0,3})?$/;
var BINARY_EXTENSIONS = new Set(
  "png jpg jpeg gif webp avif bmp tif tiff ico icns cur heic psd woff woff2 ttf otf eot mp3 mp4 m4a m4v wav ogg flac webm mov avi mkv zip gz tgz bz2 xz zst 7z rar tar jar war apk deb rpm whl egg nupkg dmg iso msi wasm exe dll so dylib lib o a class pyc pyo node bin pdf doc docx xls xlsx ppt pptx odt ods sqlite sqlite3 db parquet npy npz pkl onnx gguf safetensors glb fbx blend p12 pfx jks keystore".split(" ")
);
var LOCK_FILES = new Set(
  "package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock poetry.lock uv.lock pdm.lock pipfile.lock cargo.lock composer.lock gemfile.lock go.sum mix.lock flake.lock pubspec.lock podfile.lock packages.lock.json gradle.lockfile .terraform.lock.hcl".split(" ")
);
var BUILT_IN = SET_ASIDE.map(({ globs, reason }) => ({
  reason,
  matches: (0, import_picomatch.default)([...globs], { dot: true, nocase: true })
}));
function selectPaths(paths, options) {
  const protectors = protections(options.protectedPaths);
  const files = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  return paths.map((path) => {
    const verdict = judge(path, protectors);
    if (verdict.kind === "refused") return verdict;
    const reason = collision(verdict.path, files, folders);
    if (reason !== null) return { kind: "refused", path, reason };
    files.set(fold(verdict.path), verdict.path);
    for (const folder of foldersAbove(verdict.path)) {
      const key = fold(folder);
      if (!folders.has(key)) folders.set(key, verdict.path);
    }
    return verdict;
  });
}
function isBinary(path) {
  const clean = path.normalize("NFC").replace(/^\.\//, "");
  return malformed(clean) === null && binaryEnding(clean) !== null;
}
function judge(given, protectors) {
  const path = given.normalize("NFC").replace(/^\.\//, "");
  const reason = malformed(path) ?? unwritable(path);
  if (reason !== null) return { kind: "refused", path: given, reason };
  const protector = protectorOf(path, protectors);
  const isDrawn = isIcon(path);
  if (protector !== void 0 && isDrawn) return { kind: "refused", path: given, reason: protector.reason };
  if (protector !== void 0) return { kind: "set aside", path, reason: protector.reason };
  return { kind: isDrawn ? "draw" : "write", path };
}
function protectorOf(path, protectors) {
  const skeleton = skeletonOf(path);
  return protectors.find(({ matches }) => matches(path) || matches(skeleton));
}
function malformed(path) {
  if (path === "") return "the path is empty";
  if (/^(?:[/~]|[a-z]:[\\/])/i.test(path)) return "the path must be relative to the app's folder";
  if (path.includes("\\")) return "folders are separated by `/`, not by a backslash";
  if (INVISIBLE.test(path)) return "the path holds a control character or an invisible character";
  if (LIKE_A_SLASH.test(path)) return "a sign in the path only looks like a slash";
  if (ENCODED.test(path)) return "a path is written as it is, not encoded with `%`";
  if (RUN_BY_SHELLS.test(path)) return "a shell would run a part of this name";
  if (path.includes("##[")) return "a workflow that lists its files would take this name for a command";
  if (/^-|\/--/.test(path)) return "a name that begins with `-` is taken for an option by other programs";
  if (NOT_ON_WINDOWS.test(path)) return 'Windows allows none of `< > : " | ? *` in a file name';
  if (path.endsWith("/")) return "this is a folder, not a file";
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `the path is longer than ${MAX_PATH_BYTES} bytes`;
  const segments = path.split("/");
  if (segments.length > MAX_DEPTH) return `the path is more than ${MAX_DEPTH} folders deep`;
  for (const segment of segments) {
    const reason = malformedSegment(segment);
    if (reason !== null) return reason;
  }
  return null;
}
function malformedSegment(segment) {
  if (segment === "") return "a folder in the path has no name";
  if (segment === "." || segment === "..") return "`.` and `..` are not allowed in a path";
  if (/^\s|[\s.]$/u.test(segment)) return "a name must not begin or end with a space, nor end with a dot";
  if (/^\.git$/i.test(segment)) return "`.git` is Git's own folder";
  if (/^(?:\.git|\.+)$/.test(skeletonOf(segment))) return `\`${segment}\` looks like another name`;
  if (WINDOWS_SHORT_NAME.test(segment)) return `\`${segment}\` can stand for another name on Windows`;
  if (RESERVED_ON_WINDOWS.test(segment.split(".")[0]?.trimEnd() ?? "")) {
    return `\`${segment}\` is a reserved name on Windows`;
  }
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) {
    return `a name in the path is longer than ${MAX_SEGMENT_BYTES} bytes`;
  }
  return null;
}
function unwritable(path) {
  const segments = path.toLowerCase().split("/");
  if (segments.some((segment) => NOT_BY_HAND.test(segment))) return "only a program writes into this folder";
  const name = segments.at(-1) ?? "";
  if (LOCK_FILES.has(name)) return "a lock file is made by the package manager when you install";
  const ending = isIcon(path) ? null : binaryEnding(path);
  return ending === null ? null : `a \`${ending}\` file is binary and cannot be written as text`;
}
function binaryEnding(path) {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  return dot > 0 && BINARY_EXTENSIONS.has(name.slice(dot + 1)) ? name.slice(dot) : null;
}
function protections(globs) {
  const patterns = globs.map(
    (glob) => glob.trim().normalize("NFC").replace(/^\.?\//, "").replace(/\/$/, "")
  ).filter((glob) => glob !== "");
  if (patterns.length === 0) return BUILT_IN;
  const matches = (0, import_picomatch.default)(patterns, { dot: true, nocase: true });
  const matchesWithFolders = (path) => matches(path) || foldersAbove(path).some((folder) => matches(folder));
  return [...BUILT_IN, { reason: "it is one of your protected paths", matches: matchesWithFolders }];
}
function collision(path, files, folders) {
  const key = fold(path);
  const twin = files.get(key);
  if (twin === path) return "the path is in the list twice";
  if (twin !== void 0) return `it differs from \`${twin}\` only in letter case or accents' encoding`;
  const inside = folders.get(key);
  if (inside !== void 0) return `\`${inside}\` needs a folder of this name`;
  for (const folder of foldersAbove(path)) {
    const file = files.get(fold(folder));
    if (file !== void 0) return `\`${file}\` is a file, so it cannot be a folder too`;
  }
  return null;
}
function fold(path) {
  return path.normalize("NFC").toLowerCase().toUpperCase().toLowerCase().normalize("NFC");
}
function skeletonOf(path) {
  return fold(path).normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").toLowerCase();
}
function foldersAbove(path) {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

// src/smol/prompts.ts
var SYSTEM = `You are a senior software engineer on a team that writes one app. Every file is written at the same time, each by another engineer, who sees the request and the plan and nothing else: no other file, no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed.`;
var PLAN = `Write the plan for this app. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# The app's name
One or two sentences: what it is, what it runs on, how it is started.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
All files, the longest first, one line each, in this form:
- \`path/to/file\` (~lines) \u2013 what it does. Uses \`path/to/other\`, \`path/to/third\`.
All files are written at the same time, so the longest one decides when the app is there: none over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. A short README.md. Only text files that a person would write, and icons (\`.png\`, \`.ico\`) where the app cannot do without, which are drawn for you: no lock files, no other binaries, no build output.`;
var EXISTING_SYSTEM = `You are a senior software engineer on a team that works in one repository. Every file is written or changed at the same time, each by another engineer, who sees the request, the plan, the file as it stands and those it uses, and nothing else: no question asked. So whatever the plan fixes is followed to the letter, and whatever the plan leaves open is decided inside one file and concerns no other.

The result must run as it is: complete, every requested feature working, no placeholders, no TODOs, and nothing that was not asked for and is not needed. What is there keeps working and keeps its style.`;
var EXISTING_PLAN = `Write the plan of what becomes different. Its length decides how soon the writing starts, so it has a budget: about 500 words, plus about 15 words for each file. Spend them where two files meet.

# What is built or changed, in a few words
One or two sentences: what it is, and how it is tried.

## Contract
Only what more than one file relies on, by its exact name and shape: exported functions with parameters and results; who starts what; data schemas; DOM ids and classes, which file makes them, what sits inside what; events, storage keys, routes, flags, exit codes; package versions. What the repository has already is named as it stands there. Where two files could each do a job, say which one does it. Whatever one file decides alone stays out: its engineer is as good as you are.

## Files
Every file that is new or changes, the longest first, one line each, in this form:
- \`path/to/file\` (new, ~lines) \u2013 what it does. Uses \`path/to/other\`, \`path/to/third\`.
- \`path/to/file\` (change, ~lines) \u2013 what becomes different in it. Uses \`path/to/other\`.
A file without a line stays as it is, and nothing is changed that the request does not need. All files are written at the same time, so the longest one decides when it is done: no new one over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. Only text files that a person would write, and icons (\`.png\`, \`.ico\`) where the app cannot do without, which are drawn for you: no lock files, no other binaries, no build output.`;
var PLAN_AGAIN = `Write the whole plan again, so that it does what the request and the remarks ask for. Every line that need not become different stays word for word as it is: a file whose line stays the same is not written again.`;
var LIST = `List every file that this plan asks for, the longest first: its path relative to the app's folder, a rough number of lines, one sentence on what it does, and which of the other files it uses.`;
var EDITS = `Reply with edits only, as many as it takes, each in this form, and with no other word:

<<<<<<< SEARCH
lines exactly as they stand in the file, enough of them to be found only once
=======
the lines that replace them
>>>>>>> REPLACE

No edit overlaps another. What need not change is in no edit. If nothing in this file has to change, reply with the one word UNCHANGED.`;
var CONTINUE = `Your reply was cut off at its length limit. Go on with the very next character, in the middle of a line if it was cut there. Repeat nothing, and say nothing else.`;
function opening({ prompt, instructions, isExisting }) {
  const rules = instructions?.trim();
  const system = isExisting ? EXISTING_SYSTEM : SYSTEM;
  return [
    { role: "system", content: rules ? `${system}

House rules, for every file:

${rules}` : system },
    { role: "user", content: `The request:

${prompt}` }
  ];
}
function planMessages(brief, repository = null) {
  const ask = repository === null ? PLAN : `${shown(repository)}

${EXISTING_PLAN}`;
  return [...opening(brief), { role: "user", content: ask }];
}
function shown({ paths, morePaths, sources }) {
  const more = morePaths === 0 ? "" : `
\u2026 and ${morePaths} more`;
  return [`The files of the repository:

${paths.join("\n")}${more}`, ...sources.map(asItIs)].join("\n\n");
}
function asItIs({ path, content }) {
  return `<file path="${path}">
${content}${content.endsWith("\n") ? "" : "\n"}</file>`;
}
function planAgainMessages(brief, { plan: plan2, remarks, repository }) {
  const [system, request, ask] = planMessages(brief, repository);
  const said = remarks === null ? "" : `

Remarks on it:

${remarks}`;
  const again = `${ask?.content ?? ""}

The plan so far:

${plan2}${said}

${PLAN_AGAIN}`;
  return [...[system, request].flatMap((message) => message ?? []), { role: "user", content: again }];
}
function listMessages(brief, plan2) {
  return [...opening(brief), { role: "user", content: `The plan:

${plan2}

${LIST}` }];
}
function fileMessages(brief, plan2, path, uses = []) {
  const ask = `Write \`${path}\`, from its first line to its last. Use names, parameters and ids exactly as the plan gives them, and nothing of another file that the plan does not promise${uses.length === 0 ? "" : " or that is not shown here"}. Reply with the content of the file alone: no fence around it, no word before or after it.`;
  const content = [`The plan:

${plan2}`, ...uses.map(asItIs), ask].join("\n\n");
  return [...opening(brief), { role: "user", content }];
}
function editMessages(brief, plan2, file, {
  uses = [],
  reason = { kind: "plan" }
} = {}) {
  const ask = `${wishOf(file.path, reason)} Use names, parameters and ids exactly as the plan gives them. ${EDITS}`;
  const content = [`The plan:

${plan2}`, ...uses.map(asItIs), asItIs(file), ask].join("\n\n");
  return [...opening(brief), { role: "user", content }];
}
function wishOf(path, reason) {
  switch (reason.kind) {
    case "plan":
      return `Change \`${path}\`, the file above, as the plan asks for, and in nothing else.`;
    case "change":
      return `Change \`${path}\`, the file above, as the plan of the change asks for, and in nothing else.`;
    case "use":
      return `Change \`${path}\`, the file above, in nothing but what would be wrong otherwise: the plan of the change does not name it, but it uses \`${reason.path}\`, which becomes different.`;
    case "check":
      return `Change \`${path}\`, the file above: it was checked together with all the other files, and this is wrong with it:

${reason.findings.map((finding) => `- ${finding}`).join("\n")}

Mend that, and nothing else.`;
  }
}
function wholeFileMessages(asked, edits, reason) {
  const ask = `These edits cannot be made: ${reason}. Reply with the whole file as it is to be, from its first line to its last: no fence around it, no word before or after it.`;
  return [...asked, { role: "assistant", content: edits }, { role: "user", content: ask }];
}
function planSince(plan2, changes) {
  return [plan2, ...changes.map((change) => `A change that is made already:

${change}`)].join("\n\n");
}
function continuationMessages(asked, soFar) {
  return [...asked, { role: "assistant", content: soFar }, { role: "user", content: CONTINUE }];
}

// src/smol/continuation.ts
var MAX_OVERLAP = 2e3;
var MIN_OVERLAP = 12;
var MIN_OVERLAP_OF_LINE = 3;
function stitch(head, tail) {
  const repeated = overlap(head, tail);
  const fenced = readNewFence(head, tail);
  if (fenced !== null && repeated < fenced.start) {
    const length = overlap(head, fenced.content);
    if (length > 0 || !head.endsWith("\n") || isWhollyFenced(tail))
      return head + fenced.content.slice(length);
  }
  return head + tail.slice(repeated);
}
function readNewFence(head, tail) {
  const lines = tail.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  const opener = readFence(lines[first] ?? "");
  if (opener === null) return null;
  const last = lines.findLastIndex((line) => !isBlank(line));
  const closer = last > first ? readFence(lines[last] ?? "") : null;
  const isClosed = closer !== null && closes(closer, opener);
  const keepCloser = !isClosed || readFence(firstLine(head)) !== null;
  return {
    content: lines.slice(first + 1, keepCloser ? lines.length : last).join("\n"),
    start: lines.slice(0, first + 1).join("\n").length + 1
  };
}
function isWhollyFenced(text) {
  const lines = text.trim().split("\n");
  const opener = readFence(lines[0] ?? "");
  if (opener === null) return false;
  return !lines.slice(1, -1).some((line) => {
    const fence = readFence(line);
    return fence !== null && closes(fence, opener);
  });
}
function firstLine(text) {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  return end === -1 ? start : start.slice(0, end);
}
function overlap(head, tail) {
  const end = head.slice(-MAX_OVERLAP);
  const start = tail.slice(0, MAX_OVERLAP);
  const borders = bordersOf(start);
  let length = 0;
  for (let index = 0; index < end.length; index += 1) {
    while (length > 0 && end[index] !== start[length]) length = borders[length - 1] ?? 0;
    if (end[index] === start[length]) length += 1;
  }
  while (length > 0 && !isRepetition(head, length)) length = borders[length - 1] ?? 0;
  return length;
}
function isRepetition(head, length) {
  const repeated = head.slice(head.length - length);
  if (!/[\p{L}\p{N}]/u.test(repeated)) return false;
  const size = repeated.trim().length;
  if (size >= MIN_OVERLAP) return true;
  const lineStart = head.lastIndexOf("\n", head.length - length - 1) + 1;
  const beginsLine = isBlank(head.slice(lineStart, head.length - length));
  return beginsLine && size >= MIN_OVERLAP_OF_LINE;
}
function bordersOf(text) {
  const borders = new Int32Array(text.length);
  let border = 0;
  for (let index = 1; index < text.length; index += 1) {
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[index] === text[border]) border += 1;
    borders[index] = border;
  }
  return borders;
}

// src/smol/repetition.ts
var MAX_SAME_LINES = 200;
var WINDOW = 2e4;
var MAX_PERIOD = 400;
function isRunaway(text) {
  return endsInEqualLines(text) || endsInShortPeriod(text);
}
function endsInEqualLines(text) {
  let end = text.lastIndexOf("\n");
  let line = null;
  for (let count = 0; count <= MAX_SAME_LINES; count += 1) {
    if (end < 0) return false;
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const current = text.slice(start, end);
    if (line !== null && current !== line) return false;
    line = current;
    end = start - 1;
  }
  return true;
}
function endsInShortPeriod(text) {
  if (text.length < WINDOW) return false;
  const before = text.slice(-2 * MAX_PERIOD).lastIndexOf(text.slice(-MAX_PERIOD), MAX_PERIOD - 1);
  if (before < 0) return false;
  const window = text.slice(-WINDOW);
  const period = MAX_PERIOD - before;
  return window.slice(period) === window.slice(0, -period);
}

// src/smol/whole-reply.ts
var MAX_CONTINUATIONS = 3;
var LOOK_EVERY = 8192;
async function streamWhole(request, model) {
  let usage = NO_USAGE;
  let text = "";
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) request.onContinue?.(attempt);
    const part = await streamPart(request, text, model);
    const whole = attempt === 0 ? part.text : stitch(text, part.text);
    usage = addUsage(usage, part.usage);
    if (part.finishReason === "stop") return { text: whole, usage };
    if (attempt > 0 && whole.length <= text.length) {
      throw new TruncatedError("The reply was cut at its length limit and does not go on.");
    }
    if (attempt === MAX_CONTINUATIONS) {
      throw new TruncatedError("The reply is longer than the model can give.");
    }
    text = whole;
  }
}
async function streamPart(request, soFar, model) {
  const cut = new AbortController();
  let text = soFar;
  let looked = 0;
  const watch = (delta) => {
    text += delta;
    request.onDelta?.(delta);
    if (text.length - looked < LOOK_EVERY) return;
    looked = text.length;
    if (text.length > request.maxCharacters || isRunaway(text))
      cut.abort(new BrokenReplyError("It has no end."));
  };
  try {
    return await model.streamText({
      ...request,
      messages: soFar === "" ? request.messages : continuationMessages(request.messages, soFar),
      signal: request.signal ? AbortSignal.any([request.signal, cut.signal]) : cut.signal,
      onDelta: watch,
      onRetry: (retry) => {
        request.onRetry?.(retry);
        text = soFar;
        looked = 0;
        if (soFar !== "") request.onDelta?.(soFar);
      }
    });
  } catch (error) {
    if (cut.signal.aborted && !request.signal?.aborted) throw new EndlessReplyError("The reply has no end.");
    throw error;
  }
}

// src/smol/plan.ts
var MAX_PLAN_CHARACTERS = 3e5;
var EXPECTED_PLAN_TOKENS = 2e3;
async function plan(request, model, options = {}) {
  const { repository = null, previous, images = [] } = request;
  const messages = previous === void 0 ? planMessages(request, repository) : planAgainMessages(request, { ...previous, repository });
  return streamPlan(images.length === 0 ? messages : withImages(messages, images), model, options);
}
async function streamPlan(messages, model, options = {}) {
  const request = {
    ...options,
    messages,
    purpose: "plan",
    expectedOutputTokens: EXPECTED_PLAN_TOKENS,
    maxCharacters: MAX_PLAN_CHARACTERS
  };
  return streamWhole(request, model);
}
function withImages(messages, images) {
  const request = messages.findIndex(({ role }) => role === "user");
  return messages.map((message, index) => index === request ? { ...message, images } : message);
}
var NO_PATHS = /* @__PURE__ */ new Set();
function readPlan(text, rules) {
  const list = readFileList(text, rules.existing);
  if (list.kind === "none") return { unreadable: list.reason };
  const { files, refused } = admitFiles(list.entries, rules);
  if (files.length === 0) return { unreadable: "it lists no file that can be written" };
  return { text, title: list.title, files, refused, replies: [] };
}
function planFromList(text, listed, rules) {
  const items = listed.map((file) => listItem(file, rules));
  const read = readPlan(`${text.trimEnd()}

## Files
${items.join("\n")}
`, rules);
  if ("unreadable" in read) throw new PlanUnreadableError("The plan names no file that can be written.");
  return read;
}
function listItem({ path, lines, description, uses }, { existing = NO_PATHS }) {
  const novelty = existing.size === 0 ? [] : [existing.has(path) ? "change" : "new"];
  const facts = [...novelty, ...lines === null ? [] : [`~${lines}`]];
  const length = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  const used = uses.length === 0 ? "" : ` Uses ${uses.map((other) => `\`${other}\``).join(", ")}.`;
  return `- \`${path}\`${length} \u2013 ${description.replace(/\s+/g, " ")}${used}`;
}
var PICTURE_STAYS = "the picture that is there stays as it is";
var NOT_MADE = /^\(\s*(delete|remove|rename|move)[ds]?\b/i;
function whyNotMade({ description }) {
  return NOT_MADE.test(description) ? "a build adds and changes files; it neither deletes nor renames any" : null;
}
function admitFiles(listed, rules) {
  const verdicts = selectPaths(
    listed.map((file) => file.path),
    { protectedPaths: rules.protectedPaths }
  );
  const { existing = NO_PATHS, drawn = NO_PATHS } = rules;
  const files = [];
  const refused = [];
  for (const [index, file] of listed.entries()) {
    const verdict = verdicts[index];
    if (verdict === void 0) continue;
    const isThere = existing.has(verdict.path) && !(verdict.kind === "draw" && drawn.has(verdict.path));
    const reason = verdict.kind === "refused" ? verdict.reason : whyNotMade(file) ?? rules.refusePath?.(verdict.path);
    const setAside = verdict.kind === "set aside" ? verdict.reason : null;
    if (reason) refused.push({ path: file.path, reason });
    else if (verdict.kind === "draw" && isThere) refused.push({ path: file.path, reason: PICTURE_STAYS });
    else
      files.push({
        ...file,
        path: verdict.path,
        setAside,
        action: isThere ? "change" : "add",
        from: null
      });
  }
  if (files.length > rules.maxFiles) throw new TooManyFilesError(files.length, rules.maxFiles);
  const made = new Set(files.map((file) => file.path));
  return {
    files: files.map((file) => ({
      ...file,
      uses: file.uses.filter((path) => made.has(path) || existing.has(path))
    })),
    refused
  };
}

export {
  TooLargeError,
  BudgetExceededError,
  PriceUnknownError,
  EndlessReplyError,
  UnusableContentError,
  NotEditableError,
  unwrap,
  splitPlan,
  isBinary,
  listMessages,
  fileMessages,
  editMessages,
  wholeFileMessages,
  planSince,
  streamWhole,
  plan,
  streamPlan,
  readPlan,
  planFromList,
  PICTURE_STAYS
};
