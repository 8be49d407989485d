/** A place as people say it: 3栋2单元501, 地下车库. */
import { homeText } from '../../../domain/people/home';
import type { Place } from '../../../types/place';

interface HomeWords {
  building: string;
  unit: string;
  room: string;
}

/** @param home the home that `place.homeId` names, already checked */
export function placeText(place: Place, home: HomeWords | null): string {
  const { building, unit, room } = home ?? {
    building: place.building ?? '',
    unit: place.unit ?? '',
    room: place.room ?? '',
  };
  return [homeText({ building, unit, room }), place.area ?? ''].filter((part) => part !== '').join(' ');
}

/** IN-09: of a place only what doesn't tell the home. */
export const hiddenPlace = (place: Place): string => ((place.area ?? '') === '' ? '（已隐名）' : (place.area ?? ''));
