import {
  readCode,
  readScript
} from "./chunk-5I6BF5QB.js";
import "./chunk-3NI6DB54.js";
import "./chunk-WHZ3GZSW.js";
export {
  readCode,
  readScript
};
