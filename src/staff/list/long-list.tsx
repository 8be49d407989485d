/** Rows of which only those near the screen are drawn, so that five hundred cost as little as thirty. */
import './long-list.scss';
import type { ReactNode } from 'react';
import { RowBlock } from './row-block';

/** Rows come and go by so many; the first blocks are drawn at once, without asking where they stand. */
const ROWS = 10;
const FIRST_BLOCKS = 2;

interface Props<T> {
  items: readonly T[];
  /** With a key. */
  row: (item: T) => ReactNode;
  /** The last rows are near the screen. */
  onNearEnd: () => void;
}

export function LongList<T>({ items, row, onNearEnd }: Props<T>) {
  const blocks = Array.from({ length: Math.ceil(items.length / ROWS) }, (_none, index) =>
    items.slice(index * ROWS, (index + 1) * ROWS),
  );
  return (
    <>
      {blocks.map((block, index) => (
        <RowBlock
          // By place: what stands there changes, the block stays.
          key={`block ${String(index)}`}
          drawnAtFirst={index < FIRST_BLOCKS}
          rows={block.length}
          onNear={index === blocks.length - 1 ? onNearEnd : undefined}
        >
          {() => block.map(row)}
        </RowBlock>
      ))}
    </>
  );
}
