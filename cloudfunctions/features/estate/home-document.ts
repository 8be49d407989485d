import { homeText } from '../../../domain/people/home';
import type { EstateId, HomeId, Instant } from '../../../types/ids';
import type { HomeView } from '../../../types/views';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import { loadEstates } from './load-estate';

/** A home as kept in `homes`: the estate's address register. Who lives there is kept with the people. */
export interface HomeDocument {
  _id: HomeId;
  estateId: EstateId;
  building: string;
  unit: string;
  room: string;
  /** 重点客户: whoever binds it is one (SV-24). */
  key: boolean;
  /** CB-01: the last survey sent for an ordinary matter, and for which round of which complaint (`complaint:round`). */
  lastSurvey?: { turn: string; at: Instant };
}

/** Homes by id, unknown ids left out; one read. */
export const loadHomes = async (ids: readonly HomeId[], database: Database): Promise<HomeDocument[]> =>
  ids.length === 0
    ? []
    : database.find<HomeDocument>('homes', { where: { _id: _.in([...new Set(ids)]) }, limit: 1000 });

/** One home, or null; one read. */
export const loadHome = async (id: HomeId, database: Database): Promise<HomeDocument | null> =>
  database.get<HomeDocument>('homes', id);

/** As people see them; homes of an estate that no longer exists are left out. */
export const homeViews = async (homes: readonly HomeDocument[], database: Database): Promise<HomeView[]> => {
  const estates = await loadEstates(
    homes.map((home) => home.estateId),
    database,
  );
  return homes.flatMap(({ _id: id, estateId, building, unit, room }) => {
    const estate = estates.find((context) => context.estate.id === estateId)?.estate;
    return estate === undefined
      ? []
      : [{ id, estateId, estateName: estate.name, building, unit, room, text: homeText({ building, unit, room }) }];
  });
};
