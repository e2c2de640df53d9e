import {css} from 'lit';

/** The quiet part of a card. */
export const extrasStyles = css`
  .extras {
    display: grid;
    gap: 8px;
    align-content: start;
    line-height: 1.5;
  }
  .extras > * {
    min-width: 0;
  }
  .extras p {
    overflow-wrap: anywhere;
  }
  .extras .notice {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_text);
    white-space: pre-line;
  }
  .extras .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
  }
  .extras .own {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .extras .tool {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .extras .tool:hover {
    text-decoration: underline;
  }
  .extras .tool svg {
    width: 1.15em;
  }
  .extras .swap {
    display: inline-grid;
    justify-items: start;
  }
  .extras .swap > * {
    grid-area: 1 / 1;
  }
  .extras .off {
    visibility: hidden;
  }
  .extras .place {
    min-height: 1.5em;
  }
  .extras summary {
    min-height: 44px;
    padding-block: 11px;
    font-weight: 400;
    cursor: pointer;
  }
  .extras ul {
    display: grid;
    gap: 2px;
    padding: 0;
    list-style: none;
  }
  .extras a:not(.tool, .button) {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .extras textarea {
    width: 100%;
    min-height: 7em;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    resize: vertical;
  }
  .aside {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }
  @media print {
    .extras {
      min-height: 0;
    }
    /* On paper too it matters how old this is; the list is hidden as a whole. */
    .extras details {
      display: block;
    }
    .extras .tools,
    .extras .report,
    .extras textarea {
      display: none;
    }
  }
`;
