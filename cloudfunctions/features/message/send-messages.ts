/** The outbox (MS-01 … MS-04): messages that are due, page by page; how one goes out is in see-to-message.ts. */
import { TEMPLATES } from '../../../domain/notice/templates';
import { _ } from '../../platform/operators';
import type { Scene } from '../clock-part';
import { loadEstates } from '../estate/load-estate';
import { readHopes } from './hope';
import { outsideQuietHours } from './quiet-hours';
import { type AfterSend, later, type Page, seeTo } from './see-to-message';
import type { StoredMessage } from './stored-message';

const PAGE = 48;
const AT_ONCE = 8;

const readPage = async (messages: readonly StoredMessage[], { now, platform }: Scene): Promise<Page> => {
  const { database } = platform;
  const [hopes, estates] = await Promise.all([
    readHopes(messages, database),
    loadEstates(
      messages.map((message) => message.estateId),
      database,
    ),
  ]);
  return {
    ...hopes,
    quietUntil: ({ template, anyHour, estateId }) => {
      const estate = estates.find((context) => context.estate.id === estateId);
      if (anyHour || estate === undefined || TEMPLATES[template].audience === 'staff') return null;
      const end = outsideQuietHours(now, estate.policy.messages, estate.calendar);
      return end === now ? null : end;
    },
  };
};

const PUT_OFF_MINUTES = 15;

/** False when it failed, as a bug or because the database did; it is put off then, so that it doesn't stand in others' way. */
const seeToSafely = async (
  message: StoredMessage,
  page: Page,
  scene: Scene,
  afterSend: AfterSend,
): Promise<boolean> => {
  const { database, log } = scene.platform;
  try {
    await seeTo(message, page, scene, afterSend);
    return true;
  } catch (thrown) {
    log.error('message not seen to', thrown, { message: message._id });
  }
  try {
    await database.updateIf(
      'messages',
      { _id: message._id, 'send.state': _.in(['waiting', 'telling']) },
      { 'send.nextTryAt': later(scene.now, PUT_OFF_MINUTES) },
    );
  } catch (thrown) {
    log.error('message not put off', thrown, { message: message._id });
  }
  return false;
};

/** @returns how many failed; they don't hold up the others */
const seeToAll = async (messages: readonly StoredMessage[], scene: Scene, afterSend: AfterSend): Promise<number> => {
  const page = await readPage(messages, scene);
  let failed = 0;
  for (let at = 0; at < messages.length; at += AT_ONCE) {
    const done = await Promise.all(
      messages.slice(at, at + AT_ONCE).map((message) => seeToSafely(message, page, scene, afterSend)),
    );
    failed += done.filter((fine) => !fine).length;
  }
  return failed;
};

/** Everything that is due, page by page. */
export const sendMessages = async (scene: Scene, mayGoOn: () => boolean, afterSend: AfterSend): Promise<number> => {
  const { database, wechat, log } = scene.platform;
  if (!wechat.canSend) {
    log.warn('this invocation may not send messages');
    return 0;
  }
  let seen = 0;
  while (mayGoOn()) {
    const messages = await database.find<StoredMessage>('messages', {
      where: { 'send.state': _.in(['waiting', 'claimed', 'telling']), 'send.nextTryAt': _.lte(scene.now) },
      orderBy: [
        ['send.nextTryAt', 1],
        ['_id', 1],
      ],
      limit: PAGE,
    });
    if (messages.length === 0) break;
    const failed = await seeToAll(messages, scene, afterSend);
    seen += messages.length - failed;
    // A page of nothing but failures would come back at once.
    if (messages.length < PAGE || failed === messages.length) break;
  }
  return seen;
};

/** The messages of one act, right after it was saved, where WeChat lets this invocation send; what fails is left to the clock. */
export const sendQueued = async (
  messages: readonly StoredMessage[],
  scene: Scene,
  afterSend: AfterSend,
): Promise<void> => {
  if (messages.length > 0 && scene.platform.wechat.canSend) await seeToAll(messages.slice(0, PAGE), scene, afterSend);
};
