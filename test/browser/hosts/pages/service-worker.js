// Answers everything from its cache, like the worker of an offline application.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  const cache = await caches.open('host');
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (request.method === 'GET' && response.ok) await cache.put(request, response.clone());
  return response;
}
