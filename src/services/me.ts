import { useEffect } from 'react';
import type { Me } from '../../types/views';
import { queryClient, useProcedure } from './query';
import { readStored, store } from './storage';

/** The person behind the calls: homes, posts, consent, unread messages, message credit. */
export const useMe = () => useProcedure('whoAmI', {});

/** A command has answered with the person: shown at once, without asking again. */
export const keepMe = (me: Me): void => void queryClient.setQueryData(['whoAmI', {}], me);

const STAFF = 'staff';

/** Whether they work here; as it was last known where nobody can say, so that their desk is within reach without signal (CB-04). */
export function useIsStaff(): boolean {
  const staff = useMe().data?.staff;
  useEffect(() => {
    if (staff !== undefined) store(STAFF, staff);
  }, [staff]);
  return staff ?? readStored(STAFF) === true;
}
