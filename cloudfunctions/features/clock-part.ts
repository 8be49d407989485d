import type { Call } from './call';

/** What the timer's work needs of a call: nobody calls. */
export type Scene = Pick<Call, 'now' | 'platform'>;

/**
 * One thing the timer sees to, in pages until nothing is left or `mayGoOn` says stop; returns how many it has seen to.
 * Interrupted anywhere, the next run ends in the same (CK-07).
 */
export type ClockPart = (scene: Scene, mayGoOn: () => boolean) => Promise<number>;
