/** Where the resident signs with a finger; H5 has its own (signature-pad.h5.tsx). */
import './signature-pad.scss';
import { Canvas, type CanvasTouchEvent, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { type Ink, type Paper, startPaper } from './signature-ink';

export interface SignaturePadProps {
  /** A PNG as a data URL after each stroke. */
  onChange: (image: string) => void;
  label: string;
}

const ID = 'signature';

interface Measured {
  node: Paper;
  width: number;
  height: number;
}

export function SignaturePad({ onChange, label }: SignaturePadProps) {
  const paper = useRef<{ canvas: Paper; ink: Ink } | null>(null);
  useEffect(() => {
    // The canvas is there only after the mini program has drawn it.
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select(`#${ID}`)
        .fields({ node: true, size: true })
        .exec(([measured]: [(Measured | null)?]) => {
          // null: the page was left before it was drawn.
          if (!measured) return;
          const { node: canvas, width, height } = measured;
          paper.current = { canvas, ink: startPaper(canvas, width, height, Taro.getWindowInfo().pixelRatio) };
        }),
    );
  }, []);
  const point = (event: CanvasTouchEvent) => event.touches[0];
  return (
    <View className="hs-sign" ariaRole="img" ariaLabel={label}>
      <Canvas
        type="2d"
        id={ID}
        canvasId={ID}
        className="hs-sign__paper"
        disableScroll
        onTouchStart={(event) => {
          const at = point(event);
          if (at) paper.current?.ink.begin(at.x, at.y);
        }}
        onTouchMove={(event) => {
          const at = point(event);
          if (at) paper.current?.ink.draw(at.x, at.y);
        }}
        onTouchEnd={() => {
          if (paper.current) onChange(paper.current.canvas.toDataURL('image/png'));
        }}
      />
    </View>
  );
}
