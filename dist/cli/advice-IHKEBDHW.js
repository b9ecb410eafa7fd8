import {
  explain,
  explainFile
} from "./chunk-AGIC7NRD.js";
import "./chunk-VBKJIHVH.js";
import "./chunk-4A2NKIAH.js";
import "./chunk-YHBDDNX5.js";
export {
  explain,
  explainFile
};
