/** The patrol's day: visits by building, then what can be done by phone, then surveys that still wait for an answer. */
import type { OutputOf } from '../../../types/procedures';

export type Stop = OutputOf<'callbackRoute'>['visits'][number];

export interface Route {
  /** In walking order: the buildings as the server ordered them, within one from the top floor down. */
  buildings: { estateName: string; building: string; stops: Stop[] }[];
  phone: Stop[];
  surveys: Stop[];
}

/** One takes the lift up and walks down. */
const fromTheTop = (a: Stop, b: Stop) =>
  a.unit.localeCompare(b.unit, 'zh', { numeric: true }) ||
  b.floor - a.floor ||
  a.room.localeCompare(b.room, 'zh', { numeric: true });

export const routeOf = (stops: readonly Stop[]): Route => {
  const buildings = new Map<string, Route['buildings'][number]>();
  for (const stop of stops) {
    if (stop.form !== 'visit') continue;
    const key = `${stop.card.estateId} ${stop.building}`;
    const inside = buildings.get(key) ?? { estateName: stop.card.estateName, building: stop.building, stops: [] };
    inside.stops.push(stop);
    buildings.set(key, inside);
  }
  return {
    buildings: [...buildings.values()].map((each) => ({ ...each, stops: each.stops.sort(fromTheTop) })),
    phone: stops.filter((stop) => stop.form === 'phone'),
    surveys: stops.filter((stop) => stop.form === 'survey'),
  };
};

/** “3 栋” for a bare number, a building's own name otherwise. */
export const buildingText = (building: string): string => (/^\d+$/.test(building) ? `${building} 栋` : building);
