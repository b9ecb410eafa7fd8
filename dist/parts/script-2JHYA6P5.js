import {
  readCode,
  readScript
} from "./chunk-DBTSDJP2.js";
import "./chunk-GMCCGWG7.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
