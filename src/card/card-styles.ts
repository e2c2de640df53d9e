import {css} from 'lit';

/** A contact card, and what it shares with the form: text, buttons, focus, icons. */
export const cardStyles = css`
  :host(:not([hidden])) {
    display: block;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .root {
    container-type: inline-size;
    /* For boxes that ask for it: without a width of its own a container is 0 wide there. */
    contain-intrinsic-size: 40em;
    color: var(--_text);
    font-weight: 400;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font-size: clamp(1.25em, 6cqi, 1.5em);
    line-height: 1.2;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .button,
  button,
  input {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    padding: 8px 16px;
    border: 2px solid;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 700;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover,
  button:hover {
    text-decoration: underline;
  }
  [part='phone'],
  [part='submit'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  svg {
    flex: none;
    width: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  article,
  .start {
    display: grid;
    gap: 8px;
    padding: 24px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .question,
  .eyebrow {
    font-weight: 700;
  }
  .eyebrow {
    color: var(--_accent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
  .quiet {
    color: var(--_quiet);
  }
  .extras {
    min-height: 14em;
    font-size: 0.875em;
  }
`;
