import './signature-pad.scss';
import { useEffect, useRef } from 'react';
import { type Ink, type Paper, startPaper } from './signature-ink';
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

export function SignaturePad({ onChange, label }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Ink | null>(null);
  const drawing = useRef(false);
  useEffect(() => {
    const paper = canvas.current;
    if (paper) ink.current = startPaper(paper, paper.clientWidth, paper.clientHeight, devicePixelRatio);
  }, []);
  const at = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = canvas.current?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
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
          if (drawing.current) ink.current?.draw(...at(event));
        }}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  );
}
