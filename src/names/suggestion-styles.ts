import {css} from 'lit';

/**
 * The suggestions and their box. Loaded with them. As a popover the box is in the top layer, where no box of the page can
 * clip it, and the script sets its position.
 */
export const suggestionStyles = css`
  .suggestions {
    position: absolute;
    z-index: 3;
    inset: 100% auto auto 0;
    width: 100%;
    max-width: 26em;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.2);
  }
  .suggestions:popover-open {
    position: fixed;
    inset: auto;
  }
  [role='listbox'] {
    max-height: min(28em, 50vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    border-radius: inherit;
  }
  [role='option'] {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 52px;
    padding: 6px 12px;
    border-inline-start: 4px solid transparent;
    line-height: 1.35;
    cursor: pointer;
  }
  [role='option'] > * {
    unicode-bidi: plaintext;
  }
  [role='option'] + [role='option'] {
    border-block-start: 1px solid var(--_tint);
  }
  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--_tint);
  }
  [role='option'][aria-selected='true'] {
    border-inline-start-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [role='option'] small {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
