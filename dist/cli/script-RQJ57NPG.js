import {
  readCode,
  readScript
} from "./chunk-WHZBOHSD.js";
import "./chunk-JUGJ4CAR.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
