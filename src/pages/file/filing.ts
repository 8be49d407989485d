/** What stands in the form, how it is kept as a draft, and what is sent of it. */
import { addDays, endOfDay, epoch, instant, localDate, type Zone } from '../../../domain/clock/zone';
import type { Instant } from '../../../types/ids';
import type { InputOf } from '../../../types/procedures';
import type { HomeView, PhotoView } from '../../../types/views';
import { instantOf } from '../../ui/local-time';

export type WishDays = '0' | '1' | '3' | '7';
export const WISH_DAYS = ['0', '1', '3', '7'] as const satisfies readonly WishDays[];

export interface Filing {
  description: string;
  /** `home:<id>`, `area:<name>`, `other`, or empty. */
  place: string;
  /** Their own words, with `other`. */
  placeWords: string;
  /** Local at the estate, `2026-11-20T14:05`, or empty. */
  occurredAt: string;
  about: string;
  wish: string;
  wishDays: WishDays | null;
  onBehalfOf: string;
  hideIdentity: boolean;
  photos: readonly PhotoView[];
  /** The id under which it was first sent; kept so that a reload after a lost answer doesn't file twice (IN-06). */
  sentAs: string;
}

export const EMPTY_FILING: Filing = {
  description: '',
  place: '',
  placeWords: '',
  occurredAt: '',
  about: '',
  wish: '',
  wishDays: null,
  onBehalfOf: '',
  hideIdentity: false,
  photos: [],
  sentAs: '',
};

/** IF-03: begins with what was said the last time; where it was is chosen again. */
export const followingFrom = ({ description, wish }: Pick<Filing, 'description' | 'wish'>): Filing => ({
  ...EMPTY_FILING,
  description,
  wish,
});

export const OTHER_PLACE = 'other';
const HOME = 'home:';
const AREA = 'area:';
export const homePlace = (home: Pick<HomeView, 'id'>): string => HOME + home.id;
export const areaPlace = (name: string): string => AREA + name;

/** The home that the complaint belongs to: the one it happened in, else the first of the person's. */
export function homeOf(filing: Pick<Filing, 'place'>, homes: readonly HomeView[]): HomeView | undefined {
  return homes.find((home) => homePlace(home) === filing.place) ?? homes[0];
}

/** The end of a day of the estate, so many days ahead: “3 天内” ends at 24:00 of the third day. */
export const wishedBy = (days: WishDays, now: Instant, zone: Zone): Instant =>
  instant(endOfDay(addDays(localDate(epoch(now), zone), Number(days)), zone));

type FilingInput = InputOf<'fileComplaint'>;

/** The input of fileComplaint without what the page adds. What was left empty is left out. */
export function toInput(
  filing: Filing,
  home: HomeView,
  now: Instant,
  zone: Zone,
): Omit<FilingInput, 'commandId' | 'kind' | 'photos'> {
  const occurredAt = instantOf(filing.occurredAt, zone);
  const about = filing.about.trim();
  const wish = filing.wish.trim();
  const onBehalfOf = filing.onBehalfOf.trim();
  return {
    homeId: home.id,
    description: filing.description,
    place: placeOf(filing, home),
    hideIdentity: filing.hideIdentity,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(about === '' ? {} : { about }),
    ...(wish === '' ? {} : { wish }),
    ...(filing.wishDays === null ? {} : { wishBy: wishedBy(filing.wishDays, now, zone) }),
    ...(onBehalfOf === '' ? {} : { onBehalfOf }),
  };
}

/** The public place, or the words for one; empty for a home. */
export const areaOf = (filing: Pick<Filing, 'place' | 'placeWords'>): string =>
  filing.place.startsWith(AREA)
    ? filing.place.slice(AREA.length)
    : filing.place === OTHER_PLACE
      ? filing.placeWords.trim()
      : '';

function placeOf(filing: Filing, home: HomeView): FilingInput['place'] {
  if (filing.place.startsWith(AREA)) return { area: filing.place.slice(AREA.length) };
  if (filing.place === OTHER_PLACE) return { area: filing.placeWords.trim() };
  return { homeId: home.id, building: home.building, unit: home.unit, room: home.room };
}
