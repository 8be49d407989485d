/** Who may know of an estate's routine: the desk, whose duty it is, and those above who hear when it is missed. */
import type { Actor } from '../people/actor';
import { inRole } from '../people/policy';
import type { Routine } from './routine';

const concerned = inRole('服务中心及上级', 'receptionist', 'supervisor', 'manager', 'generalManager', 'quality');

export const concernedWithRoutine = (actor: Actor, routine: Pick<Routine, 'estateId'>): boolean =>
  actor.id === 'system' || concerned.test(actor, routine);
