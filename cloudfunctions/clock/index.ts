/** The timer, every minute: clocks that have come due, what was left unsettled, the outbox, the sweeping. */
import { runActionClocks, settleActionsLeftBehind } from '../features/action/run-action-clocks';
import { afterSend } from '../features/complaint/after-send';
import { giveBySystem } from '../features/complaint/carry-out';
import { evaluateNightly } from '../features/classification/evaluate-nightly';
import { runClocks } from '../features/complaint/run-clocks';
import { settleLeftBehind } from '../features/complaint/settle';
import type { ClockPart, Scene } from '../features/clock-part';
import { sweepAlike } from '../features/incident/alike-document';
import { settleIncidentsLeftBehind } from '../features/incident/settle-incident';
import { beginRoutines } from '../features/routine/begin-routines';
import { runRoutineClocks, settleRoutines } from '../features/routine/routines';
import { sendMessages } from '../features/message/send-messages';
import { erasePeople } from '../features/privacy/erasure';
import { sweepCounters } from '../features/sweep-counters';
import { sweepUploads } from '../features/upload/sweep-uploads';
import { epoch, instant, MINUTE_MS } from '../../domain/clock/zone';
import type { Instant } from '../../types/ids';
import { type InvocationContext, invocationOf, platformFor } from '../platform/cloudbase';
import { logOf } from '../platform/log';
import { rarely } from './rarely';
import { shareOf } from './share-time';

/** Of the function's 60 s, shared by the parts; what isn't seen to waits for the next minute. */
const TIME_MS = 45_000;
/** An act that is being carried out right now settles itself. */
const LEFT_BEHIND_MINUTES = 1;

/** What a function that died left behind is told late already; it may be a few minutes more. */
const LEFT_BEHIND_EVERY = 5;
/** Days of routines begin with their own time, whenever that is noticed. */
const ROUTINES_EVERY = 10;
const SWEPT_EVERY = 60;

type Settle = (olderThan: Instant, scene: Scene, mayGoOn: () => boolean) => Promise<number>;

const leftBehind =
  (settle: Settle): ClockPart =>
  (scene, mayGoOn) =>
    settle(instant(epoch(scene.now) - LEFT_BEHIND_MINUTES * MINUTE_MS), scene, mayGoOn);

const PARTS: readonly (readonly [name: string, part: ClockPart])[] = [
  ['clocks', runClocks],
  ['actionClocks', runActionClocks],
  ['settling', leftBehind(settleLeftBehind)],
  ['actionSettling', rarely(LEFT_BEHIND_EVERY, leftBehind(settleActionsLeftBehind))],
  [
    'incidents',
    leftBehind((olderThan, scene, mayGoOn) => settleIncidentsLeftBehind(olderThan, giveBySystem, scene, mayGoOn)),
  ],
  ['routines', rarely(ROUTINES_EVERY, beginRoutines)],
  ['routineClocks', runRoutineClocks],
  ['routineSettling', rarely(LEFT_BEHIND_EVERY, leftBehind(settleRoutines))],
  ['messages', (scene, mayGoOn) => sendMessages(scene, mayGoOn, afterSend)],
  ['classifier', evaluateNightly],
  ['erasures', rarely(LEFT_BEHIND_EVERY, erasePeople)],
  ['uploads', rarely(SWEPT_EVERY, sweepUploads)],
  ['alike', rarely(SWEPT_EVERY, sweepAlike)],
  ['counters', rarely(SWEPT_EVERY, sweepCounters)],
];

export const main = async (_event: unknown, context: InvocationContext): Promise<Record<string, number | 'failed'>> => {
  const started = performance.now();
  const invocation = invocationOf(context);
  const log = logOf(invocation.requestId);
  const done: Record<string, number | 'failed'> = {};
  if (invocation.openId !== null) {
    // Any client can name any function; the minute belongs to the timer.
    log.warn('the clock was called by a client');
    return done;
  }
  try {
    const platform = platformFor(invocation);
    for (const [at, [name, part]] of PARTS.entries()) {
      const begun = performance.now();
      const share = shareOf(started + TIME_MS - begun, PARTS.length - at);
      try {
        done[name] = await part({ now: new Date().toISOString(), platform }, () => performance.now() - begun < share);
      } catch (thrown) {
        // One part that fails must not stop the others.
        done[name] = 'failed';
        log.error(`${name} failed`, thrown);
      }
    }
  } catch (thrown) {
    log.error('the clock could not start', thrown);
    throw thrown;
  }
  if (Object.values(done).some((count) => count !== 0)) log.info('clock', done);
  return done;
};
