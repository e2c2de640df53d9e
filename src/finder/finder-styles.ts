import {css} from 'lit';

/** Form, layout, list and the frame of the map. */
export const kaartStyles = css`
  .intro {
    max-width: 60ch;
    margin-block: 8px 24px;
  }
  .layout {
    display: grid;
    gap: 24px;
  }
  label {
    font-weight: 700;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
  input {
    width: 8em;
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-size: 1.25em;
    cursor: auto;
  }
  [part='error'],
  [aria-invalid] {
    border-color: currentColor;
    color: var(--_error);
    font-weight: 700;
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
  summary {
    min-height: 44px;
    padding-block: 10px;
    font-weight: 700;
    cursor: pointer;
  }
  ul {
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
  [aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 700;
  }
  [aria-pressed='true']::before {
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
    details {
      grid-column: 1 / -1;
    }
  }
  /* Where the card is wide it needs less room. */
  @container (width > 64em) or (36em < width < 46em) {
    .extras {
      min-height: 10em;
    }
  }
  @media print {
    form,
    details,
    .intro {
      display: none;
    }
  }
`;
