import {
  readCode,
  readScript
} from "./chunk-HAC76374.js";
import "./chunk-LKKLMRBK.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
