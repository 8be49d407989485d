import type { Actor } from '../people/actor';
import type { By } from './subject';

export const BY_SYSTEM: By = { personId: 'system', role: 'system', name: '' };

export const byOf = (actor: Actor, role: By['role']): By => ({
  personId: actor.id,
  role,
  name: role === 'resident' ? '' : actor.staffName,
});
