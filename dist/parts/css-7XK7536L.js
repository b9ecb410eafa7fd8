import {
  readCss,
  readScss,
  urlsIn
} from "./chunk-USPKASBJ.js";
import "./chunk-QWTQ7ZUZ.js";
export {
  readCss,
  readScss,
  urlsIn
};
