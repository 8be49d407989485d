// Runs steps as far in parallel as the slots allow, in the given order where there is a choice.

/**
 * @template {{ name: string; needs?: string[]; alone?: boolean }} S
 * @template {{ failed: number }} R
 * @param {S[]} steps
 * @param {{ slots: number; run: (step: S) => Promise<R>; refuse: (step: S, missing: string[]) => R; done: (step: S, result: R) => void }} how
 *   `refuse` gives the result of a step whose needs failed.
 * @returns {Promise<R[]>} in the order of the steps
 */
export function schedule(steps, { slots, run, refuse, done }) {
  const results = new Map();
  const waiting = [...steps];
  let running = 0;
  let aloneRuns = false;

  return new Promise((resolve, reject) => {
    const finish = (step, result) => {
      results.set(step.name, result);
      done(step, result);
    };
    const mayStart = ({ needs = [], alone }) =>
      needs.every((name) => results.has(name)) && (alone ? running === 0 : running < slots && !aloneRuns);
    const next = () => {
      for (;;) {
        const index = waiting.findIndex(mayStart);
        if (index < 0) break;
        const [step] = waiting.splice(index, 1);
        const missing = (step.needs ?? []).filter((name) => results.get(name).failed > 0);
        if (missing.length > 0) {
          finish(step, refuse(step, missing));
          continue;
        }
        running += 1;
        aloneRuns = step.alone === true;
        run(step).then((result) => {
          running -= 1;
          aloneRuns = false;
          finish(step, result);
          next();
        }, reject);
        if (aloneRuns) break;
      }
      if (running === 0) resolve(steps.map(({ name }) => results.get(name)));
    };
    next();
  });
}
