/** Drawing on a canvas, the same in the mini program and in the browser. */
import * as z from 'zod/mini';

interface Context2d {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
}

export interface Paper {
  width: number;
  height: number;
  getContext(kind: '2d'): Context2d | null;
  toDataURL(type: 'image/png'): string;
}

/** What was drawn: of each stroke x, y, x, y … in whole CSS pixels of a paper of this width. */
export const Strokes = z.object({ width: z.number(), lines: z.array(z.array(z.number())) });
export type Strokes = z.infer<typeof Strokes>;

export interface Ink {
  begin(x: number, y: number): void;
  draw(x: number, y: number): void;
  /** All that was drawn so far, the stroke that is being drawn included. */
  strokes(): Strokes;
}

// A signature is black on white wherever it is shown or printed, whatever the theme.
const WHITE = 'white';
const BLACK = 'black';
const PEN_WIDTH = 2.5;
/** While a stroke is drawn it is told so often, for a phone that dies in the middle of it. */
export const TELL_EVERY_MS = 200;
/** Sharp enough in print; a phone with more would make a picture four times as large for nothing. */
const SHARPEST = 2;

/**
 * White paper of this size in CSS pixels, with what was drawn before; strokes are given in CSS pixels.
 * @param pixelRatio of the screen
 */
export function startPaper(
  canvas: Paper,
  width: number,
  height: number,
  pixelRatio: number,
  before: Strokes | null = null,
): Ink {
  const sharpness = Math.min(pixelRatio, SHARPEST);
  canvas.width = Math.round(width * sharpness);
  canvas.height = Math.round(height * sharpness);
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.scale(sharpness, sharpness);
    context.fillStyle = WHITE;
    context.fillRect(0, 0, width, height);
    context.strokeStyle = BLACK;
    context.lineWidth = PEN_WIDTH;
    context.lineCap = 'round';
    context.lineJoin = 'round';
  }
  const lines: number[][] = [];
  let last = { x: 0, y: 0 };
  const lineTo = (x: number, y: number) => {
    context?.beginPath();
    context?.moveTo(last.x, last.y);
    context?.lineTo(x, y);
    context?.stroke();
    last = { x, y };
  };
  const ink: Ink = {
    begin: (x, y) => {
      lines.push([Math.round(x), Math.round(y)]);
      last = { x, y };
      // A tap is a dot.
      lineTo(x, y);
    },
    draw: (x, y) => {
      lines[lines.length - 1]?.push(Math.round(x), Math.round(y));
      lineTo(x, y);
    },
    strokes: () => ({ width, lines: lines.map((line) => [...line]) }),
  };
  const scale = before === null || before.width === 0 ? 1 : width / before.width;
  for (const [x = 0, y = 0, ...rest] of before?.lines ?? []) {
    ink.begin(x * scale, y * scale);
    for (let at = 0; at + 1 < rest.length; at += 2) ink.draw((rest[at] ?? 0) * scale, (rest[at + 1] ?? 0) * scale);
  }
  return ink;
}
