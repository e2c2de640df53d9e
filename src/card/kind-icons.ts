import type {HostActionKind} from '../core/host-data-rules.js';

/** Icons used only for a host's own buttons and notices, drawn on the same grid as the other icons. */
export const KIND_ICONS: Readonly<Record<HostActionKind, string>> = {
  appointment: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4',
  callback: 'M6 3h4l1 5-3 2a13 13 0 0 0 6 6l2-3 5 1v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2zM21 4l-6 6M15 5v5h5',
  whatsapp: 'M4 20l1.5-4.5a8 8 0 1 1 3 3zM9 9c0 4 2 6 6 6l1-2-2-1-1 1-2-2 1-1-1-2z',
  chat: 'M3 4h14v9H9l-4 4v-4H3zM10 16h5l4 4v-4h2V8h-3',
};
