import {
  readCode,
  readScript
} from "./chunk-BQB46G2I.js";
import "./chunk-LKKLMRBK.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
