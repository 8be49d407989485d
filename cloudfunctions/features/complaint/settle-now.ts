import type { MessageId } from '../../../types/ids';
import { settleNowOn } from '../lifecycle/settle';
import { COMPLAINTS, keptOf, type Loaded, type Scene } from './carry-out';

/** Right after saving: messages and tallies; late at most, never lost (MS-03). @returns the messages put into the outbox */
export const settleNow = (loaded: Loaded, scene: Scene): Promise<MessageId[]> =>
  settleNowOn(COMPLAINTS, keptOf(loaded), scene);
