import type { LocalCloud } from '../cloud';
import { PLAN } from './estates';
import { found } from './found';
import { HISTORY_DAYS, historyOf, LAST_DAY_AGO } from './history';
import type { MessageId } from '../../types/ids';
import { DAY, onDay } from './hours';
import { bringIn, registerTemplates } from './people';
import { Phones, SeedRefused } from './phone';
import { Stage } from './stage';
import { RESIDENTS } from './residents';
import { STAFF } from './staff';
import { Story } from './story';
import { boxesOpened } from './suggestion-boxes';
import { type Moment, NotYet, Timeline } from './timeline';
import { AT_THE_DESK } from './today-at-the-desk';
import { CALLED_BACK } from './today-called-back';
import { IN_THE_DEPARTMENTS } from './today-in-the-departments';

/** When the timers run in the demo's past, besides right after what they have to see to. */
const TIMERS_AT = ['08:05', '13:00', '18:40', '21:10'] as const;

/**
 * Fills an empty data folder with a company, its people and its last two months, by the product's own use cases: nothing
 * is in the database that a person or the clock could not have put there.
 */
export async function seedDemo(cloud: LocalCloud): Promise<void> {
  const now = cloud.clock.now();
  const first = now - HISTORY_DAYS * DAY;
  const founded = await found(cloud, PLAN, first - DAY);
  const codes = new Map(founded.invitations.map((invitation) => [invitation.for, invitation.code]));
  registerTemplates(cloud);
  const phones = new Phones(cloud);
  const cast = await bringIn(cloud, phones, codes, first - DAY / 2);

  const timeline = new Timeline(now);
  const stage = new Stage(cloud, phones, cast, timeline);
  const today = [...AT_THE_DESK, ...IN_THE_DEPARTMENTS, ...CALLED_BACK].map((plot) => plot(now));
  const plots = [...historyOf(first, now - LAST_DAY_AGO), ...today];
  const days = Array.from({ length: HISTORY_DAYS + 1 }, (_none, n) => HISTORY_DAYS - n);
  const rounds = days.flatMap((daysAgo) => TIMERS_AT.map((time) => onDay(now, daysAgo, time)));
  await timeline.play([
    async () => {
      for (const at of rounds) if (at > first) await stage.minute(at);
    },
    ...boxesOpened(stage, now, days),
    ...plots.map((plot) => () => played(new Story(stage, plot))),
  ]);
  await stage.minute(now).catch((error: unknown) => {
    if (!(error instanceof NotYet)) throw error;
  });
  await Promise.all([
    ...STAFF.map(async ({ key }) => {
      await stage.allow(key, 'staff', now, STAFF_CREDITS);
      await readOld(phones, key, now);
    }),
    ...RESIDENTS.map(async ({ key }) => {
      await stage.allow(key, 'resident', now, RESIDENT_CREDITS);
      await readOld(phones, key, now);
    }),
  ]);
  cloud.clock.set(null);
}

/** Messages each of them has agreed to when the demo starts, of every template. */
const STAFF_CREDITS = 20;
const RESIDENT_CREDITS = 3;

/** Most pages of an inbox that anybody looks through. */
const MOST_PAGES = 30;

/** Whoever works with the product has seen what came before yesterday. */
async function readOld(phones: Phones, key: string, now: Moment): Promise<void> {
  const old: MessageId[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n += 1) {
    const page = await phones.mini(key, 'inbox', cursor === undefined ? {} : { cursor }, now);
    old.push(
      ...page.items.filter(({ at, readAt }) => readAt === null && Date.parse(at) < now - DAY).map(({ id }) => id),
    );
    if (page.cursor === null) break;
    cursor = page.cursor;
  }
  for (let n = 0; n < old.length; n += 100) await phones.mini(key, 'readMessages', { ids: old.slice(n, n + 100) }, now);
}

/** One story that the rules don't allow any more is said aloud and left where it stands; the demo starts all the same. */
async function played(story: Story): Promise<void> {
  try {
    await story.play();
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error;
    console.warn(`演示数据有一条没有走完：${error.message}`);
  }
}
