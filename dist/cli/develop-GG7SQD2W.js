import {
  PlanUnreadableError,
  TooLargeError,
  TooManyFilesError,
  checkContent,
  closes,
  countTokens,
  fileMessages,
  generateCode,
  isBlank,
  listMessages,
  meter,
  planMessages,
  readFence,
  streamWhole,
  unwrap
} from "./chunk-VPEECI7S.js";
import {
  array,
  number,
  object,
  string
} from "./chunk-CFCQ7KDN.js";
import {
  ModelError
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

// src/smol/develop.ts
import { setTimeout as delay } from "node:timers/promises";

// src/smol/event-stream.ts
async function* eventsOf(work) {
  let queue = [];
  let wake = () => {
  };
  let settled = false;
  const result = work((event) => {
    queue.push(event);
    wake();
  }).finally(() => {
    settled = true;
    wake();
  });
  result.catch(() => {
  });
  while (true) {
    const ready = queue;
    queue = [];
    yield* ready;
    if (queue.length > 0) continue;
    if (settled) return result;
    await new Promise((resolve) => {
      wake = resolve;
    });
  }
}

// src/smol/file-paths.ts
var FileList = object({
  files: array(
    object({
      path: string(),
      lines: number(),
      description: string(),
      uses: array(string())
    })
  )
});
var EXPECTED_LIST_TOKENS = 1500;
async function specifyFilePaths(brief, model, options = {}) {
  const { value, usage } = await model.object({
    ...options,
    messages: listMessages(brief, brief.plan),
    purpose: "plan",
    name: "file_list",
    schema: FileList,
    expectedOutputTokens: EXPECTED_LIST_TOKENS
  });
  const listed = new Set(value.files.map((file) => file.path));
  const files = value.files.map((file) => ({
    ...file,
    lines: file.lines > 0 ? Math.round(file.lines) : null,
    uses: file.uses.filter((used) => used !== file.path && listed.has(used))
  }));
  return { files, usage };
}

// src/smol/uses.ts
var MAX_MENTION = 300;
var MAX_GLOB = 80;
function resolveUses(sentence, path, paths) {
  const mentions = [...sentence.matchAll(/`([^`]+)`/g)].map(
    (match) => (match[1] ?? "").trim().normalize("NFC")
  );
  const used = new Set(mentions.flatMap((mention) => resolveMention(mention, paths)));
  used.delete(path);
  return [...used];
}
function resolveMention(mention, paths) {
  if (mention.length > MAX_MENTION) return [];
  const name = mention.replace(/^\.?\//, "");
  if (name === "") return [];
  if (paths.includes(name)) return [name];
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
var USES = /\bUses\b/;
var USES_INSIDE_SENTENCE = /\buses\b(?=:?\s+(?:`|all\b|every\b|nothing\b|no\b))/;
function readFileList(plan2) {
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
  const entries = items.map((item) => entryOf(item, paths));
  return { kind: "list", title: titleOf(headings), entries };
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
      current = item;
      items.push(item);
    } else if (headingOf(line) !== null || bullet && !isNested) {
      current = null;
    } else if (current !== null && !isBlank(line)) {
      current.rest += ` ${(bullet?.[2] ?? line).trim()}`;
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
function entryOf({ path, rest }, paths) {
  const afterPath = rest.replace(SEPARATORS, "");
  const count = LINES.exec(afterPath);
  const sentence = afterPath.slice(count?.[0].length ?? 0).replace(SEPARATORS, "");
  const uses = USES.exec(sentence) ?? USES_INSIDE_SENTENCE.exec(sentence);
  const description = uses === null ? sentence : sentence.slice(0, uses.index);
  return {
    path,
    lines: count === null ? null : Number(count[1]?.replaceAll(",", "")),
    description: withoutEnd(description),
    uses: uses === null ? [] : resolveUses(sentence.slice(uses.index), path, paths)
  };
}
function withoutEnd(description) {
  let end = description.length;
  while (end > 0 && /[\s(*_,;:–—-]/.test(description[end - 1] ?? "")) end -= 1;
  return description.slice(0, end);
}

// src/smol/paths.ts
var import_picomatch = __toESM(require_picomatch2());

// src/smol/protected-paths.ts
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
    globs: [
      "**/{.npmrc,.yarnrc,.yarnrc.yml,.pypirc,pip.conf,nuget.config,.condarc,bunfig.toml}",
      "**/.yarn/{releases,plugins,sdks}/**",
      "**/{.,}pnpmfile.{cjs,mjs,js}",
      "**/.cargo/config{,.toml}",
      "**/.bundle/config"
    ],
    reason: "it decides where packages are fetched from, and often holds a password"
  },
  {
    globs: [
      "**/.env",
      "**/.env.!(*example|*sample|*template)",
      "**/{.netrc,.git-credentials,.htpasswd}",
      "**/.{ssh,aws}/**"
    ],
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
  const skeleton = skeletonOf(path);
  const protector = protectors.find(({ matches }) => matches(path) || matches(skeleton));
  if (protector !== void 0) return { kind: "set aside", path, reason: protector.reason };
  return { kind: "write", path };
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

// src/smol/plan.ts
var MAX_PLAN_CHARACTERS = 3e5;
var EXPECTED_PLAN_TOKENS = 2e3;
async function plan(brief, model, options = {}) {
  const request = {
    ...options,
    messages: planMessages(brief),
    purpose: "plan",
    expectedOutputTokens: EXPECTED_PLAN_TOKENS,
    maxCharacters: MAX_PLAN_CHARACTERS
  };
  return streamWhole(request, model);
}
function readPlan(text, rules) {
  const list = readFileList(text);
  if (list.kind === "none") return { unreadable: list.reason };
  const { files, refused } = admitFiles(list.entries, rules);
  if (files.length === 0) return { unreadable: "it lists no file that can be written" };
  return { text, title: list.title, files, refused, replies: [] };
}
function planFromList(text, listed, rules) {
  const read = readPlan(`${text.trimEnd()}

## Files
${listed.map(listItem).join("\n")}
`, rules);
  if ("unreadable" in read) throw new PlanUnreadableError("The plan names no file that can be written.");
  return read;
}
function listItem({ path, lines, description, uses }) {
  const length = lines === null ? "" : ` (~${lines})`;
  const used = uses.length === 0 ? "" : ` Uses ${uses.map((other) => `\`${other}\``).join(", ")}.`;
  return `- \`${path}\`${length} \u2013 ${description.replace(/\s+/g, " ")}${used}`;
}
function admitFiles(listed, rules) {
  const verdicts = selectPaths(
    listed.map((file) => file.path),
    { protectedPaths: rules.protectedPaths }
  );
  const files = [];
  const refused = [];
  for (const [index, file] of listed.entries()) {
    const verdict = verdicts[index];
    if (verdict === void 0) continue;
    const reason = verdict.kind === "refused" ? verdict.reason : rules.refusePath?.(verdict.path);
    const setAside = verdict.kind === "set aside" ? verdict.reason : null;
    if (reason) refused.push({ path: file.path, reason });
    else files.push({ ...file, path: verdict.path, setAside, action: "add", from: null });
  }
  if (files.length > rules.maxFiles) throw new TooManyFilesError(files.length, rules.maxFiles);
  const made = new Set(files.map((file) => file.path));
  return {
    files: files.map((file) => ({ ...file, uses: file.uses.filter((path) => made.has(path)) })),
    refused
  };
}

// src/smol/develop.ts
var FAN_OUT_AFTER_MS = 1500;
var DEFAULT_MAX_FILES = 100;
var MAX_TOTAL_CHARACTERS = 3e7;
async function* develop(request, model) {
  const left = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
  const limits = {
    maxFiles: request.limits?.maxFiles ?? DEFAULT_MAX_FILES,
    maxCostUsd: request.limits?.maxCostUsd ?? null,
    maxTotalTokens: request.limits?.maxTotalTokens ?? null
  };
  const { protectedPaths = [], refusePath } = request;
  const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath };
  let emit = () => {
  };
  const metered = meter(model, limits, (usage) => emit({ type: "usage", usage }));
  const within = (work) => eventsOf((report) => {
    emit = report;
    return work();
  });
  try {
    yield { type: "plan.start" };
    const made = yield* within(() => makePlan(request, metered, rules, signal, (event) => emit(event)));
    yield { type: "plan.done", plan: made, reused: request.resume !== void 0 };
    assertAffordable(metered, request, made);
    const outcome = yield* within(() => makeFiles(request, made, metered, signal, (event) => emit(event)));
    yield { type: "done", result: { plan: made, ...outcome, usage: metered.total() } };
  } finally {
    left.abort();
  }
}
async function makePlan(request, model, rules, signal, emit) {
  const text = request.resume?.plan ?? await streamPlan(request, model, signal, emit);
  const read = readPlan(text, rules);
  if (!("unreadable" in read)) return read;
  emit({ type: "plan.list", reason: read.unreadable });
  const { files } = await specifyFilePaths({ ...request, plan: text }, model, {
    signal,
    onRetry: (retry) => emit({ type: "plan.retry", retry })
  });
  return planFromList(text, files, rules);
}
async function streamPlan(request, model, signal, emit) {
  const { text } = await plan(request, model, {
    signal,
    onDelta: (delta) => emit({ type: "plan.delta", text: delta }),
    onRetry: (retry) => emit({ type: "plan.retry", retry })
  });
  return text;
}
function assertAffordable(model, request, made) {
  const left = made.files.filter((file) => !request.resume?.files.has(file.path));
  const brief = fileMessages(request, "", "").reduce((sum, message) => sum + countTokens(message.content), 0);
  model.assertAffordable({ ...made, files: left }, brief);
}
async function makeFiles(request, made, model, signal, emit) {
  const contents = /* @__PURE__ */ new Map();
  const failures = /* @__PURE__ */ new Map();
  const giveUp = new AbortController();
  let total = 0;
  const make = async (file, onFirstToken = () => {
  }) => {
    let started = false;
    const start = () => {
      if (!started) emit({ type: "file.start", path: file.path });
      started = true;
    };
    try {
      const ask = { ...request, plan: made.text, path: file.path, lines: file.lines };
      const { content } = await generateCode(ask, model, {
        signal: AbortSignal.any([signal, giveUp.signal]),
        onStart: start,
        onDelta: (text) => {
          onFirstToken();
          emit({ type: "file.delta", path: file.path, text });
        },
        onRetry: (retry) => emit({ type: "file.retry", path: file.path, retry }),
        onContinue: (attempt) => emit({ type: "file.continue", path: file.path, attempt })
      });
      total += content.length;
      if (total > MAX_TOTAL_CHARACTERS) throw new TooLargeError("The files together are larger than 30 MB.");
      contents.set(file.path, content);
      emit({ type: "file.done", path: file.path, content, reused: false });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
      if (endsRun(error)) giveUp.abort(error);
      failures.set(file.path, error);
      emit({ type: "file.failed", path: file.path, error });
    }
  };
  const missing = takeOver(made, request, contents, emit);
  await fanOut(longestFirst(missing), make);
  return inOrder(made, contents, failures);
}
function takeOver(made, { resume, refuseContent }, contents, emit) {
  return made.files.filter(({ path }) => {
    const earlier = resume?.files.get(path);
    const checked = earlier === void 0 ? null : checkContent(earlier, path, refuseContent);
    if (checked?.kind !== "ok") return true;
    contents.set(path, checked.content);
    emit({ type: "file.done", path, content: checked.content, reused: true });
    return false;
  });
}
function endsRun(error) {
  return error instanceof TooLargeError || error instanceof ModelError && error.endsRun;
}
function longestFirst(files) {
  const known = files.flatMap((file) => file.lines ?? []).sort((a, b) => a - b);
  const middling = known[Math.floor(known.length / 2)] ?? 0;
  return [...files].sort((a, b) => (b.lines ?? middling) - (a.lines ?? middling));
}
async function fanOut(files, make) {
  const [first, ...rest] = files;
  if (first === void 0) return;
  const warm = Promise.withResolvers();
  const leader = make(first, warm.resolve).finally(warm.resolve);
  const timer = new AbortController();
  await Promise.race([
    warm.promise,
    delay(FAN_OUT_AFTER_MS, void 0, { signal: timer.signal }).catch(() => {
    })
  ]);
  timer.abort();
  await Promise.all([leader, ...rest.map((file) => make(file))]);
}
function inOrder(made, contents, failures) {
  const files = /* @__PURE__ */ new Map();
  const failed = [];
  for (const { path } of made.files) {
    const content = contents.get(path);
    const error = failures.get(path);
    if (content !== void 0) files.set(path, content);
    else if (error !== void 0) failed.push({ path, error });
  }
  return { files, failed };
}
export {
  develop
};
