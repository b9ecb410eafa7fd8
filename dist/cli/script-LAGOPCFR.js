import {
  readCode,
  readScript
} from "./chunk-NMUS3LSP.js";
import "./chunk-GFXWBGLP.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
