import {css} from 'lit';

/** Form, layout, list and the frame of the map. */
export const finderStyles = css`
  .intro {
    max-width: 60ch;
    margin-block: 8px 24px;
  }
  .layout {
    display: grid;
    /* Lets the column shrink below the width of the list. */
    grid-template-columns: minmax(0, 1fr);
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
  .answers-for > span {
    display: block;
    min-height: 1.5em;
  }
  .map {
    position: relative;
    display: grid;
    /* At the bottom, where it covers no name of a region. */
    place-content: end center;
    gap: 8px;
    height: var(--_map-height);
    padding-block-end: 16px;
    text-align: center;
  }
  regio-map,
  .picture {
    position: absolute;
    inset: 0;
  }
  .picture {
    width: 100%;
    height: 100%;
    padding: 12px;
    fill: var(--_land);
    stroke: var(--_land-border);
    stroke-width: 1;
    stroke-linejoin: round;
  }
  .picture path {
    vector-effect: non-scaling-stroke;
  }
  .picture > .on:not(.name) {
    fill: var(--_accent);
  }
  .picture .name {
    display: none;
    fill: var(--_quiet);
    stroke: none;
    font-size: 8px;
    dominant-baseline: central;
  }
  .picture .name.on {
    fill: var(--_on-accent);
    font-weight: 700;
  }
  .name path {
    fill: none;
    stroke: var(--_land-border);
  }
  .map > p,
  .map > button {
    position: relative;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .map > p {
    padding: 8px 16px;
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
  [part='list'] > ul > li {
    break-inside: avoid;
  }
  li button {
    width: 100%;
    border-radius: 0;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  /* Without a script a region opens to its card. It looks like the button that replaces it. */
  .region > summary {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    padding-block: 8px;
    cursor: pointer;
  }
  .region > summary:hover {
    text-decoration: underline;
  }
  @media (scripting: none) {
    form,
    .start,
    .map > button,
    .answer :is(.with-feedback, .more, .neighbours) {
      display: none;
    }
    .answer {
      min-height: 0;
    }
  }
  [aria-current] {
    color: var(--_accent);
    font-weight: 700;
  }
  [aria-current]::before {
    content: '✓' / '';
  }
  @container (min-width: 560px) {
    .picture .name {
      display: inline;
    }
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
    .start,
    [part='list'],
    [part='list'] > summary,
    [part='list'] button,
    .intro,
    .map > p,
    .map > button {
      display: none;
    }
    /* Without a script the answer is the region that is open. */
    [part='list']:has(.region[open]) {
      display: block;
    }
    .region:not([open]) {
      display: none;
    }
    [part='list'] > ul {
      columns: auto;
    }
    .layout,
    .map {
      display: block;
      height: auto;
      padding: 0;
    }
    .answer {
      min-height: 0;
      margin-block: 16px;
    }
    .answers-for > span {
      display: inline;
    }
    /* The same size as the map on paper: with one card it fits on a sheet. */
    .picture {
      position: static;
      width: 560px;
      max-width: 100%;
      height: 440px;
      padding: 0;
      break-inside: avoid;
    }
    .picture > .on:not(.name) {
      fill: #d8d8d8;
    }
  }
`;
