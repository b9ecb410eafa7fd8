import {
  PICTURE_STAYS,
  plan,
  planFromList,
  readPlan,
  streamPlan
} from "./chunk-Z5VX4YCY.js";
import "./chunk-X6S5B4D3.js";
import "./chunk-MLPJ6ATO.js";
import "./chunk-KWIZ4BYA.js";
import "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";
export {
  PICTURE_STAYS,
  plan,
  planFromList,
  readPlan,
  streamPlan
};
