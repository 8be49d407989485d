/** How many an incident is, and what that makes of each of its complaints (SV-04, SV-14, SV-22). */
import { matterOf } from '../../domain/incident/matter';
import { complainants, type CountedOne, stillCounted } from '../../domain/incident/group';
import { joiningOf } from '../../domain/incident/news';
import { standsAlone } from '../../domain/complaint/graver-than-lead';
import { complaintOf } from '../../domain/complaint/evolve';
import { pendingNotices } from '../../domain/complaint/notices-to-open';
import { EVENTS } from '../../domain/complaint/lifecycle';
import { noticesOf } from '../../domain/notice/notices';
import type { ComplaintId, HomeId, PersonId } from '../../types/ids';
import { receptionist, type Story, supervisor } from '../support/a-complaint';
import { anEstate, filerOf } from '../support/an-incident';

const TEN_DAYS_LATER = '2026-11-30T02:00:00.000Z';
const SIX_WEEKS_LATER = '2027-01-01T02:00:00.000Z';

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
