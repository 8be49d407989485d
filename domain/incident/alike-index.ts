/**
 * The inverted index of alike complaints (IN-07, SV-22; architecture): under which keys a matter is kept and looked for, so that
 * a search costs what reads alike, not what is on file. The place stands in the keys: another building is never even read.
 */
import type { EstateId, IncidentId, Instant } from '../../types/ids';
import { GOING_ON_STATES, type State } from '../../types/vocabulary';
import { type Calendar, dueAt } from '../clock/duration';
import type { Complaint } from '../complaint/complaint';
import type { EventType } from '../complaint/events';
import { exactGram } from '../complaint/search-grams';
import type { Policy } from '../policy/defaults';
import { type Matter, matterOf } from './matter';

/** Of a text's grams so many of the rarest lead to it, of its things so many. */
const GRAMS_LEADING = 16;
const THINGS_LEADING = 10;

/** By what a text is looked for: its rarest grams, the things and the categories it speaks of; what tells most apart first. */
const leads = ({ things, categories, grams }: Matter): string[][] => [
  grams.slice(0, GRAMS_LEADING).map((gram) => `g:${gram}`),
  things.slice(0, THINGS_LEADING).map((thing) => `t:${thing}`),
  categories.map((category) => `c:${category}`),
];

/** Under which a text is found: by who names no building, and by who names the same one. */
export const entryKeys = (matter: Matter): string[] =>
  leads(matter)
    .flat()
    .flatMap((lead) => [lead, `${lead}@${matter.building ?? ''}`]);

/** Under which alike texts are looked for: in the same building and where no building is named, so that another one costs nothing. */
export const questionKeys = (matter: Matter): string[] => questionKeysByWeight(matter).flat();

/** The same by what they are, so that what many share doesn't crowd out what few do: rare grams, things, categories. */
export const questionKeysByWeight = (matter: Matter): string[][] =>
  leads(matter).map((group) =>
    group.flatMap((lead) => (matter.building === null ? [lead] : [`${lead}@${matter.building}`, `${lead}@`])),
  );

/** As they stand in the database: hashes that contain the estate, so that no search leaves it. */
export const inEstate = (estateId: EstateId, keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => exactGram(estateId, 'alike', key))),
];

/** What is kept of a complaint to find it by: no words, no person, no home. */
export interface AlikeEntry {
  /** Of the complaint; an older one never overwrites a newer one. */
  version: number;
  keys: readonly string[];
  matter: Matter;
  filedAt: Instant;
  open: boolean;
  incidentId: IncidentId | null;
  /** From then on it is of no use; null as long as the complaint is open. */
  until: Instant | null;
}

/** What the complaint says, as far as it can be alike: its words and those that were added. */
export const textOf = ({ description, events }: Pick<Complaint, 'description' | 'events'>): string =>
  [description, ...events.flatMap((event) => (event.type === 'wordsAdded' ? [event.data.text] : []))].join('。');

export const matterOfComplaint = (complaint: Complaint): Matter => {
  const { kind, category, proposal, events, place, placeText, homeText } = complaint;
  const corrected = events.some((event) => event.type === 'classified' && event.data.corrected);
  const doubted = corrected || proposal === null ? [] : [proposal.category.runnerUp];
  return matterOf(textOf(complaint), {
    building: place.building ?? null,
    unit: place.unit ?? null,
    area: place.area ?? null,
    home: place.homeId === undefined ? homeText : placeText,
    registered: { categories: [...new Set([category, ...doubted])], kind },
  });
};

/** An open matter is found however old it is, a closed one for the time in which alike ones count (SV-22), a withdrawn one never. */
export const alikeEntryOf = (complaint: Complaint, policy: Policy, calendar: Calendar): AlikeEntry => {
  const { estateId, version, filedAt, state, incident } = complaint;
  const matter = matterOfComplaint(complaint);
  const withdrawn = state === 'withdrawn';
  const open = (GOING_ON_STATES as readonly State[]).includes(state);
  return {
    version,
    keys: withdrawn ? [] : inEstate(estateId, entryKeys(matter)),
    matter,
    filedAt,
    open,
    incidentId: withdrawn ? null : (incident?.id ?? null),
    until: open ? null : withdrawn ? filedAt : dueAt(filedAt, policy.severity.alike.within, calendar),
  };
};

const CHANGES_ENTRY: ReadonlySet<EventType> = new Set<EventType>([
  'filed',
  'recorded',
  'classified',
  'wordsAdded',
  'incidentLed',
  'incidentJoined',
  'mergedInto',
  'incidentLeft',
  'splitOff',
  'closed',
  'reopened',
  'withdrawn',
  'personErased',
]);
export const changesAlikeEntry = (type: EventType): boolean => CHANGES_ENTRY.has(type);
