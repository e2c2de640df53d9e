/** Grid that coordinates are rounded to: steps per degree of longitude and of latitude. */
export interface Grid {
  readonly lon: number;
  readonly lat: number;
}
