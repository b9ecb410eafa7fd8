import {
  readCode,
  readScript
} from "./chunk-KFFDCAVL.js";
import "./chunk-53CZBJIE.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
