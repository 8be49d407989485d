import { useEffect, useMemo } from 'react';
import { useMe } from '../../services/me';
import { readStored, store } from '../../services/storage';
import type { Stop } from '../callbacks/route';
import { personOf, readRoute, routeToKeep } from './kept-route';

const KEY = 'route';

/** Keeps every answer for the person who asked. */
export function useKeepRoute(stops: readonly Stop[] | undefined): void {
  const personId = useMe().data?.personId ?? null;
  useEffect(() => {
    if (stops !== undefined && personId !== null) store(KEY, routeToKeep(personId, new Date().toISOString(), stops));
  }, [stops, personId]);
}

/** Whose route lies on this phone; null when there is none. */
export const keptPerson = (): string | null => personOf(readStored(KEY));

/** What the route last said, for as long as the server can't be asked. */
export function useKeptRoute(): readonly Stop[] | null {
  const personId = useMe().data?.personId ?? null;
  return useMemo(() => readRoute(readStored(KEY), personId, new Date().toISOString()), [personId]);
}
