import {
  readCode,
  readScript
} from "./chunk-4XS2W3CB.js";
import "./chunk-IKVWT7R2.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
