import {
  explain,
  explainFile
} from "./chunk-G3FAHMFX.js";
import "./chunk-HZO7REIU.js";
import "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";
export {
  explain,
  explainFile
};
