/** Drawing on a canvas, the same in the mini program and in the browser. */

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

export interface Ink {
  begin(x: number, y: number): void;
  draw(x: number, y: number): void;
}

// A signature is black on white wherever it is shown or printed, whatever the theme.
const WHITE = 'white';
const BLACK = 'black';
const PEN_WIDTH = 2.5;

/** White paper of this size in CSS pixels, sharp at this pixel ratio; strokes are given in CSS pixels. */
export function startPaper(canvas: Paper, width: number, height: number, pixelRatio: number): Ink {
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return { begin: () => undefined, draw: () => undefined };
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = WHITE;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = BLACK;
  context.lineWidth = PEN_WIDTH;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  let last = { x: 0, y: 0 };
  return {
    begin: (x, y) => {
      last = { x, y };
    },
    draw: (x, y) => {
      context.beginPath();
      context.moveTo(last.x, last.y);
      context.lineTo(x, y);
      context.stroke();
      last = { x, y };
    },
  };
}
