/** Right after saving: messages and tallies. A failure here is only late, never lost – the clock derives them again (MS-03). */
import type { Call } from '../call';
import type { Loaded } from './carry-out';
import { settle } from './settle';

export async function settleNow(loaded: Loaded, call: Pick<Call, 'platform' | 'now'>): Promise<void> {
  if (loaded.complaint.events.length <= loaded.settledEvents) return;
  try {
    await settle(loaded, call);
  } catch (error) {
    call.platform.log.error('left unsettled for the clock', error, { complaint: loaded.complaint.id });
  }
}
