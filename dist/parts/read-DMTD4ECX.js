import {
  readCode,
  readScript
} from "./chunk-BQB46G2I.js";
import "./chunk-LKKLMRBK.js";
import "./chunk-QWTQ7ZUZ.js";
export {
  readCode,
  readScript
};
