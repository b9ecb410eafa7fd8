import {
  readCode,
  readScript
} from "./chunk-MVOP6RC3.js";
import "./chunk-OKT6UWM4.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
