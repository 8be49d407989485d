// The canvas of type="2d": it takes every stroke and gives a picture, without drawing.
import { Canvas } from '../../../localcloud/seed/png';

const WIDTH = 300;
const HEIGHT = 150;
const DRAWING = [
  ...['save', 'restore', 'scale', 'translate', 'rotate', 'beginPath', 'closePath', 'moveTo', 'lineTo', 'arc'],
  ...['quadraticCurveTo', 'bezierCurveTo', 'stroke', 'fill', 'fillRect', 'strokeRect', 'clearRect', 'fillText'],
  ...['drawImage', 'setTransform', 'clip', 'rect'],
];

export function canvasNode() {
  const context = Object.fromEntries(DRAWING.map((name) => [name, () => undefined]));
  const picture = new Canvas(WIDTH, HEIGHT, [255, 255, 255]).png();
  return {
    width: WIDTH,
    height: HEIGHT,
    getContext: () => context,
    toDataURL: () => `data:image/png;base64,${picture.toString('base64')}`,
  };
}
