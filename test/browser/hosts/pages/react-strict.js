// An application in strict mode: React mounts each part, removes it and mounts it again, to reveal missing clean-up.
const {createElement, StrictMode, useEffect, useRef, useState} = require('react');
const {createRoot} = require('react-dom/client');

window.selected = [];
window.mounts = 0;

function Finder() {
  const [region, setRegion] = useState('zeeland');
  const kaart = useRef(null);
  useEffect(() => {
    window.mounts++;
    const select = (event) => {
      window.selected.push(event.regionId);
      setRegion(event.regionId);
    };
    const element = kaart.current;
    element.addEventListener('regio-select', select);
    return () => element.removeEventListener('regio-select', select);
  }, []);
  return createElement('regio-kaart', {ref: kaart, region}, createElement('p', null, 'Bel 030 123 45 67'));
}

createRoot(document.getElementById('root')).render(createElement(StrictMode, null, createElement(Finder)));
