import {
  readCode,
  readScript
} from "./chunk-FJ6KPEPO.js";
import "./chunk-LKKLMRBK.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
