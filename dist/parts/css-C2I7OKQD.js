import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-KFANXQEC.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCss,
  readScss,
  urlsIn
};
