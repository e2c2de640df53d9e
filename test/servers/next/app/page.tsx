import {prerenderShadowRoot} from 'regiokaart/prerender';
import {Finder} from './finder';
import {strings} from './strings';

const shadowRoot = prerenderShadowRoot({map: 'click', noLocation: true, css: '/regiokaart.css', strings});

export default function Page() {
  return (
    <main>
      <h1>Werken in de zorg</h1>
      <Finder shadowRoot={shadowRoot} />
      <p>Tekst onder de regiokaart.</p>
    </main>
  );
}
