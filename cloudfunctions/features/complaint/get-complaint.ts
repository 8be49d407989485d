import { SYSTEM } from '../../../domain/people/actor';
import { filedIt } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId } from '../../../types/ids';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { carryOut, type Loaded, loadComplaint, mayKnow } from './carry-out';
import { presentComplaint } from './present-complaint';
import { noteOpenings } from '../privacy/note-openings';
import { settleNow } from './settle-now';

/**
 * One complaint by id or number. Somebody else's looks like one that doesn't exist. When the one who filed it opens a
 * result, they have been told (IF-01).
 */
export const getComplaint: PersonUseCase<'getComplaint'> = async (input, call) => {
  const actor = actorOf(call.person);
  const id = input.id ?? (await idOfNumber(input.number, call));
  const loaded = await loadComplaint(id, call);
  if (!mayKnow(actor, loaded.complaint)) throw new Refusal('notFound');
  if (loaded.complaint.state !== 'informing' || !filedIt.test(actor, loaded.complaint)) {
    const [view] = await Promise.all([
      presentComplaint(loaded, actor, call),
      noteOpenings([loaded.complaint], 'case', call),
    ]);
    return view;
  }
  return presentComplaint(await resultRead(loaded, call), actor, call);
};

/** Opening the result is being told; when the desk was faster with a phone call, that stands. */
async function resultRead(loaded: Loaded, call: PersonCall): Promise<Loaded> {
  const { id, round } = loaded.complaint;
  const order = {
    complaintId: id,
    commandId: resultReachedId(round),
    command: { name: 'resultReached', how: 'read' } as const,
    actor: SYSTEM,
  };
  try {
    const read = await carryOut(order, call);
    await settleNow(read, call);
    return read;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notInThisState') return loadComplaint(id, call);
    throw error;
  }
}

/** Told once per round, whichever way was first. */
export const resultReachedId = (round: number): CommandId => `result-reached-${round}` as CommandId;

async function idOfNumber(
  number: string | undefined,
  { platform }: Parameters<typeof getComplaint>[1],
): Promise<ComplaintId> {
  const wanted = number?.trim().toUpperCase();
  if (wanted === undefined || wanted === '') throw new Refusal('badInput', { fields: { id: '请提供编号' } });
  const [found] = await platform.database.find<{ _id: ComplaintId }>('complaints', {
    where: { number: wanted },
    limit: 1,
    fields: ['number'],
  });
  if (found === undefined) throw new Refusal('notFound');
  return found._id;
}
