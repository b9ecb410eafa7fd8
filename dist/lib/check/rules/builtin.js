/** Modules that come with Node; `node:` before them is no part of their names. */
export const BUILTIN = new Set(('assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
    'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl ' +
    'stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib').split(' '));
/** Modules that the place where code runs brings along: editors, browsers' hosts, other runtimes. */
export const HOSTED = new Set(('electron vscode obsidian atom bun deno aws-sdk @aws-sdk k6 figma sketch uxp photoshop cypress csstype ' +
    'react-native meteor system casper webpage original-fs @site @sapper @generated @docusaurus/router @docusaurus/constants').split(' '));
