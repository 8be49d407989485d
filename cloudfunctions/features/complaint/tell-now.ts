/** Right after a person's act: what follows is written down, and sent at once where WeChat lets this invocation send. */
import type { Call } from '../call';
import { sendQueued } from '../message/send-messages';
import { afterSend } from './after-send';
import type { Loaded } from './carry-out';
import { settleNow } from './settle-now';

export async function tellNow(loaded: Loaded, call: Pick<Call, 'platform' | 'now' | 'canSendNow'>): Promise<void> {
  const queued = await settleNow(loaded, call);
  if (!call.canSendNow) return;
  try {
    await sendQueued(queued, call, afterSend);
  } catch (error) {
    call.platform.log.error('left unsent for the clock', error, { complaint: loaded.complaint.id });
  }
}
