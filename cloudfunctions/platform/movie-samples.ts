/** Where the samples of a track lie in its file, by its tables `stsc`, `stsz`, `stco` or `co64`. */
import { type Box, boxAt, boxesOf } from './movie-boxes';

interface Range {
  from: number;
  to: number;
}

/** The numbers of a table of `width` bytes each, behind its version and its count; no more than lie in its box. */
function numbersIn(bytes: Buffer, box: Box | undefined, width: 4 | 8, head: number): number[] {
  if (box === undefined || box.end - box.body < head) return [];
  const count = Math.floor((box.end - box.body - head) / width);
  return Array.from({ length: count }, (_none, n) => {
    const at = box.body + head + n * width;
    return width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
  });
}

const TABLE_HEAD = 8;
const SIZES_HEAD = 12;

/** Stretches of the file, one per chunk. */
export function samplesOf(bytes: Buffer, track: Box): Range[] {
  const tables = boxAt(bytes, track, ['mdia', 'minf', 'stbl']);
  if (tables === undefined) return [];
  const table = (type: string) => boxesOf(bytes, tables).find((box) => box.type === type);
  const stsz = table('stsz');
  const oneSize = stsz !== undefined && stsz.end - stsz.body >= SIZES_HEAD ? bytes.readUInt32BE(stsz.body + 4) : 0;
  const sizes = oneSize > 0 ? [] : numbersIn(bytes, stsz, 4, SIZES_HEAD);
  const chunks = [...numbersIn(bytes, table('stco'), 4, TABLE_HEAD), ...numbersIn(bytes, table('co64'), 8, TABLE_HEAD)];
  // Rows of three: from which chunk on, how many samples in each, described how.
  const runs = numbersIn(bytes, table('stsc'), 4, TABLE_HEAD);
  let sample = 0;
  let run = 0;
  return chunks.map((from, n) => {
    while ((runs[run + 3] ?? Number.POSITIVE_INFINITY) <= n + 1) run += 3;
    const count = runs[run + 1] ?? 0;
    const length =
      oneSize > 0 ? count * oneSize : sizes.slice(sample, sample + count).reduce((sum, size) => sum + size, 0);
    sample += count;
    return { from, to: from + length };
  });
}
