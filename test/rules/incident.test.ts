/** Incidents 雷同事件: how many they are, and what that does to each complaint (SV-04, SV-14, SV-22, IN-07). */
import { ALIKE_FROM, alikeness, atSameKnownPlace, placeInDoubt } from '../../domain/incident/alike';
import { matterOf } from '../../domain/incident/matter';
import { complainants, type CountedOne, stillCounted } from '../../domain/incident/group';
import { membersOf } from '../../domain/incident/incident';
import { joiningOf } from '../../domain/incident/news';
import { isOffered } from '../../domain/incident/public-matter';
import { standsAlone } from '../../domain/complaint/graver-than-lead';
import { residentSentenceOf } from '../../domain/complaint/timeline';
import { possibleCommands } from '../../domain/complaint/decide';
import { complaintOf } from '../../domain/complaint/evolve';
import { pendingNotices } from '../../domain/complaint/notices-to-open';
import { EVENTS } from '../../domain/complaint/lifecycle';
import { noticesOf } from '../../domain/notice/notices';
import { Refusal } from '../../types/errors';
import { Category } from '../../types/vocabulary';
import type { ComplaintId, HomeId, PersonId } from '../../types/ids';
import {
  engineering,
  handler,
  head,
  manager,
  neighbour,
  order,
  photoAfter,
  receptionist,
  type Story,
  supervisor,
} from '../support/a-complaint';
import { anEstate, filerOf, type IncidentWorld } from '../support/an-incident';

const TEN_DAYS_LATER = '2026-11-30T02:00:00.000Z';
const SIX_WEEKS_LATER = '2027-01-01T02:00:00.000Z';

const never = (): never => {
  throw new Error('it joined nothing');
};

/** The leading complaint on its way, up to the result that waits for review. */
const handled = (world: IncidentWorld, name = 'A') => world.story(name).inState('reviewing');
const reviewed = (world: IncidentWorld, name = 'A') => {
  handled(world, name).by(supervisor).does('passReview');
  world.settle();
};

describe('alike', () => {
  test('[SV-22] the third of different complainants within a month makes all of them important, each once', () => {
    const world = anEstate();
    world.alike(2);
    expect(world.reasons('A')).not.toContain('SV-22');
    world.complaint('C', { at: TEN_DAYS_LATER });
    world.merged('C', world.incidentOf('A'));
    for (const name of ['A', 'B', 'C']) {
      expect(world.reasons(name)).toContain('SV-22');
      expect(world.story(name).complaint.severity).toBe('important');
    }
    world.complaint('D', { at: TEN_DAYS_LATER });
    world.merged('D', world.incidentOf('A'));
    for (const name of ['A', 'B', 'C', 'D'])
      expect(
        world
          .story(name)
          .all('reasonAdded')
          .filter((e) => e.data.code === 'SV-22'),
      ).toHaveLength(1);
  });

  test('[SV-22] two of one home, or one person with two homes, are one complainant', () => {
    const world = anEstate();
    world.alike(3, (i) => (i < 2 ? { home: '3-1-101' } : {}));
    expect(world.reasons('A')).not.toContain('SV-22');
    const member = (complaint: string, home: string | null, filer: string | null) => ({
      complaintId: complaint as ComplaintId,
      homeId: home as HomeId | null,
      filerId: filer as PersonId | null,
    });
    // The person links both homes.
    expect(complainants([member('1', 'h1', 'p1'), member('2', 'h2', 'p2'), member('3', 'h2', 'p1')])).toBe(1);
    // Nobody is known of these: each letter is one.
    expect(complainants([member('1', null, null), member('2', null, null)])).toBe(2);
  });

  test('[SV-22] complaints further apart than a month are not alike by number', () => {
    const world = anEstate();
    world.alike(3, (i) => (i === 2 ? { at: SIX_WEEKS_LATER } : {}));
    expect(world.reasons('A')).not.toContain('SV-22');
  });

  test('[SV-22] a member that is withdrawn or split off takes the reason with it; the history stays', () => {
    const world = anEstate();
    world.alike(3);
    world.story('B').by(filerOf('B')).does('withdraw', { reason: '已经好了' });
    world.settle();
    for (const name of ['A', 'C']) {
      expect(world.reasons(name)).not.toContain('SV-22');
      expect(world.story(name).complaint.severity).toBe('ordinary');
      expect(world.story(name).all('reasonStruck')).toMatchObject([
        { by: { personId: 'system' }, data: { code: 'SV-22', note: '剩余 2 件' } },
      ]);
    }
    // Three again: the reason holds again, and once.
    world.complaint('D');
    world.merged('D', world.incidentOf('A'));
    expect(world.reasons('A').filter((code) => code === 'SV-22')).toHaveLength(1);
    expect(world.reasons('D')).toContain('SV-22');

    world.story('D').by(receptionist).does('splitOff', { reason: '是入户门禁的问题' });
    world.settle();
    expect(world.reasons('D')).not.toContain('SV-22');
    expect(world.reasons('A')).not.toContain('SV-22');
  });

  test('[SV-22] counted from what reads alike it makes important, once, buries nothing, and goes to the incident that is made of it', () => {
    const world = anEstate();
    const held = { code: 'SV-22' as const, evidence: '3 户各自反映同一问题' };
    world.complaint('A');
    const alike = world.complaint('B');
    alike.system({ name: 'noteAlike', held }).system({ name: 'noteAlike', held });
    expect(world.reasons('B').filter((code) => code === 'SV-22')).toHaveLength(1);
    expect(alike.complaint.severity).toBe('important');
    expect(standsAlone(alike.complaint, 'ordinary')).toBe(false);
    alike.by(supervisor).does('strikeSeverityReason', { reason: 'SV-22', note: '不是一回事' });
    alike.system({ name: 'noteAlike', held });
    expect(world.reasons('B')).not.toContain('SV-22');
  });

  describe('counted from what reads alike, of which one is gone', () => {
    const numbered = (...names: string[]) => ({
      code: 'SV-22' as const,
      evidence: `${names.length} 户各自反映同一问题`,
      alike: names as ComplaintId[],
    });
    const revised = (counted: readonly string[], held: ReturnType<typeof numbered> | null) =>
      ({ name: 'reviseAlike', counted: counted as ComplaintId[], held, note: 'CH-B 已撤回' }) as const;
    const counted = (name = 'A') =>
      anEstate()
        .complaint(name)
        .inState('investigating')
        .system({ name: 'noteAlike', held: numbered('A', 'B', 'C') });
    /** What the last command appended. */
    const last = ({ complaint: { events } }: Story) =>
      events.filter(({ commandId }) => commandId === events.at(-1)?.commandId).map(({ type }) => type);
    const toldOfStriking = ({ complaint: { events } }: Story) => {
      const at = events.findIndex(({ type }) => type === 'reasonStruck');
      return noticesOf(EVENTS.reasonStruck, complaintOf(events.slice(0, at + 1))).map(({ audience }) => audience);
    };

    test('[SV-22] [DP-02] too few are left: the system strikes it with a note, once, and what its level demanded ends', () => {
      const story = counted();
      expect(story.complaint.severity).toBe('important');
      expect(pendingNotices(story.complaint)).toEqual(['managerNotice', 'qualityNotice']);
      story.system(revised(['A', 'B', 'C'], null));
      expect(last(story)).toEqual(['reasonStruck', 'severityChanged']);
      expect(story.complaint.severity).toBe('ordinary');
      expect(pendingNotices(story.complaint)).toEqual([]);
      expect(story.complaint.reasons).toMatchObject([
        { code: 'SV-22', struck: { note: 'CH-B 已撤回', by: { personId: 'system' } } },
      ]);
      const { length } = story.complaint.events;
      expect(story.system(revised(['A', 'B', 'C'], null)).complaint.events).toHaveLength(length);
    });

    test('[SV-22] the supervisor, the head and the handler hear of it; nobody of what a person struck', () => {
      expect(toldOfStriking(counted().system(revised(['A', 'B', 'C'], null)))).toEqual([
        'supervisor',
        'head',
        'handler',
      ]);
      const byHand = counted().by(supervisor).does('strikeSeverityReason', { reason: 'SV-22', note: '不是一回事' });
      expect(toldOfStriking(byHand)).toEqual([]);
    });

    test('[SV-22] enough are left with those who came later: it holds by them, and by nothing older', () => {
      const story = counted().system(revised(['A', 'B', 'C'], numbered('A', 'C', 'D')));
      expect(last(story)).toEqual(['reasonAdded']);
      expect(story.complaint.reasons).toMatchObject([{ code: 'SV-22', alike: ['A', 'C', 'D'], struck: null }]);
      // What was found of those who were counted before comes too late.
      const { length } = story.complaint.events;
      expect(story.system(revised(['A', 'B', 'C'], null)).complaint.events).toHaveLength(length);
    });

    test('[SV-22] what the supervisor added by hand and what an incident gives stand', () => {
      const byHand = anEstate().complaint('A').by(supervisor);
      byHand.does('addSeverityReason', { reason: 'SV-22', note: '三家都来过' }).system(revised([], null));
      expect(byHand.complaint.severity).toBe('important');
      const world = anEstate();
      world.alike(3);
      world.story('A').system(revised([], null));
      expect(world.reasons('A')).toContain('SV-22');
      const again = counted().by(supervisor).does('strikeSeverityReason', { reason: 'SV-22', note: '不是一回事' });
      again.system(revised(['A', 'B', 'C'], numbered('A', 'C', 'D')));
      expect(again.complaint.severity).toBe('ordinary');
    });

    test('[SV-22] whoever was withdrawn, is no complaint any more or speaks of something else counts no more', () => {
      const one = (name: string, text: string, changes: Partial<CountedOne> = {}): CountedOne => ({
        ...joiningOf(anEstate().complaint(name).complaint),
        withdrawn: false,
        matter: matterOf(text),
        ...changes,
      });
      const lift = '3栋电梯停在九楼不动了';
      const holder = one('A', lift);
      const others = [one('B', '3栋的电梯又停在九楼不动'), one('C', '3栋电梯停住不动，卡在九楼')];
      const left = (...more: CountedOne[]) =>
        stillCounted(holder, [holder, ...others, ...more]).map(({ complaintId }) => complaintId);
      expect(left()).toEqual(['A', 'B', 'C']);
      expect(left(one('D', lift, { withdrawn: true }))).toEqual(['A', 'B', 'C']);
      expect(left(one('D', lift, { kind: 'inquiry' }))).toEqual(['A', 'B', 'C']);
      expect(left(one('D', '3栋楼下广场舞半夜还在跳'))).toEqual(['A', 'B', 'C']);
      // Its time in the index is over: it was counted, and nothing of it changes.
      expect(left(one('D', '', { matter: null }))).toEqual(['A', 'B', 'C', 'D']);
      // Alike with the one they were counted around, and as long as that one counts.
      const around = one('X', `${lift}，广场舞半夜还在3栋楼下跳，吵得睡不着`);
      expect(stillCounted(holder, [{ ...around, withdrawn: true }, holder]).map((c) => c.complaintId)).toEqual(['A']);
    });
  });

  test('[SV-22] what the supervisor struck is not counted in again', () => {
    const world = anEstate();
    world.alike(3);
    world.story('A').by(supervisor).does('strikeSeverityReason', { reason: 'SV-22', note: '同一家人' });
    world.complaint('D');
    world.merged('D', world.incidentOf('A'));
    expect(world.reasons('A')).not.toContain('SV-22');
    expect(world.reasons('B')).toContain('SV-22');
  });
});

describe('together', () => {
  test('[SV-04] a lift that stops for thirty homes is one incident, not a major complaint by itself', () => {
    const world = anEstate();
    world.alike(12);
    expect(world.reasons('A')).toEqual(['SV-22']);
    expect(world.story('A').complaint.severity).toBe('important');
  });

  test('[SV-04] ten or more that the supervisor confirms as collective are major', () => {
    const world = anEstate();
    const incident = world.alike(10);
    world.does(incident, supervisor, 'confirmCollective', { note: '联名信' });
    expect(world.reasons('J')).toEqual(['SV-22', 'SV-04']);
    expect(world.story('A').complaint.severity).toBe('major');
  });

  test('[SV-14] three to nine that the supervisor confirms as collective are hot; nobody else may confirm', () => {
    const world = anEstate();
    const incident = world.alike(3);
    expect(world.tries(incident, receptionist, 'confirmCollective', { note: '联名信' })).toMatchObject({
      code: 'notAllowed',
    });
    world.does(incident, supervisor, 'confirmCollective', { note: '联名信' });
    expect(world.reasons('C')).toEqual(['SV-22', 'SV-14']);
    expect(world.story('C').complaint.severity).toBe('hot');
  });

  test('[SV-04] more people signed than filed: the number that the supervisor states counts', () => {
    const world = anEstate();
    const incident = world.alike(2);
    world.does(incident, supervisor, 'confirmCollective', { people: 15, note: '附 15 人签名' });
    expect(world.reasons('B')).toEqual(['SV-04']);
  });

  test('[SV-04] [SV-14] from nine to ten the reason changes; when fewer are left or it is taken back, it is struck', () => {
    const world = anEstate();
    const incident = world.alike(9);
    world.does(incident, supervisor, 'confirmCollective', { note: '联名信' });
    world.complaint('J');
    world.merged('J', world.incidentOf('A'));
    expect(world.reasons('A')).toEqual(['SV-22', 'SV-04']);
    expect(world.story('A').all('reasonStruck').at(-1)?.data).toMatchObject({ code: 'SV-14' });
    world.story('J').by(filerOf('J')).does('withdraw', { reason: '不参加了' });
    world.settle();
    expect(world.reasons('A')).toEqual(['SV-22', 'SV-14']);
    world.does(world.incidentOf('A'), supervisor, 'revokeCollective', { note: '各自反映' });
    expect(world.reasons('A')).toEqual(['SV-22']);
    expect(world.story('A').all('reasonStruck').at(-1)?.data).toEqual({ code: 'SV-14', note: '不再认定为集体投诉' });
  });

  test('[SV-14] a number that the resident stated stays, whatever the incident says', () => {
    const world = anEstate();
    const incident = world.alike(3);
    world.story('B').by(supervisor).does('addSeverityReason', { reason: 'SV-14', note: '附 5 人名单' });
    world.does(incident, supervisor, 'confirmCollective', { note: '联名信' });
    world.does(incident, supervisor, 'revokeCollective', { note: '各自反映' });
    expect(world.reasons('A')).not.toContain('SV-14');
    expect(world.reasons('B')).toContain('SV-14');
  });
});

describe('the complaint that was merged', () => {
  test('[IN-07] its resident is told with how many it is handled, and never who they are', () => {
    const world = anEstate();
    world.alike(3);
    const { complaint } = world.story('C');
    const zone = { utcOffsetMinutes: 480 };
    const merged = complaint.events.find((event) => event.type === 'mergedInto');
    if (merged === undefined) throw new Error('C was not merged');
    expect(residentSentenceOf(merged, zone, world.now, false)?.title).toBe('已并入同类事件，与 3 户一起处理');
    expect(complaint.state).toBe('merged');
    const written = JSON.stringify(complaint.events);
    for (const other of ['A', 'B']) expect(written).not.toContain(`filer-${other}`);
  });

  test('[CK-09] nobody is hurried about it any more, while the time promised to its resident runs on', () => {
    const world = anEstate();
    world.alike(2);
    expect(world.story('B').clock('dispatch').stoppedAt).toBeDefined();
    expect(world.story('B').clock('resolution').stoppedAt).toBeUndefined();
  });

  test('[IF-01] with the result of the leading one each resident is told on their own clock, and judges on their own', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    for (const name of ['A', 'B', 'C']) {
      const { complaint } = world.story(name);
      expect([name, complaint.state]).toEqual([name, 'informing']);
      expect(complaint.result?.result).toBe('已更换轴承，试运行正常');
      expect(world.story(name).clock('inform').stoppedAt).toBeUndefined();
    }
    // B is told first and is not satisfied: only B is opened again, with round 2 and SV-12.
    world.story('B').system({ name: 'resultReached', how: 'message' });
    world.story('B').by(filerOf('B')).does('reopen', { why: '我这边还是停' });
    world.settle();
    expect(world.story('B').complaint).toMatchObject({ state: 'dispatched', round: 2, departmentId: engineering });
    expect(world.reasons('B')).toContain('SV-12');
    expect(world.story('A').complaint).toMatchObject({ state: 'informing', round: 1 });
    expect(world.incidentOf('A').state).toBe('closed');
  });

  test('[IN-14] the result that is shared has no number in it and no photo of the leading one', () => {
    const world = anEstate();
    world.alike(2);
    const lead = world.story('A').inState('handling').by(handler);
    lead.does('complete', { outcome: 'fixed', result: '已更换，电话 13812345678', photos: [photoAfter] });
    reviewed(world);
    const { result } = world.story('B').complaint;
    expect(result?.result).toBe('已更换，电话 138******78');
    expect(result?.photos).toEqual([]);
    expect(lead.complaint.result?.photos).toEqual([photoAfter]);
  });

  test('[CB-10] who worked on the leading one calls nobody back about it', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    world.story('B').system({ name: 'resultReached', how: 'message' });
    expect(world.story('B').complaint.workedBy).toContain(handler.id);
  });

  test('the desk may put one that was opened again back to the incident, once the leading one is opened again too', () => {
    const world = anEstate();
    world.alike(3);
    reviewed(world);
    world.story('B').by(filerOf('B')).does('reopen', { why: '还是停' });
    world.settle();
    const story = world.story('B');
    expect(() => world.merged('B', world.incidentOf('A'))).toThrow(Refusal);
    world.story('A').by(receptionist).does('reopen', { why: '多户反映还是停', photos: [] });
    world.settle();
    expect(world.incidentOf('A').state).toBe('open');
    world.merged('B', world.incidentOf('A'));
    expect(story.complaint.state).toBe('merged');
    world.story('A').by(head).does('signFor', { handlerId: handler.id });
    reviewed(world);
    expect(story.complaint).toMatchObject({ state: 'informing', round: 2 });
  });

  test('[CK-05] [CK-09] split off it is at the desk again, its promised time still counts from its own filing', () => {
    const world = anEstate();
    world.alike(3);
    const story = world.story('C');
    const promised = story.clock('resolution');
    story.later(120).by(receptionist).does('splitOff', { reason: '是入户门禁的问题' });
    world.settle();
    expect(story.complaint).toMatchObject({ state: 'registered', incident: null, departmentId: null });
    expect(story.clock('resolution')).toEqual(promised);
    expect(promised.startedAt).toBe(story.complaint.filedAt);
    expect(story.clock('dispatch').startedAt).toBe(story.now);
    expect(world.incidentOf('A').members.find((m) => m.complaintId === story.complaint.id)?.left).toMatchObject({
      why: 'split',
    });
  });

  test('when the leading one is withdrawn, the one that waits longest is handled instead; with nobody left it ends', () => {
    const world = anEstate();
    world.alike(3);
    const { id } = world.incidentOf('A');
    world.story('A').by(filerOf('A')).does('withdraw', { reason: '搬走了' });
    world.settle();
    expect(world.incidents.get(id)?.leadId).toBe('B');
    expect(world.story('B').complaint).toMatchObject({ state: 'registered', incident: { leads: true } });
    expect(world.story('C').complaint.state).toBe('merged');
    world.story('C').by(filerOf('C')).does('withdraw', { reason: '好了' });
    world.settle();
    world.story('B').by(receptionist).does('leaveIncident', { reason: '只剩这一件' });
    world.settle();
    expect(world.incidents.get(id)?.state).toBe('dissolved');
    expect(world.story('B').complaint).toMatchObject({ state: 'registered', incident: null });
  });

  test('[SV-22] two incidents about one matter become one: everyone follows the other, counted together', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    world.complaint('Y');
    const second = world.opened('X', '3栋客梯经常停用');
    world.merged('Y', second);
    expect(world.reasons('A')).not.toContain('SV-22');
    world.does(second, receptionist, 'mergeIncidents', { into: world.incidentOf('A').id });
    expect(world.incidents.get(second.id)?.state).toBe('merged');
    for (const name of ['X', 'Y']) {
      expect(world.story(name).complaint).toMatchObject({
        state: 'merged',
        incident: { id: world.incidentOf('A').id, leads: false },
      });
      expect(world.reasons(name)).toContain('SV-22');
    }
    expect(world.reasons('A')).toContain('SV-22');
    reviewed(world);
    expect(world.story('Y').complaint.state).toBe('informing');
  });

  test('two merged into each other at the same moment: the one with the smaller id goes on, led by its own, and the other follows it', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    world.complaint('Y');
    const first = world.incidentOf('A');
    const second = world.opened('X', '3栋客梯经常停用');
    world.merged('Y', second);
    // Already in the hands of the department: it stays there.
    world.story('A').inState('investigating');
    world.story('X').inState('investigating');
    world.mergedAtOnce(world.incidentOf('A'), world.incidentOf('X'));
    const [held, other] = first.id < second.id ? [first, second] : [second, first];
    expect(world.incidents.get(held.id)).toMatchObject({ state: 'open', mergedInto: null, leadId: held.leadId });
    expect(world.incidents.get(other.id)).toMatchObject({ state: 'merged', mergedInto: held.id });
    for (const name of ['A', 'B', 'X', 'Y']) {
      const { complaint } = world.story(name);
      const leads = complaint.id === held.leadId;
      expect(complaint).toMatchObject({
        state: leads ? 'investigating' : 'merged',
        incident: { id: held.id, leads },
      });
      expect(world.reasons(name)).toContain('SV-22');
    }
    const lead = world.story(held.leadId ?? '');
    reviewed(world, lead.complaint.id);
    for (const name of ['A', 'B', 'X', 'Y']) expect(world.story(name).complaint.state).toBe('informing');
  });

  test('three merged in a ring become one; and again when the same two are merged into each other a second time', () => {
    const world = anEstate();
    for (const name of ['A', 'B', 'C']) {
      world.complaint(name);
      world.opened(name);
    }
    const all = ['A', 'B', 'C'].map((name) => world.incidentOf(name));
    world.mergedAtOnce(...all);
    const held = world.incidentOf('A');
    expect(held.id).toBe([...all].sort((a, b) => (a.id < b.id ? -1 : 1))[0]?.id);
    const names = ['A', 'B', 'C'];
    expect(names.map((name) => world.incidentOf(name).id)).toEqual(names.map(() => held.id));
    expect(names.filter((name) => world.story(name).complaint.state === 'merged')).toHaveLength(2);
    // Another incident comes, and goes the same way with all of them: nobody stays behind.
    world.complaint('D');
    world.mergedAtOnce(world.incidentOf('A'), world.opened('D'));
    const last = world.incidentOf('D');
    expect(['A', 'B', 'C', 'D'].map((name) => world.incidentOf(name).id)).toEqual([1, 2, 3, 4].map(() => last.id));
    expect(last.state).toBe('open');
    expect(world.story(last.leadId ?? '').complaint.incident?.leads).toBe(true);
  });

  test('what was merged into each other and lost all its own is led on by who comes back first', () => {
    const world = anEstate();
    world.alike(2);
    world.complaint('X');
    const second = world.opened('X');
    // The first was merged and settled before the second, decided while both were open, was saved.
    const decided = world.tries(second, receptionist, 'mergeIncidents', { into: world.incidentOf('A').id });
    const first = world.incidentOf('A');
    world.does(first, receptionist, 'mergeIncidents', { into: second.id });
    expect(world.incidentOf('A').id).toBe(second.id);
    world.saved(second.id, decided);
    const [held] = [first.id, second.id].sort();
    for (const name of ['A', 'B', 'X']) expect(world.story(name).complaint.incident?.id).toBe(held);
    const incident = world.incidentOf('A');
    expect(incident.state).toBe('open');
    expect(membersOf(incident)).toHaveLength(3);
    expect(world.story(incident.leadId ?? '').complaint).toMatchObject({ incident: { leads: true } });
    expect(['A', 'B', 'X'].filter((name) => world.story(name).complaint.state === 'merged')).toHaveLength(2);
    // Those who had left it once already leave it again.
    world.complaint('D');
    const third = world.opened('D');
    world.does(incident, receptionist, 'mergeIncidents', { into: third.id });
    expect(['A', 'B', 'X', 'D'].map((name) => world.incidentOf(name).id)).toEqual([1, 2, 3, 4].map(() => third.id));
  });

  test('who comes to an incident that everybody has left leads it, unless it goes on by itself: then nobody would hand on its result', () => {
    const world = anEstate();
    world.complaint('A');
    const { id } = world.opened('A');
    world.story('A').by(filerOf('A')).does('withdraw', { reason: '搬走了' });
    world.settle();
    const left = world.incidents.get(id);
    if (left === undefined) throw new Error('no incident');
    expect(left.state).toBe('dissolved');
    const comes = (waits: boolean) => {
      const member = joiningOf(world.complaint(waits ? 'B' : 'C').complaint);
      const answer = world.heard(left, { name: 'memberJoined', member, waits });
      return answer instanceof Refusal ? [] : answer.map(({ type }) => type);
    };
    expect(comes(true)).toEqual(['joined', 'led']);
    expect(comes(false)).toEqual(['joined']);
  });

  test('a complaint belongs to one incident at most, and the leading one joins no other', () => {
    const world = anEstate();
    world.alike(2);
    expect(possibleCommands(world.story('A').complaint, receptionist)).not.toContain('mergeIntoIncident');
    expect(possibleCommands(world.story('B').complaint, receptionist)).not.toContain('openIncident');
    expect(possibleCommands(world.story('B').complaint, head)).not.toContain('splitOff');
    expect(possibleCommands(world.story('B').complaint, neighbour)).toEqual([]);
  });
});

describe('merging buries nothing', () => {
  test('[DP-02] what is graver by itself than the leading complaint is counted with it and goes on, its notices too', () => {
    const world = anEstate();
    world.alike(2);
    const grave = world.complaint('C').by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '老人摔倒' });
    world.merged('C', world.incidentOf('A'));
    expect(grave.complaint).toMatchObject({ state: 'registered', severity: 'major', incident: { leads: false } });
    expect(grave.clock('managerNotice').stoppedAt).toBeUndefined();
    expect(world.reasons('A')).toContain('SV-22');
    // Tried again it says why.
    grave.incident = { ...(grave.incident ?? never()), leadSeverity: 'ordinary' };
    expect(
      grave.by(receptionist).refusal('mergeIntoIncident', { incidentId: world.incidentOf('A').id }).fields,
    ).toHaveProperty('incidentId');
    // As grave as the leading one it is merged like any other.
    world.story('A').by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '夹伤手' });
    world.merged('C', world.incidentOf('A'));
    expect(grave.complaint.state).toBe('merged');
  });

  test('[DP-02] [SV-06] a reason of its own that a merged complaint gets later is passed on, and opened, while it is merged', () => {
    const world = anEstate();
    world.alike(3);
    const story = world.story('B');
    expect(() => story.clock('managerNotice')).toThrow();
    story.by(supervisor).does('addSeverityReason', { reason: 'SV-06', note: '夹伤手' });
    expect(story.complaint.state).toBe('merged');
    for (const notice of ['managerNotice', 'generalManagerNotice', 'qualityNotice'] as const)
      expect(story.clock(notice).stoppedAt).toBeUndefined();
    story.by(manager).does('acknowledge');
    expect(story.clock('managerNotice').stoppedAt).toBeDefined();
    // The result of the leading one opens nobody's notice.
    reviewed(world);
    expect(story.complaint.state).toBe('informing');
    expect(story.clock('qualityNotice').stoppedAt).toBeUndefined();
  });

  test('[IF-03] [DP-03] while somebody above the desk decides where it goes it is only counted', () => {
    const world = anEstate();
    world.alike(2);
    const story = world.complaint('C').inState('dispatched');
    for (const _ of [1, 2]) {
      if (story.complaint.state === 'registered') story.inState('dispatched');
      story.by(head).does('returnToDesk', { reason: '不属于本部门' });
    }
    expect(story.complaint.dispatcher).toBe('supervisor');
    world.merged('C', world.incidentOf('A'));
    expect(story.complaint).toMatchObject({
      state: 'registered',
      dispatcher: 'supervisor',
      incident: { leads: false },
    });
  });

  test('[DP-04] help that is still asked for is withdrawn with its clock, and handler and head hear that it left them', () => {
    const world = anEstate();
    world.alike(1);
    const story = world.complaint('C').inState('handling').by(handler);
    const dueAt = new Date(Date.parse(story.now) + 3_600_000).toISOString();
    story.does('addSubtask', { departmentId: order, what: '围挡', dueAt });
    world.merged('C', world.incidentOf('A'));
    expect(story.complaint.subtasks).toMatchObject([{ withdrawn: { reason: '并入雷同事件' } }]);
    expect(story.clock('subtask').stoppedAt).toBeDefined();
    const told = noticesOf(EVENTS.mergedInto, story.complaint).map(({ audience }) => audience);
    expect(story.types().at(-1)).toBe('mergedInto');
    expect(told).toEqual(expect.arrayContaining(['handler', 'head']));
  });
});

describe('what residents are shown', () => {
  const offered = (category: Category, publicPlace = true) => isOffered({ state: 'open', publicPlace, category });

  test('[IN-07] only matters of shared places that the desk confirmed, never what concerns a person', () => {
    expect(['lift', 'water', 'noise', 'parking'].every((category) => offered(Category.parse(category)))).toBe(true);
    for (const category of ['service', 'neighbor', 'pets', 'renovation', 'fees', 'committee', 'quality'] as const)
      expect([category, offered(category)]).toEqual([category, false]);
    expect(offered('lift', false)).toBe(false);
    expect(isOffered({ state: 'closed', publicPlace: true, category: 'lift' })).toBe(false);
  });

  test("[IN-07] [IN-14] the summary is the desk's own: no room, no phone number, none of the resident's words", () => {
    const world = anEstate();
    const story = world.complaint('A', { description: '三栋电梯早高峰反复停运已经第三次发生了' }).by(receptionist);
    const fields = (summary: string) => story.refusal('openIncident', { summary, publicPlace: true }).fields;
    expect(fields('三栋电梯早高峰反复停运已经第三次')).toHaveProperty('summary');
    expect(fields('3栋1单元501反映电梯停运')).toHaveProperty('summary');
    expect(fields('电梯停运，联系 138 0013 8000')).toHaveProperty('summary');
    expect(story.tries('openIncident', { summary: '3栋客梯多次停运', publicPlace: true })).not.toBeInstanceOf(Refusal);
  });

  test('[IN-07] nor the words that were added later', () => {
    const story = anEstate().complaint('A').by(filerOf('A'));
    story.does('addWords', { text: '我家老人昨晚在楼道里站了一个钟头' }).by(receptionist);
    const fields = story.refusal('openIncident', { summary: '老人昨晚在楼道里站了一个钟头', publicPlace: true }).fields;
    expect(fields).toHaveProperty('summary');
  });

  test('[IN-14] [IN-07] names don’t stand in it either: of those who complain, or of anybody as people speak of them', () => {
    const world = anEstate();
    const story = world.complaint('A');
    story.names = ['王小明'];
    story.by(receptionist);
    const fields = (summary: string) => story.refusal('openIncident', { summary, publicPlace: true }).fields;
    expect(fields('王小明反映电梯停运')).toHaveProperty('summary');
    expect(fields('李阿姨等多户反映电梯停运')).toHaveProperty('summary');
    expect(fields('501反映电梯停运')).toHaveProperty('summary');
    expect(
      story.refusal('openIncident', { summary: '3栋电梯停运', placeText: '王小明家门口', publicPlace: true }).fields,
    ).toHaveProperty('placeText');
    expect(story.tries('openIncident', { summary: '女士卫生间门口电梯停运', publicPlace: true })).not.toBeInstanceOf(
      Refusal,
    );
  });

  test('[IN-07] [IN-14] changed later, it is held against the words and names of every member, whoever has left since', () => {
    const world = anEstate();
    world.complaint('A');
    world.complaint('B', { description: '我妈妈坐轮椅被关在里面哭了半个钟头' });
    world.complaint('C', { description: '夹到小朋友的书包带子差点勒到脖子' });
    world.story('C').names = ['赵敏'];
    const incident = world.opened('A', '3栋电梯反复停运');
    for (const name of ['B', 'C']) world.merged(name, incident);
    world.story('B').by(filerOf('B')).does('addWords', { text: '昨天半夜十二点又响个不停睡不着' });
    world.story('C').by(filerOf('C')).does('withdraw', { reason: '好了' });
    world.settle();
    const refused = (summary: string) => {
      const decision = world.tries(world.incidentOf('A'), receptionist, 'describeIncident', {
        summary,
        publicPlace: true,
      });
      return decision instanceof Refusal ? Object.keys(decision.fields ?? {}) : [];
    };
    expect(refused('我妈妈坐轮椅被关在里面哭')).toEqual(['summary']);
    expect(refused('昨天半夜十二点又响个不停睡不着')).toEqual(['summary']);
    expect(refused('夹到小朋友的书包带子差点勒到')).toEqual(['summary']);
    expect(refused('赵敏等反映电梯停运')).toEqual(['summary']);
    expect(refused('3栋电梯停运并夹人')).toEqual([]);
  });

  test('[IN-07] the desk’s own words stay its own, also where residents took them over', () => {
    const world = anEstate();
    world.complaint('A');
    const incident = world.opened('A', '3栋电梯从上周起每天早晚停运');
    world.complaint('B', { description: '我也遇到：3栋电梯从上周起每天早晚停运' });
    world.merged('B', incident);
    world.does(incident, receptionist, 'describeIncident', {
      summary: '3栋电梯从上周起每天早晚停运，已停用检修',
      publicPlace: true,
    });
    expect(world.incidentOf('A').summary).toContain('已停用检修');
  });

  const reads = (text: string, category: Category, summary: string, of: Category = category) =>
    alikeness(
      matterOf(text, { registered: { categories: [category], kind: 'complaint' } }),
      matterOf(summary, { registered: { categories: [of], kind: 'complaint' } }),
    ) >= ALIKE_FROM;

  test('[IN-07] of what is inside a building the home says which one, of what stands outdoors and of other buildings it does not', () => {
    const of = (text: string, area?: string) => {
      const { building, unit } = matterOf(text, { home: '3栋2单元501', ...(area === undefined ? {} : { area }) });
      return [building, unit];
    };
    expect(of('电梯坏了，停运一天了没人修')).toEqual(['3', '2']);
    expect(of('楼道里水管爆了')).toEqual(['3', '2']);
    expect(of('8号楼电梯坏了')).toEqual(['8', null]);
    expect(of('电梯坏了', '8号楼电梯')).toEqual(['8', null]);
    expect(of('南门道闸落不下来')).toEqual([null, null]);
    expect(of('会所的电梯坏了')).toEqual([null, null]);
    expect(of('物业费涨价没有公示')).toEqual([null, null]);
    const nowhere = matterOf('电梯坏了');
    expect(placeInDoubt(nowhere, matterOf('8号楼电梯坏了'))).toBe(true);
    expect([atSameKnownPlace(nowhere, nowhere), atSameKnownPlace(nowhere, matterOf('8号楼电梯坏了'))]).toEqual([
      false,
      false,
    ]);
    expect(placeInDoubt(matterOf('南门道闸落不下来'), matterOf('8号楼旁边的南门道闸坏了'))).toBe(false);
    expect(atSameKnownPlace(matterOf('南门道闸落不下来'), matterOf('南门的道闸坏了'))).toBe(true);
  });

  test('[IN-07] reads alike by matter and place', () => {
    expect(reads('三栋电梯又停了，老人下不来', 'lift', '3栋电梯反复停运')).toBe(true);
    expect(reads('五栋电梯又停了', 'lift', '3栋电梯反复停运')).toBe(false);
    expect(reads('地下车库漏水一直滴', 'water', '地下车库顶板漏水')).toBe(true);
    expect(reads('保安态度很差还骂人', 'service', '3栋电梯反复停运', 'lift')).toBe(false);
  });
});
