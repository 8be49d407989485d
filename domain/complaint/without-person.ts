/**
 * PV-03: a complaint from which a person is removed while the case stays. Events are append-only for everybody at work; an
 * erasure is the one thing that changes what they hold, and only what tells of the person (docs/adr/0014).
 */
import type { HomeId, PersonId, PhotoId } from '../../types/ids';
import type { Place } from '../../types/place';
import { maskNumbersIn } from '../people/mask';
import type { ComplaintEvent, Filed } from './events';
import type { Draft } from './draft';

/** Stands where a name or number was. */
export const ERASED = '已注销';

/** Who is erased, as far as words may tell of them. */
export interface ErasedPerson {
  id: PersonId;
  /** As they gave it; empty when they never did. */
  name: string;
  phone: string;
  /** The homes that the complaint names: the whole address in every way it is written, and the building, which may stay. */
  homes: ReadonlyMap<HomeId, { written: readonly string[]; building: string }>;
}

/** The fields of events that hold what somebody wrote; all others are ids, codes, instants and names of staff. */
const WRITTEN: ReadonlySet<string> = new Set([
  'about',
  'area',
  'cause',
  'correction',
  'description',
  'evidence',
  'explanation',
  'findings',
  'measures',
  'noPhotoReason',
  'note',
  'onBehalfOf',
  'opinions',
  'place',
  'placeText',
  'prevention',
  'reason',
  'report',
  'result',
  'spokeTo',
  'summary',
  'text',
  'what',
  'why',
  'wish',
  'words',
]);

const LETTERS = /[.*+?^${}()|[\]\\]/g;
/** 138 0013-8000 is the same number. */
const anyHow = (digits: string): RegExp => new RegExp(`(?<!\\d)${[...digits].join('[-\\s]?')}(?!\\d)`, 'g');
/** How neighbours and staff write of somebody whose surname they know. */
const TITLES = '先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|奶奶|爷爷';

/** A text in which neither name, phone nor room number of the person stands; other people's numbers are hidden as everywhere. */
export function wordsWithout(text: string, { name, phone, homes }: ErasedPerson): string {
  let left = text;
  if ([...name].length >= 2) {
    left = left.replaceAll(name, ERASED);
    if (/^\p{Script=Han}{2,4}$/u.test(name))
      left = left.replace(new RegExp(`${name.slice(0, 1).replace(LETTERS, '\\$&')}(?:${TITLES})`, 'g'), ERASED);
  }
  if (phone !== '') left = left.replace(anyHow(phone), ERASED);
  for (const home of homes.values()) for (const address of home.written) left = left.replaceAll(address, home.building);
  return maskNumbersIn(left);
}

const written = (value: unknown, field: string, person: ErasedPerson): unknown => {
  if (typeof value === 'string') return WRITTEN.has(field) ? wordsWithout(value, person) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => written(item, field, person));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner, key, person)]));
};

/** What somebody wrote in the data of an event, or of what hangs on the complaint, without the person. */
export const writtenWithout = <T extends object>(data: T, person: ErasedPerson): T =>
  // The same fields, some words of them replaced.
  written(data, '', person) as T;

const withoutRoom = ({ building, area }: Place): Place => ({
  ...(building === undefined ? {} : { building }),
  ...(area === undefined ? {} : { area }),
});

/** Whose matter it is afterwards: of whom it was filed for, if they have an account; else nobody's. */
function filingWithout(filing: Filed, { id, homes }: ErasedPerson): Filed {
  const filedFor = filing.onBehalfOfId ?? null;
  if (filing.filerId !== id) return { ...filing, onBehalfOf: ERASED, onBehalfOfId: null };
  if (filedFor !== null && filedFor !== id)
    return { ...filing, filerId: filedFor, onBehalfOfId: null, onBehalfOf: '', sealedCaller: '' };
  const home = filing.homeId === null ? undefined : homes.get(filing.homeId);
  return {
    ...filing,
    filerId: null,
    homeId: null,
    homeText: home?.building ?? '',
    place: withoutRoom(filing.place),
    onBehalfOf: filing.onBehalfOf === '' ? '' : ERASED,
    onBehalfOfId: null,
    sealedCaller: '',
  };
}

const isFiling = (event: ComplaintEvent): event is Extract<ComplaintEvent, { type: 'filed' | 'recorded' }> =>
  event.type === 'filed' || event.type === 'recorded';

/** @returns the events without the person, and the signatures that were on them, whose files have to go too */
export function withoutPerson(
  events: readonly ComplaintEvent[],
  person: ErasedPerson,
): { events: ComplaintEvent[]; signatures: PhotoId[] } {
  const filing = events.find(isFiling)?.data;
  const nobodyLeft = filing !== undefined && filingWithout(filing, person).filerId === null;
  const signatures: PhotoId[] = [];
  const left = events.map((event): ComplaintEvent => {
    const own = event.by.personId === person.id;
    const { inputDigest, ...envelope } = event;
    const data: Record<string, unknown> = {
      ...(isFiling(event) ? filingWithout(event.data, person) : event.data),
    };
    if (own && 'photos' in data) data.photos = [];
    if (nobodyLeft && 'signature' in event.data && event.data.signature !== null) {
      signatures.push(event.data.signature);
      data.signature = null;
    }
    // The same event with the same fields, some of them emptied.
    const changed = { ...envelope, data: writtenWithout(data, person) } as unknown as ComplaintEvent;
    // A digest of what they sent would let somebody try out what it was.
    return own || inputDigest === undefined ? changed : { ...changed, inputDigest };
  });
  return { events: left, signatures };
}

/** Of whom it was filed for it goes on; nobody's any more, it ends. */
export function endedWithoutPerson(draft: Draft): void {
  if (draft.now.filerId === null) draft.append('withdrawn', { reason: '住户注销，不再办理' });
}
