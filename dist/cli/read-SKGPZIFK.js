import {
  readCode,
  readScript
} from "./chunk-BEBZBDMT.js";
import "./chunk-SWQ3UQUS.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
