/** The estates the person belongs to: phone numbers, public places, promises, zone. */
import type { Zone } from '../../domain/clock/zone';
import type { OutputOf } from '../../types/procedures';
import { useProcedure } from './query';

export type Estate = OutputOf<'describeEstates'>['items'][number];

export const useEstates = (enabled = true) => useProcedure('describeEstates', {}, { enabled });

/** The phone's own zone, as long as the estate's isn't known. */
const phoneZone = (): Zone => ({ utcOffsetMinutes: -new Date().getTimezoneOffset() });

export const zoneOf = (estates: readonly Estate[] | undefined, estateId: string): Zone =>
  estates?.find((estate) => estate.id === estateId) ?? phoneZone();
