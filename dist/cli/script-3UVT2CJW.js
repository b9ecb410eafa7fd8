import {
  readCode,
  readScript
} from "./chunk-PWGD5ILC.js";
import "./chunk-IJNINR4J.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
