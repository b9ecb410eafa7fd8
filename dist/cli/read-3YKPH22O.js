import {
  readCode,
  readScript
} from "./chunk-ONHQKS4C.js";
import "./chunk-6OVJA6ZI.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
