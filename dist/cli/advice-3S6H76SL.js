import {
  explain,
  explainFile
} from "./chunk-LZIMM72C.js";
import "./chunk-VBKJIHVH.js";
import "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";
export {
  explain,
  explainFile
};
