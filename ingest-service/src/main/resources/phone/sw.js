// Keeps the page itself on the phone, so that it opens without a network. Photos wait in the page's own store, not here.
const VERSION = 'capture-@version@';
const FILES = ['/capture', ...[
  'answers.js', 'app.js', 'app.webmanifest', 'camera.js', 'cards.js', 'elements.js', 'en.json', 'es.json', 'exif.js', 'gateway.js',
  'icon.svg', 'keys.js', 'loop.js', 'phone.css', 'place.js', 'plates.js', 'send.js', 'shots.css', 'shrink.js', 'store.js', 'take.js', 'tokens.css', 'words.js',
].map((name) => `/capture/${name}`)];

self.addEventListener('install', (event) => event.waitUntil(
  caches.open(VERSION).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)))).then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const file = url.pathname === '/capture/' ? '/capture' : url.pathname;
  if (event.request.method !== 'GET' || url.origin !== location.origin || !FILES.includes(file)) return;
  event.respondWith(caches.open(VERSION).then((cache) => cache.match(file)).then((kept) => kept ?? fetch(event.request)));
});
