import {
  readCode,
  readScript
} from "./chunk-PJYXGH4Z.js";
import "./chunk-4MEH5WZ3.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
