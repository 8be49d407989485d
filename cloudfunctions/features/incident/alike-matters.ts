import { matterOfComplaint, textOf } from '../../../domain/incident/alike-index';
import { worksAtServiceDesk } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadComplaint } from '../complaint/carry-out';
import type { CardFields } from '../complaint/complaint-document';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { type AlikeComplaint, findAlikeComplaints, findAlikeIncidents } from './find-alike';
import { presentIncidentCards } from './present-incident';

const MOST_INCIDENTS = 3;
const MOST_COMPLAINTS = 5;

type Row = Pick<CardFields, '_id' | 'number' | 'version' | 'summary' | 'placeText' | 'homeText' | 'state' | 'filedAt'>;

async function cardsOf(found: readonly AlikeComplaint[], { database }: Platform) {
  if (found.length === 0) return [];
  const rows = await database.find<Row>('complaints', {
    where: { _id: _.in(found.map(({ id }) => id)) },
    limit: found.length,
    fields: ['number', 'version', 'summary', 'placeText', 'homeText', 'state', 'filedAt'],
  });
  return found.flatMap(({ id, shared }) => {
    const row = rows.find(({ _id }) => _id === id);
    if (row === undefined) return [];
    const { number, version, summary, placeText, homeText, state, filedAt } = row;
    return [{ id, number, version, summary, placeText, homeText, state, filedAt, shared }];
  });
}

/** SV-22: what else is open that reads like this one, the most alike first and with the words that both have, to merge with one tap. */
export const alikeMatters: PersonUseCase<'alikeMatters'> = async ({ complaintId }, call) => {
  const { platform } = call;
  const { complaint } = await loadComplaint(complaintId, call);
  if (!worksAtServiceDesk.test(actorOf(call.person), complaint)) throw new Refusal('notFound');
  const question = {
    estateId: complaint.estateId,
    text: textOf(complaint),
    matter: matterOfComplaint(complaint),
  };
  const found = await findAlikeComplaints(question, complaintId, platform);
  const alone = found.filter(({ open, incidentId }) => open && incidentId === null).slice(0, MOST_COMPLAINTS);
  const [incidents, complaints] = await Promise.all([
    findAlikeIncidents(question, found, platform),
    cardsOf(alone, platform),
  ]);
  const others = incidents.filter(({ incident }) => incident._id !== complaint.incident?.id).slice(0, MOST_INCIDENTS);
  const cards = await presentIncidentCards(
    others.map(({ incident }) => incident),
    platform,
  );
  return {
    incidents: cards.map((card, i) => ({ ...card, shared: others[i]?.shared ?? [] })),
    complaints,
  };
};
