import { settleNowOn } from '../lifecycle/settle';
import type { StoredMessage } from '../message/stored-message';
import { COMPLAINTS, keptOf, type Loaded, type Scene } from './carry-out';

/** Right after saving: messages and figures; late at most, never lost (MS-03). @returns the messages that wait to be sent now */
export const settleNow = (loaded: Loaded, scene: Scene): Promise<StoredMessage[]> =>
  settleNowOn(COMPLAINTS, keptOf(loaded), scene);
