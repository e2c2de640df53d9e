// Records the names and symbols on the window and on shared objects before the widget's script.
(() => {
  const shared = {
    window,
    Symbol,
    document,
    Array: Array.prototype,
    Object: Object.prototype,
    Function: Function.prototype,
    String: String.prototype,
    Node: Node.prototype,
    Element: Element.prototype,
    HTMLElement: HTMLElement.prototype,
    Event: Event.prototype,
  };
  const keys = () =>
    Object.entries(shared).flatMap(([name, object]) => Reflect.ownKeys(object).map((key) => `${name}.${String(key)}`));
  window.newKeys = () => keys().filter((key) => !before.has(key));
  const before = new Set(keys());
})();
