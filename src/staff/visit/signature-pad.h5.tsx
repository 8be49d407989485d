import './signature-pad.scss';
import { useEffect, useRef } from 'react';
import { type Ink, type Paper, startPaper, TELL_EVERY_MS } from './signature-ink';
import type { SignaturePadProps } from './signature-pad';

interface CanvasElement extends HTMLElement, Paper {
  readonly clientWidth: number;
  readonly clientHeight: number;
  getBoundingClientRect(): { left: number; top: number };
  setPointerCapture(pointer: number): void;
}
declare const devicePixelRatio: number;
declare global {
  interface HTMLCanvasElement extends CanvasElement {}
}

export function SignaturePad({ onChange, before, onStrokes, label }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Ink | null>(null);
  const drawing = useRef(false);
  const told = useRef(0);
  const first = useRef({ before, onChange });
  useEffect(() => {
    const paper = canvas.current;
    if (!paper) return;
    const drawn = first.current.before ?? null;
    ink.current = startPaper(paper, paper.clientWidth, paper.clientHeight, devicePixelRatio, drawn);
    if (drawn !== null) first.current.onChange(paper.toDataURL('image/png'));
  }, []);
  const at = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = canvas.current?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  };
  const tell = () => {
    told.current = Date.now();
    if (ink.current) onStrokes?.(ink.current.strokes());
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    tell();
    if (canvas.current) onChange(canvas.current.toDataURL('image/png'));
  };
  return (
    <div className="hs-sign">
      <canvas
        ref={canvas}
        className="hs-sign__paper"
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          drawing.current = true;
          canvas.current?.setPointerCapture(event.pointerId);
          ink.current?.begin(...at(event));
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return;
          ink.current?.draw(...at(event));
          if (Date.now() - told.current > TELL_EVERY_MS) tell();
        }}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  );
}
