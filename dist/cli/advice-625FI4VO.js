import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  explain,
  explainFile
} from "./chunk-KI7TOEOZ.js";
import "./chunk-AXOF7TWJ.js";
import "./chunk-XMQ6N5JQ.js";
import "./chunk-4RVUXKA4.js";
export {
  explain,
  explainFile
};
