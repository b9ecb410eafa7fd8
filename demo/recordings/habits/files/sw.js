// Every file is answered from the cache at once and fetched anew behind it, so the app opens without
// a network, and what has changed on the server is there the next time it opens.

const CACHE = "habits-v1";

const FILES = [
  "./",
  "styles.css",
  "manifest.webmanifest",
  "js/main.js",
  "js/days.js",
  "js/habits.js",
  "js/store.js",
  "js/backup.js",
  "js/dialogs.js",
  "js/card.js",
  "icons/icon-192.png",
  "icons/icon-512.png",
  "icons/apple-touch-icon.png",
];

const URLS = FILES.map((file) => new URL(file, self.location.href).href);
const PAGE = URLS[0];

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(URLS.map((url) => new Request(url, { cache: "reload" })));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("habits-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function refresh(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (response.ok && !response.redirected) {
    const cache = await caches.open(CACHE);
    await cache.put(url, response.clone());
  }
  return response;
}

async function answer(url, fresh) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fresh;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  const url = request.mode === "navigate" ? PAGE : address.origin + address.pathname;
  if (!URLS.includes(url)) return;
  const fresh = refresh(url);
  event.waitUntil(fresh.catch(() => {})); // no network: the cached file will do
  event.respondWith(answer(url, fresh));
});
