import {fold} from './fold.js';

/**
 * Where a name shows the part of the text that it was found by: from and to, as indexes; equal when nowhere.
 *
 * @param part As in `NameMatches`.
 */
export function markOf(name: string, part: string): readonly [from: number, to: number] {
  if (!part) return [0, 0];
  for (let start = 0; start < name.length; start++) {
    // No lookbehind: Safari 16.3 does not know it.
    if (!/^['’\p{L}\p{N}]/u.test(name.slice(start)) || /['’\p{L}\p{N}]$/u.test(name.slice(0, start))) continue;
    for (let end = start + 1; end <= name.length; end++) {
      const shown = fold(name.slice(start, end));
      if (shown.startsWith(part)) return [start, end];
      if (shown.length > part.length + 4) break;
    }
  }
  return [0, 0];
}
