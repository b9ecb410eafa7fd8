import {
  readCode,
  readScript
} from "./chunk-XQR3RKDO.js";
import "./chunk-GDBBAOJF.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
