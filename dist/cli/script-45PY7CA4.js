import {
  readCode,
  readScript
} from "./chunk-YG62JQAF.js";
import "./chunk-AZPJBZOV.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
