/** A person erased, the case kept (PV-03): what changes in the events, and what does not. */
import { isRunning } from '../../domain/clock/clock';
import { complaintOf } from '../../domain/complaint/evolve';
import { eventRow } from '../../domain/complaint/lifecycle';
import { type ErasedPerson, withoutPerson, wordsWithout } from '../../domain/complaint/without-person';
import type { ComplaintEvent } from '../../domain/complaint/events';
import type { HomeId, PersonId, PhotoId } from '../../types/ids';
import { aComplaint, neighbour, receptionist, resident, type Story } from '../support/a-complaint';

const home = 'home-1' as HomeId;
const person: ErasedPerson = {
  id: resident.id,
  name: '王小明',
  phone: '13800138000',
  homes: new Map([[home, { written: ['3栋1单元101', '3-1-101'], building: '3栋' }]]),
};

describe('words', () => {
  test.each([
    ['我是王小明', '我是已注销'],
    ['王先生说王师傅来过', '已注销说王师傅来过'],
    ['打138 0013-8000', '打已注销'],
    ['3栋1单元101漏水，也就是3-1-101', '3栋漏水，也就是3栋'],
    ['物业电话 13912345678', '物业电话 139******78'],
    ['电梯停了', '电梯停了'],
  ])('[PV-03] “%s” becomes “%s”', (before, after) => {
    expect(wordsWithout(before, person)).toBe(after);
  });

  test('[PV-03] nobody without name and phone changes a word', () => {
    expect(wordsWithout('王先生家漏水', { id: resident.id, name: '', phone: '', homes: new Map() })).toBe(
      '王先生家漏水',
    );
  });
});

const filedBy = (changes: object): Story =>
  aComplaint({
    filing: {
      ...{ filerId: resident.id, homeId: home, homeText: '3栋1单元101', placeText: '3栋1单元101 厨房' },
      ...{ place: { homeId: home, area: '厨房' }, description: '王小明家厨房漏水', photos: ['own' as PhotoId] },
      ...{ onBehalfOf: '', onBehalfOfId: null, sealedCaller: 'sealed' },
      ...changes,
    },
  });

const erased = (events: readonly ComplaintEvent[]) => withoutPerson(events, person);

describe('the case', () => {
  test('[PV-03] loses the person, their home, their photos and signatures, and nothing of what was done', () => {
    const story = filedBy({}).inState('closed');
    story.by(receptionist);
    const before = story.complaint;
    const { events } = erased(before.events);
    const after = complaintOf(events);
    expect(after).toMatchObject({
      ...{ filerId: null, homeId: null, homeText: '3栋', placeText: '3栋 厨房', place: { area: '厨房' } },
      ...{ description: '已注销家厨房漏水', photos: [], sealedCaller: '', number: before.number },
    });
    expect(JSON.stringify(after)).not.toContain('王小明');
    expect(events.map(({ id, type, at, by }) => [id, type, at, by])).toEqual(
      before.events.map(({ id, type, at, by }) => [id, type, at, by]),
    );
    for (const same of [
      'state',
      'round',
      'clocks',
      'reasons',
      'callback',
      'closedAt',
      'closeReason',
      'workedBy',
    ] as const)
      expect(after[same]).toEqual(before[same]);
  });

  test('[PV-03] signatures are named, so that their files go too', () => {
    const story = filedBy({}).inState('reviewing');
    const signed = story.complaint.events.map((event) =>
      event.type === 'completed' ? { ...event, data: { ...event.data, signature: 'signature' as PhotoId } } : event,
    );
    const { events, signatures } = erased(signed);
    expect(signatures).toEqual(['signature']);
    expect(complaintOf(events).result?.signature).toBeNull();
  });

  test('[PV-03, IN-13] of whom it was filed for it goes on, with the home', () => {
    const story = filedBy({ onBehalfOf: '老伴', onBehalfOfId: neighbour.id });
    expect(complaintOf(erased(story.complaint.events).events)).toMatchObject({
      ...{ filerId: neighbour.id, onBehalfOf: '', onBehalfOfId: null, homeId: home },
    });
  });

  test('[PV-03, IN-13] whom it was filed for goes, whoever filed it stays', () => {
    const story = filedBy({ filerId: neighbour.id, onBehalfOf: '王小明', onBehalfOfId: resident.id as PersonId });
    expect(complaintOf(erased(story.complaint.events).events)).toMatchObject({
      ...{ filerId: neighbour.id, onBehalfOf: '已注销', onBehalfOfId: null, homeId: home },
    });
  });

  test.each(['registered', 'handling', 'reviewing', 'informing', 'callback'] as const)(
    '[PV-03] open and nobody’s any more it ends: %s',
    (state) => {
      const story = filedBy({}).inState(state);
      story.complaint = complaintOf(erased(story.complaint.events).events);
      story.system({ name: 'partWithPerson' }).system({ name: 'endWithoutPerson' });
      expect(story.complaint.state).toBe('withdrawn');
      expect(story.complaint.clocks.filter(isRunning)).toEqual([]);
    },
  );

  test('[PV-03] that it happened stands in the record of both staff and whoever stays', () => {
    expect(eventRow('personErased').resident).toBe(true);
  });
});
