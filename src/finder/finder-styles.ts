import {css} from 'lit';

/** Form, layout, list and the frame of the map. */
export const finderStyles = css`
  .intro {
    max-width: 60ch;
    margin-block: 8px 24px;
  }
  .layout {
    display: grid;
    gap: 24px;
  }
  .link,
  li button {
    padding-inline: 0;
    border: 0;
  }
  .link {
    margin-inline-end: 16px;
    text-decoration: underline;
  }
  .answer {
    display: grid;
    gap: 16px;
    align-content: start;
    min-height: 19em;
    scroll-margin-block: var(--_scroll-margin);
  }
  .map {
    position: relative;
    display: grid;
    place-content: center;
    gap: 8px;
    height: var(--_map-height);
    text-align: center;
  }
  regio-map {
    position: absolute;
    inset: 0;
  }
  [part='list'] > summary {
    min-height: 44px;
    padding-block: 10px;
    font-weight: 700;
    cursor: pointer;
  }
  [part='list'] > ul {
    padding: 0;
    list-style: none;
    columns: 20em;
  }
  li button {
    width: 100%;
    border-radius: 0;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  [aria-current] {
    color: var(--_accent);
    font-weight: 700;
  }
  [aria-current]::before {
    content: '✓' / '';
  }
  @container (min-width: 46em) {
    .layout {
      grid-template: auto 1fr / minmax(20em, 2fr) 3fr;
      column-gap: 40px;
    }
    .map {
      grid-area: 1 / 2 / span 2;
    }
    [part='list'] {
      grid-column: 1 / -1;
    }
  }
  @media print {
    form,
    [part='list'],
    .intro {
      display: none;
    }
  }
`;
