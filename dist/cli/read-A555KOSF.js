import {
  readCode,
  readScript
} from "./chunk-YB2Q6UB5.js";
import "./chunk-Q5WXCMH4.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
