import {
  readCode,
  readScript
} from "./chunk-CAJVLVTP.js";
import "./chunk-Q3FBSNIJ.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
