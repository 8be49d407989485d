/**
 * The timer's share of a lifecycle: clocks that have come due (CK-02, CK-07…09). An elapsed clock is a command like any
 * other; the same elapsed levels are the same act, whichever run notices them.
 */
import { createHash } from 'node:crypto';
import { firingKey } from '../../../domain/clock/clock';
import { dueFiringsOf } from '../../../domain/lifecycle/elapse';
import type { Subject } from '../../../domain/lifecycle/subject';
import { SYSTEM } from '../../../domain/people/actor';
import type { CommandId, Instant } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { carryOutOn } from './carry-out';
import { eachDue } from './each-due';
import type { Keeper } from './keeper';
import { settleNowOn } from './settle';

/** Something that time brings about, as an act of the system. */
export interface DueAct<C> {
  command: C;
  commandId: CommandId;
}

/**
 * The elapsing of every level that has come due; null when none has.
 * @param others what else elapses with them, each named so that it is the same act whenever it is noticed
 */
export function elapsing(
  subject: Subject,
  now: Instant,
  others: readonly string[] = [],
): DueAct<{ name: 'elapse' }> | null {
  const firings = dueFiringsOf(subject, now);
  if (firings.length === 0 && others.length === 0) return null;
  const levels = firings.map(({ clock, firing }) => `${firingKey(clock, firing)}@${clock.startedAt}`);
  const key = [...levels, ...others].join('|');
  return {
    command: { name: 'elapse' },
    commandId: `clock-${createHash('sha256').update(key).digest('hex').slice(0, 24)}` as CommandId,
  };
}

/**
 * @param actOf what has come due on a subject; null when nothing has
 * @returns how many were moved on
 */
export const runClocksOn = <S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  actOf: (subject: S, now: Instant) => DueAct<C> | null,
  scene: Scene,
  mayGoOn: () => boolean,
): Promise<number> =>
  eachDue<S['id']>(
    { collection: keeper.collection, field: 'nextDueAt', until: scene.now },
    async (id) => {
      const kept = await keeper.load(id, scene);
      const act = actOf(kept.subject, scene.now);
      if (act === null) return false;
      const done = await carryOutOn(keeper, { id, ...act, actor: SYSTEM, kept }, scene);
      await settleNowOn(keeper, done, scene);
      return done.appended > 0;
    },
    scene,
    mayGoOn,
  );
