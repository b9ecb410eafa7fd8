import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  explain,
  explainFile
} from "./chunk-S5ZYCE45.js";
import "./chunk-OQQTX7OV.js";
import "./chunk-XMQ6N5JQ.js";
import "./chunk-4RVUXKA4.js";
export {
  explain,
  explainFile
};
