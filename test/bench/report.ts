/** One line of the table: our result beside that of an alternative, measured in the same run. */
export interface Row {
  readonly what: string;
  readonly unit: '/s' | 'ms' | 'bytes' | '';
  readonly ours: number;
  readonly others?: Readonly<Record<string, number>>;
}

const format = (value: number, unit: Row['unit']) => {
  if (Number.isNaN(value)) return '-';
  const digits = unit === 'ms' ? (value < 10 ? 2 : 1) : unit === '' ? 4 : 0;
  return `${value.toLocaleString('en-US', {minimumFractionDigits: digits, maximumFractionDigits: digits})} ${unit}`.trimEnd();
};

/** How many times better ours is; below 1 it is worse. */
const ratio = ({ours, unit}: Row, other: number) => {
  const times = unit === '/s' ? ours / other : other / ours;
  return Number.isFinite(times) ? `${times.toLocaleString('en-US', {maximumSignificantDigits: 2})}x` : '-';
};

/** Prints rows under a title. */
export function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const row of rows) {
    const others = Object.entries(row.others ?? {}).map(
      ([name, value]) => `${name} ${format(value, row.unit)} (${ratio(row, value)})`,
    );
    console.log(`  ${row.what.padEnd(44)}${format(row.ours, row.unit).padStart(18)}   ${others.join('; ')}`);
  }
}
