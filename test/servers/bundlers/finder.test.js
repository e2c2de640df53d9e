import 'regiokaart/define';
import {expect, it} from 'vitest';

// A test of a host's: the element on the page, and the test ends before all that it loads is there.
it('renders a page with the element', async () => {
  document.body.innerHTML = '<regio-kaart postcode="1316"></regio-kaart>';
  const kaart = document.querySelector('regio-kaart');
  await kaart.updateComplete;
  expect(kaart.shadowRoot.textContent).toContain('Flevoland');
});
