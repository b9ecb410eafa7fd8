import {
  readCode,
  readScript
} from "./chunk-Y4U3M6EO.js";
import "./chunk-UFXALHZU.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
