/** Right after saving: messages and tallies. A failure here is only late, never lost – the clock derives them again (MS-03). */
import type { MessageId } from '../../../types/ids';
import type { Loaded, Scene } from './carry-out';
import { settle } from './settle';

/** @returns the messages that were put into the outbox */
export async function settleNow(loaded: Loaded, scene: Scene): Promise<MessageId[]> {
  if (loaded.complaint.events.length <= loaded.settledEvents) return [];
  try {
    return await settle(loaded, scene);
  } catch (error) {
    scene.platform.log.error('left unsettled for the clock', error, { complaint: loaded.complaint.id });
    return [];
  }
}
