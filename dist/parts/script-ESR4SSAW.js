import {
  readCode,
  readScript
} from "./chunk-SNNOJ7BC.js";
import "./chunk-N6VQD7I3.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
