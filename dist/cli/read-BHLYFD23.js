import {
  readCode,
  readScript
} from "./chunk-FAOEXQWJ.js";
import "./chunk-Q5WXCMH4.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
