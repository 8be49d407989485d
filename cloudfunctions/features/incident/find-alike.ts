/** What reads like a matter: open incidents and complaints, by the inverted index, never by looking through them. */
import { ALIKE_FROM, alikeness, atSameKnownPlace, placeInDoubt, sharedWords } from '../../../domain/incident/alike';
import { inEstate, questionKeys, questionKeysByWeight } from '../../../domain/incident/alike-index';
import type { Matter } from '../../../domain/incident/matter';
import type { ComplaintId, EstateId, IncidentId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { AlikeDocument } from './alike-document';
import { INCIDENT_FIELDS, type IncidentDocument, type IncidentFields } from './incident-document';

/** What is asked for: the matter and, to say what is shared, its text. */
export interface AlikeQuestion {
  estateId: EstateId;
  matter: Matter;
  text: string;
}

interface Found {
  /** 0.65 … 1 */
  score: number;
  /** The words of the question that both share, the rarest first. */
  shared: string[];
}
export interface AlikeComplaint extends Found {
  id: ComplaintId;
  open: boolean;
  incidentId: IncidentId | null;
  /** The same building, or the same spot outdoors; only such ones are counted (SV-22). */
  samePlace: boolean;
}
export interface AlikeIncident extends Found {
  incident: IncidentFields;
}

/** The newest of what shares a rare word, as many of what shares a thing; by category only as many as are missing then. */
const MOST_READ = 100;
/** An estate has some dozens of open incidents at most. */
const MOST_INCIDENTS_READ = 50;

const ranked = <T extends Found>(found: readonly T[]): T[] => [...found].sort((a, b) => b.score - a.score);

const foundBy = ({ matter, text }: AlikeQuestion, other: Matter): Found | null => {
  const score = placeInDoubt(matter, other) ? 0 : alikeness(matter, other);
  return score < ALIKE_FROM ? null : { score, shared: sharedWords(text, other) };
};

type Candidate = Pick<AlikeDocument, '_id' | 'matter' | 'open' | 'incidentId'>;

const newestWith = async (keys: readonly string[], limit: number, { database }: Platform): Promise<Candidate[]> =>
  keys.length === 0
    ? []
    : database.find<Candidate>('alike', {
        where: { keys: _.in(keys) },
        orderBy: [
          ['filedAt', -1],
          ['_id', -1],
        ],
        limit,
        fields: ['matter', 'open', 'incidentId'],
      });

/** Complaints that are open or still count (SV-22), the most alike first. At most three reads, of at most 200 altogether. */
export async function findAlikeComplaints(
  question: AlikeQuestion,
  except: ComplaintId | null,
  platform: Platform,
): Promise<AlikeComplaint[]> {
  const [words = [], things = [], categories = []] = questionKeysByWeight(question.matter).map((keys) =>
    inEstate(question.estateId, keys),
  );
  const near = (
    await Promise.all([newestWith(words, MOST_READ, platform), newestWith(things, MOST_READ, platform)])
  ).flat();
  const candidates = new Map(near.map((candidate) => [candidate._id, candidate]));
  const missing = MOST_READ - candidates.size;
  if (missing > 0)
    for (const candidate of await newestWith(categories, missing, platform)) candidates.set(candidate._id, candidate);
  return ranked(
    [...candidates.values()].flatMap(({ _id, matter, open, incidentId }) => {
      const found = _id === except ? null : foundBy(question, matter);
      return found === null
        ? []
        : [{ id: _id, open, incidentId, samePlace: atSameKnownPlace(question.matter, matter), ...found }];
    }),
  );
}

/**
 * Open incidents, by the desk's summary and by the complaints that belong to them, the most alike first.
 *
 * @param complaints as `findAlikeComplaints` found them
 */
export async function findAlikeIncidents(
  question: AlikeQuestion,
  complaints: readonly AlikeComplaint[],
  { database }: Platform,
): Promise<AlikeIncident[]> {
  const keys = inEstate(question.estateId, questionKeys(question.matter));
  const byMember = new Map<IncidentId, Found>();
  for (const { incidentId, score, shared } of complaints)
    if (incidentId !== null && !byMember.has(incidentId)) byMember.set(incidentId, { score, shared });
  const fields = [...INCIDENT_FIELDS, 'matter'] as const;
  type Row = IncidentFields & Pick<IncidentDocument, 'matter'>;
  const bySummary =
    keys.length === 0
      ? []
      : await database.find<Row>('incidents', {
          where: { alikeKeys: _.in(keys), state: 'open' },
          limit: MOST_INCIDENTS_READ,
          fields,
        });
  const known = new Set(bySummary.map(({ _id }) => _id));
  const more = [...byMember.keys()].filter((id) => !known.has(id));
  const ofMembers =
    more.length === 0
      ? []
      : await database.find<Row>('incidents', { where: { _id: _.in(more) }, limit: more.length, fields });
  const all = new Map([...bySummary, ...ofMembers].map((row) => [row._id, row]));
  return ranked(
    [...all.values()].flatMap((incident) => {
      if (incident.state !== 'open') return [];
      const ways = [foundBy(question, incident.matter), byMember.get(incident._id) ?? null].filter(
        (way) => way !== null,
      );
      const [best] = ranked(ways);
      return best === undefined ? [] : [{ incident, ...best }];
    }),
  );
}
