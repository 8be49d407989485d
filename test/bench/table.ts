// Tables for a terminal: Chinese characters are two columns wide.

const width = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(char) ? 2 : 1),
    0,
  );

export const padded = (text: string, columns: number, right = false): string => {
  const gap = ' '.repeat(Math.max(0, columns - width(text)));
  return right ? `${gap}${text}` : `${text}${gap}`;
};

/** @param rows the first is the head; numbers stand to the right */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const columns = (texts[0] ?? []).map((_head, at) => Math.max(...texts.map((row) => width(row[at] ?? ''))));
  const isNumber = (at: number) => rows.slice(1).every((row) => typeof row[at] === 'number' || row[at] === '');
  return texts
    .map((row) =>
      row
        .map((text, at) => padded(text, columns[at] ?? 0, isNumber(at)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The value below which this share of the sorted values lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
};
