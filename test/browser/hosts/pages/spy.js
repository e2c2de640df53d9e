// Records every way in which a script can store, send or request something.
(() => {
  window.spied = [];
  const note = (what, detail = '') => window.spied.push(`${what} ${detail}`.trim());
  const spyCall = (object, name, what) => {
    const original = object?.[name];
    if (typeof original !== 'function') return;
    object[name] = function (...args) {
      note(what, typeof args[0] === 'string' ? args[0] : '');
      return original.apply(this, args);
    };
  };
  const spyAccess = (object, name, what) => {
    const descriptor = object && Object.getOwnPropertyDescriptor(object, name);
    if (!descriptor?.configurable || !descriptor.get) return;
    Object.defineProperty(object, name, {
      ...descriptor,
      get() {
        note(`${what} read`);
        return descriptor.get.call(this);
      },
      set(value) {
        note(`${what} written`, value);
        descriptor.set?.call(this, value);
      },
    });
  };
  const spyClass = (name) => {
    const Original = window[name];
    if (typeof Original !== 'function') return;
    window[name] = new Proxy(Original, {
      construct(target, args) {
        note(name, String(args[0] ?? ''));
        return Reflect.construct(target, args);
      },
    });
  };
  spyAccess(Document.prototype, 'cookie', 'cookie');
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
    spyAccess(window, name, name);
    spyAccess(Window.prototype, name, name);
  }
  for (const name of ['setItem', 'getItem', 'removeItem']) spyCall(Storage.prototype, name, `storage ${name}`);
  spyCall(window.IDBFactory?.prototype, 'open', 'database');
  spyCall(window.CacheStorage?.prototype, 'open', 'cache');
  spyCall(window.Permissions?.prototype, 'query', 'permission');
  for (const name of ['getCurrentPosition', 'watchPosition']) spyCall(window.Geolocation?.prototype, name, name);
  spyCall(window.Navigator.prototype, 'sendBeacon', 'beacon');
  spyCall(window.ServiceWorkerContainer?.prototype, 'register', 'service worker');
  spyCall(window, 'fetch', 'fetch');
  spyCall(window, 'open', 'window');
  spyCall(window, 'postMessage', 'message');
  spyCall(XMLHttpRequest.prototype, 'open', 'request');
  for (const name of ['pushState', 'replaceState']) spyCall(History.prototype, name, name);
  for (const name of [
    'WebSocket',
    'EventSource',
    'Worker',
    'SharedWorker',
    'BroadcastChannel',
    'RTCPeerConnection',
    'Image',
  ]) {
    spyClass(name);
  }
})();
