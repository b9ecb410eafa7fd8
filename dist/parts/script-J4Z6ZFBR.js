import {
  readCode,
  readScript
} from "./chunk-E3FAC553.js";
import "./chunk-OBLXEDDZ.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
