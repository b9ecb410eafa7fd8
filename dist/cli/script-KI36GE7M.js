import {
  readCode,
  readScript
} from "./chunk-FPPNVO4C.js";
import "./chunk-2SCO24ET.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
