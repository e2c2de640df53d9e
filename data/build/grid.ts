/** Grid that coordinates are rounded to: steps in a degree of longitude and of latitude. */
export interface Grid {
  readonly lon: number;
  readonly lat: number;
}
