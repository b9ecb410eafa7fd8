import {
  readCode,
  readScript
} from "./chunk-23OVQHAO.js";
import "./chunk-VWCI6C5H.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
