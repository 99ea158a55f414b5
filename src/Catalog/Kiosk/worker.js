// Keeps the page itself, so that a screen that starts without the network still opens. Goods and prices are kept by the page.
const parts = ['/kiosk', '/kiosk/kiosk.css', '/kiosk/kiosk.js', '/kiosk/goods.svg'];
const kept = 'kiosk-page';

self.addEventListener('install', e => {
  self.skipWaiting();
  e.waitUntil(caches.open(kept).then(c => c.addAll(parts)));
});
self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));
self.addEventListener('fetch', e => {
  const path = new URL(e.request.url).pathname;
  if (e.request.method !== 'GET' || !parts.includes(path)) return;
  e.respondWith(
    fetch(e.request).then(answer => {
      if (answer.ok) {
        const copy = answer.clone();
        e.waitUntil(caches.open(kept).then(c => c.put(path, copy)));
      }
      return answer;
    }, () => caches.match(path)));
});
