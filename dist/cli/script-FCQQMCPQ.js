import {
  readCode,
  readScript
} from "./chunk-3QQO2NOK.js";
import "./chunk-EUMXKJDH.js";
import "./chunk-YHBDDNX5.js";
export {
  readCode,
  readScript
};
