import {css} from 'lit';

/** The buttons of the map, and the line below it. */
export const controlStyles = css`
  .zoom,
  .pan {
    display: flex;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .pan {
    direction: ltr;
  }
  .zoom {
    position: absolute;
    top: 8px;
    left: 8px;
    z-index: 1;
    flex-direction: column;
  }
  button,
  summary {
    all: unset;
    box-sizing: border-box;
    min-width: 44px;
    min-height: 44px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    border-radius: var(--_radius);
    color: var(--_text);
    cursor: pointer;
    touch-action: manipulation;
  }
  button svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (hover: hover) {
    button:not([aria-disabled='true']):hover {
      background: var(--_land-hover);
    }
  }
  button:focus-visible,
  summary:focus-visible,
  .sources ul:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    z-index: 1;
  }
  button[aria-disabled='true'] {
    color: var(--_quiet);
    cursor: default;
  }
  button[aria-disabled='true'] svg {
    opacity: 0.45;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    font-size: 0.8125em;
    color: var(--_quiet);
  }
  .foot p {
    margin: 0;
  }
  .credits {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0 12px;
    margin-inline-start: auto;
  }
  .background {
    padding: 4px 12px;
    border: 1px solid var(--_border);
  }
  summary {
    text-decoration: underline;
  }
  .sources {
    position: relative;
  }
  /* Lies over the map, so that opening it moves nothing. */
  .sources ul {
    box-sizing: border-box;
    position: absolute;
    inset-inline-end: 0;
    bottom: 100%;
    z-index: 2;
    width: min(34em, 100cqi);
    max-height: 16em;
    margin: 0 0 4px;
    padding: 12px 16px 12px 32px;
    overflow: auto;
    background: var(--_surface);
    color: var(--_text);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
