/** The boxes of MP4 and QuickTime files (ISO/IEC 14496-12): size, four letters, contents. */

export interface Box {
  type: string;
  /** Where it begins, where its contents begin, where it ends. */
  at: number;
  body: number;
  end: number;
}

const HEADER = 8;
const LONG_HEADER = 16;
/** One behind the other. Films have a few dozen; a file of nothing but empty boxes would fill the memory. */
const MOST_BOXES = 2000;

const boxStarting = (bytes: Buffer, at: number, to: number): Box | null => {
  if (to - at < HEADER) return null;
  const short = bytes.readUInt32BE(at);
  const long = short === 1;
  if (long && to - at < LONG_HEADER) return null;
  // 0: up to the end, which only the last one may say.
  const size = long ? Number(bytes.readBigUInt64BE(at + HEADER)) : short === 0 ? to - at : short;
  const body = at + (long ? LONG_HEADER : HEADER);
  const end = at + size;
  return end < body || end > to ? null : { type: bytes.toString('latin1', at + 4, at + 8), at, body, end };
};

/** The boxes that lie one behind the other from `from` on, and where the last of them ends: before `to` when no box follows it. */
export function boxesUpTo(bytes: Buffer, from: number, to: number): { boxes: Box[]; end: number } {
  const boxes: Box[] = [];
  let end = from;
  while (end < to && boxes.length < MOST_BOXES) {
    const box = boxStarting(bytes, end, to);
    if (box === null) break;
    boxes.push(box);
    end = box.end;
  }
  return { boxes, end };
}

/** The boxes from `from` to `to`; null when they don't fill it exactly or are more than any film has. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] | null {
  const { boxes, end } = boxesUpTo(bytes, from, to);
  return end === to ? boxes : null;
}

export const boxesOf = (bytes: Buffer, { body, end }: Box): Box[] => boxesIn(bytes, body, end) ?? [];

/** The first box at the end of a path of types, e.g. `mdia`, `minf`, `stbl`. */
export const boxAt = (bytes: Buffer, box: Box, [type, ...rest]: readonly string[]): Box | undefined => {
  const found = boxesOf(bytes, box).find((inner) => inner.type === type);
  return found === undefined || rest.length === 0 ? found : boxAt(bytes, found, rest);
};

/** A box that players pass over; its place stays, so that nothing that points into the file has to change. */
export function emptied(bytes: Buffer, { at, body, end }: Box): void {
  bytes.write('free', at + 4, 'latin1');
  bytes.fill(0, body, end);
}
