import 'regiokaart/define';
import {prerender} from 'regiokaart/prerender';

const html = prerender({map: 'none', css: '/regiokaart.css'});

/** A server component alone: nothing of it runs in the browser, so what the server has rendered stays as it is. */
export default function Page() {
  return (
    <main>
      <h1>Werken in de zorg</h1>
      <div dangerouslySetInnerHTML={{__html: html}} suppressHydrationWarning />
    </main>
  );
}
