import { useProcedure } from './query';

/** The person behind the calls: homes, posts, consent, unread messages, message credit. */
export const useMe = () => useProcedure('whoAmI', {});
