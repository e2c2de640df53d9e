// Adds functions that every `for in` of the page meets, like old libraries.
Object.prototype.extend = function extend(source) {
  return Object.assign(this, source);
};
Object.prototype.each = function each(callback) {
  for (const key of Object.keys(this)) callback(this[key], key);
};
