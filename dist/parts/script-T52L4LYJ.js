import {
  readCode,
  readScript
} from "./chunk-CNTPMXCL.js";
import "./chunk-MTK5CEIJ.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
