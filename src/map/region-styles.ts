import {css} from 'lit';

/** The regions, and the outlines over them. */
export const regionStyles = css`
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
    stroke-width: 1px;
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
  .tiled .region {
    fill-opacity: 0.25;
  }
  .tiled .region.selected {
    fill-opacity: 0.45;
  }
  @media (prefers-reduced-motion: reduce) {
    .region {
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
  }
`;
