// Storage that a policy, a sandbox or a setting of the visitor forbids.
for (const [object, names] of [
  [window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']],
  [document, ['cookie']],
]) {
  for (const name of names) {
    const forbidden = () => {
      throw new DOMException(`${name} is forbidden`, 'SecurityError');
    };
    Object.defineProperty(object, name, {get: forbidden, set: forbidden, configurable: true});
  }
}
