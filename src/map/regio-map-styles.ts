import {css} from 'lit';

/** The look of the map. Water is the page; colours are those of `tokens`. */
export const regioMapStyles = css`
  :host {
    display: block;
    position: relative;
    height: var(--_map-height);
    min-height: 264px;
    color: var(--_text);
    line-height: 1.25;
    --_line: 1px;
  }
  :host([hidden]) {
    display: none;
  }
  .map {
    position: relative;
    isolation: isolate;
    display: flex;
    flex-direction: column;
    gap: 8px;
    height: 100%;
  }
  .view {
    position: absolute;
    inset: 0;
    z-index: 0;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    border-radius: var(--_radius);
  }
  .view:focus {
    outline: none;
  }
  .dragging,
  .dragging .region {
    cursor: grabbing;
  }
  .regions {
    position: absolute;
    top: 0;
    left: 0;
    overflow: hidden;
  }
  .regions svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .region {
    fill: var(--_land);
    fill-rule: evenodd;
    stroke: var(--_land-border);
    stroke-width: var(--_line);
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
    outline: none;
    transition: fill 0.15s;
  }
  @media (hover: hover) {
    .region:hover {
      fill: var(--_land-hover);
    }
  }
  .region.selected {
    fill: var(--_accent);
  }
  .stripe-ground {
    fill: var(--_land);
  }
  .stripe {
    fill: var(--_accent);
    fill-opacity: 0.35;
  }
  .mark {
    fill: none;
    pointer-events: none;
    stroke: var(--_accent);
    stroke-width: 2.5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .mark.selected {
    stroke: var(--_text);
  }
  .casing {
    stroke: var(--_surface);
    stroke-width: 5px;
  }
  .ring-outer {
    stroke: var(--_focus);
    stroke-width: 8px;
  }
  .ring-inner {
    stroke: var(--_surface);
    stroke-width: 3px;
  }
  .labels {
    position: absolute;
    inset: 0;
    pointer-events: none;
    font-size: clamp(11px, 0.8125em, 15px);
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
  .hint {
    position: absolute;
    inset-inline: 8px;
    bottom: 8px;
    z-index: 2;
    width: fit-content;
    margin: 0 auto;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_text);
    color: var(--_surface);
    text-align: center;
    pointer-events: none;
    opacity: 0;
    transition: opacity 0.2s;
  }
  .hint.shown {
    opacity: 1;
  }
  .frame {
    position: relative;
    flex: 1;
    min-height: 0;
  }
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
  button {
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
  button:focus-visible {
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
  p.source {
    margin-inline-start: auto;
  }
  .background {
    padding: 4px 12px;
    border: 1px solid var(--_border);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tiled .region {
    fill-opacity: 0.25;
  }
  .tiled .region.selected {
    fill-opacity: 0.45;
  }
  @media (prefers-reduced-motion: reduce) {
    .region,
    .name,
    .hint {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .region,
    .stripe-ground {
      fill: Canvas;
    }
    .region {
      stroke: CanvasText;
    }
    .region:hover {
      fill: Canvas;
      stroke: Highlight;
      stroke-width: 3px;
    }
    .region.selected,
    .stripe {
      fill: Highlight;
    }
    .stripe {
      fill-opacity: 1;
    }
    .mark.selected,
    .candidate {
      stroke: CanvasText;
      stroke-width: 4px;
    }
    .casing {
      display: none;
    }
    .ring-outer {
      stroke: CanvasText;
    }
    .ring-inner {
      stroke: Canvas;
    }
    .name {
      padding: 0 2px;
      background: Canvas;
    }
    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .tag,
    .hint {
      border: 1px solid CanvasText;
    }
    button[aria-disabled='true'] {
      color: GrayText;
    }
  }
  @media print {
    .controls,
    .hint,
    .background,
    .mark.ring-outer,
    .mark.ring-inner {
      display: none;
    }
    .region {
      fill: none;
      stroke: #555;
    }
    .region.selected {
      fill: #ddd;
    }
    .mark.selected,
    .candidate {
      stroke: #000;
    }
    .label .name {
      color: #000;
      --_halo: #fff;
    }
  }
`;
