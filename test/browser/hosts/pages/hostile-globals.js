// Changes shared objects like old libraries: Prototype 1.7, MooTools 1.2, an early custom elements polyfill, date and array
// helpers. The code is our own imitation; a page with all of them is worse than any real one.
(() => {
  // Enumerable helpers, with other meanings than the language gave these names later.
  const enumerable = (prototype, methods) => {
    for (const [name, method] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, {value: method, enumerable: true, writable: true, configurable: true});
    }
  };
  const toArray = function () {
    return Array.prototype.slice.call(this, 0);
  };
  const find = function (test, context) {
    for (let i = 0; i < this.length; i++) if (test.call(context, this[i], i)) return this[i];
  };
  enumerable(Array.prototype, {
    each: Array.prototype.forEach,
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    contains(item) {
      return this.indexOf(item) !== -1;
    },
    remove(item) {
      const at = this.indexOf(item);
      if (at >= 0) this.splice(at, 1);
      return this;
    },
    clone: toArray,
    toArray,
    entries: toArray,
    find,
    detect: find,
    flatten() {
      return this.flat(Infinity);
    },
    inject(start, step) {
      return this.reduce(step, start);
    },
    toJSON() {
      return `[${this.map((each) => Object.toJSON(each)).join(', ')}]`;
    },
  });
  enumerable(String.prototype, {
    strip: String.prototype.trim,
    contains(text) {
      return this.indexOf(text) !== -1;
    },
    toJSON() {
      return `"${this}"`;
    },
  });
  enumerable(Number.prototype, {
    toJSON() {
      return String(this);
    },
  });
  enumerable(Function.prototype, {
    delay(ms) {
      return setTimeout(this, ms);
    },
    bindAsEventListener(context) {
      return (event) => this.call(context, event || window.event);
    },
  });
  Object.toJSON = (value) => (value === undefined ? 'null' : JSON.stringify(value));
  Array.from = (items) => {
    if (!items) return [];
    if ('toArray' in Object(items)) return items.toArray();
    const results = new Array(items.length || 0);
    for (let i = results.length; i-- > 0; ) results[i] = items[i];
    return results;
  };
  window.$ = (id) => document.getElementById(id);
  window.$$ = (selector) => document.querySelectorAll(selector);
  window.Hash = window.Class = window.Element.Methods = {};
  window.module = {exports: {}};
  window.process = {};
  window.global = window;
  window.name = 'host';
  window.lit = window.chunk = window.html = 'of the host';

  // Extended elements.
  enumerable(HTMLElement.prototype, {
    visible() {
      return this.style.display !== 'none';
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    update() {
      throw new Error('update of the host');
    },
    select() {
      throw new Error('select of the host');
    },
    request() {
      throw new Error('request of the host');
    },
    observe() {
      throw new Error('observe of the host');
    },
    fire() {
      throw new Error('fire of the host');
    },
    render() {
      throw new Error('render of the host');
    },
  });

  // An early polyfill: its own registry in front of the real one, a constructor that looks elements up, and patched methods
  // to create them.
  const registry = window.customElements;
  const constructors = new Map();
  const front = {
    define(name, constructor, options) {
      const {connectedCallback} = constructor.prototype;
      if (connectedCallback) {
        constructor.prototype.connectedCallback = function () {
          connectedCallback.call(this);
        };
      }
      constructors.set(constructor, name);
      registry.define(name, constructor, options);
    },
    get: (name) => registry.get(name),
    whenDefined: (name) => registry.whenDefined(name),
    polyfillWrapFlushCallback() {},
    forcePolyfill: true,
  };
  Object.defineProperty(window, 'customElements', {value: front, configurable: true});
  const BuiltIn = window.HTMLElement;
  window.HTMLElement = function HTMLElement() {
    return Reflect.construct(BuiltIn, [], this.constructor);
  };
  window.HTMLElement.prototype = BuiltIn.prototype;
  window.HTMLElement.prototype.constructor = window.HTMLElement;
  Object.setPrototypeOf(window.HTMLElement, BuiltIn);
  const {createElement, importNode} = Document.prototype;
  Document.prototype.createElement = function (name, ...rest) {
    return createElement.call(this, String(name), ...rest);
  };
  Document.prototype.importNode = function (node, deep) {
    return importNode.call(this, node, !!deep);
  };
})();
