/** From a procedure's name and whatever was sent with it to an answer; the same for every entry. Never throws. */
import { type Answer, Refusal } from '../../types/errors';
import type { Instant } from '../../types/ids';
import { isProcedure, PROCEDURES, type ProcedureName } from '../../types/procedures';
import type { Database } from '../platform/database';
import type { Log } from '../platform/log';
import type { Call, Identity, UseCase } from './call';
import { checkOutput } from './check-output';
import { explainIssues, isForeign } from './explain-issues';
import { guardCaller } from './guard-caller';
import { loadPersonBehind } from './people/load-person';
import { withStandIns } from './people/standing-in';
import type { StoredPerson } from './people/stored-person';
import { USE_CASES } from './use-cases';

/** A call before anybody has looked who the person is. */
export type IncomingCall = Omit<Call, 'person'>;

/** Answers without throwing: a refusal with its code, a bug as `internal`, logged with its stack. */
export const refusalAnswer = (
  thrown: unknown,
  procedure: string,
  requestId: string,
  log: Pick<Log, 'error' | 'info'>,
  at: Instant,
): Answer<never> => {
  const refusal = thrown instanceof Refusal ? thrown : new Refusal('internal');
  if (refusal.code === 'internal' || refusal.code === 'unavailable') log.error(refusal.code, thrown, { procedure });
  else log.info('refused', { procedure, code: refusal.code });
  const { code, message, fields, details } = refusal;
  return {
    ok: false,
    error: { code, message, ...(fields ? { fields } : {}), ...(details ? { details } : {}) },
    requestId,
    at,
  };
};

const knownPerson = async (identity: Identity, database: Database): Promise<StoredPerson | null> => {
  const person = await loadPersonBehind(identity, database);
  return person === null ? null : withStandIns(person, database);
};

const runProcedure = async (name: ProcedureName, rawInput: unknown, incoming: IncomingCall): Promise<unknown> => {
  const procedure = PROCEDURES[name];
  const { database, config } = incoming.platform;
  const person =
    procedure.who === 'anyone' || incoming.identity === null ? null : await knownPerson(incoming.identity, database);
  const call: Call = { ...incoming, person };
  guardCaller(procedure.who, call);
  if (isForeign(rawInput)) throw new Refusal('badInput', { fields: { input: '填写的内容有误' } });
  const parsed = procedure.input.safeParse(rawInput ?? {}, { reportInput: true });
  if (!parsed.success) throw new Refusal('badInput', { fields: explainIssues(parsed.error.issues) });
  // The registry pairs each name with the use case that takes exactly this procedure's parsed input.
  const carryOut = USE_CASES[name] as UseCase<ProcedureName> | undefined;
  if (carryOut === undefined) throw new Refusal('unknownProcedure');
  const output: unknown = await carryOut(parsed.data as Parameters<typeof carryOut>[0], call);
  if (config.checkOutput) checkOutput(name, output);
  return output;
};

export const answerCall = async (name: string, rawInput: unknown, incoming: IncomingCall): Promise<Answer<unknown>> => {
  const { requestId } = incoming;
  const { log } = incoming.platform;
  try {
    if (!isProcedure(name)) throw new Refusal('unknownProcedure');
    return { ok: true, data: await runProcedure(name, rawInput, incoming), requestId, at: incoming.now };
  } catch (thrown) {
    return refusalAnswer(thrown, isProcedure(name) ? name : '?', requestId, log, incoming.now);
  }
};
