import {
  NO_USAGE,
  addUsage,
  estimateTokenCount
} from "./chunk-CFCQ7KDN.js";
import {
  BrokenReplyError,
  MalformedReplyError
} from "./chunk-KDWMUFRG.js";
import {
  __commonJS,
  __toESM
} from "./chunk-YHBDDNX5.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

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
All files are written at the same time, so the longest one decides when the app is there: none over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. A short README.md. Only text files that a person would write: no lock files, no binaries, no build output.`;
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
A file without a line stays as it is, and nothing is changed that the request does not need. All files are written at the same time, so the longest one decides when it is done: no new one over about 150 lines, what would be longer is two files with a clear border; but no file without a purpose of its own. Only text files that a person would write: no lock files, no binaries, no build output.`;
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
  const ask2 = repository === null ? PLAN : `${shown(repository)}

${EXISTING_PLAN}`;
  return [...opening(brief), { role: "user", content: ask2 }];
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
  const [system, request, ask2] = planMessages(brief, repository);
  const said = remarks === null ? "" : `

Remarks on it:

${remarks}`;
  const again = `${ask2?.content ?? ""}

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
  const ask2 = `Write \`${path}\`, from its first line to its last. Use names, parameters and ids exactly as the plan gives them, and nothing of another file that the plan does not promise${uses.length === 0 ? "" : " or that is not shown here"}. Reply with the content of the file alone: no fence around it, no word before or after it.`;
  const content = [`The plan:

${plan2}`, ...uses.map(asItIs), ask2].join("\n\n");
  return [...opening(brief), { role: "user", content }];
}
function editMessages(brief, plan2, file, {
  uses = [],
  reason = { kind: "plan" }
} = {}) {
  const ask2 = `${wishOf(file.path, reason)} Use names, parameters and ids exactly as the plan gives them. ${EDITS}`;
  const content = [`The plan:

${plan2}`, ...uses.map(asItIs), asItIs(file), ask2].join("\n\n");
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
  const ask2 = `These edits cannot be made: ${reason}. Reply with the whole file as it is to be, from its first line to its last: no fence around it, no word before or after it.`;
  return [...asked, { role: "assistant", content: edits }, { role: "user", content: ask2 }];
}
function continuationMessages(asked, soFar) {
  return [...asked, { role: "assistant", content: soFar }, { role: "user", content: CONTINUE }];
}

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
  const mentions2 = [...sentence.matchAll(/`([^`]+)`/g)].map(
    (match) => (match[1] ?? "").trim().normalize("NFC")
  );
  const used = new Set(mentions2.flatMap((mention) => resolveMention(mention, paths, existing)));
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
var import_picomatch = __toESM(require_picomatch2());

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
function judge(given, protectors) {
  const path = given.normalize("NFC").replace(/^\.\//, "");
  const reason = malformed(path) ?? unwritable(path);
  if (reason !== null) return { kind: "refused", path: given, reason };
  const protector = protectorOf(path, protectors);
  if (protector !== void 0) return { kind: "set aside", path, reason: protector.reason };
  return { kind: "write", path };
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
  const dot = name.lastIndexOf(".");
  if (dot > 0 && BINARY_EXTENSIONS.has(name.slice(dot + 1))) {
    return `a \`${name.slice(dot)}\` file is binary and cannot be written as text`;
  }
  return null;
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

// src/smol/continuation.ts
var MAX_OVERLAP = 2e3;
var MIN_OVERLAP = 12;
var MIN_OVERLAP_OF_LINE = 3;
function stitch(head, tail) {
  const bare = withoutNewFence(head, tail);
  if (bare !== null) {
    const length = overlap(head, bare);
    if (length > 0 || !head.endsWith("\n") || isWhollyFenced(tail)) return head + bare.slice(length);
  }
  return head + tail.slice(overlap(head, tail));
}
function withoutNewFence(head, tail) {
  const lines = tail.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  const opener = readFence(lines[first] ?? "");
  if (opener === null) return null;
  const last = lines.findLastIndex((line) => !isBlank(line));
  const closer = last > first ? readFence(lines[last] ?? "") : null;
  const isClosed = closer !== null && closes(closer, opener);
  const keepCloser = !isClosed || readFence(firstLine(head)) !== null;
  return lines.slice(first + 1, keepCloser ? lines.length : last).join("\n");
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
  const window = text.slice(-WINDOW);
  const borders = new Int32Array(WINDOW);
  let border = 0;
  for (let index = 1; index < WINDOW; index += 1) {
    while (border > 0 && window.charCodeAt(index) !== window.charCodeAt(border))
      border = borders[border - 1] ?? 0;
    if (window.charCodeAt(index) === window.charCodeAt(border)) border += 1;
    borders[index] = border;
    if (index + 1 - border > MAX_PERIOD) return false;
  }
  return true;
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
var NOT_MADE = /^\(\s*(delete|remove|rename|move)[ds]?\b/i;
function whyNotMade({ description }) {
  return NOT_MADE.test(description) ? "a build adds and changes files; it neither deletes nor renames any" : null;
}
function admitFiles(listed, rules) {
  const verdicts = selectPaths(
    listed.map((file) => file.path),
    { protectedPaths: rules.protectedPaths }
  );
  const { existing = NO_PATHS } = rules;
  const files = [];
  const refused = [];
  for (const [index, file] of listed.entries()) {
    const verdict = verdicts[index];
    if (verdict === void 0) continue;
    const reason = verdict.kind === "refused" ? verdict.reason : whyNotMade(file) ?? rules.refusePath?.(verdict.path);
    const setAside = verdict.kind === "set aside" ? verdict.reason : null;
    if (reason) refused.push({ path: file.path, reason });
    else
      files.push({
        ...file,
        path: verdict.path,
        setAside,
        action: existing.has(verdict.path) ? "change" : "add",
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

// src/smol/sources.ts
var AT_ONCE = 10;
var MAX_USED_CHARACTERS = 6e4;
var MAX_USED_FILES = 40;
function readOnce(read) {
  const contents = /* @__PURE__ */ new Map();
  return (path) => {
    const known = contents.get(path);
    if (known !== void 0) return known;
    const content = read(path);
    contents.set(path, content);
    return content;
  };
}
async function readSources(paths, read, { maxFiles, maxCharacters, signal }) {
  const contents = /* @__PURE__ */ new Map();
  let total = 0;
  let files = 0;
  for (const some of inGroups(paths, AT_ONCE)) {
    signal.throwIfAborted();
    for (const [path, content] of await Promise.all(
      some.map(async (path2) => [path2, await read(path2)])
    )) {
      files += 1;
      total += content?.length ?? 0;
      if (files > maxFiles || total > maxCharacters) return contents;
      if (content !== null) contents.set(path, content);
    }
  }
  return contents;
}
function* inGroups(items, size) {
  let group = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
var MANIFEST = /(?:^|\/)(?:package\.json|[jt]sconfig(?:\.[^/]*)?\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.(?:py|cfg)|\.gitignore|manifest\.json)$/;
var MAX_MANIFESTS = 30;
var MAX_MANIFEST_CHARACTERS = 5e5;
function readManifests(paths, read, signal) {
  const depth = (path) => path.split("/").length;
  const found = [...paths].filter((path) => MANIFEST.test(path) && !path.includes("node_modules/"));
  const nearest = found.sort((left, right) => depth(left) - depth(right)).slice(0, MAX_MANIFESTS);
  return readSources(nearest, read, {
    maxFiles: MAX_MANIFESTS,
    maxCharacters: MAX_MANIFEST_CHARACTERS,
    signal
  });
}
async function usedSources(paths, read, signal) {
  const first = [...paths].slice(0, MAX_USED_FILES);
  const bounds = { maxFiles: MAX_USED_FILES, maxCharacters: Number.POSITIVE_INFINITY, signal };
  const contents = await readSources(first, read, bounds);
  let room = MAX_USED_CHARACTERS;
  return [...contents].flatMap(([path, content]) => {
    if (content.length > room) return [];
    room -= content.length;
    return { path, content };
  });
}

// src/smol/plan-difference.ts
var SHORTEST_NAME = 2;
function comparePlans(before, after) {
  const old = new Map(before.files.map((file) => [file.path, file]));
  const paths = new Set(after.files.map(({ path }) => path));
  const files = after.files.map((file) => {
    const earlier = old.get(file.path);
    if (earlier === void 0) return { path: file.path, kind: "added" };
    return { path: file.path, kind: isSameLine(earlier, file) ? "same" : "changed" };
  });
  const removed = before.files.filter(({ path }) => !paths.has(path));
  return {
    files: [...files, ...removed.map(({ path }) => ({ path, kind: "removed" }))],
    contract: { removed: linesOnlyIn(before.text, after.text), added: linesOnlyIn(after.text, before.text) }
  };
}
function isSameLine(before, after) {
  const words = ({ description, uses }) => JSON.stringify([description.split(/\s+/), [...uses].sort()]);
  return words(before) === words(after);
}
function linesOnlyIn(plan2, other) {
  const others = new Set(contractLines(other));
  return contractLines(plan2).filter((line) => !others.has(line));
}
function contractLines(plan2) {
  const { introduction, rest } = splitPlan(plan2);
  const lines = `${introduction}
${rest}`.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}
function filesToMake(difference, before, after, contents) {
  const different = new Set(difference.files.filter(({ kind }) => kind !== "same").map(({ path }) => path));
  const usedBefore = new Map(before.files.map(({ path, uses }) => [path, uses]));
  const names = changedNames(difference.contract);
  const isConcerned = ({ path, uses }) => {
    const content = contents.get(path);
    if (content === void 0 || different.has(path)) return true;
    const used = [...uses, ...usedBefore.get(path) ?? []];
    return used.some((other) => different.has(other)) || mentions(content, names);
  };
  return new Set(after.files.filter(isConcerned).map(({ path }) => path));
}
function changedNames({ removed, added }) {
  const [left, right] = [quotedNames(removed), quotedNames(added)];
  const onOneSide = [...left.all, ...right.all].filter((name) => left.all.has(name) !== right.all.has(name));
  return new Set(
    [...left.first, ...right.first, ...onOneSide].filter((name) => name.length >= SHORTEST_NAME)
  );
}
function quotedNames(lines) {
  const quotations = lines.flatMap((line) => line.match(/`[^`]+`/g) ?? []).map(namesIn);
  return {
    first: new Set(quotations.flatMap((names) => names.slice(0, 1))),
    all: new Set(quotations.flat())
  };
}
function namesIn(text) {
  return text.match(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+)*/gu) ?? [];
}
function mentions(content, names) {
  if (names.size === 0) return false;
  return namesIn(content).some((name) => names.has(name) || name.split("-").some((part) => names.has(part)));
}

// src/smol/basis.ts
function briefOf({ prompt, instructions, existing }) {
  return { prompt, instructions, isExisting: (existing?.paths.size ?? 0) > 0 };
}
function isEdited({ path, action }, { previous }) {
  return action === "change" || previous?.files.has(path) === true;
}
async function readBasis(plan2, request, rules, read, signal) {
  const kept = new Map([...takenOver(plan2, request, rules), ...request.resume?.files ?? []]);
  const changed = plan2.files.filter(({ action }) => action === "change");
  const bounds = { maxFiles: Number.POSITIVE_INFINITY, maxCharacters: Number.POSITIVE_INFINITY, signal };
  const present = await readSources(
    changed.map(({ path }) => path),
    read,
    bounds
  );
  return { kept, present, edited: new Map([...present, ...request.previous?.files ?? []]) };
}
function takenOver(plan2, { previous }, rules) {
  if (previous === void 0) return /* @__PURE__ */ new Map();
  const before = readPlan(previous.plan, { ...rules, maxFiles: Number.POSITIVE_INFINITY });
  if ("unreadable" in before) return /* @__PURE__ */ new Map();
  const again = filesToMake(comparePlans(before, plan2), before, plan2, previous.files);
  const same = plan2.files.filter(({ path }) => !again.has(path));
  return new Map(same.map(({ path }) => [path, previous.files.get(path) ?? ""]));
}
function sourcesOf({ path, uses }, { existing }, read, signal) {
  const there = uses.filter((other) => other !== path && existing?.paths.has(other) === true);
  return usedSources(there, read, signal);
}

// src/smol/content.ts
var MAX_FILE_BYTES = 1e6;
var MAY_BE_EMPTY = /* @__PURE__ */ new Set(["__init__.py", "py.typed", ".gitkeep", ".keep", ".nojekyll"]);
var KEEPS_CRLF = /\.(?:bat|cmd|ps1)$/i;
var BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
var TAG_CHARACTER = /[\u{e0000}-\u{e007f}]/u;
function checkContent(text, path, refuse = () => null) {
  const wellFormed = text.toWellFormed().replace(/^\ufeff/, "");
  const reason = unacceptable(wellFormed) ?? refuse(wellFormed);
  if (reason !== null) return { kind: "rejected", reason };
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (wellFormed.trim() === "") {
    if (MAY_BE_EMPTY.has(name)) return { kind: "ok", content: "" };
    return { kind: "rejected", reason: "the file came out empty" };
  }
  const content = endWithOneBreak(KEEPS_CRLF.test(name) ? wellFormed : wellFormed.replaceAll("\r\n", "\n"));
  if (Buffer.byteLength(content) > MAX_FILE_BYTES) {
    return { kind: "rejected", reason: "the file is larger than 1 MB" };
  }
  return { kind: "ok", content };
}
function checkChange(before, text, path, refuse = () => null) {
  if (before === "") return checkContent(text, path, refuse);
  const judge2 = (part) => unacceptable(part) ?? refuse(part);
  const reason = judge2(text);
  const isOld = reason !== null && judge2(before) !== null;
  const newReason = isOld ? judge2(newLines(before, text)) : reason;
  if (newReason !== null) return { kind: "rejected", reason: newReason };
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (text.trim() === "" && !MAY_BE_EMPTY.has(name)) {
    return { kind: "rejected", reason: "the file came out empty" };
  }
  const size = Buffer.byteLength(text);
  if (size > MAX_FILE_BYTES && size > Buffer.byteLength(before)) {
    return { kind: "rejected", reason: "the file is larger than 1 MB" };
  }
  return { kind: "ok", content: text };
}
function newLines(before, text) {
  const old = new Set(before.split("\n"));
  return text.split("\n").filter((line) => !old.has(line)).join("\n");
}
function unacceptable(text) {
  if (text.includes("\0")) return "the file holds NUL characters, so it is not text";
  if (BIDI_CONTROL.test(text)) {
    return "the file holds characters that reverse the direction of text, which can hide what code does";
  }
  if (TAG_CHARACTER.test(text)) return "the file holds invisible tag characters, which can hide text";
  return null;
}
function endWithOneBreak(text) {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return text.slice(0, end) + lineBreak;
}

// src/smol/code.ts
var ATTEMPTS = 2;
var MAX_CHARACTERS = 1e6;
var DEFAULT_LINES = 120;
var TOKENS_PER_LINE = 12;
async function generateCode(request, model, options = {}) {
  let usage = NO_USAGE;
  for (let attempt = 1; ; attempt += 1) {
    const reply = await streamFile(request, model, options);
    usage = addUsage(usage, reply.usage);
    const checked = reply.endless ? { kind: "rejected", reason: "it has no end" } : checkContent(unwrap(reply.text, request.path), request.path, request.refuseContent);
    if (checked.kind === "ok") return { content: checked.content, usage };
    if (attempt === ATTEMPTS) {
      throw new UnusableContentError(`The model's \`${request.path}\` cannot be written: ${checked.reason}.`);
    }
    const error = new MalformedReplyError(`The reply is no usable file: ${checked.reason}.`);
    options.onRetry?.({ attempt, waitMs: 0, error });
  }
}
async function streamFile(request, model, options) {
  const asked = {
    ...options,
    messages: fileMessages(request, request.plan, request.path, request.uses),
    expectedOutputTokens: expectedTokens(request.lines)
  };
  return streamReply(asked, model);
}
async function streamReply(asked, model) {
  const request = { ...asked, purpose: "file", maxCharacters: MAX_CHARACTERS };
  try {
    return { ...await streamWhole(request, model), endless: false };
  } catch (error) {
    if (error instanceof EndlessReplyError) return { text: "", usage: NO_USAGE, endless: true };
    throw error;
  }
}
function expectedTokens(lines) {
  return (lines ?? DEFAULT_LINES) * TOKENS_PER_LINE;
}

// src/smol/edit-blocks.ts
var OPENER = /^(<{5,9})\s*SEARCH\s*$/i;
var DIVIDER = /^(={5,9})\s*$/;
var CLOSER = /^(>{5,9})\s*REPLACE\s*$/i;
var CONFLICT_START = /^<{7}(?:\s|$)/;
var CONFLICT_END = /^>{7}(?:\s|$)/;
var UNCHANGED = /^[*`"']*UNCHANGED[*`"']*[.!]?$/;
function readEdits(reply) {
  const lines = reply.split(/\r?\n/);
  const edits = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const opener = OPENER.exec(line)?.[1];
    if (opener === void 0) {
      if (!CLOSER.test(line)) continue;
      return malformed2(`${nameOf(edits.length)} has a last line but no first one`);
    }
    const end = endOf(lines, at, opener.length);
    if (end === null) return malformed2(`edit ${edits.length + 1} has no last line ">>>>>>> REPLACE"`);
    const divider = dividerOf(lines, at, end, opener.length);
    if (typeof divider === "string") return malformed2(`edit ${edits.length + 1} has ${divider}`);
    edits.push({ search: lines.slice(at + 1, divider), replace: lines.slice(divider + 1, end) });
    at = end;
  }
  if (edits.length > 0) return { kind: "edits", edits };
  const words = lines.map((text) => text.trim()).filter((text) => text !== "" && !/^[`~]{3,}\w*$/.test(text));
  if (words.length === 0) return malformed2("the reply is empty");
  const isUnchanged = UNCHANGED.test(words[0] ?? "") || UNCHANGED.test(words.at(-1) ?? "");
  return isUnchanged ? { kind: "unchanged" } : { kind: "whole", text: reply };
}
function hasEditMarks(text) {
  return /^(?:<{5,9}|>{5,9})(?:[ \t]|$)|^@@ .{1,80} @@|^\*\*\* (?:Begin|Update) /m.test(text);
}
function malformed2(reason) {
  return { kind: "malformed", reason };
}
function nameOf(before) {
  return before === 0 ? "the first edit" : `the edit after edit ${before}`;
}
function endOf(lines, start, length) {
  let other = null;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const opener = OPENER.exec(line)?.[1];
    if (opener !== void 0 && (opener.length === length || other !== null)) break;
    const closer = CLOSER.exec(line)?.[1];
    if (closer?.length === length) return at;
    if (closer !== void 0) other ??= at;
  }
  return other;
}
function dividerOf(lines, start, end, length) {
  const all = dividersOf(lines, start, end);
  const sameLength = all.filter((divider2) => divider2.length === length);
  const candidates = sameLength.length > 0 ? sameLength : all;
  const outside = candidates.filter(({ isInConflict }) => !isInConflict);
  const [divider, second] = outside.length > 0 ? outside : candidates;
  if (divider === void 0) return 'no line "=======" in it';
  return second === void 0 ? divider.at : 'more than one line "=======" in it';
}
function dividersOf(lines, start, end) {
  const dividers = [];
  let isInConflict = false;
  for (let at = start + 1; at < end; at += 1) {
    const line = lines[at] ?? "";
    if (CONFLICT_START.test(line)) isInConflict = true;
    else if (CONFLICT_END.test(line)) isInConflict = false;
    const length = DIVIDER.exec(line)?.[1]?.length;
    if (length !== void 0) dividers.push({ at, length, isInConflict });
  }
  return dividers;
}

// src/smol/lines.ts
function splitLines(text) {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const rest = text.slice(mark.length);
  const pieces = rest.split(rest.includes("\n") ? /(\r?\n)/ : /(\r)/);
  const texts = pieces.filter((_, index) => index % 2 === 0);
  const ends = pieces.filter((_, index) => index % 2 === 1);
  if (texts.at(-1) === "") return { mark, texts: texts.slice(0, -1), ends };
  return { mark, texts, ends: [...ends, ""] };
}
function joinLines({ mark, texts, ends }) {
  return mark + texts.map((text, index) => text + (ends[index] ?? "")).join("");
}
function commonEnd({ ends }) {
  const windows = ends.filter((end) => end === "\r\n").length;
  const others = ends.filter((end) => end !== "" && end !== "\r\n");
  return windows > others.length ? "\r\n" : others[0] ?? "\n";
}
function spliceLines(lines, splices) {
  const common = commonEnd(lines);
  const texts = [];
  const ends = [];
  const keep = (from, to) => {
    for (let index = from; index < to; index += 1) {
      texts.push(lines.texts[index] ?? "");
      ends.push(lines.ends[index] ?? "");
    }
  };
  let at = 0;
  for (const splice of splices) {
    keep(at, splice.start);
    const endsOpen = splice.end === lines.texts.length && lines.ends.at(-1) === "" && splice.texts.length > 0;
    if (endsOpen && ends.at(-1) === "") ends[ends.length - 1] = common;
    for (const [index, text] of splice.texts.entries()) {
      texts.push(text);
      ends.push(endOf2(lines, splice, index) || common);
    }
    if (endsOpen) ends[ends.length - 1] = "";
    at = splice.end;
  }
  keep(at, lines.texts.length);
  return { mark: lines.mark, texts, ends };
}
function endOf2(lines, { start, end }, index) {
  return start + index < end ? lines.ends[start + index] ?? "" : "";
}
function narrow({ start, end, texts }, before) {
  const most = Math.min(before.length, texts.length);
  let head = 0;
  while (head < most && before[head] === texts[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === texts[texts.length - 1 - tail]) tail += 1;
  return { start: start + head, end: end - tail, texts: texts.slice(head, texts.length - tail) };
}

// src/smol/edits.ts
var MAX_COMPARISONS = 2e7;
function applyEdits(content, edits) {
  const lines = splitLines(content);
  if (edits.length * lines.texts.length > MAX_COMPARISONS) {
    return rejected("there are too many of them for a file of this length");
  }
  const places = locate(lines.texts, edits);
  if (typeof places === "string") return rejected(places);
  const ordered = places.sort((a, b) => a.start - b.start);
  const reason = overlapOf(ordered);
  if (reason !== null) return rejected(reason);
  const splices = ordered.map((place) => narrow(place, place.search));
  return { kind: "applied", content: joinLines(spliceLines(lines, splices)) };
}
function rejected(reason) {
  return { kind: "rejected", reason };
}
function locate(texts, edits) {
  const exact = indexOf(texts);
  const tolerant = lazily(() => indexOf(texts.map((text) => text.trimEnd())));
  const places = [];
  for (const [index, { search, replace }] of edits.entries()) {
    const number = index + 1;
    if (search.length === 0 && texts.length > 0) return `edit ${number} does not say which lines it replaces`;
    let starts = search.length === 0 ? [0] : find(exact, search);
    if (starts.length === 0) {
      starts = find(
        tolerant(),
        search.map((text) => text.trimEnd())
      );
    }
    const [start, ...others] = starts;
    if (start === void 0) return `the lines that edit ${number} looks for do not stand in the file`;
    if (others.length > 0) {
      return `the lines that edit ${number} looks for stand in the file ${starts.length} times`;
    }
    places.push({ start, end: start + search.length, texts: replace, search, number });
  }
  return places;
}
function overlapOf(ordered) {
  for (const [index, place] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === void 0 || next.start >= place.end && next.start > place.start) continue;
    const [first, second] = [place.number, next.number].sort((a, b) => a - b);
    return `edits ${first} and ${second} overlap`;
  }
  return null;
}
function indexOf(texts) {
  const idOf = /* @__PURE__ */ new Map();
  const ids = Int32Array.from(texts, (text) => {
    const id = idOf.get(text) ?? idOf.size;
    idOf.set(text, id);
    return id;
  });
  return { ids, idOf };
}
function find({ ids, idOf }, search) {
  const wanted = Int32Array.from(search, (text) => idOf.get(text) ?? -1);
  if (wanted.includes(-1)) return [];
  const borders = bordersOf2(wanted);
  const starts = [];
  let length = 0;
  for (let at = 0; at < ids.length; at += 1) {
    while (length > 0 && ids[at] !== wanted[length]) length = borders[length - 1] ?? 0;
    if (ids[at] === wanted[length]) length += 1;
    if (length < wanted.length) continue;
    starts.push(at + 1 - length);
    length = borders[length - 1] ?? 0;
  }
  return starts;
}
function bordersOf2(row) {
  const borders = new Int32Array(row.length);
  let border = 0;
  for (let index = 1; index < row.length; index += 1) {
    while (border > 0 && row[index] !== row[border]) border = borders[border - 1] ?? 0;
    if (row[index] === row[border]) border += 1;
    borders[index] = border;
  }
  return borders;
}
function lazily(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// src/smol/edit-code.ts
var LINES_OF_EDIT = 2;
async function editCode(request, model, options = {}) {
  const { file, uses, reason } = request;
  const shown2 = { path: file.path, content: file.content.replace(/^\ufeff/, "") };
  const asked = editMessages(request, request.plan, shown2, { uses, reason });
  const first = await ask(request, asked, model, options);
  const made = outcome(first, request, "edits");
  if (made.kind !== "rejected") return { ...made, usage: first.usage };
  const error = new MalformedReplyError(`The edits cannot be made: ${made.reason}.`);
  options.onRetry?.({ attempt: 1, waitMs: 0, error });
  const isShown = !first.endless && first.text.trim() !== "";
  const again = isShown ? wholeFileMessages(asked, first.text, made.reason) : asked;
  const second = await ask(request, again, model, options);
  const remade = outcome(second, request, "whole");
  if (remade.kind === "rejected") {
    throw new UnusableContentError(`The model's \`${file.path}\` cannot be written: ${remade.reason}.`);
  }
  return { ...remade, usage: addUsage(first.usage, second.usage) };
}
function ask(request, messages, model, options) {
  const expectedOutputTokens = expectedEditTokens(request.lines, request.file.content);
  return streamReply({ ...options, messages, expectedOutputTokens }, model);
}
function expectedEditTokens(lines, content) {
  const fresh = expectedTokens(lines);
  return Math.min(LINES_OF_EDIT * fresh, estimateTokenCount(content) + fresh);
}
function outcome({ text, endless }, request, wanted) {
  const { path, content } = request.file;
  if (endless) return { kind: "rejected", reason: "they have no end" };
  const made = contentOf2(text.toWellFormed(), request.file, wanted);
  if (made.kind === "rejected") return made;
  if (made.content === content) return { kind: "unchanged", content };
  const checked = checkChange(content, made.content, path, request.refuseContent);
  return checked.kind === "ok" ? { kind: "changed", content: checked.content } : checked;
}
function contentOf2(reply, file, wanted) {
  const read = readEdits(reply);
  if (read.kind === "unchanged") return { kind: "made", content: file.content };
  const whole = unwrap(reply, file.path);
  const tellsOfEdits = wanted === "whole" && hasEditMarks(file.content) && !/^\s*<{5}/.test(whole);
  if (read.kind === "edits" && !tellsOfEdits) return applyEdits(file.content, read.edits);
  if ((read.kind === "whole" || tellsOfEdits) && isPlausible(whole, file, wanted)) {
    return { kind: "made", content: inPlaceOf(file.content, whole) };
  }
  const reason = read.kind === "malformed" ? read.reason : "they are not in that form";
  return { kind: "rejected", reason };
}
function isPlausible(whole, { content }, wanted) {
  if (hasEditMarks(whole) && !hasEditMarks(content)) return false;
  if (wanted === "whole" || content.trim() === "") return true;
  const old = new Set(content.split("\n").map((line) => line.trim()));
  return whole.split("\n").some((line) => line.trim() !== "" && old.has(line.trim()));
}
function inPlaceOf(before, whole) {
  const old = splitLines(before);
  const isBlank2 = (line) => line.trim() === "";
  const lastOld = old.texts.findLastIndex((line) => !isBlank2(line)) + 1;
  const texts = splitLines(whole).texts;
  const last = texts.findLastIndex((line) => !isBlank2(line)) + 1;
  const splice = { start: 0, end: lastOld, texts: texts.slice(0, last) };
  return joinLines(spliceLines(old, [narrow(splice, old.texts.slice(0, lastOld))]));
}

// src/smol/budget.ts
var IMAGE_TOKENS = 1500;
function countTokens(text) {
  return estimateTokenCount(text);
}
function assertPriced(model, { maxCostUsd }) {
  if (maxCostUsd === null) return;
  for (const purpose of ["plan", "file"]) {
    if (model.cost(purpose, { inputTokens: 1, cachedTokens: 0, outputTokens: 1 }) !== null) continue;
    throw new PriceUnknownError(`The price of the model ${model.nameOf(purpose)} is not known.`);
  }
}
function meter(model, caps, onUsage) {
  assertPriced(model, caps);
  const nameOf2 = (input) => caps.isAgreed ? "what was agreed to is" : `${input} is`;
  const capped = caps.maxCostUsd !== null || caps.maxTotalTokens !== null;
  let spent = NO_USAGE;
  let reserved = { tokens: 0, costUsd: 0 };
  const assertFits = (next) => {
    const tokens = spent.inputTokens + spent.outputTokens + reserved.tokens + next.tokens;
    if (caps.maxTotalTokens !== null && tokens > caps.maxTotalTokens) {
      throw new BudgetExceededError(
        `It would take about ${tokens} tokens in all; ${nameOf2("max-total-tokens")} ${caps.maxTotalTokens}.`
      );
    }
    const costUsd = (spent.costUsd ?? 0) + reserved.costUsd + next.costUsd;
    if (caps.maxCostUsd !== null && costUsd > caps.maxCostUsd) {
      throw new BudgetExceededError(
        `It would cost about $${costUsd.toFixed(2)} in all; ${nameOf2("max-cost-usd")} ${caps.maxCostUsd}.`
      );
    }
  };
  const pay = (usage) => {
    spent = addUsage(spent, usage);
    onUsage(spent);
  };
  const book = async (call, make) => {
    const expected = capped ? estimateCall(model, call) : { tokens: 0, costUsd: 0 };
    if (capped) assertFits(expected);
    reserved = { tokens: reserved.tokens + expected.tokens, costUsd: reserved.costUsd + expected.costUsd };
    try {
      const result = await make({ ...call, onSpent: pay });
      pay(result.usage);
      return result;
    } finally {
      reserved = { tokens: reserved.tokens - expected.tokens, costUsd: reserved.costUsd - expected.costUsd };
    }
  };
  return {
    nameOf: (purpose) => model.nameOf(purpose),
    cost: (purpose, tokens) => model.cost(purpose, tokens),
    streamText: (request) => book(request, (call) => model.streamText(call)),
    object: (request) => book(request, (call) => model.object(call)),
    total: () => spent,
    assertAffordable: (plan2, briefTokens) => {
      if (capped) assertFits(estimateFiles(model, plan2, briefTokens));
    }
  };
}
function countMessages(messages) {
  return messages.reduce(
    (sum, { content, images = [] }) => sum + countTokens(content) + images.length * IMAGE_TOKENS,
    0
  );
}
function estimateCall(model, call) {
  const inputTokens = countMessages(call.messages);
  return estimate(model, call.purpose, inputTokens, call.expectedOutputTokens ?? 0);
}
function estimateFiles(model, plan2, briefTokens) {
  const prefix = briefTokens + countTokens(plan2.text);
  const output = plan2.files.reduce((sum, file) => sum + expectedTokens(file.lines), 0);
  return estimate(model, "file", prefix * plan2.files.length, output);
}
function estimate(model, purpose, inputTokens, outputTokens) {
  const costUsd = model.cost(purpose, { inputTokens, cachedTokens: 0, outputTokens });
  return { tokens: inputTokens + outputTokens, costUsd: costUsd ?? 0 };
}

export {
  TooLargeError,
  NotEditableError,
  listMessages,
  fileMessages,
  plan,
  readPlan,
  planFromList,
  readOnce,
  readManifests,
  briefOf,
  isEdited,
  readBasis,
  sourcesOf,
  checkContent,
  checkChange,
  generateCode,
  expectedTokens,
  editCode,
  countTokens,
  meter
};
