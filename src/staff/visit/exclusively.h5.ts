declare const navigator: {
  readonly locks?: { request<T>(name: string, run: () => Promise<T>): Promise<T> };
};

/**
 * Runs while no other tab runs the same. Where the browser knows no locks, two tabs may send the same callback: each has
 * one commandId and the next is sent only when the one before is confirmed, so that costs traffic and neither order nor count.
 */
export const exclusively = <T>(what: string, run: () => Promise<T>): Promise<T> =>
  navigator.locks === undefined ? run() : navigator.locks.request(`huiyin:${what}`, run);
