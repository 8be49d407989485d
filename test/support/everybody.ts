// Everybody who might try something: each role here, in the other estate and company-wide, people with two posts, residents, strangers.
import type { Actor } from '../../domain/people/actor';
import type { Post } from '../../domain/people/person';
import type { DepartmentId, EstateId, PersonId } from '../../types/ids';
import { engineering, estate, order } from './a-complaint';

export type Somebody = Actor & { id: PersonId; homes: [] };
export const person = (id: string, ...posts: [Post['role'], EstateId | null, DepartmentId | null][]): Somebody => ({
  id: id as PersonId,
  staffName: posts.length === 0 ? '' : id,
  homes: [],
  posts: posts.map(([role, estateId, departmentId]) => ({ role, estateId, departmentId })),
});
const here = estate.id;
const there = 'estate-2' as EstateId;
export const farEngineering = 'dept-far' as DepartmentId;

export const filer = person('filer');
/** Everybody who might try: each role here, in the other estate and company-wide, people with two posts, residents, strangers. */
export const PEOPLE: readonly [Somebody, ...Somebody[]] = [
  filer,
  person('neighbour'),
  person('receptionist', ['receptionist', here, null]),
  person('supervisor', ['supervisor', here, null]),
  person('head', ['departmentHead', here, engineering]),
  person('headOfOrder', ['departmentHead', here, order]),
  person('handler', ['handler', here, engineering]),
  person('handler2', ['handler', here, engineering]),
  person('handlerOfOrder', ['handler', here, order]),
  person('patrol', ['patrol', here, null]),
  person('manager', ['manager', here, null]),
  person('generalManager', ['generalManager', null, null]),
  person('quality', ['quality', null, null]),
  person('admin', ['admin', null, null]),
  person('farReceptionist', ['receptionist', there, null]),
  person('farSupervisor', ['supervisor', there, null]),
  person('farHead', ['departmentHead', there, farEngineering]),
  person('farHandler', ['handler', there, farEngineering]),
  person('farPatrol', ['patrol', there, null]),
  person('farManager', ['manager', there, null]),
  // Small estates: one person in several posts must not get around RV-01 and CB-10.
  person('handlerAndPatrol', ['handler', here, engineering], ['patrol', here, null]),
  person('headAndReceptionist', ['departmentHead', here, engineering], ['receptionist', here, null]),
  person('handlerAndManager', ['handler', here, order], ['manager', here, null]),
  // Lives there and works there.
  person('staffWhoFiled', ['handler', here, engineering], ['supervisor', here, null]),
];
