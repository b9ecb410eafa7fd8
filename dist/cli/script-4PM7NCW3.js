import {
  readCode,
  readScript
} from "./chunk-2RN5HD7K.js";
import "./chunk-AZPJBZOV.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
