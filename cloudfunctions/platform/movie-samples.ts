/** Where the samples of a track lie in its file, by its tables `stsc`, `stsz` or `stz2`, `stco` or `co64`. */
import { type Box, boxAt, boxesOf } from './movie-boxes';

export interface Range {
  from: number;
  to: number;
}

/** Chunks of one track. Half a minute has some thousand. */
const MOST_CHUNKS = 50_000;
const TABLE_HEAD = 8;
const SIZES_HEAD = 12;

interface Numbers {
  count: number;
  /** The number in this row; 0 behind the last one. */
  at: (row: number) => number;
}
const NONE: Numbers = { count: 0, at: () => 0 };

/** The numbers of a table behind its head, which ends in how many rows there are; read where they lie. `bits`: of one number. */
function numbersIn(bytes: Buffer, box: Box | undefined, bits: 4 | 8 | 16 | 32 | 64, head: number, perRow = 1): Numbers {
  if (box === undefined || box.end - box.body < head) return NONE;
  const start = box.body + head;
  const count = Math.min(bytes.readUInt32BE(start - 4) * perRow, Math.floor(((box.end - start) * 8) / bits));
  const read = (row: number): number => {
    if (bits === 4) return ((bytes[start + (row >> 1)] ?? 0) >> (row % 2 === 0 ? 4 : 0)) & 0xf;
    return bits === 64
      ? Number(bytes.readBigUInt64BE(start + row * 8))
      : bytes.readUIntBE(start + (row * bits) / 8, bits / 8);
  };
  return { count, at: (row) => (row < count ? read(row) : 0) };
}

/**
 * QuickTime gives sound samples the size 1 and says in the description how many bytes that is (ISO files give the size itself).
 * 1 when it says nothing.
 */
function bytesOfSoundSample(bytes: Buffer, description: Box | undefined): number {
  if (description === undefined) return 1;
  // Behind the head of the table and of its first entry.
  const entry = description.body + TABLE_HEAD + 8;
  const room = description.end - entry;
  if (room < 28) return 1;
  const version = bytes.readUInt16BE(entry + 8);
  const [length, samples] =
    version === 1 && room >= 44
      ? [bytes.readUInt32BE(entry + 36), bytes.readUInt32BE(entry + 28)]
      : version === 2 && room >= 64
        ? [bytes.readUInt32BE(entry + 56), bytes.readUInt32BE(entry + 60)]
        : [bytes.readUInt16BE(entry + 16) * Math.ceil(bytes.readUInt16BE(entry + 18) / 8), 1];
  return length > 0 && samples > 0 ? length / samples : 1;
}

interface Sizes {
  count: number;
  /** Bytes of this many samples from this one on. */
  ofSamples: (first: number, count: number) => number;
}

const listed = ({ count, at }: Numbers): Sizes => ({
  count,
  ofSamples: (first, many) => {
    let sum = 0;
    for (let row = first; row < Math.min(count, first + many); row += 1) sum += at(row);
    return sum;
  },
});

function sizesIn(bytes: Buffer, table: (type: string) => Box | undefined, handler: string): Sizes {
  const stsz = table('stsz');
  if (stsz === undefined) {
    const stz2 = table('stz2');
    const width = stz2 === undefined || stz2.end - stz2.body < SIZES_HEAD ? 0 : bytes[stz2.body + 7];
    return listed(width === 4 || width === 8 || width === 16 ? numbersIn(bytes, stz2, width, SIZES_HEAD) : NONE);
  }
  const each = stsz.end - stsz.body < SIZES_HEAD ? 0 : bytes.readUInt32BE(stsz.body + 4);
  if (each === 0) return listed(numbersIn(bytes, stsz, 32, SIZES_HEAD));
  const size = each === 1 && handler === 'soun' ? bytesOfSoundSample(bytes, table('stsd')) : each;
  return { count: bytes.readUInt32BE(stsz.body + 8), ofSamples: (_first, many) => Math.ceil(many * size) };
}

/** Stretches of the file, one per chunk; null when they are more than any film has. `handler`: the kind of track, e.g. `soun`. */
export function samplesOf(bytes: Buffer, track: Box, handler: string): Range[] | null {
  const tables = boxAt(bytes, track, ['mdia', 'minf', 'stbl']);
  if (tables === undefined) return [];
  const inside = boxesOf(bytes, tables);
  const table = (type: string) => inside.find((box) => box.type === type);
  const sizes = sizesIn(bytes, table, handler);
  const short = numbersIn(bytes, table('stco'), 32, TABLE_HEAD);
  const chunks = short.count > 0 ? short : numbersIn(bytes, table('co64'), 64, TABLE_HEAD);
  if (chunks.count > MOST_CHUNKS) return null;
  // Rows of three: from which chunk on, how many samples in each, described how.
  const runs = numbersIn(bytes, table('stsc'), 32, TABLE_HEAD, 3);
  const ranges: Range[] = [];
  let sample = 0;
  let run = 0;
  for (let chunk = 0; chunk < chunks.count; chunk += 1) {
    while (run + 3 < runs.count && runs.at(run + 3) <= chunk + 1) run += 3;
    const many = Math.min(runs.at(run + 1), sizes.count - sample);
    const from = chunks.at(chunk);
    ranges.push({ from, to: Math.min(bytes.length, from + sizes.ofSamples(sample, many)) });
    sample += many;
  }
  return ranges;
}

/** The same bytes in order, each once. */
export function merged(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const { from, to } of ranges.filter((range) => range.from < range.to).sort((one, two) => one.from - two.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** What lies between merged ranges, from the beginning of the file to `length`. */
export function between(whole: readonly Range[], length: number): Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const range of whole) {
    gaps.push({ from, to: range.from });
    from = range.to;
  }
  return [...gaps, { from, to: length }];
}
