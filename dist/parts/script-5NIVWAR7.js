import {
  readCode,
  readScript
} from "./chunk-DY5Y6FFZ.js";
import "./chunk-OKT6UWM4.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
