/** CB-04 in front of the real pages: what the patrol records without signal, and everything that goes wrong with it on real phones. */
import type { ComplaintEvent } from '../../domain/complaint/events';
import { on } from '../support/complaint-way';
import type { Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';
import { callbacksOf, type DueVisit, dueVisits } from '../support/due-visits';
import {
  alert,
  beginsToSign,
  clockOff,
  cutOff,
  fillsStorage,
  hasNoFiles,
  hasNoRoomForFiles,
  inkOnPaper,
  isKept,
  opensTab,
  sessionEnds,
  signs,
  startsAgain,
  takesPhoto,
} from '../support/troubled-phone';

const DAY_MS = 86_400_000;
const SATISFIED = { form: 'visit', reached: true, solved: true, satisfaction: 5, wantsFollowUp: false } as const;
/** Longer than the few characters that filling the storage in whole entries leaves free. */
const MORE_THAN_FITS = '存不下的那条，再写几个字，一直写到这部手机再也放不下为止';
const OFFLINE = '没有网络，已保存在手机上';

let house: BrowserEstate;
let due: DueVisit[];
let taken = 0;

const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 600_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
  due = await dueVisits(house.estate, 50);
}, 600_000);
afterAll(() => house?.close(), 60_000);

/** Some that no other test has. */
const some = (count: number): DueVisit[] => {
  taken += count;
  const mine = due.slice(taken - count, taken);
  if (mine.length < count) throw new Error('too few visits are due');
  return mine;
};
const one = (): DueVisit => {
  const [visit] = some(1);
  if (visit === undefined) throw new Error('too few visits are due');
  return visit;
};

const arrived = (visit: DueVisit): Promise<ComplaintEvent[]> => callbacksOf(house.estate, visit.id);

/** Waits until the server has so many of them. */
async function arrives(visit: DueVisit, count = 1): Promise<ComplaintEvent[]> {
  for (;;) {
    const events = await arrived(visit);
    if (events.length >= count) return events;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The phone learns the server's time a little late: by as long as the answer was on its way. */
const aMomentAgo = (): string => new Date(Date.now() - 60_000).toISOString();

/** A patrol member who has opened today's route. */
async function walks(prepare?: (person: Person) => Promise<void>): Promise<Person> {
  const patrol = await house.comesToWork('patrol', undefined, prepare);
  await patrol.press('回访路线');
  await patrol.isOn('回访路线');
  await patrol.sees('3 栋');
  await patrol.sees('没有网络也能用');
  return patrol;
}

async function goesTo(patrol: Person, { home }: DueVisit): Promise<void> {
  await patrol.press(`开始回访 ${home}`);
  await patrol.isOn(home);
}

async function answers(patrol: Person, words = ''): Promise<void> {
  await patrol.choose('联系上了吗？', '联系上了');
  await patrol.choose('问题解决了吗？', '解决了');
  await patrol.choose('满意吗？', '满意');
  await patrol.choose('还要继续跟进吗？', '不需要');
  if (words !== '') await patrol.write('住户的意见', words);
}

async function records(patrol: Person, visit: DueVisit, words = ''): Promise<void> {
  await goesTo(patrol, visit);
  await answers(patrol, words);
  await patrol.press('完成回访');
}

/** Without signal: kept, and back on the route. */
async function recordsOffline(patrol: Person, visit: DueVisit, words = ''): Promise<void> {
  await records(patrol, visit, words);
  await patrol.hears(OFFLINE);
}

const wordsOf = (events: readonly ComplaintEvent[]): string[] =>
  events.map((event) => (event.type === 'calledBack' || event.type === 'callbackNoted' ? event.data.opinions : ''));

describe('[CB-04] without signal', () => {
  watched(
    'the route stands as it was, a visit opens that was never looked at, and it arrives once, with its time',
    async () => {
      const patrol = await walks();
      const visit = one();
      let before = '';
      let after = '';
      await patrol.withoutSignal(async () => {
        await patrol.press('返回');
        await patrol.press('回访路线');
        await patrol.sees('没有网络，这是上次看到的路线');
        before = aMomentAgo();
        await patrol.sees('3 栋');
        await recordsOffline(patrol, visit, '门口的灯亮了');
        after = new Date().toISOString();
        await patrol.sees('1 条待同步');
      });
      await patrol.hears('已同步 1 条');
      await patrol.seesNoLonger('1 条待同步');
      const events = await arrived(visit);
      expect(wordsOf(events)).toEqual(['门口的灯亮了']);
      expect((events[0]?.recordedAt ?? '') >= before && (events[0]?.recordedAt ?? '') <= after).toBe(true);
      await house.crowd.leaves(patrol);
    },
  );

  watched('photos and the signature are kept, survive the program’s end, and arrive with the record', async () => {
    const patrol = await walks();
    const visit = one();
    await cutOff(patrol, async () => {
      await goesTo(patrol, visit);
      await answers(patrol);
      await takesPhoto(patrol, 'darkHall');
      await patrol.button('照片 1，已存手机').waitFor();
      await takesPhoto(patrol, 'brightHall');
      await patrol.button('照片 2，已存手机').waitFor();
      await signs(patrol);
      await isKept(patrol, visit.id, '"strokes":{');
      await startsAgain(patrol);
      await patrol.isOn(visit.home);
      await patrol.button('照片 2，已存手机').waitFor();
      await patrol.button('重签').waitFor();
      await patrol.press('完成回访');
      await patrol.hears(OFFLINE);
      await startsAgain(patrol);
      await patrol.sees('1 条待同步');
    });
    const [event, ...more] = await arrives(visit);
    expect(more).toEqual([]);
    if (event?.type !== 'calledBack') throw new Error('not called back');
    expect(event.data.photos).toHaveLength(2);
    expect(event.data.signature).not.toBeNull();
    await patrol.seesNoLonger('1 条待同步');
    // Sent, they are no longer needed here (docs/PRIVACY.md).
    await hasNoFiles(patrol);
    await house.crowd.leaves(patrol);
  });

  watched(
    'killed in the middle of a signature: the strokes so far stand there again and can be gone on with',
    async () => {
      const patrol = await walks();
      const visit = one();
      await goesTo(patrol, visit);
      await answers(patrol);
      // The pen stays on the paper.
      await beginsToSign(patrol, visit.id);
      await startsAgain(patrol);
      await patrol.isOn(visit.home);
      expect(await inkOnPaper(patrol)).toBeGreaterThan(0);
      await patrol.button('重签').waitFor();
      await patrol.press('完成回访');
      await patrol.hears('回访已登记');
      const [event] = await arrives(visit);
      expect(event?.type === 'calledBack' && event.data.signature !== null).toBe(true);
      await house.crowd.leaves(patrol);
    },
  );

  watched('thirty that wait go out one after the other, in the order in which they were recorded', async () => {
    const patrol = await walks();
    const visits = some(30);
    const sent: string[] = [];
    patrol.page.on('request', (request) => {
      if (!request.url().endsWith('/api/recordCallback')) return;
      const { complaintId }: { complaintId: string } = JSON.parse(request.postData() ?? '{}');
      sent.push(complaintId);
    });
    await patrol.withoutSignal(async () => {
      for (const visit of visits) {
        await goesTo(patrol, visit);
        await patrol.choose('联系上了吗？', '没联系上');
        await patrol.press('登记没联系上');
        await patrol.hears(OFFLINE);
        // The next is opened from the route.
        await patrol.isOn('回访路线');
      }
      await patrol.sees('30 条待同步');
      sent.length = 0;
    });
    for (const visit of visits) await arrives(visit);
    await patrol.seesNoLonger(/条待同步/);
    expect(sent).toEqual(visits.map(({ id }) => id));
    for (const visit of visits) expect(await arrived(visit)).toHaveLength(1);
    await house.crowd.leaves(patrol);
  });

  watched('two tabs add to one queue, and neither overwrites the other’s', async () => {
    const patrol = await walks();
    const [first, second] = [one(), one()];
    const other = await opensTab(patrol, '/staff/callbacks/index');
    await other.sees('3 栋');
    await other.sees('没有网络也能用');
    await patrol.withoutSignal(async () => {
      await goesTo(patrol, first);
      await goesTo(other, second);
      await answers(patrol, '第一页记的');
      await answers(other, '第二页记的');
      await patrol.press('完成回访');
      await patrol.hears(OFFLINE);
      await other.press('完成回访');
      await other.hears(OFFLINE);
      await patrol.sees('2 条待同步');
      await other.sees('2 条待同步');
    });
    await patrol.seesNoLonger('2 条待同步');
    await other.seesNoLonger('2 条待同步');
    expect(wordsOf(await arrives(first))).toEqual(['第一页记的']);
    expect(wordsOf(await arrives(second))).toEqual(['第二页记的']);
    await house.crowd.leaves(patrol);
  });
});

describe('[CB-04] meanwhile', () => {
  watched(
    'somebody closed it: what happened is said, the others go on, and the person keeps it as a note',
    async () => {
      const patrol = await walks();
      const [closed, other, dropped] = [one(), one(), one()];
      await patrol.withoutSignal(async () => {
        await recordsOffline(patrol, closed, '这次记得晚了');
        await recordsOffline(patrol, other, '没有意见');
        await recordsOffline(patrol, dropped, '这条不要了');
        const supervisor = await house.estate.staff('supervisor');
        for (const { id } of [closed, dropped]) await supervisor.as('recordCallback', { ...on({ id }), ...SATISFIED });
        patrol.expectsFailureOf('recordCallback');
      });
      expect(wordsOf(await arrives(other))).toEqual(['没有意见']);
      const notice = await alert(patrol, `${closed.home} 的回访没有被接受`);
      await notice.sees('已关闭');
      await notice.press('记为备注');
      await patrol.hears('已记为备注');
      expect(wordsOf(await arrives(closed, 2))).toEqual(['', '这次记得晚了']);

      const given = await alert(patrol, `${dropped.home} 的回访没有被接受`);
      await given.press('放弃');
      await patrol.sheet('放弃这条回访记录？').press('取消');
      await given.press('放弃');
      await patrol.sheet('放弃这条回访记录？').press('放弃并删除');
      await patrol.seesNoLonger(/的回访没有被接受/);
      expect(await arrived(dropped)).toHaveLength(1);
      await house.crowd.leaves(patrol);
    },
  );

  watched('the session has ended: signed in again, it goes on where it was, in order', async () => {
    const patrol = await walks();
    const visits = some(2);
    await sessionEnds(patrol, () =>
      cutOff(patrol, async () => {
        for (const visit of visits) await recordsOffline(patrol, visit, '会话过期前记的');
        await patrol.sees('2 条待同步');
      }),
    );
    await patrol.page.getByRole('button', { name: /\bpatrol\b/ }).click();
    await patrol.isOn('回访路线');
    for (const visit of visits) expect(wordsOf(await arrives(visit))).toEqual(['会话过期前记的']);
    await patrol.seesNoLonger(/条待同步/);
    await house.crowd.leaves(patrol);
  });
});

describe('[CB-04] the phone', () => {
  for (const [how, offMs] of [
    ['ahead', DAY_MS],
    ['behind', -DAY_MS],
  ] as const) {
    watched(
      `whose clock is a day ${how} records the right time, also when it was started again without signal`,
      async () => {
        const patrol = await walks((person) => clockOff(person, offMs));
        const visit = one();
        const before = aMomentAgo();
        await cutOff(patrol, async () => {
          await startsAgain(patrol);
          await patrol.sees('没有网络，这是上次看到的路线');
          await recordsOffline(patrol, visit, '时间');
        });
        const after = new Date().toISOString();
        const [event] = await arrives(visit);
        const recordedAt = event?.recordedAt ?? '';
        expect([recordedAt >= before, recordedAt <= after]).toEqual([true, true]);
        await house.crowd.leaves(patrol);
      },
    );
  }

  watched('is full: it says so and what to do, the record stays in sight and arrives all the same', async () => {
    const patrol = await walks();
    const [visit, second] = [one(), one()];
    await patrol.withoutSignal(async () => {
      await goesTo(patrol, visit);
      await answers(patrol, '存不下的那条');
      const room = await fillsStorage(patrol);
      await patrol.write('住户的意见', MORE_THAN_FITS);
      await patrol.sees('手机存满了，正在写的没能存下');
      await patrol.press('完成回访');
      await patrol.hears('手机存满了，这条还没存下');
      const notice = await alert(patrol, '手机存满了，1 条回访没有存下');
      await notice.press('再存一次');
      await patrol.hears('还是存不下，请再清理一些空间。');
      await room.free();
      await notice.press('再存一次');
      await patrol.hears('已存在手机上');
      await patrol.seesNoLonger(/没有存下/);
      await fillsStorage(patrol);
      await recordsStillFull(patrol, second);
    });
    expect(wordsOf(await arrives(visit))).toEqual([MORE_THAN_FITS]);
    expect(wordsOf(await arrives(second))).toEqual(['满着也要发出去']);
    await patrol.seesNoLonger(/没有存下/);
    await house.crowd.leaves(patrol);
  });

  watched('has no room for a photo: it says so, and with signal the photo goes all the same', async () => {
    const patrol = await walks();
    const visit = one();
    const quota = await hasNoRoomForFiles(patrol);
    await patrol.withoutSignal(async () => {
      await goesTo(patrol, visit);
      await answers(patrol);
      await takesPhoto(patrol, 'hall');
      await patrol.sees('手机存满了，这张照片没有存下');
      await patrol.press('完成回访');
      await patrol.hears(OFFLINE);
    });
    const [event] = await arrives(visit);
    expect(event?.type === 'calledBack' && event.data.photos.length).toBe(1);
    await quota.free();
    await house.crowd.leaves(patrol);
  });
});

async function recordsStillFull(patrol: Person, visit: DueVisit): Promise<void> {
  await records(patrol, visit, '满着也要发出去');
  await alert(patrol, '手机存满了，1 条回访没有存下');
}
