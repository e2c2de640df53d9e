// Runs CommonJS modules in a page, for libraries that have no other form. Uses development builds, because only those render twice.
const MODULES = {
  react: 'react/cjs/react.development.js',
  'react-dom': 'react-dom/cjs/react-dom.development.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.development.js',
  scheduler: 'scheduler/cjs/scheduler.development.js',
};
const loaded = new Map();

function require(name) {
  const before = loaded.get(name);
  if (before) return before.exports;
  const module = {exports: {}};
  loaded.set(name, module);
  const request = new XMLHttpRequest();
  request.open('GET', `../../../../node_modules/${MODULES[name]}`, false);
  request.send();
  const run = new Function('require', 'module', 'exports', 'process', request.responseText);
  run(require, module, module.exports, {env: {NODE_ENV: 'development'}});
  return module.exports;
}
