import {
  readCode,
  readScript
} from "./chunk-BX6Q4JWU.js";
import "./chunk-3HIS44SS.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
