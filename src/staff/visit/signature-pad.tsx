/** Where the resident signs with a finger; H5 has its own (signature-pad.h5.tsx). */
import './signature-pad.scss';
import { Canvas, type CanvasTouchEvent, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { type Ink, type Paper, startPaper, type Strokes, TELL_EVERY_MS } from './signature-ink';

export interface SignaturePadProps {
  /** A PNG as a data URL after each stroke, and when what was drawn before stands there again. */
  onChange: (image: string) => void;
  /** Drawn before, as kept with a draft. */
  before?: Strokes | null | undefined;
  /** While it is drawn, a few times a second, and after each stroke. */
  onStrokes?: ((strokes: Strokes) => void) | undefined;
  label: string;
}

const ID = 'signature';

interface Measured {
  node: Paper;
  width: number;
  height: number;
}

export function SignaturePad({ onChange, before, onStrokes, label }: SignaturePadProps) {
  const paper = useRef<{ canvas: Paper; ink: Ink } | null>(null);
  const told = useRef(0);
  const first = useRef({ before, onChange });
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
          const drawn = first.current.before ?? null;
          const ink = startPaper(canvas, width, height, Taro.getWindowInfo().pixelRatio, drawn);
          paper.current = { canvas, ink };
          if (drawn !== null) first.current.onChange(canvas.toDataURL('image/png'));
        }),
    );
  }, []);
  const point = (event: CanvasTouchEvent) => event.touches[0];
  const tell = () => {
    told.current = Date.now();
    if (paper.current) onStrokes?.(paper.current.ink.strokes());
  };
  const end = () => {
    if (!paper.current) return;
    tell();
    onChange(paper.current.canvas.toDataURL('image/png'));
  };
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
          if (Date.now() - told.current > TELL_EVERY_MS) tell();
        }}
        onTouchEnd={end}
        onTouchCancel={end}
      />
    </View>
  );
}
