import {css} from 'lit';

/** A contact card, and what it shares with the form: buttons, focus, icons. */
export const cardStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .root {
    container-type: inline-size;
    color: var(--_text);
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  :focus {
    outline: 0;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-height: 44px;
    padding: 8px 16px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_tint);
  }
  .button:is([part='phone'], [part='submit']) {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button:is([part='phone'], [part='submit']):hover {
    text-decoration: underline;
  }
  svg {
    flex: none;
    width: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  article {
    display: grid;
    gap: 8px;
    padding: 24px;
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .eyebrow {
    color: var(--_accent);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
  [part='phone'] {
    font-size: 1.125em;
  }
  .quiet {
    color: var(--_quiet);
    font-style: normal;
  }
  .extras {
    min-height: 3em;
    font-size: 0.875em;
  }
`;
