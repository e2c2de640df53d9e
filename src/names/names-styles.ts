import {css} from 'lit';

/** The field with its label, hint and error, and the closed box of the suggestions. */
export const namesStyles = css`
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
    flex: 1 1 8em;
    min-width: 0;
    max-width: 16em;
    border-color: var(--_field-border);
    background: var(--_surface);
    color: var(--_text);
    /* Phones zoom in on a field whose text is smaller than this. */
    font-size: max(16px, 1.25em);
    scroll-margin-block: var(--_scroll-margin);
    cursor: auto;
  }
  [part='error'],
  [aria-invalid] {
    border-color: currentColor;
    color: var(--_error);
    font-weight: 700;
  }
  .field {
    position: relative;
  }
  .suggestions:not(.open) {
    display: none;
  }
`;
