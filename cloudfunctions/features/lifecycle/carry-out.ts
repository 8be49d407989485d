/**
 * One command on one subject of a lifecycle: load, decide, compare-and-set, and again when somebody was faster. A command
 * that was carried out before answers the same and does nothing (IN-06, CB-04).
 */
import type { Zone } from '../../../domain/clock/zone';
import type { EventOf, Subject } from '../../../domain/lifecycle/subject';
import type { Actor } from '../../../domain/people/actor';
import { type ErrorCode, Refusal } from '../../../types/errors';
import type { CommandId } from '../../../types/ids';
import { ROLES } from '../../../types/vocabulary';
import { _ } from '../../platform/operators';
import { actOf, digestOf } from '../act';
import type { Scene } from '../clock-part';
import { type Keeper, type Kept, unsettledSince } from './keeper';

export interface OrderOn<S extends Subject, C> {
  id: S['id'];
  commandId: CommandId;
  command: C;
  actor: Actor;
  /** The version the person saw; left out by replays and the system. */
  version?: number | undefined;
  /** As just loaded, where it was looked at to know what to do; saves one read. */
  kept?: Kept<S>;
}

const ROUNDS = 5;
/** Bytes of events in all that leave room below the 512 KB of a document for what the system has to add. */
const MOST_WRITTEN = 300_000;

/** The events of the first `version` commands, and those of the commands after. */
function splitAt<S extends Subject>({ events }: S, version: number): { seen: EventOf<S>[]; later: EventOf<S>[] } {
  const seen: EventOf<S>[] = [];
  const later: EventOf<S>[] = [];
  let commands = 0;
  let previous = '';
  for (const event of events as readonly EventOf<S>[]) {
    if (event.commandId !== previous) commands += 1;
    previous = event.commandId;
    (commands > version ? later : seen).push(event);
  }
  return { seen, later };
}

/** Refusals that may come of somebody else's act: who may do it depends on what has happened. */
const TURNED: ReadonlySet<ErrorCode> = new Set(['notAllowed', 'ownWork']);

/** Whether this person could do it as they saw the subject, before others went on. */
function wasOffered<S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  subject: S,
  version: number,
  command: C,
  actor: Actor,
): boolean {
  const [first, ...others] = splitAt(subject, version).seen;
  if (first === undefined) return false;
  const seen = others.reduce<S>((sum, event) => keeper.evolve(sum, event), keeper.evolve(null, first));
  return keeper.possible(seen, actor).includes(command.name);
}

/** What somebody else did since `version`, for the one who was slower. */
function changedMeanwhile<S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  subject: S,
  version: number,
  zone: Zone,
): Refusal {
  const { later } = splitAt(subject, version);
  const last = later.filter((e) => e.by.personId !== 'system').at(-1) ?? later.at(-1);
  const by =
    last === undefined || last.by.role === 'system'
      ? '系统'
      : last.by.role === 'resident'
        ? '住户'
        : `${ROLES[last.by.role]} ${last.by.name}`;
  const what = last === undefined ? '更新' : keeper.titleOf(last, zone);
  return new Refusal('changedMeanwhile', {
    message: `${by} 刚刚处理了这一条（${what}），请查看最新情况后再操作。`,
    details: { by, what, at: last?.at ?? '', version: subject.version, state: subject.state },
  });
}

/** Whether the act stands in the events already. @throws Refusal alreadyDone when it was sent with other content */
function repetition(subject: Subject, commandId: string, digest: string | null): boolean {
  const done = subject.events.find((e) => e.commandId === commandId);
  if (done !== undefined && digest !== null && done.inputDigest !== undefined && done.inputDigest !== digest)
    throw new Refusal('alreadyDone');
  return done !== undefined;
}

/**
 * @returns the subject afterwards; `appended` 0 when it was carried out before or had nothing to do
 * @throws Refusal as the lifecycle says; `unavailable` when others kept being faster
 */
export async function carryOutOn<S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  { id, actor, command, version, ...order }: OrderOn<S, C>,
  scene: Scene,
): Promise<Kept<S> & { appended: number }> {
  const { platform, now } = scene;
  const commandId = actOf(actor, order.commandId);
  const inputDigest =
    'input' in command && typeof command.input === 'object' && command.input !== null ? digestOf(command.input) : null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const kept = (round === 0 ? order.kept : undefined) ?? (await keeper.load(id, scene));
    const { subject, settledEvents, context } = kept;
    if (!keeper.mayKnow(actor, subject)) throw new Refusal('notFound');
    if (repetition(subject, commandId, inputDigest)) return { ...kept, appended: 0 };
    if (keeper.addsWords.has(command.name) && Buffer.byteLength(JSON.stringify(subject.events)) > MOST_WRITTEN)
      throw new Refusal('tooMuchWritten');

    const { policy, calendar, estate } = context;
    const decision = await keeper.decide(
      command,
      kept,
      { now, commandId, inputDigest, actor, policy, calendar, estate },
      scene,
    );
    // An older version is only an obstacle when it made the difference: what is still possible is said by the table first.
    if (
      version !== undefined &&
      version < subject.version &&
      (decision instanceof Refusal
        ? decision.code === 'notInThisState' ||
          (TURNED.has(decision.code) && wasOffered(keeper, subject, version, command, actor))
        : splitAt(subject, version).later.some((event) => !keeper.harmless.has(event.type)))
    ) {
      throw changedMeanwhile(keeper, subject, version, calendar);
    }
    if (decision instanceof Refusal) throw decision;
    if (decision.length === 0) return { ...kept, appended: 0 };

    const after = decision.reduce<S>((sum, event) => keeper.evolve(sum, event), subject);
    const updated = await platform.database.updateIf(
      keeper.collection,
      { _id: subject.id, version: subject.version },
      {
        ...keeper.projection(after, context),
        events: _.push(decision),
        unsettledSince: unsettledSince(keeper, after, settledEvents, now),
      },
    );
    if (updated === 1) return { subject: after, settledEvents, context, appended: decision.length };
  }
  throw new Refusal('unavailable');
}
