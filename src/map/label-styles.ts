import {css} from 'lit';

/** The names of the regions, the lines to some of them, and the marker. */
export const labelStyles = css`
  .labels {
    position: absolute;
    inset: 0;
    pointer-events: none;
    font-size: clamp(11px, min(0.8125em, 2.8cqi), 15px);
  }
  .label,
  .marker {
    position: absolute;
    top: 0;
    left: 0;
    width: 0;
    height: 0;
    display: flex;
    align-items: center;
    justify-content: center;
  }
  .name {
    flex: none;
    max-width: 10em;
    width: max-content;
    text-align: center;
    text-wrap: balance;
    color: var(--_text);
    --_halo: var(--_land);
    text-shadow:
      0 0 2px var(--_halo),
      0 0 2px var(--_halo),
      0 0 3px var(--_halo),
      0 0 3px var(--_halo),
      0 0 4px var(--_halo);
    opacity: 0;
    transition: opacity 0.2s;
  }
  .shown .name {
    opacity: 1;
  }
  [data-rank='selected'] .name,
  [data-rank='candidate'] .name {
    font-weight: 700;
  }
  [data-rank='selected'] .name {
    max-width: 15em;
    color: var(--_on-accent);
    --_halo: var(--_accent);
  }
  .leader {
    position: absolute;
    top: 0;
    left: 0;
    height: 0;
    border-top: 1px solid var(--_quiet);
    transform-origin: 0 0;
    opacity: 0;
    transition: opacity 0.2s;
  }
  .leader::before {
    content: '';
    position: absolute;
    top: -3px;
    left: -2px;
    border: 2.5px solid var(--_quiet);
    border-radius: 50%;
  }
  .shown .leader {
    opacity: 1;
  }
  .leader[hidden] {
    display: none;
  }
  /* A name with a line lies on the ground of the page, not on a region. */
  .leader:not([hidden]) + .name {
    text-shadow: none;
  }
  .tiled .leader:not([hidden]) + .name {
    background: var(--_surface);
  }
  .dot {
    box-sizing: border-box;
    flex: none;
    width: 14px;
    height: 14px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_text);
    box-shadow: 0 0 0 2px var(--_text);
  }
  .tag {
    position: absolute;
    bottom: 14px;
    padding: 1px 6px;
    border-radius: 4px;
    background: var(--_text);
    color: var(--_surface);
    font-weight: 700;
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    .name,
    .leader {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .name {
      padding: 0 2px;
      background: Canvas;
    }
    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .tag {
      border: 1px solid CanvasText;
    }
  }
`;
