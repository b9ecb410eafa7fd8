import {
  readCode,
  readScript
} from "./chunk-75PDUIWZ.js";
import "./chunk-CU4S74N7.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
