import * as z from 'zod/mini';
import { command, query, ROUTING_READERS } from '../contract';
import { CommandId, DepartmentId, EstateId, PersonId } from '../ids';
import { words } from '../text';
import { NamedPerson } from '../views';
import { CATEGORIES } from '../vocabulary';
import { VersionView } from './policy';

/** A category, or what is left over. */
const Matter = z.enum([...(Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[]), 'otherwise']);
const Row = { matter: Matter, departmentId: z.nullable(DepartmentId), handlerId: z.nullable(PersonId) };

export const RoutingView = z.object({
  estateId: EstateId,
  name: z.string(),
  /** How often the table was changed in the app; what a change must have been made from. */
  version: z.int(),
  mayChange: z.boolean(),
  departments: z.array(z.object({ id: DepartmentId, name: z.string(), handlers: z.array(NamedPerson) })),
  /** Every category, then `otherwise`; without a department it goes where `usual` says. */
  rows: z.array(z.object({ ...Row, usual: z.string() })),
});
export type RoutingView = z.infer<typeof RoutingView>;

export const ROUTING_PROCEDURES = {
  routing: query({
    does: 'The routing table of an estate: category → department and handler (DP-06)',
    who: ROUTING_READERS,
    input: z.object({ estateId: EstateId }),
    output: RoutingView,
    errors: ['notFound'],
  }),
  changeRouting: command({
    does: 'Changes rows of the routing table, with a reason; holds for what is dispatched from then on (DP-06)',
    who: ['admin', 'supervisor'],
    input: z.object({
      commandId: CommandId,
      estateId: EstateId,
      version: z.int().check(z.gte(0)),
      rows: z.array(z.object(Row)).check(z.minLength(1, { error: '没有任何修改' }), z.maxLength(40)),
      why: words('修改原因', 5, 500),
    }),
    output: RoutingView,
    errors: ['notFound', 'notAllowed', 'changedMeanwhile', 'alreadyDone'],
  }),
  routingHistory: query({
    does: 'Every change of a routing table with who, when and why, newest first',
    who: ROUTING_READERS,
    input: z.object({ estateId: EstateId, cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) }),
    output: z.object({ items: z.array(VersionView), cursor: z.nullable(z.string()) }),
    errors: ['notFound'],
  }),
} as const;
