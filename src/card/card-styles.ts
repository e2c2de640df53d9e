import {css} from 'lit';

/** A contact card. */
export const cardStyles = css`
  article,
  .start {
    display: grid;
    gap: 8px;
    padding: 24px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  article > * {
    min-width: 0;
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
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .notice {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_accent);
    white-space: pre-line;
  }
  .notice-title {
    font-weight: 700;
  }
  .notice-links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
  }
  .notice-links a {
    color: inherit;
  }
  .actions .hours {
    flex-basis: 100%;
    margin-block-start: -4px;
    font-size: 0.875em;
  }
  .neighbours {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .inline {
    display: inline;
    min-height: 0;
    padding: 4px 0;
    border: 0;
    color: inherit;
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .tools,
  .more,
  .sources,
  .report,
  .by-hand {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
  }
  .tool {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    color: var(--_link);
    font-weight: 400;
    text-decoration: none;
    cursor: pointer;
  }
  .tool:hover {
    text-decoration: underline;
  }
  .tool svg {
    width: 1.15em;
  }
  /* The words of a button lie over each other, so that its width stays. */
  .swap {
    display: inline-grid;
    justify-items: start;
  }
  .swap > * {
    grid-area: 1 / 1;
  }
  .off {
    visibility: hidden;
  }
  .more summary,
  .sources summary {
    min-height: 44px;
    padding-block: 11px;
    font-weight: 400;
    cursor: pointer;
  }
  .sources ul {
    display: grid;
    gap: 2px;
    padding: 0;
    columns: auto;
    list-style: none;
  }
  .sources a,
  .report a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  textarea {
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
    /* On paper too it matters how old this is; the list of regions is hidden as a whole. */
    .sources {
      display: block;
    }
    .tools,
    .more,
    .neighbours,
    .notice-links,
    .report,
    textarea {
      display: none;
    }
  }
`;
