import type { Me } from '../../types/views';
import { queryClient, useProcedure } from './query';

/** The person behind the calls: homes, posts, consent, unread messages, message credit. */
export const useMe = () => useProcedure('whoAmI', {});

/** A command has answered with the person: shown at once, without asking again. */
export const keepMe = (me: Me): void => void queryClient.setQueryData(['whoAmI', {}], me);
