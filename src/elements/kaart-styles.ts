import {css} from 'lit';

/** Form, layout, list and the frame of the map. */
export const kaartStyles = css`
  .layout {
    display: grid;
    gap: 24px;
    margin-block: 16px;
  }
  .root > p,
  slot[name='intro'] > p {
    max-width: 60ch;
    margin-top: 8px;
  }
  label {
    font-weight: 700;
  }
  .row {
    display: flex;
    gap: 8px;
    margin-top: 8px;
  }
  input {
    width: 8em;
    min-height: 48px;
    padding: 8px 12px;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 1.25em;
    letter-spacing: 0.05em;
  }
  [aria-invalid] {
    border-color: var(--_error);
  }
  [part='error'] {
    margin-top: 8px;
    color: var(--_error);
    font-weight: 600;
  }
  .answer {
    display: grid;
    gap: 16px;
    align-content: start;
    min-height: 18em;
  }
  .start {
    padding: 24px;
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .map {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
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
    padding-block: 8px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  li button {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 0;
    border-inline-start: 4px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  li button:hover {
    background: var(--_tint);
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    font-weight: 700;
  }
  @container (min-width: 46em) {
    .layout {
      grid-template: auto auto 1fr / minmax(20em, 2fr) 3fr;
      column-gap: 40px;
    }
    .map {
      grid-area: 1 / 2 / span 3;
    }
  }
`;
