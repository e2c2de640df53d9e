// Counts what a widget keeps watching: listeners on anything that is still in the page, and observers that observe.
(() => {
  const listeners = new Map();
  const observing = new Set();
  let last = 0;
  const ids = new WeakMap();
  const idOf = (object) => {
    if (!object || (typeof object !== 'object' && typeof object !== 'function')) return 0;
    if (!ids.has(object)) ids.set(object, ++last);
    return ids.get(object);
  };
  const keyOf = (target, type, listener, options) =>
    [idOf(target), type, idOf(listener), typeof options === 'object' ? !!options?.capture : !!options].join();
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && !options?.signal?.aborted) {
      const key = keyOf(target, type, listener, options);
      listeners.set(key, new WeakRef(target));
      if (options?.signal) addEventListener.call(options.signal, 'abort', () => listeners.delete(key));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    listeners.delete(keyOf(target, type, listener, options));
    return removeEventListener.call(target, type, listener, options);
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const {observe, disconnect} = window[name].prototype;
    window[name].prototype.observe = function (...args) {
      observing.add(this);
      return observe.apply(this, args);
    };
    window[name].prototype.disconnect = function () {
      observing.delete(this);
      return disconnect.call(this);
    };
  }
  /** How many there are, by where and what for, so that a test can name what grew. */
  window.counted = () => {
    const counts = {};
    const add = (name) => {
      counts[name] = (counts[name] ?? 0) + 1;
    };
    for (const [key, ref] of listeners) {
      const target = ref.deref();
      if (!target || (target instanceof Node && !target.isConnected)) continue;
      add(`${target.localName ?? target.constructor.name} ${key.split(',')[1]}`);
    }
    for (const observer of observing) add(observer.constructor.name);
    return counts;
  };
})();
