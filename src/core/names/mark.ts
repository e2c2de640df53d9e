import {fold} from './fold.js';

/**
 * The part of a name that matches what was typed: from and to, as indexes; equal when there is none.
 *
 * @param part As in `NameMatches`.
 */
export function markOf(name: string, part: string): readonly [from: number, to: number] {
  if (!part) return [0, 0];
  for (let start = 0; start < name.length; start++) {
    // Written without lookbehind, which Safari 16.3 does not support.
    if (!/^['’\p{L}\p{N}]/u.test(name.slice(start)) || /['’\p{L}\p{N}]$/u.test(name.slice(0, start))) continue;
    for (let end = start + 1; end <= name.length; end++) {
      const shown = fold(name.slice(start, end));
      if (shown.startsWith(part)) return [start, end];
      if (shown.length > part.length + 4) break;
    }
  }
  return [0, 0];
}
