import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  explain
} from "./chunk-PZNMV3IA.js";
import "./chunk-UUJP2AT6.js";
import "./chunk-XMQ6N5JQ.js";
import "./chunk-4RVUXKA4.js";
export {
  explain
};
