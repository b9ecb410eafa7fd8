import {
  plan,
  planFromList,
  readPlan,
  streamPlan
} from "./chunk-VAQFXXDE.js";
import "./chunk-X6S5B4D3.js";
import "./chunk-MLPJ6ATO.js";
import "./chunk-KDWMUFRG.js";
import "./chunk-YHBDDNX5.js";
export {
  plan,
  planFromList,
  readPlan,
  streamPlan
};
