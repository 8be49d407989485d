import { NotYet, Timeline } from './timeline';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('steps of several stories happen in the order of their moments', async () => {
  const timeline = new Timeline(100);
  const seen: number[] = [];
  const story =
    (...moments: number[]) =>
    async () => {
      for (const at of moments) await timeline.step(at, async (moment) => void seen.push(moment), true);
    };
  await timeline.play([story(10, 40, 41), story(5, 30, 60), story(20)]);
  expect(seen).toEqual([5, 10, 20, 30, 40, 41, 60]);
});

test('a story ends where its next step lies beyond today, the others go on', async () => {
  const timeline = new Timeline(50);
  const seen: string[] = [];
  await timeline.play([
    async () => {
      await timeline.step(10, async () => void seen.push('first'));
      await timeline.step(51, async () => void seen.push('too late'));
    },
    async () => timeline.step(50, async () => void seen.push('second')),
  ]);
  expect(seen).toEqual(['first', 'second']);
  await expect(timeline.step(51, async () => undefined)).rejects.toThrow(NotYet);
});

test('a step that runs alone waits for the others and keeps them waiting', async () => {
  const timeline = new Timeline(100);
  let running = 0;
  const alone: number[] = [];
  const step = (at: number, lonely: boolean) => async () =>
    timeline.step(
      at,
      async () => {
        running += 1;
        await pause(5);
        if (lonely) alone.push(running);
        running -= 1;
      },
      lonely,
    );
  await timeline.play([step(1, false), step(2, false), step(3, true), step(4, false), step(5, true)]);
  expect(alone).toEqual([1, 1]);
});

test('a story that fails is not swallowed', async () => {
  const timeline = new Timeline(100);
  const broken = async () => timeline.step(1, async () => Promise.reject(new Error('refused')));
  await expect(timeline.play([broken])).rejects.toThrow('refused');
});
