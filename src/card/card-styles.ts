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
    font-size: 0.875em;
  }
  .about {
    max-width: 60ch;
    margin-block-start: 4px;
  }
  .actions,
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions {
    margin-block: 8px;
  }
  .hours {
    flex-basis: 100%;
  }
  .hours,
  [part='address'],
  .quiet[part='message'] {
    font-size: 0.875em;
  }
  .value {
    display: inline-block;
  }
  .first {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .notice {
    display: grid;
    gap: 4px;
    padding: 8px 16px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_surface);
    white-space: pre-line;
  }
  .notice-title {
    font-weight: 700;
  }
  /* The small print: a hairline above it, one size, one colour, and rows of 44 px. */
  .small {
    display: grid;
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_land);
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    padding: 0;
    list-style: none;
  }
  .with-feedback {
    position: relative;
  }
  .tool {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 44px;
    padding: 4px 0;
    border: 0;
    border-radius: 2px;
    color: var(--_link);
    font-weight: 400;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .unseen {
    visibility: hidden;
  }
  .tool:hover {
    text-decoration: underline;
  }
  .tool svg {
    width: 1.15em;
  }
  /* Lies over its button, so that showing and hiding it moves nothing. */
  .feedback {
    position: absolute;
    inset: auto auto calc(100% - 8px) 0;
    padding: 2px 8px;
    border-radius: 4px;
    background: var(--_text);
    color: var(--_tint);
    white-space: nowrap;
  }
  .small summary {
    min-height: 44px;
    padding-block: 11px;
    cursor: pointer;
  }
  .small details > * + * {
    padding-block-end: 11px;
  }
  .sources ul {
    display: grid;
    gap: 4px;
    padding-inline: 0;
    columns: auto;
    list-style: none;
  }
  .neighbours .tool {
    padding-block: 11px;
  }
  p.sources,
  .neighbours > p,
  .report {
    padding-block-start: 11px;
  }
  .sources a,
  .report a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .by-hand {
    padding-block-end: 8px;
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
  @container (max-width: 30em) {
    article,
    .start {
      padding: 16px;
    }
    .actions .button {
      width: 100%;
      padding-inline: 12px;
    }
  }
  @media print {
    article {
      gap: 4px;
      padding: 0;
      break-inside: avoid;
    }
    .actions .button {
      min-height: 0;
      padding-block: 4px;
    }
    .small {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .small summary {
      min-height: 0;
      padding: 0;
      list-style: none;
    }
    /* The text of these links does not show their address, so paper does. */
    :is([part='vacancies'], [part='email'][href^='https:'], .own a)::after {
      content: attr(href);
      font-weight: 400;
    }
    .tools,
    .more,
    .neighbours,
    .report,
    textarea {
      display: none;
    }
  }
`;
