import {css} from 'lit';

/**
 * On paper: black on white, without buttons, and without backgrounds, because browsers leave them out. The map gets the
 * size of the sheet just before printing, while the page is still on the screen; it then has `data-printing`.
 */
export const printStyles = css`
  .frame[data-printing] {
    flex: none;
    width: 560px;
    height: 440px;
  }
  [data-printing] * {
    transition: none;
  }
  [data-printing] .labels {
    font-size: 12px;
  }
  @media print {
    :host {
      position: static !important;
      height: auto !important;
      min-height: 0;
      break-inside: avoid;
    }
    .map {
      height: auto;
      --_text: #000;
      --_quiet: #000;
      --_surface: #fff;
      --_land: #fff;
      --_land-border: #555;
      --_accent: #d8d8d8;
      --_on-accent: #000;
    }
    .frame {
      flex: none;
      width: 560px;
      height: 440px;
    }
    .controls,
    .hint,
    .background,
    .sources,
    .leaflet-tile-pane,
    .mark.ring-outer,
    .mark.ring-inner {
      display: none;
    }
    .region,
    .tiled .region {
      fill-opacity: 1;
    }
    .stripe {
      fill-opacity: 1;
    }
    .mark.candidate {
      stroke: #000;
    }
    /* Shadows would be drawn as further letters, which whoever copies or hears the page gets too. */
    .name {
      border-radius: 3px;
      background: #fff;
      text-shadow: none;
      print-color-adjust: exact;
    }
    .dot {
      border: 4px solid #000;
      box-shadow: none;
    }
    .tag {
      border: 1px solid #000;
      background: #fff;
      color: #000;
    }
    .credits {
      margin: 0;
    }
  }
`;
