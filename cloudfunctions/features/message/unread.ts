import type { PersonId } from '../../../types/ids';
import type { Database } from '../../platform/database';

/** How many messages a person hasn't opened; one read. */
export const unreadOf = (to: PersonId, database: Database): Promise<number> =>
  database.count('messages', { to, readAt: null });
