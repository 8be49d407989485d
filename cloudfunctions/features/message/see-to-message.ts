/**
 * One message of the outbox (MS-01 … MS-03). It is claimed before it is sent, and its consent taken; who dies in between leaves a
 * claim that expires. Nobody knows then whether WeChat took it, so it isn't sent a second time: it stays in the inbox, and
 * what a resident must know becomes a phone task.
 */
import { fitting, TEMPLATES } from '../../../domain/notice/templates';
import { epoch, instant, MINUTE_MS } from '../../../domain/clock/zone';
import type { Instant } from '../../../types/ids';
import type { SendResult } from '../../platform/wechat';
import { _, type Changes } from '../../platform/operators';
import type { Scene } from '../clock-part';
import { clearCredit, returnCredit, takeCredit, templateIdOf } from './credits';
import { hopeOf, type Hopes } from './hope';
import type { StoredMessage } from './stored-message';

/** Hears what became of a message that must be known (`mustKnow`); called until it has returned once, so it may be repeated. */
export type AfterSend = (
  message: StoredMessage,
  outcome: 'sent' | 'undeliverable',
  why: string,
  scene: Scene,
) => Promise<void>;

/** Longer than any invocation lives. */
const CLAIM_MINUTES = 5;
/** Minutes until the next try, by the tries made; after the last the message stays in the inbox. */
const BACKOFF_MINUTES = [1, 5, 15, 60] as const;

export const later = (now: Instant, minutes: number): Instant => instant(epoch(now) + minutes * MINUTE_MS);

type Ending = { state: 'sent' | 'inboxOnly' | 'failed'; why: string };

const endingOf = ({ outcome, why }: SendResult): Ending => {
  switch (outcome) {
    case 'sent':
      return { state: 'sent', why: '' };
    case 'badContent':
      return { state: 'failed', why };
    case 'noCredit':
    case 'unreachable':
    case 'tryAgain':
      return { state: 'inboxOnly', why };
    case 'uncertain':
      return { state: 'inboxOnly', why: `uncertain ${why}` };
  }
};

const factsOf = ({ state, why }: Ending, { now }: Scene) => ({
  'send.why': why,
  'send.sentAt': state === 'sent' ? now : null,
});

/** The first thing written of an ending: what must be known is still to be told to its listener. */
const endedAs = (message: StoredMessage, ending: Ending, scene: Scene): Changes =>
  message.mustKnow
    ? {
        ...factsOf(ending, scene),
        'send.state': 'telling',
        'send.ending': ending.state,
        'send.nextTryAt': later(scene.now, 1),
      }
    : { ...factsOf(ending, scene), 'send.state': ending.state };

/** Tells the listener of what must be known, again if that was interrupted. */
const tellListener = async (
  message: StoredMessage,
  ending: Ending,
  scene: Scene,
  afterSend: AfterSend,
): Promise<void> => {
  if (!message.mustKnow) return;
  await afterSend(message, ending.state === 'sent' ? 'sent' : 'undeliverable', ending.why, scene);
  await scene.platform.database.update('messages', message._id, {
    ...factsOf(ending, scene),
    'send.state': ending.state,
  });
};

/** Writes the ending of a claimed message down. */
const end = async (message: StoredMessage, ending: Ending, scene: Scene, afterSend: AfterSend): Promise<void> => {
  await scene.platform.database.update('messages', message._id, endedAs(message, ending, scene));
  await tellListener(message, ending, scene, afterSend);
};

/** What can't be sent needs no claim: one write ends it, and only one of two invocations makes it (MS-02). */
const endUnsent = async (message: StoredMessage, why: string, scene: Scene, afterSend: AfterSend): Promise<void> => {
  const ending = { state: 'inboxOnly', why } as const;
  const { _id, send } = message;
  const ended = await scene.platform.database.updateIf(
    'messages',
    { _id, 'send.state': send.state, 'send.nextTryAt': send.nextTryAt },
    endedAs(message, ending, scene),
  );
  if (ended > 0) await tellListener(message, ending, scene, afterSend);
};

/** True when this invocation now owns the message. */
const claim = async ({ _id, send }: StoredMessage, { now, platform }: Scene): Promise<boolean> =>
  (await platform.database.updateIf(
    'messages',
    { _id, 'send.state': send.state, 'send.nextTryAt': send.nextTryAt },
    { 'send.state': 'claimed', 'send.nextTryAt': later(now, CLAIM_MINUTES), 'send.tries': _.inc(1) },
  )) > 0;

const dataOf = (message: StoredMessage): Record<string, string> =>
  Object.fromEntries(
    TEMPLATES[message.template].fields.map(({ key, type }, index) => [
      key,
      fitting(type, message.lines[index]?.value ?? ''),
    ]),
  );

const sendClaimed = async (
  message: StoredMessage,
  openId: string,
  scene: Scene,
): Promise<Ending | { retryAt: Instant; why: string }> => {
  const { platform, now } = scene;
  const { database, wechat, config, log } = platform;
  const { to, template } = message;
  if (!(await takeCredit(to, template, database))) return { state: 'inboxOnly', why: 'noCredit' };
  const result = await wechat.send({
    openId,
    templateId: templateIdOf(template, config),
    page: message.page,
    data: dataOf(message),
  });
  if (result.outcome === 'noCredit') await clearCredit(to, template, database);
  if (result.outcome === 'badContent')
    log.error('template refused', new Error(result.why), { template, message: message._id });
  if (result.outcome === 'badContent' || result.outcome === 'tryAgain' || result.outcome === 'unreachable')
    await returnCredit(to, template, database);
  const wait = BACKOFF_MINUTES[message.send.tries];
  if (result.outcome === 'tryAgain' && wait !== undefined) return { retryAt: later(now, wait), why: result.why };
  return endingOf(result);
};

/** What a page of messages needs to know, read once. */
export interface Page extends Hopes {
  /** The message's own time if it isn't quiet now, else when the quiet ends. */
  quietUntil: (message: StoredMessage) => Instant | null;
}

export const seeTo = async (message: StoredMessage, page: Page, scene: Scene, afterSend: AfterSend): Promise<void> => {
  const { database } = scene.platform;
  const { send } = message;
  if (send.state === 'telling')
    return tellListener(message, { state: send.ending ?? 'inboxOnly', why: send.why }, scene, afterSend);
  if (send.state === 'claimed') {
    if (await claim(message, scene)) await end(message, { state: 'inboxOnly', why: 'uncertain' }, scene, afterSend);
    return;
  }
  const quietUntil = page.quietUntil(message);
  if (quietUntil !== null) {
    await database.updateIf(
      'messages',
      { _id: message._id, 'send.state': 'waiting' },
      { 'send.nextTryAt': quietUntil },
    );
    return;
  }
  const { openId, why } = hopeOf(message, page);
  if (openId === null) return endUnsent(message, why, scene, afterSend);
  if (!(await claim(message, scene))) return;
  const ending = await sendClaimed(message, openId, scene);
  if ('retryAt' in ending)
    await database.update('messages', message._id, {
      'send.state': 'waiting',
      'send.nextTryAt': ending.retryAt,
      'send.why': ending.why,
    });
  else await end(message, ending, scene, afterSend);
};
