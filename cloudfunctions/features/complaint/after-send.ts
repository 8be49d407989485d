/** What became of a message that a resident must know (IF-01, MS-02): told, or a phone call is owed. */
import { SYSTEM } from '../../../domain/people/actor';
import { Refusal } from '../../../types/errors';
import type { CommandId } from '../../../types/ids';
import type { StoredMessage } from '../message/stored-message';
import { carryOut, loadComplaint, type Scene } from './carry-out';
import { resultReachedId } from './get-complaint';
import { settleNow } from './settle-now';

/** Repeating it is harmless; a complaint that went on meanwhile is left alone. */
export async function afterSend(
  message: StoredMessage,
  outcome: 'sent' | 'undeliverable',
  why: string,
  scene: Scene,
): Promise<void> {
  if (!message.mustKnow || message.complaintId === null) return;
  const { complaint } = await loadComplaint(message.complaintId, scene);
  if (complaint.state !== 'informing') return;
  const order =
    outcome === 'sent'
      ? { commandId: resultReachedId(complaint.round), command: { name: 'resultReached', how: 'message' } as const }
      : {
          commandId: `result-undelivered-${complaint.round}` as CommandId,
          command: { name: 'resultUndelivered', why } as const,
        };
  try {
    await settleNow(await carryOut({ complaintId: complaint.id, ...order, actor: SYSTEM }, scene), scene);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
  }
}
