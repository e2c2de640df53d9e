import {css} from 'lit';
import {controlStyles} from './control-styles.js';
import {labelStyles} from './label-styles.js';
import {printStyles} from './print-styles.js';
import {regionStyles} from './region-styles.js';

/** The look of the map. Water has no colour, so that the page shows; the other colours are those of `tokens`. */
export const regioMapStyles = css`
  :host {
    display: block;
    position: relative;
    height: var(--_map-height);
    min-height: 264px;
    color: var(--_text);
    line-height: 1.25;
  }
  :host([hidden]) {
    display: none;
  }
  .map {
    position: relative;
    container-type: inline-size;
    isolation: isolate;
    display: flex;
    flex-direction: column;
    gap: 8px;
    height: 100%;
  }
  .map:focus {
    outline: none;
  }
  .map:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  .frame {
    position: relative;
    flex: 1;
    min-height: 0;
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
  .broken {
    margin: 0;
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
  @media (prefers-reduced-motion: reduce) {
    .hint {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .hint {
      border: 1px solid CanvasText;
    }
  }
  ${regionStyles}
  ${labelStyles}
  ${controlStyles}
  ${printStyles}
`;
