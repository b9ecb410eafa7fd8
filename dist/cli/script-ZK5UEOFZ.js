import {
  readCode,
  readScript
} from "./chunk-6KJCPWJH.js";
import "./chunk-U5JBOMXZ.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
