import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-OBSUEWU4.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCss,
  readScss,
  urlsIn
};
