/** The timer's share of actions: clocks that have come due, and what was left unsettled. */
import type { Instant } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { elapsing, runClocksOn } from '../lifecycle/run-clocks';
import { settleLeftBehindOn } from '../lifecycle/settle';
import { ACTIONS } from './action-keeper';

/** @returns how many actions were moved on */
export const runActionClocks = (scene: Scene, mayGoOn: () => boolean): Promise<number> =>
  runClocksOn(ACTIONS, elapsing, scene, mayGoOn);

export const settleActionsLeftBehind = (olderThan: Instant, scene: Scene, mayGoOn: () => boolean): Promise<number> =>
  settleLeftBehindOn(ACTIONS, olderThan, scene, mayGoOn);
