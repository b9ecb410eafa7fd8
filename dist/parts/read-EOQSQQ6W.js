import {
  readCode,
  readScript
} from "./chunk-EQK4UAMK.js";
import "./chunk-Y63CHDNW.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
