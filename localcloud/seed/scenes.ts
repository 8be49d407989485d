/** Simple pictures of what residents and handlers photograph, so that photos are real files without being anybody's. */
import { Canvas, type Colour } from './png';

const WALL: Colour = [226, 221, 211];
const FLOOR: Colour = [168, 160, 150];
const DARK: Colour = [54, 58, 66];
const STEEL: Colour = [158, 168, 178];
const SKY: Colour = [176, 208, 230];
const GRASS: Colour = [122, 168, 98];
const WATER: Colour = [92, 128, 158];
const YELLOW: Colour = [240, 200, 60];
const RED: Colour = [196, 62, 54];
const WHITE: Colour = [248, 248, 244];
const BROWN: Colour = [128, 92, 62];

const WIDTH = 480;
const HEIGHT = 360;

type Draw = (canvas: Canvas) => void;

const room = (wall: Colour, floor: Colour): Canvas => {
  const canvas = new Canvas(WIDTH, HEIGHT, wall);
  canvas.rectangle(0, 250, WIDTH, 110, floor);
  return canvas;
};
const outdoors = (): Canvas => {
  const canvas = new Canvas(WIDTH, HEIGHT, SKY);
  canvas.rectangle(0, 210, WIDTH, 150, GRASS);
  return canvas;
};

const liftDoors = (canvas: Canvas, light: Colour): void => {
  canvas.rectangle(130, 60, 220, 250, DARK);
  canvas.rectangle(140, 70, 98, 240, STEEL);
  canvas.rectangle(242, 70, 98, 240, STEEL);
  canvas.rectangle(365, 160, 22, 60, DARK);
  canvas.ellipse(376, 178, 6, 6, light);
};
const car = (canvas: Canvas, left: number, colour: Colour): void => {
  canvas.rectangle(left, 220, 190, 56, colour);
  canvas.rectangle(left + 38, 186, 110, 40, colour);
  canvas.rectangle(left + 48, 194, 92, 28, SKY);
  canvas.ellipse(left + 42, 278, 22, 22, DARK);
  canvas.ellipse(left + 150, 278, 22, 22, DARK);
};
const trunk = (canvas: Canvas, x: number, leaves: Colour): void => {
  canvas.rectangle(x - 9, 150, 18, 90, BROWN);
  canvas.ellipse(x, 120, 56, 52, leaves);
};

const SCENES = {
  lift: [() => room(WALL, FLOOR), (c) => liftDoors(c, RED)],
  liftFixed: [() => room(WHITE, FLOOR), (c) => liftDoors(c, GRASS)],
  garage: [
    () => room([130, 134, 138], [92, 94, 98]),
    (c) => {
      car(c, 60, [180, 60, 56]);
      for (let x = 280; x < 460; x += 26) c.line(x, 0, x - 6, 120, 3, WATER);
      c.ellipse(360, 318, 90, 22, WATER);
    },
  ],
  garageDry: [
    () => room([130, 134, 138], [104, 106, 110]),
    (c) => {
      car(c, 60, [180, 60, 56]);
      c.rectangle(300, 250, 8, 110, YELLOW);
      c.rectangle(440, 250, 8, 110, YELLOW);
    },
  ],
  leak: [
    () => room(WALL, FLOOR),
    (c) => {
      c.ellipse(240, 30, 110, 40, [186, 170, 140]);
      for (let x = 190; x < 300; x += 24) c.line(x, 60, x, 230, 2, WATER);
      c.ellipse(240, 300, 120, 26, WATER);
    },
  ],
  leakFixed: [() => room(WHITE, FLOOR), (c) => c.rectangle(180, 90, 120, 150, [214, 206, 192])],
  puddle: [
    outdoors,
    (c) => {
      c.rectangle(0, 260, WIDTH, 60, FLOOR);
      c.ellipse(230, 290, 150, 24, WATER);
    },
  ],
  gardenTidy: [
    outdoors,
    (c) => {
      c.rectangle(0, 260, WIDTH, 60, [206, 198, 184]);
      trunk(c, 100, [86, 140, 74]);
      trunk(c, 380, [96, 150, 82]);
    },
  ],
  darkHall: [() => room([44, 46, 52], [34, 36, 40]), (c) => c.rectangle(190, 90, 100, 170, [62, 64, 72])],
  brightHall: [
    () => room(WHITE, [206, 200, 190]),
    (c) => {
      c.ellipse(240, 40, 46, 18, YELLOW);
      c.rectangle(190, 110, 100, 150, BROWN);
    },
  ],
  hall: [
    () => room(WALL, FLOOR),
    (c) => {
      c.ellipse(160, 300, 70, 14, [140, 128, 104]);
      c.ellipse(320, 320, 52, 12, [140, 128, 104]);
      c.rectangle(370, 220, 60, 60, [120, 110, 96]);
    },
  ],
  fireBox: [
    () => room(WALL, FLOOR),
    (c) => {
      c.rectangle(150, 80, 180, 150, RED);
      c.rectangle(166, 96, 148, 118, DARK);
      for (let x = 176; x < 310; x += 22) c.line(x, 98, x + 30, 208, 2, WHITE);
    },
  ],
  eBike: [
    () => room(WALL, FLOOR),
    (c) => {
      c.ellipse(150, 280, 42, 42, DARK);
      c.ellipse(320, 280, 42, 42, DARK);
      c.rectangle(150, 220, 170, 28, [70, 120, 180]);
      c.line(320, 230, 350, 150, 8, DARK);
      c.line(350, 150, 430, 90, 4, YELLOW);
    },
  ],
  slide: [
    outdoors,
    (c) => {
      c.rectangle(110, 110, 26, 170, RED);
      c.line(130, 120, 360, 280, 26, [240, 150, 50]);
      c.line(240, 170, 270, 250, 4, DARK);
    },
  ],
  path: [
    outdoors,
    (c) => {
      for (let x = 40; x < 440; x += 44) c.rectangle(x, x === 172 ? 238 : 252, 40, 60, BROWN);
    },
  ],
  glass: [
    () => room(WALL, FLOOR),
    (c) => {
      c.rectangle(120, 60, 240, 170, SKY);
      for (let x = 120; x < 360; x += 26) c.line(240, 145, x, x % 52 === 16 ? 60 : 230, 2, WHITE);
      for (let x = 150; x < 340; x += 30) c.rectangle(x, 300 + (x % 20), 10, 6, SKY);
    },
  ],
  bins: [
    outdoors,
    (c) => {
      for (const x of [90, 200, 310]) {
        c.rectangle(x, 160, 80, 120, [70, 110, 80]);
        c.ellipse(x + 40, 156, 46, 26, [120, 108, 92]);
      }
      c.ellipse(250, 310, 130, 18, [116, 96, 70]);
    },
  ],
  boxes: [
    () => room(WALL, FLOOR),
    (c) => {
      for (const [x, y] of [
        [80, 220],
        [170, 220],
        [120, 150],
        [300, 230],
      ] as const)
        c.rectangle(x, y, 84, 66, BROWN);
    },
  ],
  tree: [
    outdoors,
    (c) => {
      trunk(c, 160, [150, 126, 70]);
      trunk(c, 330, [140, 120, 76]);
      c.line(200, 240, 300, 300, 8, BROWN);
    },
  ],
  dog: [
    outdoors,
    (c) => {
      c.ellipse(230, 250, 70, 34, [206, 160, 86]);
      c.ellipse(310, 216, 30, 26, [206, 160, 86]);
      c.rectangle(180, 270, 12, 44, [206, 160, 86]);
      c.rectangle(270, 270, 12, 44, [206, 160, 86]);
    },
  ],
  noise: [
    () => room([70, 72, 92], [52, 54, 70]),
    (c) => {
      c.rectangle(180, 60, 120, 90, YELLOW);
      for (const r of [60, 100, 140]) c.line(240 + r, 200, 240 + r, 200 + r / 2, 6, WHITE);
      c.rectangle(170, 190, 90, 90, DARK);
    },
  ],
  gate: [
    outdoors,
    (c) => {
      c.rectangle(70, 130, 90, 150, WALL);
      c.rectangle(86, 150, 58, 50, SKY);
      c.line(160, 220, 440, 200, 10, RED);
    },
  ],
  parking: [
    () => room([150, 152, 156], [112, 114, 118]),
    (c) => {
      car(c, 40, WHITE);
      car(c, 250, [60, 78, 120]);
      c.rectangle(236, 250, 6, 110, YELLOW);
    },
  ],
} as const satisfies Record<string, readonly [ground: () => Canvas, draw: Draw]>;

export type SceneName = keyof typeof SCENES;

const drawn = new Map<SceneName, Buffer>();

/** The picture as PNG; drawn once. */
export function sceneOf(name: SceneName): Buffer {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const [ground, draw] = SCENES[name];
  const canvas = ground();
  draw(canvas);
  const bytes = canvas.png();
  drawn.set(name, bytes);
  return bytes;
}
