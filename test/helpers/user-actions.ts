/** Messages from test/helpers/user.ts to test/runner/user-commands.ts, which runs outside the browser. */

/** A point in the page's viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Preferences of the visitor's system; those that are absent or false have their default. */
export interface Media {
  reducedMotion?: boolean;
  dark?: boolean;
  forcedColors?: boolean;
  moreContrast?: boolean;
}

/** What the engine can do besides keys and mouse. */
export interface Capabilities {
  /** Real touch events. */
  tap: boolean;
  resize: boolean;
  /** The preferences that can be changed while the page is open. */
  emulate: readonly (keyof Media)[];
  /** Role and name of an element, as assistive technology gets them. */
  role: boolean;
  /** The whole accessibility tree. */
  tree: boolean;
}

export type UserAction =
  | {do: 'capabilities'}
  | {do: 'press'; keys: readonly string[]}
  | {do: 'type'; text: string}
  | {do: 'move'; to: Point}
  | {do: 'click'; at: Point; count: number}
  | {do: 'drag'; from: Point; to: Point}
  | {do: 'wheel'; at: Point; deltaY: number}
  | {do: 'tap'; at: Point}
  | {do: 'resize'; width: number; height: number}
  | {do: 'emulate'; media: Media}
  | {do: 'role-and-name'}
  | {do: 'tree'};
