import {
  readCode,
  readScript
} from "./chunk-QHWVWJWT.js";
import "./chunk-YJDI4ZIC.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
