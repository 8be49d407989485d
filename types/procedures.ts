/**
 * The API: every procedure's name, who may call it, its input and output. Both sides read this table: the server's
 * router and guard, the client's types, `GET /api`, the tests.
 */
import type * as z from 'zod/mini';
import type { ACTION_COMMAND_INPUTS, ActionCommandName } from './action-commands';
import { ACTION_LIFECYCLE_PROCEDURES, ACTION_PROCEDURES, type ActionView, type onAction } from './api/action';
import { ARCHIVE_PROCEDURES } from './api/archive';
import { CLASSIFIER_PROCEDURES } from './api/classifier';
import { COMPLAINT_PROCEDURES, LIFECYCLE_PROCEDURES, type onComplaint, WORK_PROCEDURES } from './api/complaint';
import { DASHBOARD_PROCEDURES } from './api/dashboard';
import { INCIDENT_PROCEDURES } from './api/incident';
import { MESSAGE_PROCEDURES } from './api/message';
import { PEOPLE_PROCEDURES } from './api/people';
import { PRIVACY_PROCEDURES } from './api/privacy';
import { POLICY_PROCEDURES } from './api/policy';
import { ROUTINE_PROCEDURES } from './api/routine';
import { ROUTING_PROCEDURES } from './api/routing';
import { UPLOAD_PROCEDURES } from './api/upload';
import type { COMMAND_INPUTS, CommandName } from './commands';
import type { Procedure } from './contract';
import type { ComplaintView } from './views';

const PLAIN = {
  ...PEOPLE_PROCEDURES,
  ...PRIVACY_PROCEDURES,
  ...COMPLAINT_PROCEDURES,
  ...WORK_PROCEDURES,
  ...DASHBOARD_PROCEDURES,
  ...ACTION_PROCEDURES,
  ...INCIDENT_PROCEDURES,
  ...MESSAGE_PROCEDURES,
  ...UPLOAD_PROCEDURES,
  ...POLICY_PROCEDURES,
  ...ROUTING_PROCEDURES,
  ...ARCHIVE_PROCEDURES,
  ...CLASSIFIER_PROCEDURES,
  ...ROUTINE_PROCEDURES,
} as const;

export const PROCEDURES = { ...PLAIN, ...LIFECYCLE_PROCEDURES, ...ACTION_LIFECYCLE_PROCEDURES } as const;
export type ProcedureName = keyof typeof PROCEDURES;
export const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(PROCEDURES, name);

type Envelope = z.input<z.ZodMiniObject<typeof onComplaint>>;
type ActionEnvelope = z.input<z.ZodMiniObject<typeof onAction>>;

/** What the caller sends (defaults may be left out). */
export type InputOf<N extends ProcedureName> = N extends CommandName
  ? z.input<(typeof COMMAND_INPUTS)[N]> & Envelope
  : N extends ActionCommandName
    ? z.input<(typeof ACTION_COMMAND_INPUTS)[N]> & ActionEnvelope
    : N extends keyof typeof PLAIN
      ? z.input<(typeof PLAIN)[N]['input']>
      : never;
/** What the use case receives (parsed, defaults filled). */
export type ParsedInputOf<N extends ProcedureName> = N extends CommandName
  ? z.output<(typeof COMMAND_INPUTS)[N]> & z.output<z.ZodMiniObject<typeof onComplaint>>
  : N extends ActionCommandName
    ? z.output<(typeof ACTION_COMMAND_INPUTS)[N]> & z.output<z.ZodMiniObject<typeof onAction>>
    : N extends keyof typeof PLAIN
      ? z.output<(typeof PLAIN)[N]['input']>
      : never;
export type OutputOf<N extends ProcedureName> = N extends CommandName
  ? ComplaintView
  : N extends ActionCommandName
    ? ActionView
    : N extends keyof typeof PLAIN
      ? z.output<(typeof PLAIN)[N]['output']>
      : never;
export type AnyProcedure = Procedure;
