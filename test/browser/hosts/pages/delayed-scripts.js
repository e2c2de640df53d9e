// Delays a script like an optimiser: it has an unknown type until the visitor does something.
addEventListener('load', () => {
  for (const delayed of document.querySelectorAll(
    'script[type="litespeed/javascript"], script[type="rocketlazyloadscript"]',
  )) {
    const script = document.createElement('script');
    for (const {name, value} of delayed.attributes) {
      if (name === 'data-src' || name === 'data-rocket-src') script.src = value;
      else if (name !== 'type') script.setAttribute(name, value);
    }
    delayed.replaceWith(script);
  }
});
