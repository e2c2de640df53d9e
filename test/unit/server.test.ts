import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';
import {describe, expect, it} from 'vitest';
import '../../src/define.js';

/** Output of a server that renders elements with lit's own renderer. */
const renderOnServer = (template: ReturnType<typeof html>) => collectResult(render(template));

describe('@lit-labs/ssr', () => {
  it('renders the finder, with a list that needs no script', async () => {
    const markup = await renderOnServer(html`<regio-kaart lang="nl" map="none"></regio-kaart>`);
    expect(markup).toContain('shadowroot');
    expect(markup).toContain('Vind de werkgeversorganisatie in jouw regio');
    expect(markup.match(/data-region=/g)).toHaveLength(14);
  });

  it('renders the finder for a region, and a card', async () => {
    expect(await renderOnServer(html`<regio-kaart region="utrecht"></regio-kaart>`)).toContain('Utrechtzorg');
    expect(await renderOnServer(html`<regio-contact region="flevoland"></regio-contact>`)).toContain('088 0182 888');
  });
});
