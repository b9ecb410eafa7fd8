/** Modules that come with Node; `node:` before them is no part of their names. */
export const BUILTIN = new Set(('assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
    'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl ' +
    'stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib').split(' '));
/** Modules that the place where code runs brings along: editors, browsers' hosts, other runtimes. */
export const HOSTED = new Set(('electron vscode obsidian atom bun deno aws-sdk @aws-sdk k6 figma sketch uxp photoshop cypress csstype ' +
    'react-native meteor system casper webpage original-fs @site @sapper @generated @docusaurus/router @docusaurus/constants').split(' '));
/** Packages that others need in all their versions: package → those it brings. */
export const BROUGHT = {
    express: /^(?:body-parser|cookie|cookie-signature|debug|escape-html|etag|http-errors|path-to-regexp|qs|send|serve-static)$/,
    'react-router-dom': /^react-router$/,
    '@reduxjs/toolkit': /^(?:redux|redux-thunk|reselect|immer)$/,
    vue: /^@vue\/(?:shared|compiler-dom|compiler-sfc|runtime-dom|server-renderer|reactivity|runtime-core)$/,
    nitropack: /^(?:h3|ofetch|ufo|defu|pathe|consola)$/,
    nuxt: /^(?:vue|vue-router|h3|ofetch|ufo|defu|pathe|consola)$/,
    docusaurus: /^react(?:-dom)?$/,
    '@redwoodjs/api': /^(?:@prisma\/client|graphql-tag)$/,
    '@apollo/client': /^(?:graphql-tag|optimism)$/,
    '@remix-run/react': /^(?:react-router|react-router-dom|@remix-run\/router)$/,
    '@shopify/hydrogen': /^@shopify\/hydrogen-react$/,
    urql: /^@urql\/core$/,
    'next-urql': /^@urql\/core$/,
    'socket.io': /^(?:engine\.io|socket\.io-adapter|socket\.io-parser|ws)$/,
    'typescript-eslint': /^@typescript-eslint\//,
    jest: /^@jest\/(?:globals|types|core)$/,
    vitest: /^vite$/,
    mongoose: /^(?:mongodb|bson)$/,
    mongodb: /^bson$/,
    pg: /^pg-(?:pool|types|protocol|connection-string)$/,
    'vite-plugin-pwa': /^workbox-(?:window|build|core|precaching|routing|strategies|expiration)$/,
};
