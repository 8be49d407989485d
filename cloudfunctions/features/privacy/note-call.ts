import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadComplaint, mayKnow } from '../complaint/carry-out';
import { noteOpenings } from './note-openings';

/** PV-01: staff ring the resident up from the case. @throws Refusal notFound for somebody who may not know of it */
export const noteCall: PersonUseCase<'noteCall'> = async ({ complaintId }, call) => {
  const { complaint } = await loadComplaint(complaintId, call);
  if (!mayKnow(actorOf(call.person), complaint)) throw new Refusal('notFound');
  await noteOpenings([complaint], 'call', call);
  return {};
};
