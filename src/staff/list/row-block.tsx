/** A few rows of a long list: drawn while they are near the screen, else as high an empty space (H5: row-block.h5.tsx). */
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWideScreen } from '../layout/wide-screen';

export interface RowBlockProps {
  drawnAtFirst: boolean;
  /** How many. */
  rows: number;
  /** Called while they are near the screen, at least once, and again whenever it is another function. */
  onNear: (() => void) | undefined;
  children: () => ReactNode;
}

/** Pixels above and below the screen, so that a quick thumb finds rows there. */
const NEAR_PX = 1500;

let made = 0;

export function RowBlock({ onNear, children }: RowBlockProps) {
  const [id] = useState(() => {
    made += 1;
    return `hs-block-${made}`;
  });
  const wide = useWideScreen();
  // Drawn until WeChat says that it is far away.
  const [height, setHeight] = useState<number | null>(null);
  const [isNear, setIsNear] = useState(false);
  const drawn = useRef(true);
  drawn.current = height === null;
  useEffect(() => {
    const { page } = Taro.getCurrentInstance();
    if (!page) return undefined;
    const observer = Taro.createIntersectionObserver(page);
    const margins = { top: NEAR_PX, bottom: NEAR_PX };
    const within = wide ? observer.relativeTo('.hs-split__list', margins) : observer.relativeToViewport(margins);
    within.observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
      setIsNear(intersectionRatio > 0);
      if (intersectionRatio > 0) setHeight(null);
      else if (drawn.current && boundingClientRect && boundingClientRect.height > 0)
        setHeight(boundingClientRect.height);
    });
    return () => observer.disconnect();
  }, [id, wide]);
  useEffect(() => {
    if (isNear) onNear?.();
  }, [isNear, onNear]);
  return (
    <View id={id} className="hs-block" {...(height === null ? {} : { style: { height: `${height}PX` } })}>
      {height === null ? children() : null}
    </View>
  );
}
