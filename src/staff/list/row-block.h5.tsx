import { useEffect, useRef, useState } from 'react';
import type { RowBlockProps } from './row-block';

interface Observed {
  readonly isIntersecting: boolean;
  readonly boundingClientRect: { width: number; height: number };
}
declare const IntersectionObserver: new (
  seen: (entries: readonly Observed[]) => void,
  how: { root: HTMLElement | null; rootMargin: string },
) => { observe(element: HTMLElement): void; disconnect(): void };
declare const getComputedStyle: (element: HTMLElement) => { overflowY: string };

/** Pixels above and below the screen, so that neither a wheel nor ten presses of J come to an empty space. */
const NEAR = '1500px 0px';
/** About as high as a row, until it was drawn once. Pixels. */
const ROW_PX = 130;

/** What scrolls it: the column of a wide screen, the page of a phone; null for the window. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const { parentElement } = element;
  if (parentElement === null) return null;
  return /auto|scroll/.test(getComputedStyle(parentElement).overflowY) ? parentElement : scrollerOf(parentElement);
}

export function RowBlock({ drawnAtFirst, rows, onNear, children }: RowBlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(drawnAtFirst);
  // A row keeps the keyboard's place, however far the wheel has gone.
  const [holdsFocus, setHoldsFocus] = useState(false);
  const drawn = isNear || holdsFocus;
  const heightPx = useRef(rows * ROW_PX);
  const wasDrawn = useRef(drawn);
  wasDrawn.current = drawn;
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries[entries.length - 1];
        // Without a width: the page lies behind another, and comes back as it was.
        if (entry === undefined || entry.boundingClientRect.width === 0) return;
        if (!entry.isIntersecting && wasDrawn.current) heightPx.current = entry.boundingClientRect.height;
        setIsNear(entry.isIntersecting);
      },
      { root: scrollerOf(element), rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (isNear) onNear?.();
  }, [isNear, onNear]);
  return (
    <div
      ref={box}
      className="hs-block"
      style={drawn ? undefined : { height: heightPx.current }}
      onFocus={() => setHoldsFocus(true)}
      onBlur={() => setHoldsFocus(false)}
    >
      {drawn ? children() : null}
    </div>
  );
}
