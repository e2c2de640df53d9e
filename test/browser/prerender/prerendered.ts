import type {RegioKaart} from '../../../src/index.js';
import {type HostPage, openLine, openPage, present, waitFor} from '../../helpers/index.js';

/** The markup of a prerendered file, with the address of the built files on this server. */
export async function markupOf(name: string): Promise<string> {
  const response = await fetch(`/dist/cdn/prerendered/${name}.html`);
  const text = (await response.text()).replaceAll(/https:\/\/static\.example\.nl\/regiokaart\/[\d.]+\//g, '/dist/cdn/');
  return text.replace(/<script\b.*?<\/script>\s*/s, '');
}

/** What `prerender()` of the package gives for a host's attributes, without a map. */
export function markupFor(attributes: Readonly<Record<string, string>>): Promise<string> {
  const worker = new Worker('/demo/voorgerenderd.js', {type: 'module'});
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({data}) => data.markup && resolve(data.markup));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'got no worker')));
    worker.postMessage({id: 'markup', options: {map: 'none', css: '/dist/cdn/regiokaart.css', attributes}});
  }).finally(() => worker.terminate());
}

export interface PrerenderedPage extends HostPage {
  readonly kaart: RegioKaart;
  readonly root: ShadowRoot;
  /** The content of the page below the element. */
  readonly after: Element;
  /** Loads the script, and waits until the element has taken over. */
  upgrade(): Promise<void>;
}

const AFTER = '<p id="after">Tekst na het element.</p>';

/** Opens a page with the markup and without the script. Parts that match `held` never load. */
export async function openPrerendered(
  markup: string,
  {held, ...options}: Partial<Parameters<typeof openPage>[0]> & {readonly held?: string} = {},
): Promise<PrerenderedPage> {
  const line = await openLine(...(held ? [{path: held, hold: true}] : []));
  const page = await openPage({body: markup + AFTER, ...options});
  const kaart = present(page.document.querySelector<RegioKaart>('regio-kaart'), 'the element');
  return {
    ...page,
    kaart,
    get root() {
      return present(kaart.shadowRoot, 'the shadow root');
    },
    after: present(page.document.querySelector('#after'), 'the text after the element'),
    async upgrade() {
      const script = page.document.createElement('script');
      script.type = 'module';
      script.src = line.url('/dist/cdn/regiokaart.js');
      page.document.head.append(script);
      await waitFor(() => kaart.hasUpdated, 'the element to render itself');
      await kaart.updateComplete;
    },
  };
}
