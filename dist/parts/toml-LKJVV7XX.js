import {
  TomlError,
  parse
} from "./chunk-YAOIJJZ2.js";
import {
  isTemplate
} from "./chunk-ALZOMUXD.js";
import "./chunk-WHZ3GZSW.js";

// src/check/data/toml.ts
function readToml(_path, text) {
  try {
    return { data: parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    if (!(error instanceof TomlError) || isTemplate(text)) return {};
    const [message = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    return { broken: [{ line: error.line, message: message.trim() }] };
  }
}
export {
  readToml
};
