import type { Incident } from '../../../domain/incident/incident';
import { Refusal } from '../../../types/errors';
import type { IncidentId } from '../../../types/ids';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import type { Kept } from '../lifecycle/keeper';
import { loadIncident, mayKnowIncident } from './incident-keeper';
import { presentIncident } from './present-incident';

/** @throws Refusal notFound also for an incident of an estate where they hold no post */
export async function knownIncident(id: IncidentId, { person, platform }: PersonCall): Promise<Kept<Incident>> {
  const kept = await loadIncident(id, platform);
  if (!mayKnowIncident(actorOf(person), kept.subject)) throw new Refusal('notFound');
  return kept;
}

export const getIncident: PersonUseCase<'getIncident'> = async ({ id }, call) =>
  presentIncident(await knownIncident(id, call), actorOf(call.person), call);
