import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-ELHIPON2.js";
import "./chunk-UCCXNVW5.js";
export {
  readCss,
  readScss,
  urlsIn
};
