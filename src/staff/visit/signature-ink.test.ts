import { expect, test } from '@jest/globals';
import { type Paper, startPaper } from './signature-ink';

/** Notes where lines were drawn. */
function aPaper(): Paper & { lines: string[] } {
  const lines: string[] = [];
  let from = '';
  const context = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineCap: '',
    lineJoin: '',
    scale: () => undefined,
    fillRect: () => undefined,
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => {
      from = `${x},${y}`;
    },
    lineTo: (x: number, y: number) => void lines.push(`${from} → ${x},${y}`),
    stroke: () => undefined,
  };
  return { width: 0, height: 0, lines, getContext: () => context, toDataURL: () => '' };
}

test('[CB-04] strokes are known while they are drawn, the one under the pen included', () => {
  const ink = startPaper(aPaper(), 300, 100, 3);
  ink.begin(10, 20);
  ink.draw(15.4, 25.6);
  ink.begin(50, 50);
  expect(ink.strokes()).toEqual({
    width: 300,
    lines: [
      [10, 20, 15, 26],
      [50, 50],
    ],
  });
});

test('[CB-04] what was drawn before stands on a paper of another width, and can be gone on with', () => {
  const paper = aPaper();
  const ink = startPaper(paper, 600, 200, 1, { width: 300, lines: [[10, 20, 15, 25]] });
  expect(paper.lines).toEqual(['20,40 → 20,40', '20,40 → 30,50']);
  ink.begin(100, 100);
  expect(ink.strokes()).toEqual({
    width: 600,
    lines: [
      [20, 40, 30, 50],
      [100, 100],
    ],
  });
});

test('a screen of many pixels makes no larger picture than print needs', () => {
  const paper = aPaper();
  startPaper(paper, 300, 100, 4);
  expect([paper.width, paper.height]).toEqual([600, 200]);
});
