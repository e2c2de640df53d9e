import {css} from 'lit';

/** Styles that all our elements share: text, headings, buttons, fields, focus, icons. */
export const baseStyles = css`
  :host(:not([hidden])) {
    display: block;
    /* A page that outlines every focused element would outline this one too, beside the ring on the focused control. */
    outline: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .root {
    container-type: inline-size;
    /* Width in a box that fits its content, where a size container would be 0 wide. */
    contain-intrinsic-size: 40em;
    color: var(--_text);
    font-family: var(--_font);
    font-weight: 400;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    text-transform: none;
    white-space: normal;
  }
  /* Set by GroundController. On paper the ground is white. */
  @media screen {
    .on-dark {
      color-scheme: dark;
    }
    .on-surface {
      border-radius: 1px;
      background: var(--_surface);
      box-shadow: 0 0 0 8px var(--_surface);
    }
  }
  /* Our texts keep their direction on a page that runs from right to left. */
  :is(h1, h2, h3, h4, h5, h6, p, label, summary, li, input, button, button > span, .button > span, .tool) {
    unicode-bidi: plaintext;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font-family: var(--_heading-font);
    /* So small in a narrow column that "werkgeversorganisatie" fits on a line. */
    font-size: clamp(1.125em, 6cqi, 1.5em);
    line-height: 1.2;
    scroll-margin-block: var(--_scroll-margin);
  }
  /* Only for screen readers. It stays in the line of the text, since text outside it is read as a separate heading. */
  [data-rest]::after {
    content: attr(data-rest);
    color: transparent;
    font-size: 1px;
    line-height: 0;
    forced-color-adjust: none;
    user-select: none;
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
  .button,
  button {
    border-radius: var(--_button-radius);
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
  .quiet {
    color: var(--_quiet);
  }
  /* On paper: black on white, because browsers leave out backgrounds. */
  @media print {
    .root {
      --_text: #000;
      --_quiet: #000;
      --_accent: #000;
      --_on-accent: #000;
      --_link: #000;
      --_error: #000;
      --_tint: #fff;
      --_surface: #fff;
      --_land: #fff;
      --_land-border: #555;
    }
    [part='phone'] {
      background: none;
    }
    [data-rest]::after {
      content: none;
    }
  }
`;
