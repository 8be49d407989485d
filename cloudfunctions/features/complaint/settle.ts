/** The timer's settling of what functions that died left behind. */
import type { Instant } from '../../../types/ids';
import { settleLeftBehindOn } from '../lifecycle/settle';
import { COMPLAINTS, type Scene } from './carry-out';

export const settleLeftBehind = (olderThan: Instant, scene: Scene, mayGoOn: () => boolean): Promise<number> =>
  settleLeftBehindOn(COMPLAINTS, olderThan, scene, mayGoOn);
