import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  explain,
  explainFile
} from "./chunk-KZTDUACL.js";
import "./chunk-AXOF7TWJ.js";
import "./chunk-GYQA55U7.js";
import "./chunk-4RVUXKA4.js";
export {
  explain,
  explainFile
};
