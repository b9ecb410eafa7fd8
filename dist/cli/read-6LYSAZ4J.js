import {
  readCode,
  readScript
} from "./chunk-MXDTUB7F.js";
import "./chunk-5PLOS4TL.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
