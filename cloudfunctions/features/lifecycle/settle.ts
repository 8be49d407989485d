/**
 * What follows from events: messages, figures … Derived after saving, with deterministic ids, and derived again by the clock
 * until it is marked done – a function that dies in between loses nothing and doubles nothing (MS-03).
 */
import type { Subject } from '../../../domain/lifecycle/subject';
import type { Instant } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { queueMessages } from '../message/queue-messages';
import type { StoredMessage } from '../message/stored-message';
import { eachDue } from './each-due';
import type { Keeper, Kept, Step } from './keeper';

/** Each event after the first `settledEvents` with what it changed. */
function steps<S extends Subject, C extends { name: string }>(keeper: Keeper<S, C>, kept: Kept<S>): Step<S>[] {
  const found: Step<S>[] = [];
  kept.subject.events.reduce<S | null>((sum, event, i) => {
    const after = keeper.evolve(sum, event);
    if (i >= kept.settledEvents) found.push({ before: sum, subject: after, event });
    return after;
  }, null);
  return found;
}

/**
 * @param hurried within somebody's request: what is too much for one is left to the clock
 * @returns the messages that wait to be sent now
 */
export async function settleOn<S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  kept: Kept<S>,
  scene: Scene,
  hurried: boolean,
): Promise<StoredMessage[]> {
  const todo = steps(keeper, kept);
  const messages = await keeper.messagesOf(todo, kept.context, scene);
  const waiting = await queueMessages(messages, scene);
  if (!(await keeper.alsoFollows(todo, kept, scene, hurried))) return waiting;
  const { id, version, events } = kept.subject;
  await scene.platform.database.updateIf(
    keeper.collection,
    { _id: id, version },
    { settledEvents: events.length, unsettledSince: null },
  );
  return waiting;
}

/**
 * Right after saving. A failure here is only late, never lost – the clock derives it again.
 * @returns the messages that wait to be sent now
 */
export async function settleNowOn<S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  kept: Kept<S>,
  scene: Scene,
): Promise<StoredMessage[]> {
  if (kept.subject.events.length <= kept.settledEvents) return [];
  try {
    return await settleOn(keeper, kept, scene, true);
  } catch (error) {
    scene.platform.log.error('left unsettled for the clock', error, { [keeper.collection]: kept.subject.id });
    return [];
  }
}

/** Settles what was left behind by functions that died; in pages until nothing is left or `mayGoOn` says stop. */
export const settleLeftBehindOn = <S extends Subject, C extends { name: string }>(
  keeper: Keeper<S, C>,
  olderThan: Instant,
  scene: Scene,
  mayGoOn: () => boolean,
): Promise<number> =>
  eachDue(
    { collection: keeper.collection, field: 'unsettledSince', until: olderThan },
    async (id) => {
      await settleOn(keeper, await keeper.load(id, scene), scene, false);
      return true;
    },
    scene,
    mayGoOn,
  );
