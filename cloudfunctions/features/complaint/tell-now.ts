/** Right after a person's act: what follows is written down, and sent at once where WeChat lets this invocation send. */
import type { Call } from '../call';
import { sendQueued } from '../message/send-messages';
import { afterSend } from './after-send';
import { type Loaded, loadComplaint } from './carry-out';
import { settleNow } from './settle-now';

/** @returns the complaint as it is then; a result that reached the resident has moved it on */
export async function tellNow(loaded: Loaded, call: Pick<Call, 'platform' | 'now' | 'canSendNow'>): Promise<Loaded> {
  const queued = await settleNow(loaded, call);
  if (!call.canSendNow || queued.length === 0) return loaded;
  try {
    await sendQueued(queued, call, afterSend);
    return loaded.complaint.state === 'informing' ? await loadComplaint(loaded.complaint.id, call) : loaded;
  } catch (error) {
    call.platform.log.error('left unsent for the clock', error, { complaint: loaded.complaint.id });
    return loaded;
  }
}
