// Waiting for a page as a person does: until it stands still and is no longer loading.
import type { MiniProgram } from './mini-program';
import { select, textOf } from './tree';

const LOOK_EVERY_MS = 15;
const STILL_LOOKS = 4;

/** @returns the words of the page on top, once nothing is on its way and they stay the same; as they are when the time is over */
export async function settle(program: MiniProgram, busy: () => boolean, patienceMs = 10_000): Promise<string> {
  const until = Date.now() + patienceMs;
  let words = '';
  let still = 0;
  while (Date.now() < until && still < STILL_LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const now = wordsOnTop(program);
    still = now === words && now !== '' && !busy() && !isLoading(program) ? still + 1 : 0;
    words = now;
  }
  return words;
}

export function wordsOnTop({ router }: MiniProgram): string {
  return router.top ? textOf(router.top.root) : '';
}

/** Skeletons still stand where content is to come. */
export function isLoading({ router }: MiniProgram): boolean {
  const tree = router.top?.root.getShadowRoot();
  return tree ? select(tree, '.hy-skeleton').length > 0 : true;
}
