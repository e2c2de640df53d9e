// A host's own Leaflet with a plug-in, as in a WordPress theme. The widget must leave both unchanged.
L.Control.Host = L.Control.extend({onAdd: () => document.createElement('p')});
L.control.host = (options) => new L.Control.Host(options);
L.Map.addInitHook(function () {
  this.hostWasHere = true;
});
window.hostLeaflet = {L, keys: Object.keys(L).sort().join(), version: L.version};
