/** The form of one procedure of the API; the procedures themselves stand in types/procedures.ts. */
import type * as z from 'zod/mini';
import type { ErrorCode } from './errors';
import type { Role } from './vocabulary';

/**
 * Who may call:
 * `anyone` – also without a token; `visitor` – signed in, perhaps without consent; `known` – has agreed to the privacy notice
 * once, and may have taken it back since (what is theirs stays open to them); `person` – the agreement holds;
 * a list of roles – holds at least one of them somewhere (the use case checks where).
 */
export type Caller = 'anyone' | 'visitor' | 'known' | 'person' | readonly Exclude<Role, 'resident'>[];

export interface Procedure<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  /** One line: what it does for whom. */
  does: string;
  who: Caller;
  input: I;
  output: O;
  /** Refusals beyond those every procedure has (badJson, badInput, notSignedIn, unavailable, internal). */
  errors: readonly ErrorCode[];
  /** Commands change something and can be repeated with the same commandId; queries change nothing. */
  kind: 'command' | 'query';
}

export const query = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  p: Omit<Procedure<I, O>, 'kind' | 'errors'> & { errors?: readonly ErrorCode[] },
): Procedure<I, O> => ({ errors: [], ...p, kind: 'query' });
export const command = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  p: Omit<Procedure<I, O>, 'kind' | 'errors'> & { errors?: readonly ErrorCode[] },
): Procedure<I, O> => ({ errors: [], ...p, kind: 'command' });

/** Every role that makes a person staff. */
export const STAFF = [
  'receptionist',
  'supervisor',
  'departmentHead',
  'handler',
  'patrol',
  'manager',
  'generalManager',
  'quality',
  'admin',
] as const satisfies readonly Role[];
/** The service desk 住户服务中心. */
export const DESK = ['receptionist', 'supervisor'] as const satisfies readonly Role[];
/** Who reads incidents 雷同事件: the desk and those above it. */
export const INCIDENT_READERS = [
  'receptionist',
  'supervisor',
  'manager',
  'generalManager',
  'quality',
] as const satisfies readonly Role[];
/** Who reads the register 《客户投诉一览表》: the desk and those above it; heads see their own department's. */
export const REGISTER_READERS = [
  'receptionist',
  'supervisor',
  'departmentHead',
  'manager',
  'generalManager',
  'quality',
] as const satisfies readonly Role[];
/** Who reads an estate's figures (RP-04): the supervisor and those above. */
export const FIGURE_READERS = ['supervisor', 'manager', 'generalManager', 'quality'] as const satisfies readonly Role[];
/** Who reads which days an estate's suggestion box was opened (IN-04). */
export const ROUTINE_READERS = [
  'receptionist',
  'supervisor',
  'manager',
  'generalManager',
  'quality',
] as const satisfies readonly Role[];
/** Who reads the routing table of an estate (DP-06). */
export const ROUTING_READERS = [
  'admin',
  'supervisor',
  'receptionist',
  'quality',
  'manager',
  'generalManager',
] as const satisfies readonly Role[];
/** Who reads the policy in force and its history (RP-09). */
export const POLICY_READERS = ['admin', 'quality', 'manager', 'generalManager'] as const satisfies readonly Role[];
/** Who answers for the automatic classification (RG-03). */
export const CLASSIFIER_READERS = ['quality', 'admin'] as const satisfies readonly Role[];
/** Who has to do with corrective actions (CA): as the register's readers, and the handlers who are in charge of them. */
export const ACTION_READERS = [...REGISTER_READERS, 'handler'] as const satisfies readonly Role[];
