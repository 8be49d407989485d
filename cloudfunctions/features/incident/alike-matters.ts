import { DAY_MS, epoch, instant } from '../../../domain/clock/zone';
import { ALIKE_FROM, alikeness, matterOf } from '../../../domain/incident/alike';
import { worksAtServiceDesk } from '../../../domain/people/policy';
import { Refusal } from '../../../types/errors';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadComplaint } from '../complaint/carry-out';
import type { CardFields, ComplaintDocument } from '../complaint/complaint-document';
import { _ } from '../../platform/operators';
import { findAlike } from './find-alike';
import { presentIncidentCards } from './present-incident';

const MOST_INCIDENTS = 3;
const MOST_COMPLAINTS = 5;
/** Of the same category in the time looked at; one page of the index. */
const MOST_READ = 100;
const DAYS = 30;

type Row = Pick<CardFields, '_id' | 'number' | 'version' | 'summary' | 'placeText' | 'homeText' | 'state' | 'filedAt'> &
  Pick<ComplaintDocument, 'incidentId' | 'open'>;

/** SV-22: what else is open that reads like this one, for the desk to merge with one tap. */
export const alikeMatters: PersonUseCase<'alikeMatters'> = async ({ complaintId }, call) => {
  const { platform, now } = call;
  const { complaint } = await loadComplaint(complaintId, call);
  if (!worksAtServiceDesk.test(actorOf(call.person), complaint)) throw new Refusal('notFound');
  const { estateId, category, placeText, description } = complaint;
  const matter = matterOf(estateId, category, [placeText, description]);
  const [incidents, recent] = await Promise.all([
    findAlike(estateId, matter, MOST_INCIDENTS + 1, platform),
    platform.database.find<Row>('complaints', {
      where: { estateId, category, filedAt: _.gte(instant(epoch(now) - DAYS * DAY_MS)) },
      orderBy: [
        ['filedAt', -1],
        ['_id', -1],
      ],
      limit: MOST_READ,
      fields: ['number', 'version', 'summary', 'placeText', 'homeText', 'state', 'filedAt', 'incidentId', 'open'],
    }),
  ]);
  const complaints = recent
    .filter((other) => other.open && other.incidentId === null && other._id !== complaintId)
    .map((other) => ({
      other,
      score: alikeness(matter, matterOf(estateId, category, [other.placeText, other.summary])),
    }))
    .filter(({ score }) => score >= ALIKE_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_COMPLAINTS)
    .map(({ other }) => other);
  return {
    incidents: await presentIncidentCards(
      incidents.filter((incident) => incident._id !== complaint.incident?.id).slice(0, MOST_INCIDENTS),
      platform,
    ),
    complaints: complaints.map(({ _id, number, version, summary, placeText: place, homeText, state, filedAt }) => ({
      id: _id,
      number,
      version,
      summary,
      placeText: place,
      homeText,
      state,
      filedAt,
    })),
  };
};
