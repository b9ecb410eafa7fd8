import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-CWCY3ZRK.js";
import "./chunk-YHBDDNX5.js";
export {
  readCss,
  readScss,
  urlsIn
};
