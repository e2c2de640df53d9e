/**
 * Suggestions under the field, over what follows, so that nothing moves. As text, since this sheet is added to a root
 * that lit has already given its own.
 */
export const placesStyles = `
.place-row{position:relative}
.place-row [role=combobox].place-wide{flex:1 1 9em;min-width:0;max-width:16em}
.place-popup{position:absolute;z-index:3;inset:calc(100% + 8px) auto auto 0;box-sizing:border-box;width:100%;max-width:26em;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface);color:var(--_text);box-shadow:0 8px 24px rgb(0 0 0/.2)}
.place-popup [role=listbox]{max-height:min(28em,60vh);overflow-y:auto;overscroll-behavior:contain;border-radius:inherit}
.place-popup p{margin:0;padding:12px}
[role=option]{display:flex;flex-direction:column;justify-content:center;min-height:52px;box-sizing:border-box;padding:6px 12px;border-inline-start:4px solid transparent;line-height:1.35;cursor:pointer;overflow-wrap:anywhere}
[role=option]+[role=option]{border-block-start:1px solid var(--_tint)}
[role=option]:hover,[role=option][aria-selected=true]{background:var(--_tint)}
[role=option][aria-selected=true]{border-inline-start-color:var(--_accent);outline:2px solid var(--_accent);outline-offset:-2px}
[role=option] small{color:var(--_quiet);font-size:.875em}
.place-popup [hidden],.place-popup[hidden]{display:none}
@media (forced-colors:active){[role=option]{border-inline-start:0}[role=option][aria-selected=true]{outline:3px solid Highlight;outline-offset:-3px}}
@media print{.place-popup{display:none}}
`;
