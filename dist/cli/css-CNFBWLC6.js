import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-YVGMFRX4.js";
import "./chunk-YHBDDNX5.js";
export {
  readCss,
  readScss,
  urlsIn
};
