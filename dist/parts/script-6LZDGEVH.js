import {
  readCode,
  readScript
} from "./chunk-WWM6SUIX.js";
import "./chunk-LYAVUJQ6.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
